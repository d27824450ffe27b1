// Own assumptions: parameters set to other values, inside the range that the data book allows.
#pragma once

#include "api/Scenario.h"
#include "facts/DataBook.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::scenario {

/// (row of model::parameterTable, decimal text) of every assumption. A sampled parameter may take the values of
/// allowedRange(), a fixed one none. Throws InputError otherwise, with the range; and at once,
/// before any is looked at, for more assumptions than there are parameters.
std::vector<std::pair<std::size_t, std::string>> checkedAssumptions(const facts::DataBook& book, const Scenario& scenario);

/// A range of one's own for a parameter, by row of model::parameterTable: no draw lies outside it.
struct OwnRange {
    std::size_t row = 0;
    double low = 0, central = 0, high = 0;
};

/// The own ranges of a scenario that checkedAssumptions() accepts.
std::vector<OwnRange> ownRanges(const Scenario& scenario);

/// By row of model::parameterTable: true for the parameters that own assumptions hold at one value in every draw; false for those
/// that have an own range. Throws as checkedAssumptions() does.
std::vector<bool> heldRows(const facts::DataBook& book, const Scenario& scenario);

} // namespace chokepoint::scenario
