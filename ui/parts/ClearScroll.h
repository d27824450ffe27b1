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

/// The names are those by which the theme and tests know the two.
inline ClearScroll clearScroll(QWidget* parent, const char* areaName = "clearScroll", const char* insideName = "clearInner")
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(QLatin1String(areaName));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(area);
    inside->setObjectName(QLatin1String(insideName));
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 8, 8);
    area->setWidget(inside);
    return {area, inside, column};
}

} // namespace chokepoint::ui
