// The look: colours of both themes, type, and what the application style is made of.
#pragma once

#include "api/Catalogue.h"

#include <QColor>
#include <QFont>
#include <QString>
#include <QVariant>

#include <array>

class QApplication;
class QWidget;

namespace chokepoint::ui {

enum class Theme { Light, Dark };

/// Colours by role, not by place. Texts (text, muted, faint, accent, caution) can be read on every ground that they stand on, at 4.5 to 1;
/// what tells something without words (edge: the outline of a control; colours of series) stands out at 3 to 1. Line, grid and track are
/// ornament: nothing is told by them alone.
struct Tokens {
    QColor ground, panel, card, line, edge, grid, text, muted, faint, accent, tint, caution, track;
    QColor blue, vermillion, green, purple, orange, sky;
};

const Tokens& tokensOf(Theme theme);

/// The theme that a widget is drawn in.
Theme themeOf(const QWidget& widget);
const Tokens& tokensOf(const QWidget& widget);

/// Sets style, palette, font and style sheet.
void applyTheme(QApplication& application, Theme theme);

/// The shade of a colour class: a series keeps its colour everywhere.
QColor colourOf(const Tokens& tokens, ColourClass colour);

/// Hues of the parts of a whole, the largest part first; the last is for all others together.
inline constexpr int partHues = 6;
QColor colourOfPart(const Tokens& tokens, int part);

/// What binds: 0 logic, 1 HBM, 2 packaging, 3 demand.
QColor colourOfBinding(const Tokens& tokens, int code);

/// The bar of a range on a panel: a tint of the accent that still stands out.
QColor colourOfRange(const Tokens& tokens);

/// How well two colours can be told apart, 1 to 21, as WCAG 2 defines it.
double contrastOf(const QColor& a, const QColor& b);

/// Black or white, whichever is read better on a colour.
QColor inkOn(const QColor& ground);

/// An opaque tint: `part` of a colour over a ground.
QColor mixed(const QColor& colour, const QColor& ground, double part);

/// Gives a widget a property on which the style sheet depends. To style anew is slow, so it is done only when the property changes; true
/// when it did.
bool setStyled(QWidget& widget, const char* property, const QVariant& value);

/// The program's font at a size in pixels.
QFont fontOf(double pixels, QFont::Weight weight = QFont::Normal);

} // namespace chokepoint::ui
