// Words for what explains a result: shares of measures, sensitivity, boxes, claims. English, from templates.
#pragma once

#include "Attribution.h"
#include "Catalogue.h"

#include <cstddef>
#include <string>

namespace chokepoint::words {

/// A player's short name: of its measure, or of its group.
std::string playerName(const Catalogue& catalogue, const Player& player);

/// "+1.2" or "−0.34", "0" only for exactly nothing, "under 0.0005" for what would read as zero.
std::string signedNumber(double value);

/// The shares of one quarter as a table, the largest first, with what is missing from the sum of the lone effects.
std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter);

/// The finding of an attribution: which measure does most, as one sentence.
std::string attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter);

} // namespace chokepoint::words
