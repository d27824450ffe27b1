// Where values stand on the time axis of a figure.
#pragma once

#include "api/Catalogue.h"
#include "api/Quarter.h"

namespace chokepoint::figure {

/// Stocks stand at the end of their quarter, everything else at its middle.
inline double timeOf(const Series& series, Quarter quarter)
{
    return series.kind == SeriesKind::Stock ? quarter.end() : quarter.middle();
}

} // namespace chokepoint::figure
