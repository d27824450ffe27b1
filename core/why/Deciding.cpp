// Summarises answers, and ranks the measures and the inputs behind them.
#include "why/Deciding.h"

#include "draws/Quantiles.h"
#include "why/Strata.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::why {

EightInTen eightInTen(std::span<const double> answers)
{
    draws::QuantileScratch<double> scratch;
    const auto quantiles = draws::spreadOf(answers, scratch).quantiles;
    return {quantiles[quantilePlace(0.1)], quantiles[quantilePlace(0.5)], quantiles[quantilePlace(0.9)]};
}

OneSign oneSignOf(std::span<const double> answers)
{
    const auto [least, most] = std::ranges::minmax(answers);
    if (least == 0 && most == 0)
        return OneSign::No;
    return least >= 0 ? OneSign::NeverBelowZero : most <= 0 ? OneSign::NeverAboveZero : OneSign::No;
}

std::vector<DecidingMeasure> decidingMeasures(const Attribution& attribution, Period at)
{
    std::vector<DecidingMeasure> measures;
    for (std::size_t p = 0; !attribution.series.empty() && p < attribution.players.size(); ++p) {
        const double share = at.in(attribution.series.front().shares[p]);
        if (share != 0)
            measures.push_back({attribution.players[p].measures.front(), share});
    }
    std::ranges::stable_sort(measures, std::ranges::greater{}, [](const DecidingMeasure& m) { return std::fabs(m.share); });
    return measures;
}

std::vector<DecidingInput> decidingInputs(const std::vector<std::size_t>& parameters, std::span<const std::vector<double>> columns,
                                          const std::vector<double>& answers)
{
    std::vector<DecidingInput> inputs;
    for (const auto& [column, share] : explainedInTurn(columns, answers, leastExplained))
        inputs.push_back({parameters[column], share});
    return inputs;
}

} // namespace chokepoint::why
