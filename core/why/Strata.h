// Draws put into strata of one parameter, and what their means say.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace chokepoint::why {

/// The draws in order of a column, cut into `strata` parts as equal as can be.
std::vector<std::vector<std::size_t>> strataOf(std::span<const double> column, std::size_t strata);

struct Moments {
    double mean = 0, variance = 0; ///< of a sample, n - 1 below; the variance of one case is zero
};
Moments momentsOf(std::span<const double> values, std::span<const std::size_t> cases);

/// How much of the variance of values a column explains.
struct Explained {
    std::size_t column = 0;
    double share = 0; ///< 0 to 1
};

/// The share of the variance of `values` that lies between strata of a column, less what chance alone would give; first of the column
/// that explains most, then of the one that explains most of what is left, down to `least`, or to what chance gives the best of hundreds
/// of columns where that is more. So columns that run alike by chance do not count twice.
std::vector<Explained> explainedInTurn(std::span<const std::vector<double>> columns, std::vector<double> values, double least);

} // namespace chokepoint::why
