// Where a course turns: which term of a minimum is the least in each quarter, and from when that lasts.
#pragma once

#include "api/Covert.h"

#include <array>
#include <string_view>
#include <vector>

namespace chokepoint::why {

/// What decides a minimum in each quarter, as the reason that is told when it begins to. Empty where it cannot be told.
using Deciders = std::array<std::string_view, quarterCount>;

/// Each change of the decider that lasts a year or to the end, but for the first. A decider that cannot be told is that of the quarter
/// before.
std::vector<Turn> turnsAmong(const Deciders& deciders);

/// What decides illicit HBM: `leak` = min(what smugglers can bring, what is wanted beyond what may be bought). All in one unit; `home` is
/// what China can make, of which a full stock leaves a part unmade.
struct HbmQuarter {
    double leak = 0, smugglers = 0, legal = 0, home = 0, need = 0;
};
std::string_view hbmDecider(const HbmQuarter& quarter);

/// What decides a channel: the money that wants it or its limit.
std::string_view channelDecider(double spend, double limit, std::string_view atLimit, std::string_view within);

} // namespace chokepoint::why
