// What a person types as an own assumption.
#pragma once

#include "api/Catalogue.h"
#include "api/Scenario.h"

#include <string>

namespace chokepoint {

/// What a person typed for a parameter: "0.11" as a value for every draw, "5 to 20" as an own range, with the central line where the
/// data book has it, or in the middle when that lies outside. Throws InputError in words for people when it is no number, out of
/// range, or when the parameter is fixed.
Assumption typedAssumption(const Parameter& parameter, const std::string& typed);

} // namespace chokepoint
