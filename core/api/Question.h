// A number that runs answer: a series of a scenario in a year or a quarter, alone or against a baseline.
#pragma once

#include "api/Period.h"
#include "api/Scenario.h"

#include <cstddef>
#include <optional>

namespace chokepoint {

/// Value: of the scenario. Difference: scenario - baseline. Change: that difference as a share of the baseline (0.1 = a tenth more).
enum class Contrast { Value, Difference, Change };

/// Own assumptions of the scenario hold in the baseline as well; those of the baseline count for nothing.
struct Question {
    Scenario scenario, baseline;
    Period at;
    std::size_t series = 0;            ///< place in Catalogue::series, no category
    std::optional<std::size_t> over;   ///< the series is divided by this one before it is compared; of a year, mean by mean
    Contrast contrast = Contrast::Difference;
};

enum class Comparison { AtLeast, AtMost };

/// Whether a value meets a bound.
struct Bound {
    Comparison comparison = Comparison::AtLeast;
    double threshold = 0; ///< in the unit of the series; a share for a ratio or a change

    bool holds(double value) const { return comparison == Comparison::AtLeast ? value >= threshold : value <= threshold; }
};

} // namespace chokepoint
