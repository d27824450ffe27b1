// How several scenarios of one series are told apart: a hue and a dash for each place, the same in charts, chips and tables.
#pragma once

#include "look/Theme.h"

#include <QPen>

namespace chokepoint::ui {

/// The hue of a scenario by its place; that of the baseline is quiet.
QColor colourOfScenario(const Tokens& tokens, int place, bool isBaseline = false);

/// The line of a scenario, in its hue and its dash.
QPen penOfScenario(const Tokens& tokens, int place, double width, bool isBaseline = false);

} // namespace chokepoint::ui
