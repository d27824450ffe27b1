// What an engine holds: the loaded data book and what every run shares. Seen by the files that implement Engine only.
#pragma once

#include "api/Engine.h"
#include "facts/DataBook.h"
#include "numbers/Arithmetic.h"
#include "run/PairedRuns.h"
#include "scenario/Assumptions.h"
#include "run/RequestChecks.h"
#include "run/Simulation.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint {

namespace run {

/// Puts own assumptions, as checkedAssumptions() gives them, into the parameters of a run.
template <class T> void assume(ParameterValues<T>& values, const std::vector<std::pair<std::size_t, std::string>>& assumptions)
{
    for (const auto& [row, text] : assumptions)
        values[row] = numbers::Arithmetic<T>::fromText(text);
}

} // namespace run

struct Engine::Impl {
    facts::DataBook book;
    policy::MeasureSchedule recorded;
    std::vector<Claim> claims;
    run::Exogenous<double> exogenous;
    run::ParameterValues<double> parameters;

    /// The levers of a scenario by quarter: the recorded ones, with those of the measures that it names written over them.
    policy::LeverValues<double> levers(const Scenario& scenario, const policy::MeasureSchedule& schedule) const
    {
        auto values = exogenous.recorded;
        const auto named = policy::namedMeasures(book, scenario);
        for (std::size_t m = 0; m < named.size(); ++m)
            if (named[m])
                policy::writeLevers<double>(book.actions[m], schedule[m], values);
        return values;
    }

    /// Central parameters with the scenario's own assumptions, and its levers. Throws InputError as Engine::check does.
    run::RunInput input(const Scenario& scenario, Quarter start) const
    {
        run::RunInput result{parameters, levers(scenario, policy::scheduleOf(book, recorded, scenario, start))};
        run::assume(result.parameters, scenario::checkedAssumptions(book, scenario));
        return result;
    }

    /// Both sides of a question. Throws as input() does, and for a category.
    run::Pair contest(const Question& question) const
    {
        run::requireSeries(book.catalogue, {question.series, question.over.value_or(question.series)});
        run::Pair result{input(question.scenario, question.start), input(question.baseline, question.start), question.series, question.over, question.contrast};
        result.baseline.parameters = result.scenario.parameters;
        return result;
    }
};

} // namespace chokepoint
