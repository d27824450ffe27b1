// What the rest of the world uses and builds on, and how that makes the index of influence.
#pragma once

#include "api/Catalogue.h"
#include "api/Period.h"
#include "api/Projection.h"
#include "api/Scenario.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace chokepoint {

class Engine;

/// Shares of one whole: they add up to one, and in hundredths, as they are shown, to 100.
template <std::size_t N> struct ShownShares {
    std::array<double, N> parts{};
    std::array<std::int64_t, N> hundredths{}; ///< by largest remainder
};

/// Shares outside the United States and China in a year or a quarter.
struct OpenModels {
    enum Use { ClosedUs, OpenUs, OpenOther, OpenChina };
    enum Base { BaseUs, BaseOther, BaseChina };
    enum Side { UnitedStates, Others, China };
    ShownShares<4> use;       ///< of tokens, by Use
    ShownShares<3> bases;     ///< of new fine-tunes, by Base
    ShownShares<3> influence; ///< the weighted mean, by Side
    double weight = 0;        ///< of use in influence; the rest is that of bases
};

/// Reads them from a run of the scenario, whose own assumptions decide the weight.
OpenModels openModelsOf(const Engine& engine, const Scenario& scenario, const Projection& run, Period at);

} // namespace chokepoint
