// Slopes: how much every series moves with every parameter and every lever, exactly, and where kinks and jumps lie.
#pragma once

#include "api/Quarter.h"
#include "api/ScarceInput.h"

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// What may move. A parameter moves in all quarters; a lever by a constant shift from the quarter of change on.
struct SlopeInput {
    enum class Kind { Parameter, Lever };
    Kind kind = Kind::Parameter;
    std::size_t place = 0;  ///< in Catalogue::parameters or Catalogue::levers
    double value = 0;       ///< at the point: of a lever, in the quarter of change
    double low = 0, high = 0; ///< range of a parameter; of a fixed one and of a lever both are `value`
    /// Distance, in the input's own unit, to the nearest kink or jump of any equation in any quarter above and below the point, to
    /// first order; infinity when there is none, zero when the point lies on one.
    double kinkAbove = 0, kinkBelow = 0;
};

/// A slope in units of the series for one unit of the input.
struct Slope {
    enum class Kind {
        Smooth, ///< the same on both sides
        Kink,   ///< the slopes above and below differ
        Jump,   ///< the series jumps at the point: the slope of the side of the jump is not finite
    };
    Kind kind = Kind::Smooth;
    double above = 0, below = 0;
};

struct SlopeStore;

struct Slopes {
    std::vector<SlopeInput> inputs;  ///< parameters, then levers, in the order of the catalogue
    std::vector<std::size_t> series; ///< places in Catalogue::series, as asked for

    /// The slope of the s-th series asked for, in a quarter, with respect to an input (place in `inputs`).
    Slope at(std::size_t s, Quarter quarter, std::size_t input) const;

    std::shared_ptr<const SlopeStore> store; ///< the numbers themselves; read with at()
};

/// What one more unit of a scarce input would be worth, by the quarter in which it comes, in million H100-equivalents of
/// compute installed in China (series compute.china).
struct MarginalValue {
    ScarceInput input = ScarceInput::Hbm; ///< the unit is one that comes within the quarter; of packages, one a year more in it
    /// Gain at the end of the quarter in which the unit comes, and a year later (the last quarter where the run ends before).
    std::array<double, quarterCount> atOnce{}, aYearLater{};
};

/// Slopes of series (places in Catalogue::series) with respect to every parameter, and to every lever shifted from the start of the
/// scenario on. Results do not depend on `threads` (0 = all). Throws as Engine::check does, and InputError for a category among the
/// series. Some milliseconds for a dozen series.
Slopes slopesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int threads = 0);

/// What one more unit of HBM, dies and packaging would be worth in each quarter. Throws as Engine::check does.
std::vector<MarginalValue> marginalValuesOf(const Engine& engine, const Scenario& scenario, int threads = 0);

} // namespace chokepoint
