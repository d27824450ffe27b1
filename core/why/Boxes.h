// Boxes of parameters in which an answer holds, told with what each limit is good for, apart from the model.
#pragma once

#include "api/Discovery.h"
#include "why/Prim.h"

#include <cstddef>
#include <vector>

namespace chokepoint::why {

/// A box with fewer draws inside is not looked for.
inline constexpr std::size_t fewestInABox = 20;

/// The parameters that may limit a box.
struct BoxColumns {
    std::vector<std::size_t> parameters;     ///< places in Catalogue::parameters
    std::vector<double> central;             ///< by parameter
    std::vector<std::vector<double>> values; ///< by parameter and draw
};

/// What a box of PRIM says: its limits, those first without which it would be least dense. `holds` by draw, at least one draw.
Box boxOf(const PrimBox& prim, const BoxColumns& columns, const std::vector<bool>& holds);

/// Ever smaller boxes, from everything on, without limits that chance may have made. Results do not depend on `threads` (0 = all).
std::vector<Box> boxesOf(const BoxColumns& columns, const std::vector<bool>& holds, int threads);

/// The place of the box with the best harmonic mean of coverage and density; of equal ones the first.
std::size_t bestBalanced(const std::vector<Box>& boxes);

} // namespace chokepoint::why
