// Answers claims.
#include "api/Attribution.h"
#include "api/Claims.h"
#include "draws/ParameterSampler.h"
#include "draws/Quantiles.h"
#include "model/Parameters.h"
#include "run/Case.h"
#include "why/Answered.h"
#include "why/Strata.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

constexpr double leastExplained = 0.01;

OneSign oneSignOf(const std::vector<double>& answers)
{
    const auto [least, most] = std::ranges::minmax(answers);
    if (least == 0 && most == 0)
        return OneSign::No;
    return least >= 0 ? OneSign::NeverBelowZero : most <= 0 ? OneSign::NeverAboveZero : OneSign::No;
}

std::vector<DecidingMeasure> measuresOf(const Attribution& attribution, Quarter at)
{
    std::vector<DecidingMeasure> measures;
    for (std::size_t p = 0; !attribution.series.empty() && p < attribution.players.size(); ++p) {
        const double share = attribution.series.front().shares[p][static_cast<std::size_t>(at.index)];
        if (share != 0)
            measures.push_back({attribution.players[p].measures.front(), share});
    }
    std::ranges::stable_sort(measures, std::ranges::greater{}, [](const DecidingMeasure& m) { return std::fabs(m.share); });
    return measures;
}

/// The inputs whose values explain how the answers vary.
std::vector<DecidingInput> inputsOf(const facts::DataBook& book, const run::ParameterValues<double>& parameters, const Scenario& scenario, const Discovery& discovery,
                                    const ClaimRequest& request)
{
    const auto fixed = scenario::heldRows(book, scenario);
    const draws::ParameterSampler sampler(book, request.seed, scenario::ownRanges(scenario));
    const auto draws = sampler.draws(0, request.draws, parameters, fixed);
    std::vector<std::vector<double>> columns;
    for (const auto place : discovery.acting) { // others may only follow one that acts
        const auto row = model::indexOf(model::parameterTable, book.catalogue.parameters[place].id);
        auto& column = columns.emplace_back(draws.size());
        for (std::size_t i = 0; i < draws.size(); ++i)
            column[i] = draws[i][row];
    }
    std::vector<DecidingInput> inputs;
    const auto places = why::answered(discovery.answers);
    for (auto& column : columns)
        column = why::pickedFrom(column, places);
    for (const auto& [column, share] : why::explainedInTurn(columns, why::pickedFrom(discovery.answers, places), leastExplained))
        inputs.push_back({discovery.acting[column], share});
    return inputs;
}

} // namespace

const std::vector<Claim>& claimsOf(const Engine& engine) { return engine.impl().claims; }

ClaimAnswer answerClaim(const Engine& engine, const Claim& claim, const ClaimRequest& request)
{
    ClaimAnswer result;
    for (const auto& part : claim.parts) {
        const auto& question = part.question;
        ClaimPartAnswer answer;
        answer.discovery = discover(engine, {question, part.bound, request.draws, request.seed, request.work});
        if (!answer.discovery.isComplete)
            return result;
        answer.share = answer.discovery.share;
        answer.central = answer.discovery.central;
        answer.isSettled = answer.share == 0 || answer.share == 1;
        const auto values = why::pickedFrom(answer.discovery.answers, why::answered(answer.discovery.answers));
        if (!values.empty()) {
            answer.oneSign = question.contrast == Contrast::Value ? OneSign::No : oneSignOf(values);
            draws::QuantileScratch<double> scratch;
            const auto spread = draws::spreadOf(std::span<const double>(values), scratch);
            answer.low = spread.quantiles[2];
            answer.middle = spread.quantiles[4];
            answer.high = spread.quantiles[6];
        }

        AttributionRequest shares;
        shares.series = {question.series};
        shares.seed = request.seed;
        shares.work = request.work;
        const auto attribution = attribute(engine, question.scenario, question.baseline, shares);
        if (!attribution.isComplete)
            return result;
        answer.measures = measuresOf(attribution, question.at);

        if (request.draws >= drawsToWeighInputs)
            answer.inputs = inputsOf(engine.impl().book, run::caseOf(engine.impl(), question.scenario).input.parameters, question.scenario, answer.discovery, request);
        result.parts.push_back(std::move(answer));
    }
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
