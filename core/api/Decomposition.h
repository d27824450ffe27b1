// How a result is made up: parts that multiply or add to a series, quarter by quarter, as the run computed them.
#pragma once

#include "api/Projection.h"

#include <array>
#include <string>
#include <vector>

namespace chokepoint {

/// Compute added by domestic chips: dies times the arithmetic of a die. Dies are what buyers take, at most the least of the
/// three limits.
struct DomesticComputeIdentity {
    SeriesValues logic{}, hbm{}, packaging{};       ///< million dies a year that each allows
    SeriesValues dies{};                            ///< million dies a year that buyers take
    SeriesValues dieArithmetic{};                   ///< H100-equivalents of a die
    SeriesValues added{};                           ///< million H100-equivalents a year: dies x dieArithmetic
    std::array<BindingInput, quarterCount> least{}; ///< which of the four holds output down
};

/// Entrants to US AI research born in one place: completions x stay x AI share x growth + hired abroad.
struct EntrantIdentity {
    std::string bornIn;          ///< "China", "India" or "other countries"
    SeriesValues completions{};  ///< thousand graduate degrees a year, all fields
    SeriesValues stay{};         ///< share who stay, 0 to 1
    SeriesValues aiShare{};      ///< share who enter AI research, 0 to 1
    SeriesValues growth{};       ///< of the field since the middle of 2024, 1 = none
    SeriesValues hiredAbroad{};  ///< thousand people a year
    SeriesValues entrants{};     ///< thousand people a year
};

struct Identities {
    DomesticComputeIdentity domesticCompute;
    std::vector<EntrantIdentity> entrants; ///< China, India, other countries
};

} // namespace chokepoint
