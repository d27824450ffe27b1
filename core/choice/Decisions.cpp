// Compares packages under uncertainty.
#include "api/Decisions.h"
#include "api/InputError.h"
#include "draws/ParameterSampler.h"
#include "draws/Quantiles.h"
#include "model/Parameters.h"
#include "run/Case.h"
#include "run/RequestChecks.h"
#include "why/Strata.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

void checkRequest(const Catalogue& catalogue, const DecisionRequest& request)
{
    run::requireNumber("draws", request.draws, 64, 100000);
    run::requireWork(request.work);
    run::requireSeries(catalogue, {request.aim.series});
}

run::Pair valueOf(run::RunInput input, std::size_t series)
{
    return {input, std::move(input), series, {}, Contrast::Value};
}

/// By package and sample: how much better the best of the packages does.
std::vector<std::vector<double>> regretsOf(const std::vector<std::vector<double>>& values, bool moreIsBetter)
{
    auto regrets = values;
    for (std::size_t i = 0; i < values.front().size(); ++i) {
        double best = values.front()[i];
        for (const auto& ofPackage : values)
            best = moreIsBetter ? std::max(best, ofPackage[i]) : std::min(best, ofPackage[i]);
        for (std::size_t p = 0; p < values.size(); ++p)
            regrets[p][i] = std::fabs(best - values[p][i]);
    }
    return regrets;
}

} // namespace

RegretTable regretOf(const Engine& engine, const std::vector<Scenario>& packages, const std::vector<std::vector<Assumption>>& assumptionSets,
                     const DecisionRequest& request)
{
    checkRequest(engine.catalogue(), request);
    if (packages.empty())
        throw InputError("No package is named", "packages", "regret compares packages", "Name at least two.");
    // samples: central, the sets of assumptions, then the draws
    std::vector<run::ParameterValues<double>> samples{engine.impl().parameters};
    for (const auto& set : assumptionSets) {
        Scenario assumed;
        assumed.assumptions = set;
        samples.push_back(run::caseOf(engine.impl(), assumed).input.parameters);
    }
    const auto draws = draws::ParameterSampler(engine.impl().book, request.seed).draws(0, request.draws, engine.impl().parameters, std::vector<bool>(model::parameterTable.size()));
    samples.insert(samples.end(), draws.begin(), draws.end());
    run::RunBudget meter(request.work, samples.size() * packages.size());
    std::vector<std::vector<double>> values;
    for (auto package : packages) {
        package.assumptions.clear();
        values.push_back(run::answersOf(engine.impl().exogenous, valueOf(run::caseOf(engine.impl(), package).input, request.aim.series), request.aim.at, samples, meter));
        if (values.back().empty())
            return {};
    }
    RegretTable result;
    draws::QuantileScratch<double> scratch;
    for (const auto& regrets : regretsOf(values, request.aim.moreIsBetter)) {
        auto& row = result.packages.emplace_back();
        const auto firstDraw = regrets.begin() + static_cast<std::ptrdiff_t>(1 + assumptionSets.size());
        row.central = regrets.front();
        row.underAssumptions.assign(regrets.begin() + 1, firstDraw);
        const std::vector<double> overDraws(firstDraw, regrets.end());
        row.shareBest = static_cast<double>(std::ranges::count(overDraws, 0.0)) / static_cast<double>(overDraws.size());
        row.largest = std::ranges::max(overDraws);
        const auto spread = draws::spreadOf(std::span<const double>(overDraws), scratch);
        row.mean = spread.mean;
        row.median = spread.quantiles[4];
        row.ninetieth = spread.quantiles[6];
    }
    result.isComplete = true;
    return result;
}

InformationValue valueOfInformation(const Engine& engine, const Scenario& first, const Scenario& second, const DecisionRequest& request)
{
    checkRequest(engine.catalogue(), request);
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
    const double n = static_cast<double>(differences.size()), sign = request.aim.moreIsBetter ? 1 : -1;
    for (const double d : differences) {
        result.meanDifference += d / n;
        result.shareFirstBetter += sign * d > 0 ? 1 / n : 0;
    }
    result.isFirstPreferred = sign * result.meanDifference >= 0;
    const double preferred = result.isFirstPreferred ? sign : -sign;
    constexpr std::size_t strata = 16;
    std::vector<double> column(draws.size());
    for (const auto place : sampler.sampled()) {
        const auto row = model::indexOf(model::parameterTable, engine.catalogue().parameters[place].id);
        if (fixed[row])
            continue;
        for (std::size_t i = 0; i < draws.size(); ++i)
            column[i] = draws[i][row];
        Unknown unknown{place, 0, 0};
        for (const auto& cases : why::strataOf(column, strata)) {
            const auto moments = why::momentsOf(differences, cases);
            const double size = static_cast<double>(cases.size()), advantage = preferred * moments.mean;
            if (advantage >= 0)
                continue;
            unknown.worth -= advantage * size / n;
            if (advantage < -2 * std::sqrt(moments.variance / size))
                unknown.flipShare += size / n;
        }
        result.unknowns.push_back(unknown);
    }
    std::ranges::stable_sort(result.unknowns, [](const Unknown& a, const Unknown& b) {
        return a.flipShare != b.flipShare ? a.flipShare > b.flipShare : a.worth > b.worth;
    });
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
