// Finds where among the draws a bound holds.
#include "api/Discovery.h"
#include "draws/ParameterSampler.h"
#include "model/Parameters.h"
#include "numbers/DecimalText.h"
#include "run/Case.h"
#include "run/RequestChecks.h"
#include "why/Answered.h"
#include "why/Boxes.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

constexpr std::size_t probes = 8; ///< draws in which each parameter is put to both its ends to see whether it acts at all

why::BoxColumns columnsOf(const Catalogue& catalogue, const std::vector<std::size_t>& acting, const run::ParameterValues<double>& central,
                          const std::vector<run::ParameterValues<double>>& draws)
{
    why::BoxColumns result;
    for (const auto place : acting) {
        const auto row = model::indexOf(model::parameterTable, catalogue.parameters[place].id);
        result.parameters.push_back(place);
        result.central.push_back(central[row]);
        auto& column = result.values.emplace_back();
        for (const auto& draw : draws)
            column.push_back(draw[row]);
    }
    return result;
}

/// The sampled parameters that change an answer when put to an end of their range in one of the first draws. Empty when cancelled.
std::vector<std::size_t> actingOf(const Catalogue& catalogue, const run::Exogenous<double>& exogenous, const run::Pair& contest, Period at,
                                  const std::vector<std::size_t>& parameters, const std::vector<scenario::OwnRange>& own,
                                  const std::vector<run::ParameterValues<double>>& draws, const std::vector<double>& answers,
                                  run::RunBudget& meter)
{
    const auto found = run::answersOf(
        exogenous, contest, {at}, parameters.size() * probes * 2,
        [&](std::size_t i, run::ParameterValues<double>& p) {
            const auto& about = catalogue.parameters[parameters[i / (probes * 2)]];
            p = draws[i / 2 % probes];
            const auto row = model::indexOf(model::parameterTable, about.id);
            const auto mine = std::ranges::find(own, row, &scenario::OwnRange::row);
            const bool isLow = i % 2 == 0;
            p[row] = mine != own.end() ? (isLow ? mine->low : mine->high) : numbers::DecimalText::toDouble(isLow ? about.low : about.high);
        },
        meter);
    std::vector<std::size_t> acting;
    for (std::size_t k = 0; !found.empty() && k < parameters.size(); ++k)
        for (std::size_t i = 0; i < probes * 2; ++i)
            if (const double moved = found.front()[k * probes * 2 + i], before = answers[i / 2];
                std::isfinite(moved) && std::isfinite(before) ? moved != before : std::isfinite(moved) != std::isfinite(before)) {
                acting.push_back(parameters[k]);
                break;
            }
    return acting;
}

} // namespace

Discovery discover(const Engine& engine, const DiscoveryRequest& request)
{
    run::requireNumber("draws", request.draws, 200, 100000);
    run::requireWork(request.work);
    const auto contest = run::pairOf(engine.impl(), request.question);
    const auto fixed = scenario::heldRows(engine.impl().book, request.question.scenario);
    const auto own = scenario::ownRanges(request.question.scenario);
    const draws::ParameterSampler sampler(engine.impl().book, request.seed, own);
    const auto draws = sampler.draws(0, request.draws, contest.scenario.parameters, fixed);
    std::vector<std::size_t> parameters;
    for (const auto place : sampler.sampled())
        if (!fixed[model::indexOf(model::parameterTable, engine.catalogue().parameters[place].id)])
            parameters.push_back(place);
    run::RunBudget meter(request.work, (request.draws + 1 + parameters.size() * probes * 2) * contest.runsPerSample());
    Discovery result;
    const auto central = run::answersOf(engine.impl().exogenous, contest, request.question.at, {contest.scenario.parameters}, meter);
    result.answers = run::answersOf(engine.impl().exogenous, contest, request.question.at, draws, meter);
    if (result.answers.empty() || central.empty())
        return {};
    result.central = central.front();
    const auto places = why::answered(result.answers);
    result.unanswered = draws.size() - places.size();
    std::vector<bool> holds;
    for (const double answer : why::pickedFrom(result.answers, places))
        holds.push_back(request.bound.holds(answer));
    result.share = holds.empty() ? 0 : static_cast<double>(std::ranges::count(holds, true)) / static_cast<double>(holds.size());
    result.acting =
        actingOf(engine.catalogue(), engine.impl().exogenous, contest, request.question.at, parameters, own, draws, result.answers, meter);
    if (meter.isCancelled())
        return result;
    if (holds.empty()) {
        result.boxes.emplace_back();
        result.isComplete = true;
        return result;
    }
    const auto columns = columnsOf(engine.catalogue(), result.acting, contest.scenario.parameters, why::pickedFrom(draws, places));
    result.boxes = why::boxesOf(columns, holds, request.work.threads);
    result.suggested = why::bestBalanced(result.boxes);
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
