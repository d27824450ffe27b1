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

/// Runs the scenario against the preset that it names as its baseline and writes the figure, whole or not at all. Throws InputError for an
/// unknown page, style, ending or series, and for a file that cannot be written.
void writeFigure(const Engine& engine, const Language& language, const Scenario& scenario, const SheetRequest& request,
                 const FigureWish& wish);

} // namespace chokepoint::ui
