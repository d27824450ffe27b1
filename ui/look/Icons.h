// Icons that are drawn, sharp at every scale and in the colours of the theme at hand.
#pragma once

#include <QIcon>

namespace chokepoint::ui {

enum class Glyph {
    Undo,
    Redo,
    Menu,
    LineChart, ///< the kinds of a figure
    AreaChart,
    StackedChart,
    BarChart,
    WaterfallChart,
    MultiplesChart,
    SlopeChart,
    TableChart,
};

/// Follows the palette of the application, also when the theme changes later.
QIcon iconOf(Glyph glyph);

} // namespace chokepoint::ui
