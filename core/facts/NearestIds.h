// Which ids a person may have meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::facts {

/// The `count` ids (or all, when there are fewer) that need the fewest letters changed, added or taken away, nearest first; of equal ones
/// those that stand first.
std::vector<std::string> nearestIds(std::string_view typed, const std::vector<std::string>& ids, std::size_t count);

} // namespace chokepoint::facts
