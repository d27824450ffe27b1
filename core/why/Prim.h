// PRIM, the patient rule induction method (Friedman and Fisher 1999): boxes that hold many cases of interest.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace chokepoint::why {

struct PrimBox {
    static constexpr double none = std::numeric_limits<double>::infinity();
    std::vector<double> low, high; ///< by dimension; -none and none where there is no limit
    std::size_t inside = 0, interesting = 0;

    double density() const { return inside ? static_cast<double>(interesting) / static_cast<double>(inside) : 0; }
    bool limits(std::size_t dimension) const { return low[dimension] > -none || high[dimension] < none; }
};

/// `columns`: values by dimension and case; `isInteresting` by case. Peels a twentieth of the cases from the end whose loss raises
/// the density most, until it is 1 or the box holds fewer than a twentieth of all cases or `least`; then pastes ends back where that
/// does not lower the density. The boxes from everything to the pasted last one; limits lie half-way between cases.
std::vector<PrimBox> primBoxes(const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting, std::size_t least,
                               int threads);

/// The box without the limits that chance alone may have made: those that raise its density by less than three standard errors.
PrimBox pruned(PrimBox box, const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting);

/// Counts a box anew, without the limits of `ignored` (pass the number of dimensions to ignore none).
PrimBox counted(PrimBox box, const std::vector<std::vector<double>>& columns, const std::vector<bool>& isInteresting, std::size_t ignored);

} // namespace chokepoint::why
