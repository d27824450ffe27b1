// Drawing and handling of the segmented control.
#include "parts/Segments.h"

#include "look/Theme.h"
#include "parts/DataText.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace chokepoint::ui {
namespace {
constexpr int segmentHeight = 26, markHeight = 7;
} // namespace

Segments::Segments(const QStringList& labels, QWidget* parent) : QWidget(parent), m_labels(labels)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize Segments::sizeHint() const { return {160, segmentHeight + (m_statusQuo >= 0 ? markHeight : 0)}; }

void Segments::setLabels(const QStringList& labels)
{
    m_labels = labels;
    setCurrent(m_current < labels.size() ? m_current : 0);
}

void Segments::setCurrent(int index)
{
    m_current = index;
    update();
}

void Segments::setChanged(bool changed)
{
    m_isChanged = changed;
    update();
}

void Segments::setStatusQuo(int index)
{
    m_statusQuo = index;
    updateGeometry();
}

QRect Segments::segment(int index) const
{
    const auto count = std::max<qsizetype>(1, m_labels.size());
    const int left = static_cast<int>(2 + index * (width() - 4) / count), right = static_cast<int>(2 + (index + 1) * (width() - 4) / count);
    return {left, 2, right - left, segmentHeight - 4};
}

int Segments::indexAt(const QPoint& point) const
{
    for (int i = 0; i < m_labels.size(); ++i)
        if (segment(i).contains(point.x(), segment(i).center().y()))
            return i;
    return -1;
}

void Segments::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.accent, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(t.track);
    painter.drawRoundedRect(QRectF(0.7, 0.7, width() - 1.4, segmentHeight - 1.4), 6, 6);
    for (int i = 0; i < m_labels.size(); ++i) {
        const bool isTaken = i == m_current;
        if (isTaken) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_isChanged ? t.accent : t.card);
            painter.drawRoundedRect(segment(i), 5, 5);
        }
        painter.setFont(fontOf(12, isTaken ? QFont::DemiBold : QFont::Normal));
        painter.setPen(!isEnabled() ? t.faint : !isTaken ? t.muted : m_isChanged ? t.card : t.text);
        const auto room = segment(i).adjusted(2, 0, -2, 0);
        painter.drawText(room, Qt::AlignCenter, painter.fontMetrics().elidedText(m_labels[i], Qt::ElideRight, room.width()));
    }
    if (m_statusQuo >= 0) {
        QPainterPath triangle;
        const QPointF tip(segment(m_statusQuo).center().x() + 0.5, segmentHeight + 1.5);
        triangle.addPolygon(QPolygonF{tip, tip + QPointF(-4, 5.5), tip + QPointF(4, 5.5)});
        painter.fillPath(triangle, t.muted);
    }
}

void Segments::choose(int index)
{
    if (index < 0 || index >= m_labels.size() || index == m_current)
        return;
    m_current = index;
    update();
    emit chosen(index);
}

bool Segments::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        if (index >= 0 && index < m_tips.size())
            QToolTip::showText(help->globalPos(), plainText(m_tips[index]), this);
        return true;
    }
    return QWidget::event(event);
}

void Segments::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(indexAt(event->pos()));
}

void Segments::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Right && event->key() != Qt::Key_Left)
        return QWidget::keyPressEvent(event);
    m_isKeyDown = true;
    choose(m_current + (event->key() == Qt::Key_Right ? 1 : -1));
}

/// All steps of a key that is held down are one move.
void Segments::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        letGo();
    QWidget::keyReleaseEvent(event);
}

/// The release of the key may go to another widget.
void Segments::focusOutEvent(QFocusEvent* event)
{
    letGo();
    QWidget::focusOutEvent(event);
}

void Segments::letGo()
{
    if (std::exchange(m_isKeyDown, false))
        emit released();
}

} // namespace chokepoint::ui
