// The shares of measures in a difference.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/NumberWords.h"
#include "api/Period.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {
class Language;
struct Attribution;
struct Player;
struct SeriesAttribution;
} // namespace chokepoint

namespace chokepoint::words {

/// A player's short name: of its measure, or of its group.
std::string playerName(const Catalogue& catalogue, const Player& player);

/// So many shares are told one by one; what the others do is told as one.
inline constexpr std::size_t mostSharesShown = 16;

/// Places of the players, the largest share first, whichever way it goes.
std::vector<std::size_t> sharesBySize(const SeriesAttribution& series, Period period);

/// The shares of the first `mostSharesShown` players by size, and behind them what is left, times `scale`: the numbers that bars and
/// sentences show, which add up.
ShownSum shownShares(const SeriesAttribution& series, Period period, double scale);

/// A share beside others with the decimals of `shown`: what would read as nothing and is not is told as less than their last digit.
MessageValue shareAsShown(double share, const Digits& shown);
MessageValue shareAsShown(double share, int decimals); ///< by itself, where no sum is shown

/// The shares of a year or a quarter as a table, the largest first, with what is missing from the sum of the lone effects.
std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period period,
                             const Language& language);

/// The finding of an attribution: which measure does most, as one sentence.
Message attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period period);

} // namespace chokepoint::words
