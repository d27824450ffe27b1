// The answer of goal seek in words.
#pragma once

#include "api/Catalogue.h"
#include "api/GoalSeek.h"
#include "api/Message.h"

#include <string>

namespace chokepoint {
class Language;
} // namespace chokepoint

namespace chokepoint::words {

/// "Beijing must act."
Message mustAct(ActingSide side);

/// What a package does to one of GoalRequest::beside, by its place there, from mean to mean of the year: "US AI researchers: −1.2%".
Message costOf(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const GoalPackage& package,
               std::size_t place);

/// With a heading, and for each package who must act and what it costs.
std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const Language& language);

} // namespace chokepoint::words
