// What all plots share: no frame, four quiet lines, small numbers in the colours of the theme.
#pragma once

#include "look/Theme.h"

class QCPItemLine;
class QCustomPlot;
class QPen;
class QWidget;

namespace chokepoint {
class Language;
}

namespace chokepoint::ui {

/// A plot that draws only when it has room: a picture of the window resizes the plots of pages that were never shown to nothing.
QCustomPlot* makePlot(QWidget* parent);
/// Sharp on every screen, no legend, margins by hand, no ticks between the ticks and no axis line at the values. Once, when a plot is made.
void calmPlot(QCustomPlot& plot);
/// Numbers as tickWords() writes them, at both axes. Once as well.
void writeWords(QCustomPlot& plot, const Language& language, bool alsoAcross);
/// Years at the axis below, every `step` of them, as the language writes a year.
void writeYears(QCustomPlot& plot, const Language& language, int step);
/// Colours and type of the theme; before each drawing.
void stylePlot(QCustomPlot& plot, const Tokens& tokens);

/// A line over the whole height of the plot at a time. The plot owns it.
QCPItemLine* verticalLine(QCustomPlot& plot, double year, const QPen& pen);

} // namespace chokepoint::ui
