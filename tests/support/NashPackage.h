// The Nash package of the scored game as the research note prints it: worth 79.93 and 57.04.
#pragma once

#include <array>
#include <utility>

namespace chokepoint::test {

/// Issues and their levels where they differ from today.
inline constexpr std::array<std::pair<const char*, const char*>, 8> nashPackage{{{"hbm", "hbm2e"},
                                                                                 {"ree", "fast_gl"},
                                                                                 {"tar", "t12"},
                                                                                 {"buy", "large"},
                                                                                 {"cnbuy", "free"},
                                                                                 {"stud", "welcome"},
                                                                                 {"open", "mutual"},
                                                                                 {"ver", "auto"}}};

} // namespace chokepoint::test
