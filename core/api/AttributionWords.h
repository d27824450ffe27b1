// The shares of measures in a difference.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/Period.h"

#include <cstddef>
#include <string>

namespace chokepoint {
class Language;
struct Attribution;
struct Player;
} // namespace chokepoint

namespace chokepoint::words {

/// A player's short name: of its measure, or of its group.
std::string playerName(const Catalogue& catalogue, const Player& player);

/// The shares of a year or a quarter as a table, the largest first, with what is missing from the sum of the lone effects.
std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period period,
                             const Language& language);

/// The finding of an attribution: which measure does most, as one sentence.
Message attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period period);

} // namespace chokepoint::words
