// A reference series in the format of the Integrated Assessment Modeling Consortium, read as facts of a person's own.
#pragma once

#include "api/PersonalFacts.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::audit {

/// What holds for facts in every format: the most bytes of a source, the largest value, and how many ids are offered for an unknown one.
inline constexpr std::size_t longestSource = 1000, idsOffered = 3;
inline constexpr double largestValue = 1e15;

/// True when the first line of a table that is no comment names the columns model, scenario and variable, in any case and order.
bool isIamcTable(std::string_view text);

/// A fact for each value of a year of the model's time; a row of "VARIABLE|10.0th Percentile" or "|90.0th Percentile" gives the range of
/// the facts of VARIABLE. Values of other years are passed over. Variables are ids of series, their names, or as iamcVariable() has them.
/// Throws InputError with line and column for a variable that is no series, a unit that is not that of the series, what is no number, and
/// rows that are malformed or say the same twice.
std::vector<PersonalFact> iamcFacts(const Engine& engine, const Language& language, const std::string& text, const std::string& place);

} // namespace chokepoint::audit
