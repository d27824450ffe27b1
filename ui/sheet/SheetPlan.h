// A figure laid out on its page: every text with its box, every shape in its colour. Painters and tests read it; nobody measures again.
#pragma once

#include "sheet/SheetStyle.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <vector>

namespace chokepoint::ui {

struct PlanText {
    enum class Anchor { Start, Middle, End };
    enum class Role { Title, Subtitle, Key, Tick, Mark, Label, Panel, Strip, Cell, Source, Note, Marks, Identity };
    QString words;
    QPointF at; ///< on the base line, at the anchor
    double size = 7;
    bool isBold = false;
    Anchor anchor = Anchor::Start;
    QColor colour;
    Role role = Role::Label;
    QRectF box; ///< of its letters
};

/// Filled, stroked or both.
struct PlanShape {
    QPainterPath path;
    QColor fill; ///< invalid = not filled
    QPen pen = Qt::NoPen;
};

struct SheetPlan {
    QSizeF size;    ///< in points
    QString family; ///< of its type
    QColor ground;
    std::vector<PlanShape> shapes; ///< below the texts, in order
    std::vector<PlanText> texts;
    std::vector<QRectF> plots;
    QImage logo;
    QRectF logoBox;       ///< empty without a logo
    bool isTight = false; ///< the page is too small for what is on it

    /// Pairs of texts whose boxes overlap; empty for a figure that may be published.
    std::vector<std::pair<const PlanText*, const PlanText*>> overlaps() const;
    /// Texts that reach beyond the page.
    std::vector<const PlanText*> outside() const;
    double smallestText() const;
};

/// Lays out a sheet.
SheetPlan planOf(const Sheet& sheet, const SheetPage& page, const SheetStyle& style);

} // namespace chokepoint::ui
