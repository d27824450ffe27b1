// The numbers below an axis of worths, and what stands there for today.
#pragma once

#include <QPainter>
#include <QString>

#include <cmath>

namespace chokepoint::ui {

struct WorthAxis {
    double from, to, step;
    double today;
    QString todayWords;
};

/// `x`: pixels of a worth. A number that would run into the words for today gives way.
template <class PixelsOf> void paintWorthAxis(QPainter& painter, const WorthAxis& axis, double top, const PixelsOf& x)
{
    const auto wide = [&](const QString& words) { return static_cast<double>(painter.fontMetrics().horizontalAdvance(words)); };
    const auto put = [&](double worth, const QString& words) {
        const double room = wide(words) + 2;
        painter.drawText(QRectF(x(worth) - room / 2, top, room, 16), Qt::AlignCenter, words);
    };
    for (double worth = std::ceil(axis.from / axis.step) * axis.step; worth <= axis.to; worth += axis.step) {
        const auto number = QString::number(worth);
        if (std::abs(x(worth) - x(axis.today)) > (wide(number) + wide(axis.todayWords)) / 2 + 4)
            put(worth, number);
    }
    put(axis.today, axis.todayWords);
}

} // namespace chokepoint::ui
