// Sobol indices of any function on the unit cube: Saltelli's points, his estimator of what an input does alone
// (the steadier one where most inputs do little), Jansen's of what it does in all, and a bootstrap.
#pragma once

#include "api/Sensitivity.h"

#include <cstdint>
#include <span>
#include <vector>

namespace chokepoint::why {

/// Runs in rows of dimensions + 2: point A, point B, and A with one coordinate of B for each dimension. The points are a Sobol
/// sequence in twice the dimensions, shifted by the seed.
class SobolDesign {
public:
    SobolDesign(std::size_t dimensions, std::size_t points, std::uint64_t seed);

    std::size_t dimensions() const { return m_dimensions; }
    std::size_t points() const { return m_coordinates.size() / (2 * m_dimensions); }
    std::size_t columns() const { return m_dimensions + 2; }
    std::size_t runs() const { return points() * columns(); }
    /// A coordinate of a run, in (0, 1); run = point * columns() + column.
    double coordinate(std::size_t run, std::size_t dimension) const;
    /// Whether a run has this coordinate from point B; column 0 is A, column 1 is B.
    static bool isOfB(std::size_t column, std::size_t dimension) { return column == 1 || column == dimension + 2; }

private:
    std::size_t m_dimensions;
    std::vector<double> m_coordinates; ///< by point, A then B
};

struct IndicesOfOne {
    std::vector<SobolIndex> indices; ///< by dimension
    double mean = 0, variance = 0;
    std::size_t unanswered = 0; ///< rows left out because a run of theirs is not finite
};

/// From the first `points` rows of `values`, by run. A row with a run that is not finite is left out.
/// A dimension that changes nothing gets exactly zero. Intervals hold 95 % of
/// `resamples` resamples of the rows; without any they have no width.
IndicesOfOne sobolIndices(std::size_t dimensions, std::size_t points, std::span<const double> values, std::size_t resamples,
                          std::uint64_t seed);

} // namespace chokepoint::why
