// Paints the bar with the colours of the theme.
#include "parts/RangeBar.h"

#include "look/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace chokepoint::ui {
namespace {

constexpr int thick = 12, rangeEdge = 6;
constexpr double roomForAll = 0.4; ///< beyond it one long bar does not make all others short

} // namespace

double sharedReach(std::vector<double> widest)
{
    widest.resize(std::max<std::size_t>(widest.size(), 2));
    std::ranges::sort(widest, std::greater());
    return widest[0] > roomForAll ? std::max(roomForAll, widest[1]) : widest[0];
}

RangeBar::RangeBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(60);
}

void RangeBar::setRange(const std::optional<Range>& range)
{
    if (range == m_range)
        return;
    m_range = range;
    update();
}

QSize RangeBar::sizeHint() const { return {100, thick}; }

void RangeBar::paintEvent(QPaintEvent*)
{
    const auto& look = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = width() / 2.0, reach = middle - rangeEdge, y = height() / 2.0;
    const auto bar = [&](double from, double to, double thickness, const QColor& colour) {
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, y - thickness / 2, to - from, thickness), thickness / 2, thickness / 2);
    };
    bar(middle - reach, middle + reach, 2, look.track);
    const auto drawZero = [&] {
        painter.setBrush(look.faint);
        painter.drawRect(QRectF(middle - 0.75, 1, 1.5, height() - 2));
    };
    if (!m_range)
        return drawZero();
    const double most = m_range->reach > 0 ? m_range->reach : std::max({std::fabs(m_range->low), std::fabs(m_range->high), 1e-300});
    const auto at = [&](double change) { return middle + reach * std::clamp(change / most, -1.0, 1.0); };
    const QColor tint = colourOfRange(look);
    bar(std::min(at(m_range->low), at(m_range->high) - 2), at(m_range->high), 5, tint);
    for (const double end : {m_range->low, m_range->high}) {
        if (std::fabs(end) <= most)
            continue;
        const double way = end < 0 ? -1 : 1, tip = middle + way * middle;
        painter.setBrush(tint);
        painter.drawPolygon(QPolygonF{{tip, y}, {tip - way * 6, y - 5}, {tip - way * 6, y + 5}});
    }
    drawZero();
    painter.setPen(QPen(look.panel, 1));
    painter.setBrush(look.accent);
    painter.drawEllipse(QPointF(at(m_range->main), y), 4, 4);
}

} // namespace chokepoint::ui
