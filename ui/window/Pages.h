// The pages of the window, in the order of its bar.
#pragma once

#include "parts/Page.h"

namespace chokepoint::ui {

const std::vector<PageKind>& pageKinds();

} // namespace chokepoint::ui
