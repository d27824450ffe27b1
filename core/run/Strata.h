// Draws put into strata of one parameter, and what their means say.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace chokepoint::run {

/// The draws in order of a column, cut into `strata` parts as equal as can be.
std::vector<std::vector<std::size_t>> strataOf(std::span<const double> column, std::size_t strata);

struct Moments {
    double mean = 0, variance = 0; ///< of a sample, n - 1 below; the variance of one case is zero
};
Moments momentsOf(std::span<const double> values, std::span<const std::size_t> cases);

/// The share of the variance of `values` between strata of a column, less what chance alone would give; 0 to 1.
double explainedBy(std::span<const double> column, std::span<const double> values);

} // namespace chokepoint::run
