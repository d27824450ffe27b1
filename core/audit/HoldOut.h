// What a judgement of the model on later facts would need, counted in the data book.
#pragma once

#include "api/Catalogue.h"

#include <cstddef>

namespace chokepoint::audit {

/// The last year that the parameters of a hold-out run might know of.
inline constexpr int holdOutYear = 2023;

struct HoldOut {
    std::size_t parameters = 0, earlyParameters = 0; ///< with a range, and those of them whose sources are all dated by the year
    std::size_t paths = 0, earlyPaths = 0;           ///< quantities given over time, the same
};

/// A source without a year, and a quantity without a source, counts as late.
HoldOut holdOutOf(const Catalogue& catalogue, int year);

} // namespace chokepoint::audit
