// Writes a figure into a file without a window.
#pragma once

#include "api/Sheet.h"

#include <QDate>
#include <QString>

namespace chokepoint::ui {

struct FigureWish {
    QString page, style; ///< ids
    QString file;        ///< its ending says the form
    QString version;     ///< of the program
    QDate today;
};

/// Runs 1 to SheetRuns::mostScenarios scenarios against the preset that the first names as its baseline, all under the assumptions of the
/// first, and writes the figure, whole or not at all. Throws InputError for an unknown page, style, ending or series, and for a file that
/// cannot be written.
void writeFigure(const Engine& engine, const Language& language, const std::vector<Scenario>& scenarios,
                 const SheetRequest& request, const FigureWish& wish);

} // namespace chokepoint::ui
