// Roundings that add up: the method of the largest remainder, in fifty digits.
#pragma once

#include <string>
#include <vector>

namespace chokepoint::audit {

struct RoundedSum {
    std::string total;
    std::vector<std::string> lines; ///< they add up to the total exactly
};

/// Rounds lines, given as decimal text, and their sum to so many decimals (0 to 12). The sum is rounded to the nearest; each line to the
/// step below it, and those with the largest remainders (of equal ones the first) to the step above, until they add up.
RoundedSum roundedToSum(const std::vector<std::string>& lines, int decimals);

} // namespace chokepoint::audit
