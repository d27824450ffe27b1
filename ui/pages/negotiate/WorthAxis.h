// The numbers below an axis of worths, and what stands there for today.
#pragma once

#include <QPainter>
#include <QString>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {

struct WorthAxis {
    double from, to, step;
    double today;
    QString todayWords;
    double width; ///< of the widget: the words for today stay inside it
};

/// `x`: pixels of a worth. A number that would run into the words for today gives way.
template <class PixelsOf> void paintWorthAxis(QPainter& painter, const WorthAxis& axis, double top, const PixelsOf& x)
{
    const auto wide = [&](const QString& words) { return static_cast<double>(painter.fontMetrics().horizontalAdvance(words)); };
    const auto boxOf = [&](double worth, const QString& words) {
        const double room = wide(words) + 2;
        return QRectF(std::clamp(x(worth) - room / 2, 0.0, std::max(0.0, axis.width - room)), top, room, 16);
    };
    const auto today = boxOf(axis.today, axis.todayWords);
    for (double worth = std::ceil(axis.from / axis.step) * axis.step; worth <= axis.to; worth += axis.step) {
        const auto number = QString::number(worth);
        const auto box = boxOf(worth, number);
        if (!box.adjusted(-2, 0, 2, 0).intersects(today))
            painter.drawText(box, Qt::AlignCenter, number);
    }
    painter.drawText(today, Qt::AlignCenter, axis.todayWords);
}

} // namespace chokepoint::ui
