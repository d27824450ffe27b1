// A small plot over the years, painted by hand: axes, lines, the recorded part and the chosen year.
#pragma once

#include "api/Ensemble.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "look/Theme.h"

#include <QPen>
#include <QRectF>
#include <QStringList>

#include <array>
#include <span>
#include <vector>

class QPainter;

namespace chokepoint::ui {

class TimePlot {
public:
    /// `room`: of plot and axes. The value axis goes from `low` to at least `high` in round steps.
    TimePlot(const QRectF& room, double low, double high, int steps = 3);

    const QRectF& plot() const { return m_plot; }
    double xAt(double year) const;
    double yAt(double value) const;
    QPointF at(const SeriesValues& values, std::size_t quarter) const;
    /// The quarter under a place, clamped.
    std::size_t quarterAt(double x) const;
    double top() const { return m_high; }

    void drawAxes(QPainter& painter, const Tokens& t, const Language& language) const;
    void drawLine(QPainter& painter, const SeriesValues& values, const QPen& pen) const;
    /// Between the runs of one in ten and nine in ten, from the end of the record on.
    void drawBand(QPainter& painter, const std::array<Spread, quarterCount>& spread, double scale, const QColor& colour) const;
    /// A line at the end of the record with its words where there is room, and one at the year.
    void drawRecord(QPainter& painter, const Tokens& t, const QString& recorded, const QString& projected) const;
    void drawYear(QPainter& painter, const Tokens& t, int year) const;
    QStringList axisTexts(const Language& language) const;

    static constexpr double wordPixels = 10.5;

private:
    std::vector<std::pair<double, QString>> ticks(const Language& language) const;
    std::vector<int> years() const;
    QRectF m_plot;
    double m_low, m_high, m_step;
};

} // namespace chokepoint::ui
