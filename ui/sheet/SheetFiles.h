// Figures as files: PNG, SVG and PDF that carry the scenario, and what a picture carries read back.
#pragma once

#include "sheet/SheetPlan.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace chokepoint::ui {

/// What a file says of itself.
struct SheetLabel {
    QString title, alternative;
    std::string origin; ///< sheetText()
    QString version;    ///< of the program
};

/// Dots a point of the three sizes of a PNG: 96 dots an inch, twice as many, and 300.
inline constexpr double onceSize = 96.0 / 72, twiceSize = 2 * onceSize, printSize = 300.0 / 72;

QByteArray pngOf(const SheetPlan& plan, const SheetLabel& label, double dotsPerPoint);
/// Every text is a text element, with the fonts that may stand in for ours.
QByteArray svgOf(const SheetPlan& plan, const SheetLabel& label);
/// PDF/A-1b, one page as large as the figure.
QByteArray pdfOf(const SheetPlan& plan, const SheetLabel& label);

/// By the ending of a name, "png", "svg" or "pdf"; empty for another ending.
QByteArray fileOf(const SheetPlan& plan, const SheetLabel& label, const QString& name, double dotsPerPoint);

/// The sheetText() that a picture of this program carries; nothing for any other file.
std::optional<std::string> originIn(const QByteArray& file);

} // namespace chokepoint::ui
