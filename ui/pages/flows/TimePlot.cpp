// Scales and paints small plots over the years.
#include "pages/flows/TimePlot.h"

#include "api/NumberWords.h"
#include "api/SeriesDraws.h"
#include "parts/Text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double axisWidth = 34, yearsHeight = 17, recordHeight = 17;
constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);

double roundStep(double least)
{
    double power = 1;
    while (power * 10 <= least)
        power *= 10;
    while (power > least)
        power /= 10;
    for (const double step : {1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (power * step >= least * (1 - 1e-9))
            return power * step;
    return power * 10;
}

} // namespace

TimePlot::TimePlot(const QRectF& room, double low, double high, int steps)
    : m_plot(room.adjusted(axisWidth, recordHeight, 0, -yearsHeight)), m_low(low), m_step(roundStep(std::max(high - low, 1e-9) / steps))
{
    m_low = std::floor(low / m_step + 1e-9) * m_step;
    m_high = m_low + std::ceil((high - m_low) / m_step - 1e-9) * m_step;
}

double TimePlot::xAt(double year) const { return m_plot.left() + (year - firstYear) / (lastYear + 1 - firstYear) * m_plot.width(); }

double TimePlot::yAt(double value) const { return m_plot.bottom() - (value - m_low) / (m_high - m_low) * m_plot.height(); }

QPointF TimePlot::at(const SeriesValues& values, std::size_t quarter) const
{
    return {xAt(Quarter{static_cast<int>(quarter)}.middle()), yAt(values[quarter])};
}

std::size_t TimePlot::quarterAt(double x) const
{
    const double part = (x - m_plot.left()) / std::max(1.0, m_plot.width());
    return static_cast<std::size_t>(std::clamp(static_cast<int>(std::floor(part * quarterCount)), 0, quarterCount - 1));
}

std::vector<std::pair<double, QString>> TimePlot::ticks(const Language& language) const
{
    std::vector<std::pair<double, QString>> ticks;
    for (double value = m_low; value <= m_high + m_step / 2; value += m_step)
        ticks.emplace_back(value, text(words::number(std::fabs(value) < m_step / 1e6 ? 0 : value), language));
    return ticks;
}

std::vector<int> TimePlot::years() const
{
    const int step = m_plot.width() > 420 ? 2 : m_plot.width() > 190 ? 4 : 6;
    std::vector<int> years;
    for (int year = firstYear; year <= lastYear; year += step)
        years.push_back(year);
    return years;
}

QStringList TimePlot::axisTexts(const Language& language) const
{
    QStringList texts;
    for (const auto& [value, word] : ticks(language))
        texts << word;
    for (const int year : years())
        texts << text(Message("figure.year", {{"year", year}}), language);
    return texts;
}

void TimePlot::drawAxes(QPainter& painter, const Tokens& t, const Language& language) const
{
    painter.setFont(fontOf(wordPixels));
    for (const auto& [value, word] : ticks(language)) {
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(m_plot.left(), yAt(value)), QPointF(m_plot.right(), yAt(value)));
        painter.setPen(t.muted);
        painter.drawText(QRectF(m_plot.left() - axisWidth, yAt(value) - 8, axisWidth - 6, 16), Qt::AlignRight | Qt::AlignVCenter, word);
    }
    painter.setPen(t.muted);
    for (const int year : years())
        painter.drawText(QRectF(xAt(year) - 20, m_plot.bottom() + 2, 40, yearsHeight - 2), Qt::AlignHCenter | Qt::AlignVCenter,
                         text(Message("figure.year", {{"year", year}}), language));
}

void TimePlot::drawLine(QPainter& painter, const SeriesValues& values, const QPen& pen) const
{
    QPainterPath path(at(values, 0));
    for (std::size_t q = 1; q < values.size(); ++q)
        path.lineTo(at(values, q));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void TimePlot::drawBand(QPainter& painter, const std::array<Spread, quarterCount>& spread, double scale, const QColor& colour) const
{
    const auto first = static_cast<std::size_t>((recordedUntil - firstYear) * 4);
    QPolygonF edge;
    for (std::size_t q = first; q < spread.size(); ++q)
        edge << QPointF(xAt(Quarter{static_cast<int>(q)}.middle()), std::max(m_plot.top(), yAt(spread[q].quantiles[ninetieth] * scale)));
    for (std::size_t q = spread.size(); q-- > first;)
        edge << QPointF(xAt(Quarter{static_cast<int>(q)}.middle()), std::max(m_plot.top(), yAt(spread[q].quantiles[tenth] * scale)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(edge);
}

void TimePlot::drawRecord(QPainter& painter, const Tokens& t, const QString& recorded, const QString& projected) const
{
    const double x = xAt(recordedUntil);
    painter.setPen(QPen(t.faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, m_plot.top() - recordHeight + 3), QPointF(x, m_plot.bottom()));
    painter.setFont(fontOf(wordPixels));
    painter.setPen(t.muted);
    const QFontMetricsF metrics(painter.font());
    if (metrics.horizontalAdvance(recorded) + 4 < x - m_plot.left() + axisWidth)
        painter.drawText(QRectF(x - 124, m_plot.top() - recordHeight, 120, 15), Qt::AlignRight | Qt::AlignVCenter, recorded);
    painter.drawText(QRectF(x + 4, m_plot.top() - recordHeight, 120, 15), Qt::AlignLeft | Qt::AlignVCenter, projected);
}

void TimePlot::drawYear(QPainter& painter, const Tokens& t, int year) const
{
    painter.setPen(QPen(t.accent, 1));
    painter.drawLine(QPointF(xAt(year + 0.5), m_plot.top()), QPointF(xAt(year + 0.5), m_plot.bottom()));
}

} // namespace chokepoint::ui
