// Paints the bar.
#include "pages/sources/InputRange.h"
#include "api/Catalogue.h"
#include "api/NumberWords.h"

#include "look/Theme.h"

#include <QPainter>

namespace chokepoint::ui {
namespace {
constexpr int edge = 6, barTop = 8, barHeight = 10;
double number(const std::string& text) { return QString::fromStdString(text).toDouble(); }
} // namespace

InputRange::InputRange(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void InputRange::showInput(const Parameter& parameter, const std::optional<Assumption>& own)
{
    m_low = number(parameter.low);
    m_high = number(parameter.high);
    m_central = number(parameter.central);
    std::tie(m_from, m_to) = allowedRange(parameter);
    m_own = own ? std::optional(number(own->value)) : std::nullopt;
    const bool isRange = own && !own->low.empty();
    m_ownLow = isRange ? std::optional(number(own->low)) : std::nullopt;
    m_ownHigh = isRange ? std::optional(number(own->high)) : std::nullopt;
    m_lowText = QString::fromStdString(words::roundTrip(m_from));
    m_highText = QString::fromStdString(words::roundTrip(m_to));
    setAccessibleName(tr("Range from %1 to %2").arg(m_lowText, m_highText));
    update();
}

void InputRange::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [&](double value) { return edge + (value - m_from) / (m_to - m_from) * (width() - 2 * edge); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.grid);
    painter.drawRoundedRect(QRectF(at(m_from), barTop, at(m_to) - at(m_from), barHeight), 4, 4);
    painter.setBrush(t.track);
    painter.drawRoundedRect(QRectF(at(m_low), barTop, at(m_high) - at(m_low), barHeight), 4, 4);
    if (m_ownLow) {
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(at(*m_ownLow), barTop, at(*m_ownHigh) - at(*m_ownLow), barHeight), 4, 4);
    }
    painter.setPen(QPen(t.text, 2));
    painter.drawLine(QPointF(at(m_central), barTop - 3), QPointF(at(m_central), barTop + barHeight + 3));
    if (m_own) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(t.card);
        painter.drawEllipse(QPointF(at(*m_own), barTop + barHeight / 2.0), 6, 6);
    }
    painter.setPen(t.muted);
    painter.setFont(fontOf(11));
    const QRect under(edge, barTop + barHeight + 4, width() - 2 * edge, 18);
    painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, m_lowText);
    painter.drawText(under, Qt::AlignRight | Qt::AlignVCenter, m_highText);
}

} // namespace chokepoint::ui
