// Own assumptions: parameters set to other values, inside the range that the data book allows.
#pragma once

#include "api/Scenario.h"
#include "facts/DataBook.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::run {

/// (row of model::parameterTable, decimal text) of every assumption. A sampled parameter may take values in [low, high], a
/// lognormal one in [low / 1.5, high x 1.5], a fixed one none. Throws InputError otherwise, with the range.
std::vector<std::pair<std::size_t, std::string>> checkedAssumptions(const facts::DataBook& book, const Scenario& scenario);

} // namespace chokepoint::run
