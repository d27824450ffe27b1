// Paints the bar with the colours of the theme.
#include "parts/RangeBar.h"

#include "look/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int thick = 12, edge = 4;

} // namespace

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
    const double middle = width() / 2.0, reach = middle - edge, y = height() / 2.0;
    const auto bar = [&](double from, double to, double thickness, const QColor& colour) {
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, y - thickness / 2, to - from, thickness), thickness / 2, thickness / 2);
    };
    bar(middle - reach, middle + reach, 2, look.track);
    if (m_range) {
        const double most = std::max({std::fabs(m_range->low), std::fabs(m_range->high), std::fabs(m_range->main), m_range->reach, 1e-300});
        const auto at = [&](double change) { return middle + reach * change / most; };
        QColor tint = look.accent;
        tint.setAlphaF(0.4F);
        bar(std::min(at(m_range->low), at(m_range->high) - 2), at(m_range->high), 5, tint);
        painter.setBrush(look.faint);
        painter.drawRect(QRectF(middle - 0.75, 1, 1.5, height() - 2));
        painter.setBrush(look.accent);
        painter.drawEllipse(QPointF(at(m_range->main), y), 3.2, 3.2);
        return;
    }
    painter.setBrush(look.faint);
    painter.drawRect(QRectF(middle - 0.75, 1, 1.5, height() - 2));
}

} // namespace chokepoint::ui
