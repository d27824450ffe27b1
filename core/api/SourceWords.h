// Observations and publications.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

namespace chokepoint::words {

/// The period of an observation, in years: "2024", "2024 Q3", "end of Sep 2024" when both are equal, "mid-2022 to mid-2023".
MessageValue period(double begin, double end);

/// Authors, title, publisher and date as one line, without what is empty.
Message sourceLine(const Source& source);

} // namespace chokepoint::words
