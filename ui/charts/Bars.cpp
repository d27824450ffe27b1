// Paints the bars.
#include "Bars.h"

#include "Ticks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int rowHeight = 28, barHeight = 14, axisHeight = 40, topRoom = 20, valueWidth = 132, widestName = 300, edge = 8;

/// A round step that cuts a range into about four.
double roundStep(double range)
{
    const double wished = range / 4, power = std::pow(10.0, std::floor(std::log10(wished)));
    for (const double round : {1.0, 2.0, 2.5, 5.0})
        if (wished <= round * power * (1 + 1e-12))
            return round * power;
    return 10 * power;
}

QColor colourOf(const Tokens& t, BarPiece::Colour colour)
{
    switch (colour) {
    case BarPiece::Colour::Rise: return t.blue;
    case BarPiece::Colour::Fall: return t.vermillion;
    case BarPiece::Colour::Total: return t.text;
    case BarPiece::Colour::Muted: return t.track;
    case BarPiece::Colour::Accent: break;
    }
    return t.accent;
}

} // namespace

Bars::Bars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void Bars::setContent(const BarsContent& content)
{
    m_content = content;
    double low = content.mark.value_or(0), high = low;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    QStringList said;
    for (const auto& row : content.rows) {
        for (const auto& piece : row.pieces) {
            take(piece.from);
            take(piece.to);
        }
        if (row.interval) {
            take(row.interval->first);
            take(row.interval->second);
        }
        said << row.name + QStringLiteral(": ") + row.value;
    }
    if (!(high > low))
        high = low + 1;
    m_step = roundStep(high - low);
    m_low = std::floor(low / m_step + 1e-9) * m_step;
    m_high = std::ceil(high / m_step - 1e-9) * m_step;
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize Bars::sizeHint() const { return {480, static_cast<int>(m_content.rows.size()) * rowHeight + topRoom + axisHeight}; }
QSize Bars::minimumSizeHint() const { return {320, sizeHint().height()}; }

int Bars::nameWidth() const { return std::min(widestName, width() * 36 / 100); }

double Bars::pixelOf(double value) const
{
    const int left = nameWidth() + edge, right = width() - valueWidth;
    return left + (value - m_low) / (m_high - m_low) * (right - left);
}

QRect Bars::rowRect(int row) const { return {0, topRoom + row * rowHeight, width(), rowHeight}; }

int Bars::rowAt(const QPoint& point) const
{
    const int row = (point.y() - topRoom) / rowHeight;
    return point.y() < topRoom || row >= m_content.rows.size() ? -1 : row;
}

void Bars::paintAxis(QPainter& painter, const Tokens& t) const
{
    const int bottom = topRoom + static_cast<int>(m_content.rows.size()) * rowHeight;
    painter.setFont(fontOf(11));
    for (double tick = m_low; tick <= m_high + m_step / 2; tick += m_step) {
        const double value = std::fabs(tick) < m_step / 1000 ? 0 : tick;
        const bool isZero = value == 0;
        painter.setPen(QPen(isZero ? t.faint : t.grid, 1));
        painter.drawLine(QPointF(pixelOf(value), topRoom), QPointF(pixelOf(value), bottom));
        painter.setPen(t.muted);
        painter.drawText(QRectF(pixelOf(value) - 50, bottom + 2, 100, 16), Qt::AlignCenter, tickWords(value));
    }
    painter.setPen(t.faint);
    painter.drawText(QRectF(nameWidth() + edge, bottom + 18, width() - nameWidth() - edge - 8, 18), Qt::AlignLeft | Qt::AlignVCenter, m_content.axis);
    if (!m_content.mark)
        return;
    painter.setPen(QPen(t.text, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(pixelOf(*m_content.mark), topRoom), QPointF(pixelOf(*m_content.mark), bottom));
    painter.setPen(t.muted);
    const double half = painter.fontMetrics().horizontalAdvance(m_content.markWords) / 2.0 + 4;
    const double middle = std::clamp(pixelOf(*m_content.mark), half, std::max(half, width() - half));
    painter.drawText(QRectF(middle - half, 0, 2 * half, topRoom), Qt::AlignCenter, m_content.markWords);
}

void Bars::paintRow(QPainter& painter, const BarRow& row, const QRect& place, const Tokens& t) const
{
    const double middle = place.center().y() + 0.5;
    for (const auto& piece : row.pieces) {
        QRectF bar(QPointF(pixelOf(std::min(piece.from, piece.to)), middle - barHeight / 2.0), QPointF(pixelOf(std::max(piece.from, piece.to)), middle + barHeight / 2.0));
        if (bar.width() < 1.5)
            bar.setWidth(1.5);
        const auto colour = colourOf(t, piece.colour);
        painter.setPen(piece.isHatched ? QPen(colour, 1) : QPen(Qt::NoPen));
        painter.setBrush(piece.isHatched ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
        painter.drawRoundedRect(bar, 2.5, 2.5);
    }
    if (row.interval) {
        painter.setPen(QPen(t.text, 1.4));
        const double left = pixelOf(row.interval->first), right = pixelOf(row.interval->second);
        painter.drawLine(QPointF(left, middle), QPointF(right, middle));
        for (const double end : {left, right})
            painter.drawLine(QPointF(end, middle - 5), QPointF(end, middle + 5));
    }
    painter.setFont(fontOf(12, row.isStrong ? QFont::DemiBold : QFont::Normal));
    painter.setPen(t.text);
    const int gradeRoom = row.grade.isEmpty() ? 0 : 22;
    const QRect name(0, place.top(), nameWidth() - gradeRoom, place.height());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(row.name, Qt::ElideRight, name.width()));
    painter.drawText(QRect(width() - valueWidth + 10, place.top(), valueWidth - 10, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.value, Qt::ElideRight, valueWidth - 10));
    if (!row.grade.isEmpty()) {
        const QRectF box(nameWidth() - 18, middle - 8, 16, 16);
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(t.muted);
        painter.setFont(fontOf(10.5));
        painter.drawText(box, Qt::AlignCenter, row.grade);
    }
}

void Bars::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.rows.isEmpty())
        return;
    paintAxis(painter, t);
    for (int i = 0; i < m_content.rows.size(); ++i) {
        const auto& row = m_content.rows[i];
        if (m_content.isChained && i + 1 < m_content.rows.size() && !row.pieces.isEmpty() && !m_content.rows[i + 1].pieces.isEmpty()
            && !m_content.rows[i + 1].pieces.front().isHatched) {
            const double end = pixelOf(row.pieces.back().to);
            painter.setPen(QPen(t.faint, 1));
            painter.drawLine(QPointF(end, rowRect(i).center().y()), QPointF(end, rowRect(i + 1).center().y()));
        }
        paintRow(painter, row, rowRect(i), t);
    }
}

void Bars::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->pos());
    if (event->button() == Qt::LeftButton && row >= 0 && !m_content.rows[row].key.isEmpty())
        emit rowClicked(m_content.rows[row].key);
}

bool Bars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    if (row >= 0)
        QToolTip::showText(help->globalPos(), m_content.rows[row].name + QStringLiteral(": ") + m_content.rows[row].value
                                                  + (m_content.rows[row].tip.isEmpty() ? QString() : QStringLiteral("\n") + m_content.rows[row].tip), this);
    return true;
}

} // namespace chokepoint::ui
