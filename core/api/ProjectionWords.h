// A projection as tables for a terminal, and what binds in it.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

#include <string>

namespace chokepoint {
class Language;
struct Projection;
} // namespace chokepoint

namespace chokepoint::words {

/// "logic", "HBM", "packaging" or "buyers’ budget".
Message binding(BindingInput input);

/// The same in a word short enough for a block of the strip: "fabs", "HBM", "packaging", "budgets".
Message bindingOnStrip(BindingInput input);

/// A table of annual means, a row for each series under its sector, and a line of what binds domestic output by quarter.
std::string annualTable(const Catalogue& catalogue, const Projection& projection, const Language& language);

/// A line for each time in which one input binds domestic accelerator output.
std::string bindingText(const Catalogue& catalogue, const Projection& projection, const Language& language);

} // namespace chokepoint::words
