// Where worths lie on the plane.
#pragma once

#include "pages/negotiate/PlaneView.h"

#include <QRectF>

namespace chokepoint::ui {

/// Points of both sides to pixels.
struct PlaneView::Frame {
    QRectF plot;
    double left, right, low, high;
    bargain::Side seat;

    QPointF at(double mine, double theirs) const
    {
        return {plot.left() + (mine - left) / (right - left) * plot.width(), plot.bottom() - (theirs - low) / (high - low) * plot.height()};
    }
    QPointF at(const bargain::Both<double>& worth) const { return at(worth.of(seat), worth.of(bargain::otherThan(seat))); }
};

} // namespace chokepoint::ui
