// A column that scrolls up and down without a frame, on the ground of what it stands on.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

namespace chokepoint::ui {

struct ClearScroll {
    QScrollArea* area;
    QWidget* inside;
    QVBoxLayout* column; ///< of `inside`, with room for the scroll bar at its right
};

inline ClearScroll clearScroll(QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(QStringLiteral("clearScroll"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(area);
    inside->setObjectName(QStringLiteral("clearInner"));
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 8, 8);
    area->setWidget(inside);
    return {area, inside, column};
}

} // namespace chokepoint::ui
