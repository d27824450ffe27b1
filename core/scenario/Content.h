// The content of a scenario put in order, on which comparisons and edits rest.
#pragma once

#include "api/Catalogue.h"
#include "api/Scenario.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::scenario {

/// The changes of one measure by the quarter from which they apply; of two in one quarter the one that holds.
using ByQuarter = std::map<Quarter, Change>;

/// The same as a list in order of time, each with its date.
std::vector<Change> listed(const ByQuarter& changes);

/// The wording in which two texts of one number are equal, its shortest; the text itself when it is no number.
std::string sameNumber(std::string_view text);

/// The same for a value of a measure, of which levels are no numbers. `measure` may be null.
std::string sameText(const Measure* measure, std::string_view value);

} // namespace chokepoint::scenario
