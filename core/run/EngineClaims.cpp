// The members of Engine that answer claims.
#include "model/Parameters.h"
#include "run/EngineInside.h"
#include "run/Quantiles.h"
#include "run/Sampling.h"
#include "run/Strata.h"

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

} // namespace

const std::vector<Claim>& Engine::claims() const { return m_inside->claims; }

ClaimAnswer Engine::answer(const Claim& claim, const ClaimRequest& request) const
{
    ClaimAnswer result;
    for (const auto& part : claim.parts) {
        const auto& question = part.question;
        ClaimPartAnswer answer;
        answer.discovery = discover({question, part.bound, request.draws, request.seed, request.work});
        if (!answer.discovery.isComplete)
            return result;
        answer.share = answer.discovery.share;
        answer.central = answer.discovery.central;
        answer.isSettled = answer.share == 0 || answer.share == 1;
        const auto& values = answer.discovery.answers;
        answer.oneSign = question.contrast == Contrast::Value ? OneSign::No : oneSignOf(values);
        run::QuantileScratch<double> scratch;
        const auto spread = run::spreadOf(std::span<const double>(values), scratch);
        answer.low = spread.quantiles[2];
        answer.middle = spread.quantiles[4];
        answer.high = spread.quantiles[6];

        AttributionRequest shares;
        shares.series = {question.series};
        shares.seed = request.seed;
        shares.work = request.work;
        const auto attribution = attribute(question.scenario, question.baseline, question.start, shares);
        if (!attribution.isComplete)
            return result;
        answer.measures = measuresOf(attribution, question.at);

        const auto fixed = run::heldRows(m_inside->book, question.scenario);
        const run::Sampler sampler(m_inside->book, request.seed, run::ownRanges(question.scenario));
        const auto draws = sampler.draws(0, request.draws, m_inside->input(question.scenario, question.start).parameters, fixed);
        std::vector<double> column(draws.size());
        for (const auto place : answer.discovery.acting) { // others may only follow one that acts
            const auto row = model::indexOf(model::parameterTable, catalogue().parameters[place].id);
            for (std::size_t i = 0; i < draws.size(); ++i)
                column[i] = draws[i][row];
            if (const double explained = run::explainedBy(column, values); explained >= leastExplained)
                answer.inputs.push_back({place, explained});
        }
        std::ranges::stable_sort(answer.inputs, std::ranges::greater{}, &DecidingInput::explained);
        result.parts.push_back(std::move(answer));
    }
    result.isComplete = true;
    return result;
}

} // namespace chokepoint
