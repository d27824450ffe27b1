// Choosing among packages under uncertainty: regret, and which unknown is worth resolving.
#pragma once

#include "api/Question.h"
#include "api/RunControl.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chokepoint {

class Engine;

/// What is wanted of a series in a year or a quarter.
struct Aim {
    std::size_t series = 0; ///< place in Catalogue::series, no category
    Period at;
    bool moreIsBetter = true;
};

struct DecisionRequest {
    Aim aim;
    std::size_t draws = 4096; ///< 64 to 100,000
    std::uint64_t seed = 1;
    RunControl work;
};

/// Of one package. Regret in a draw: how much better the best of the packages does there, in the unit of the series, never negative.
struct Regret {
    double mean = 0, median = 0, ninetieth = 0, largest = 0;
    double shareBest = 0;                 ///< of draws in which none does better
    double central = 0;                   ///< regret under central parameters
    std::vector<double> underAssumptions; ///< by set of assumptions
};

struct RegretTable {
    std::vector<Regret> packages;
    bool isComplete = false;
};

/// One unknown: were it known, in which share of draws would the other package be preferred, and what would that be worth.
struct Unknown {
    std::size_t parameter = 0; ///< place in Catalogue::parameters
    double flipShare = 0;      ///< share of draws in strata of the parameter where the ranking turns, beyond two standard errors
    double worth = 0;          ///< what choosing by its stratum gains on average, in the unit of the series; it has a little noise
};

struct InformationValue {
    double meanDifference = 0;    ///< first - second, in the unit of the series
    double shareFirstBetter = 0;  ///< of draws
    bool isFirstPreferred = true; ///< by the mean
    std::vector<Unknown> unknowns; ///< all sampled parameters, those that flip most often first, then by worth
    bool isComplete = false;
};

/// Regret of packages over draws, and under sets of assumptions with all else central. The packages' own assumptions are not
/// used. Throws InputError without a package.
RegretTable regretOf(const Engine& engine, const std::vector<Scenario>& packages,
                     const std::vector<std::vector<Assumption>>& assumptionSets, const DecisionRequest& request);

/// Which unknown, were it known, would turn the ranking of two packages; own assumptions of the first hold in both.
InformationValue valueOfInformation(const Engine& engine, const Scenario& first, const Scenario& second, const DecisionRequest& request);

} // namespace chokepoint
