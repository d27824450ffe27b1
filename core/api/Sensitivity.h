// Which assumptions a result rests on: tornado, Sobol indices, and what one more unit of an input would be worth.
#pragma once

#include "api/Projection.h"
#include "api/Question.h"
#include "api/RunControl.h"
#include "api/ScarceInput.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;

/// One parameter at its low and its high end, all others central, by quarter. Differences are from the baseline under the
/// same parameters.
struct TornadoBar {
    std::size_t parameter = 0; ///< place in Catalogue::parameters
    SeriesValues low{}, high{}, lowDifference{}, highDifference{};
    SeriesValues lowChange{}, highChange{}; ///< the differences as shares of the baseline; not finite where that is zero
};

struct Tornado {
    SeriesValues central{}, centralDifference{}, centralChange{};
    std::vector<TornadoBar> bars; ///< every sampled parameter that no own assumption holds, in the order of the data book
    bool isComplete = false;
};

/// Sobol indices of one parameter: the share of the variance that it explains alone (first, never more
/// than the total), and with all others (total),
/// with the ends of 95 % bootstrap intervals.
struct SobolIndex {
    double first = 0, firstLow = 0, firstHigh = 0, total = 0, totalLow = 0, totalHigh = 0;
};

struct IndicesRequest {
    std::size_t points = 1024;       ///< base points n, 64 to 65,536; runs = n (parameters + 2), twice that for a difference
    std::size_t resamples = 200;     ///< of the bootstrap, 0 for no intervals, or 2 to 2,000
    std::uint64_t seed = 1;
    std::vector<Period> periods; ///< of the heat map; empty = only that of the question
    RunControl work;
    std::function<void(const struct Indices&)> onPartial; ///< at an eighth, a quarter and a half of the points
};

/// Parameters are varied independently of each other; the rank correlations of the data book are left out, for the indices
/// ask for independent inputs.
struct Indices {
    std::vector<std::size_t> parameters;             ///< places in Catalogue::parameters
    std::vector<Period> periods;
    std::vector<std::vector<SobolIndex>> indices;    ///< by period and parameter; all zero where nothing varies
    std::vector<double> mean, variance;              ///< of the answer, by period
    std::vector<std::size_t> unanswered;             ///< points left out because a run has no answer (zero over zero), by period
    std::size_t points = 0;                          ///< that these rest on, with those left out
    bool hasIntervals = false;                       ///< without resamples the ends of the intervals say nothing
    bool isComplete = false;
};

/// What one more unit a year of an input of domestic accelerators would add to a series, from a quarter on.
struct UnitWorth {
    ScarceInput input = ScarceInput::Hbm; ///< the unit is one a year
    SeriesValues added{}; ///< by quarter: value with one more unit a year since `from`, less the value without
};

/// One series with each sampled parameter at its low and its high end. Four runs for each parameter.
Tornado tornadoOf(const Engine& engine, const Scenario& scenario, const Scenario& baseline, std::size_t series, const RunControl& work);

/// Sobol indices of all sampled parameters that no own assumption of the scenario holds.
Indices indicesOf(const Engine& engine, const Question& question, const IndicesRequest& request);

/// One more unit a year of HBM, dies and packages from the quarter `from` on, in this order; exact runs, not slopes.
std::vector<UnitWorth> unitWorthsOf(const Engine& engine, const Scenario& scenario, Quarter from, std::size_t series);

} // namespace chokepoint
