// Runs the model with slopes: every series in every quarter, along several directions at once.
#pragma once

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

/// The slopes of one pass: at [(s * quarterCount + quarter) * slopeLanes + lane] for the s-th series asked for.
using SlopeBlock = std::vector<double>;

struct DirectionSlopes {
    /// By direction: nearest kink or jump of any equation in the direction and against it, to first order; infinity for none.
    std::vector<double> ahead, behind;
    /// Towards the directions: direction i is lane i % slopeLanes of block i / slopeLanes. Not finite at a jump.
    std::vector<SlopeBlock> above;
    /// The same against the direction, for those with a kink or jump at the point: the t-th of `twoSided` is lane t % slopeLanes
    /// of block t / slopeLanes.
    std::vector<std::size_t> twoSided;
    std::vector<SlopeBlock> below;
};

/// Results do not depend on `threads` (0 = as many as there are).
DirectionSlopes slopesAlong(const std::vector<Direction>& directions, const ParameterValues<double>& parameters, const Exogenous<double>& exogenous,
                            const policy::LeverValues<double>& levers, const std::vector<std::size_t>& series, int threads);

} // namespace chokepoint::run
