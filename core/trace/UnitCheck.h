// Checks that the unit of every equation follows from the units of what it reads.
#pragma once

#include "trace/Recording.h"

#include <string>
#include <vector>

namespace chokepoint::trace {

struct UnitReport {
    std::size_t checked = 0;             ///< operations whose unit was held against those of their operands
    std::size_t derived = 0;             ///< variables whose unit follows from the inputs; the others are levels of logarithms
    std::vector<std::string> mismatches; ///< one line each: variable, what it should be, what its operands give
};

/// Inputs have the units of the tables of the model, not of the recording.
UnitReport checkUnits(const Recording& recording);

} // namespace chokepoint::trace
