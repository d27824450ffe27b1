// Runs the model with slopes: every series in every quarter, along several directions at once.
#pragma once

#include "run/LargePages.h"
#include "run/Simulation.h"

#include <cstddef>
#include <vector>

namespace chokepoint::run {

/// One direction: a parameter, or a lever in force that is shifted from one quarter up to, not including, another.
struct Direction {
    bool isLever = false;
    std::size_t row = 0;      ///< of model::parameterTable or model::leverTable
    int from = 0, until = quarterCount;
    double step = 1;          ///< change of the input for a slope of one
    double closeness = 0;     ///< a kink nearer than this, in units of `step`, counts as met at the point
};

/// Directions that one pass takes.
inline constexpr int slopeLanes = 24;

/// Slopes along directions, for the series asked for: direction i is lane i % slopeLanes of pass i / slopeLanes.
struct SlopeTable {
    std::size_t series = 0;
    std::vector<double, LargePages<double>> values; ///< [((pass * quarterCount + quarter) * series + s) * slopeLanes + lane], as they come

    double at(std::size_t direction, std::size_t s, std::size_t quarter) const
    {
        return values[((direction / slopeLanes * quarterCount + quarter) * series + s) * slopeLanes + direction % slopeLanes];
    }
};

struct DirectionSlopes {
    /// By direction: nearest kink or jump of any equation in the direction and against it, to first order; infinity for none.
    std::vector<double> ahead, behind;
    SlopeTable above; ///< towards the directions; not finite at a jump
    /// The same against the direction, for those with a kink or jump at the point: the t-th of `below` is of direction twoSided[t].
    std::vector<std::size_t> twoSided;
    SlopeTable below;
};

/// Results do not depend on `threads` (0 = as many as there are).
DirectionSlopes slopesAlong(const std::vector<Direction>& directions, const ParameterValues<double>& parameters,
                            const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers,
                            const std::vector<std::size_t>& series, int threads);

} // namespace chokepoint::run
