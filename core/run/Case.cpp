// Makes scenarios ready to run.
#include "run/Case.h"

#include "run/RequestChecks.h"

namespace chokepoint::run {
namespace {

policy::LeverValues<double> leversOf(const Engine::Impl& engine, const Scenario& scenario, const policy::MeasureSchedule& schedule)
{
    auto values = engine.exogenous.recorded;
    const auto named = policy::namedMeasures(engine.book, scenario);
    for (std::size_t m = 0; m < named.size(); ++m)
        if (named[m])
            policy::writeLevers<double>(engine.book.actions[m], schedule[m], values);
    return values;
}

} // namespace

policy::LeverValues<double> leversIn(const Engine::Impl& engine, const Scenario& scenario)
{
    return leversOf(engine, scenario, policy::scheduleOf(engine.book, engine.recorded, scenario));
}

Case caseOf(const Engine::Impl& engine, const Scenario& scenario)
{
    Case made;
    made.schedule = policy::scheduleOf(engine.book, engine.recorded, scenario);
    made.assumptions = scenario::checkedAssumptions(engine.book, scenario);
    made.input = {engine.parameters, leversOf(engine, scenario, made.schedule)};
    assume(made.input.parameters, made.assumptions);
    made.held = scenario::heldRows(engine.book, scenario);
    made.own = scenario::ownRanges(scenario);
    return made;
}

Pair pairOf(const Engine::Impl& engine, const Question& question)
{
    requireSeries(engine.book.catalogue, {question.series, question.over.value_or(question.series)});
    Pair pair{caseOf(engine, question.scenario).input, caseOf(engine, question.baseline).input, question.series, question.over,
              question.contrast};
    pair.baseline.parameters = pair.scenario.parameters;
    return pair;
}

} // namespace chokepoint::run
