// How a result is made up: parts that multiply or add to a series, quarter by quarter, as the run computed them.
#pragma once

#include "api/Projection.h"

#include <array>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// Compute added by domestic chips: dies times the arithmetic of a die. Dies are what buyers take, at most the least of the
/// three limits.
struct DomesticComputeDecomposition {
    SeriesValues logic{}, hbm{}, packaging{};       ///< million dies a year that each allows
    SeriesValues dies{};                            ///< million dies a year that buyers take
    SeriesValues dieArithmetic{};                   ///< H100-equivalents of a die
    SeriesValues added{};                           ///< million H100-equivalents a year: dies x dieArithmetic
    std::array<BindingInput, quarterCount> least{}; ///< which of the four holds output down
};

/// Entrants to US AI research born in one place: completions x stay x AI share x growth + hired abroad.
struct EntrantDecomposition {
    SeriesValues completions{};  ///< thousand graduate degrees a year, all fields
    SeriesValues stay{};         ///< share who stay, 0 to 1
    SeriesValues aiShare{};      ///< share who enter AI research, 0 to 1
    SeriesValues growth{};       ///< of the field since the middle of 2024, 1 = none
    SeriesValues hiredAbroad{};  ///< thousand people a year
    SeriesValues entrants{};     ///< thousand people a year
};

struct Decompositions {
    DomesticComputeDecomposition domesticCompute;
    std::vector<EntrantDecomposition> entrants; ///< China, India, other countries
};

/// The parts of which results are made up in the run of a scenario. Throws as Engine::check does.
Decompositions decompositionsOf(const Engine& engine, const Scenario& scenario);

/// Places in Catalogue::series of the series that add up to this one in every quarter; empty for a series that is no sum.
std::vector<std::size_t> addendsOf(const Engine& engine, std::size_t series);

} // namespace chokepoint
