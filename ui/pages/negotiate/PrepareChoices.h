// What the preparation offers to choose from.
#pragma once

#include <array>

namespace chokepoint::ui {

inline constexpr int usualChance = 70; ///< of a roll-over, in percent
inline constexpr std::array roundChoices{4, 6, 8, 12};
inline constexpr std::array minuteChoices{0, 2, 5, 10}; ///< of a move; 0: no clock

} // namespace chokepoint::ui
