// Packages that none beats on two sums of points, built issue by issue from partial packages that none beats.
#pragma once

#include "api/Bargain.h"

#include <limits>
#include <vector>

namespace chokepoint::bargain {

/// Points of each level of one issue for two readers, and whether it counts as a change.
struct IssuePoints {
    struct Level {
        double first = 0, second = 0;
        std::uint8_t level = 0;
        bool isChange = false;
    };
    std::vector<Level> levels; ///< those that are allowed; at least one
};

struct Sums {
    double first = 0, second = 0;
    int changes = 0;
    Package package;
};

/// Falling in `first`, rising in `second`: of packages with the same sums the one with fewest changes. What is worth less than `least`
/// to the first reader is left out.
std::vector<Sums> undominated(const std::vector<IssuePoints>& issues, double least = -std::numeric_limits<double>::infinity());

/// Those of any list that none beats, in the order of Payoffs::frontier; `statusQuo` is what changes are counted from.
std::vector<WorthOf> undominated(std::vector<WorthOf> all, const Domain& domain);

} // namespace chokepoint::bargain
