// Compares packages under uncertainty.
#include "api/Decisions.h"
#include "api/InputError.h"
#include "choice/Information.h"
#include "choice/Regret.h"
#include "draws/ParameterSampler.h"
#include "model/Parameters.h"
#include "run/Case.h"
#include "run/RequestChecks.h"

namespace chokepoint {
namespace {

void checkDecision(const Catalogue& catalogue, const DecisionRequest& request)
{
    run::requireNumber("draws", request.draws, 64, 100000);
    run::requireWork(request.work);
    run::requireSeries(catalogue, {request.aim.series});
}

run::Pair valueOf(run::RunInput input, std::size_t series) { return {input, std::move(input), series, {}, Contrast::Value}; }

} // namespace

RegretTable regretOf(const Engine& engine, const std::vector<Scenario>& packages,
                     const std::vector<std::vector<Assumption>>& assumptionSets, const DecisionRequest& request)
{
    checkDecision(engine.catalogue(), request);
    if (packages.empty())
        throw InputError(Refusal("no_package"));
    // samples: central, the sets of assumptions, then the draws
    std::vector<run::ParameterValues<double>> samples{engine.impl().parameters};
    for (const auto& set : assumptionSets) {
        Scenario assumed;
        assumed.assumptions = set;
        samples.push_back(run::caseOf(engine.impl(), assumed).input.parameters);
    }
    const std::vector<bool> noneHeld(model::parameterTable.size());
    const auto draws =
        draws::ParameterSampler(engine.impl().book, request.seed).draws(0, request.draws, engine.impl().parameters, noneHeld);
    samples.insert(samples.end(), draws.begin(), draws.end());
    run::RunBudget meter(request.work, samples.size() * packages.size());
    std::vector<std::vector<double>> values;
    for (auto package : packages) {
        package.assumptions.clear();
        const auto pair = valueOf(run::caseOf(engine.impl(), package).input, request.aim.series);
        values.push_back(run::answersOf(engine.impl().exogenous, pair, request.aim.at, samples, meter));
        if (values.back().empty())
            return {};
    }
    RegretTable result;
    for (const auto& regrets : choosing::regretsOf(values, request.aim.moreIsBetter))
        result.packages.push_back(choosing::summaryOf(regrets, assumptionSets.size()));
    result.isComplete = true;
    return result;
}

InformationValue valueOfInformation(const Engine& engine, const Scenario& first, const Scenario& second, const DecisionRequest& request)
{
    checkDecision(engine.catalogue(), request);
    Question question{first, second, request.aim.at, request.aim.series, {}, Contrast::Difference};
    const auto contest = run::pairOf(engine.impl(), question);
    const auto fixed = scenario::heldRows(engine.impl().book, first);
    const draws::ParameterSampler sampler(engine.impl().book, request.seed, scenario::ownRanges(first));
    const auto draws = sampler.draws(0, request.draws, contest.scenario.parameters, fixed);
    run::RunBudget meter(request.work, request.draws * 2);
    const auto differences = run::answersOf(engine.impl().exogenous, contest, request.aim.at, draws, meter);
    InformationValue result;
    if (differences.empty())
        return result;
    const auto preference = choosing::preferenceOf(differences, request.aim.moreIsBetter);
    result.meanDifference = preference.meanDifference;
    result.shareFirstBetter = preference.shareFirstBetter;
    result.isFirstPreferred = preference.isFirstPreferred;
    const bool isLess = request.aim.moreIsBetter != preference.isFirstPreferred; // the preferred one is better by a fall of first - second
    auto advantages = differences;
    for (auto& advantage : advantages)
        advantage = isLess ? -advantage : advantage;
    std::vector<double> column(draws.size());
    for (const auto place : sampler.sampled()) {
        const auto row = model::indexOf(model::parameterTable, engine.catalogue().parameters[place].id);
        if (fixed[row])
            continue;
        for (std::size_t i = 0; i < draws.size(); ++i)
            column[i] = draws[i][row];
        const auto resolved = choosing::resolvedBy(column, advantages);
        result.unknowns.push_back({place, resolved.flipShare, resolved.worth});
    }
    choosing::sortByFlips(result.unknowns);
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
