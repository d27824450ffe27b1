// The answer of goal seek, for a terminal.
#pragma once

#include "api/Catalogue.h"

#include <string>

namespace chokepoint {
class Language;
struct GoalAnswer;
struct GoalRequest;
} // namespace chokepoint

namespace chokepoint::words {

std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const Language& language);

} // namespace chokepoint::words
