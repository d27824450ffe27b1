// The marks of offers: round for this side, a diamond for the other one.
#pragma once

#include <QPainterPath>

namespace chokepoint::ui {

inline QPainterPath diamondAt(const QPointF& at, double half)
{
    QPainterPath path(at - QPointF(0, half));
    path.lineTo(at + QPointF(half, 0));
    path.lineTo(at + QPointF(0, half));
    path.lineTo(at - QPointF(half, 0));
    path.closeSubpath();
    return path;
}

inline QPainterPath offerMark(const QPointF& at, double half, bool isMine)
{
    if (!isMine)
        return diamondAt(at, half * 1.35);
    QPainterPath path;
    path.addEllipse(at, half, half);
    return path;
}

} // namespace chokepoint::ui
