// Regret of packages whose values are known in every sample, apart from the model.
#pragma once

#include "api/Decisions.h"

#include <cstddef>
#include <span>
#include <vector>

namespace chokepoint::choosing {

/// By package and sample: how much better the best of the packages does there, never negative. `values` in the same order, at least
/// one package, all with the same number of samples.
std::vector<std::vector<double>> regretsOf(const std::vector<std::vector<double>>& values, bool moreIsBetter);

/// The summary of one package from its regrets in the order: central, one for each of `assumptionSets`, then one or more draws.
/// Mean, quantiles, the largest and the share in which none does better are over the draws alone.
Regret summaryOf(std::span<const double> regrets, std::size_t assumptionSets);

} // namespace chokepoint::choosing
