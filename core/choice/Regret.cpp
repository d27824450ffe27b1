// Compares each package with the best one, sample by sample.
#include "choice/Regret.h"

#include "draws/Quantiles.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::choosing {

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

Regret summaryOf(std::span<const double> regrets, std::size_t assumptionSets)
{
    const auto underAssumptions = regrets.subspan(1, assumptionSets), overDraws = regrets.subspan(1 + assumptionSets);
    draws::QuantileScratch<double> scratch;
    const auto spread = draws::spreadOf(overDraws, scratch);
    Regret result;
    result.central = regrets.front();
    result.underAssumptions.assign(underAssumptions.begin(), underAssumptions.end());
    result.shareBest = static_cast<double>(std::ranges::count(overDraws, 0.0)) / static_cast<double>(overDraws.size());
    result.largest = std::ranges::max(overDraws);
    result.mean = spread.mean;
    result.median = spread.quantiles[quantilePlace(0.5)];
    result.ninetieth = spread.quantiles[quantilePlace(0.9)];
    return result;
}

} // namespace chokepoint::choosing
