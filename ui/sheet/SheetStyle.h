// How a figure looks on paper: sizes of pages and type, colours of the styles, all in points.
#pragma once

#include "api/Sheet.h"
#include "look/Theme.h"

#include <QFont>
#include <QImage>
#include <QPen>
#include <QSizeF>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace chokepoint::ui {

inline constexpr double pointsPerMillimetre = 72 / 25.4;

/// A page of a figure in points. A height of zero: as high as its texts ask for.
struct SheetPage {
    enum class Order {
        Column, ///< all below each other
        Slide,  ///< key and notes right of the chart
        Wide,   ///< the notes below the chart in two columns
    };
    QString id; ///< "column", as the option --size writes it
    QSizeF size;
    Order order = Order::Column;
    double title = 11.5, subtitle = 8, label = 7.5, small = 7; ///< sizes of type
    double margin = 12, chart = 150;                           ///< `chart`: height of a page that is as high as it needs
    bool hasStrip = true;
};

/// "column", "slide", "square", "a4", or a page of one's own in millimeters, "160x90", from 60x60 to 600x600; nothing for another word.
std::optional<SheetPage> sheetPageNamed(const QString& id);
std::vector<std::string> sheetPageNames();
/// Colours of a figure.
struct SheetStyle {
    QString id;
    Tokens tokens;       ///< hues of lines and inks
    QColor ground;       ///< the paper
    bool isGrey = false; ///< black and white: tints become greys, segments are hatched
    QString family = QStringLiteral("Inter");
    QImage logo = {}; ///< of a house, in the upper right corner; null without one
    QColor colourOf(const Sheet& sheet, const SheetHue& hue) const;
    QPen penOf(const Sheet& sheet, const SheetHue& hue, double width) const;
    /// The tint of a band or a part, opaque.
    QColor tint(const QColor& colour, double part) const;
    QColor ofBinding(BindingInput input) const;
    /// What is read best on a ground.
    QColor inkOn(const QColor& under) const;
};

/// "print", "light", "dark" or "gray", or a style of one's own from a file that ends in ".toml" (see api/FigureStyle.h); nothing for
/// another word. Throws InputError for a file that cannot be read, and for a logo that is no picture.
std::optional<SheetStyle> sheetStyleNamed(const QString& id);
std::vector<std::string> sheetStyleNames();

/// A font in units of the page, for a device of so many dots an inch.
QFont sheetFont(const SheetStyle& style, double size, bool isBold, int dotsPerInch);

} // namespace chokepoint::ui
