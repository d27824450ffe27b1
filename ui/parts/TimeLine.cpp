// Drawing and handling of the time line.
#include "parts/TimeLine.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chokepoint::ui {
namespace {
constexpr int handleRoom = 12;      ///< room for half a handle
constexpr int lineAt = 22;    ///< pixels from the top
constexpr double radius = 7;  ///< of a handle
constexpr double reach = 9;   ///< pixels from the middle of a handle at which the mouse takes it
} // namespace

TimeLine::TimeLine(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(fontOf(11));
    describe();
}

void TimeLine::setMarks(std::vector<TimeMark> marks)
{
    m_marks = std::move(marks);
    describe();
    update();
}

void TimeLine::setRecorded(std::vector<Quarter> quarters)
{
    m_recorded = std::move(quarters);
    update();
}

void TimeLine::setCursorAt(Quarter quarter)
{
    quarter.index = std::clamp(quarter.index, 0, quarterCount - 1);
    if (quarter == m_cursor)
        return;
    m_cursor = quarter;
    describe();
    update();
    emit cursorMoved(quarter);
}

/// What a screen reader says of the place of the cursor.
void TimeLine::describe()
{
    const auto* mark = markAt(m_cursor);
    setAccessibleDescription(mark ? mark->words : tr("%1: no change").arg(text(m_cursor, m_language)));
}

double TimeLine::xAt(double year) const
{
    return handleRoom + (year - firstYear) / (lastYear + 1 - firstYear) * (width() - 2 * handleRoom);
}

QPoint TimeLine::pointAt(Quarter quarter) const { return {static_cast<int>(std::lround(xAt(quarter.begin()))), lineAt}; }

Quarter TimeLine::quarterAt(double x) const
{
    const double quarters = (x - handleRoom) / std::max(1, width() - 2 * handleRoom) * quarterCount;
    return {std::clamp(static_cast<int>(std::lround(quarters)), 0, quarterCount - 1)};
}

const TimeMark* TimeLine::markAt(Quarter quarter) const
{
    const auto mark = std::ranges::find(m_marks, quarter, &TimeMark::at);
    return mark == m_marks.end() ? nullptr : &*mark;
}

const TimeMark* TimeLine::markNear(double x) const
{
    const TimeMark* nearest = nullptr;
    for (const auto& mark : m_marks) {
        const double distance = std::fabs(xAt(mark.at.begin()) - x);
        if (distance <= reach && (!nearest || distance < std::fabs(xAt(nearest->at.begin()) - x)))
            nearest = &mark;
    }
    return nearest;
}

/// A number stands at every second year, or at every fourth where there is little room.
bool TimeLine::isNumbered(int year) const { return (year - firstYear) % (width() < 420 ? 4 : 2) == 0; }

QStringList TimeLine::paintedTexts() const
{
    QStringList years;
    for (int year = firstYear; year <= lastYear; ++year)
        if (isNumbered(year))
            years << text(Message("figure.year", {{"year", year}}), m_language);
    return years;
}

void TimeLine::paintScale(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.track);
    painter.drawRoundedRect(QRectF(QPointF(xAt(firstYear), lineAt - 2), QPointF(xAt(lastYear + 1), lineAt + 2)), 2, 2);
    painter.setPen(QPen(t.faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(xAt(recordedUntil), 4), QPointF(xAt(recordedUntil), lineAt + 14));
    for (int year = firstYear; year <= lastYear; ++year) {
        const bool hasNumber = isNumbered(year);
        painter.setPen(QPen(hasNumber ? t.muted : t.line, 1));
        painter.drawLine(QPointF(xAt(year), lineAt + 8), QPointF(xAt(year), lineAt + (hasNumber ? 14 : 11)));
        if (!hasNumber)
            continue;
        painter.setPen(t.muted);
        const auto number = text(Message("figure.year", {{"year", year}}), m_language);
        const double half = painter.fontMetrics().horizontalAdvance(number) / 2.0;
        painter.drawText(QPointF(std::clamp(xAt(year) - half, 0.0, width() - 2 * half), lineAt + 28), number);
    }
    painter.setPen(QPen(t.muted, 1.5));
    for (const auto quarter : m_recorded)
        painter.drawLine(QPointF(xAt(quarter.begin()), lineAt - 6), QPointF(xAt(quarter.begin()), lineAt + 6));
}

void TimeLine::paintMarks(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    for (const auto& mark : m_marks)
        if (mark.over > 1) {
            const QPointF from(xAt(mark.at.begin()), lineAt);
            const QPointF to(xAt(std::min(mark.at.begin() + mark.over / 4.0, lastYear + 1.0)), lineAt - 12);
            painter.setPen(QPen(t.accent, 2));
            painter.drawLine(from, to);
        }
    for (const auto& mark : m_marks) {
        const bool isChosen = mark.at == m_cursor;
        painter.setPen(QPen(isChosen ? t.text : t.card, isChosen ? 2 : 1));
        painter.setBrush(t.accent);
        painter.drawEllipse(QPointF(xAt(mark.at.begin()), lineAt), radius, radius);
    }
}

void TimeLine::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintScale(painter);
    if (!markAt(m_cursor)) {
        painter.setPen(QPen(hasFocus() ? t.text : t.muted, hasFocus() ? 2 : 1.2));
        painter.setBrush(t.card);
        painter.drawEllipse(QPointF(xAt(m_cursor.begin()), lineAt), 4, 4);
    }
    paintMarks(painter);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void TimeLine::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const auto* mark = markNear(x);
    m_dragged = mark ? std::optional(mark->at) : std::nullopt;
    setCursorAt(mark ? mark->at : quarterAt(x));
}

void TimeLine::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged || !(event->buttons() & Qt::LeftButton))
        return;
    const auto to = quarterAt(event->position().x());
    if (to == m_cursor)
        return;
    emit moveAsked(*m_dragged, to, true);
    setCursorAt(to);
}

void TimeLine::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        letGo();
}

void TimeLine::letGo()
{
    if (std::exchange(m_dragged, std::nullopt))
        emit dragEnded();
}

/// All steps of a key that is held down are one move, as those of a drag are.
void TimeLine::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        letGo();
    QWidget::keyReleaseEvent(event);
}

void TimeLine::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !markNear(event->position().x()))
        emit addAsked(quarterAt(event->position().x()));
}

void TimeLine::step(int quarters, bool takesChange)
{
    const Quarter from = m_cursor, to{std::clamp(m_cursor.index + quarters, 0, quarterCount - 1)};
    if (takesChange && to != from && (m_dragged || markAt(from))) {
        if (!m_dragged)
            m_dragged = from;
        emit moveAsked(*m_dragged, to, true);
    }
    setCursorAt(to);
}

void TimeLine::keyPressEvent(QKeyEvent* event)
{
    const bool takesChange = event->modifiers() & Qt::ShiftModifier;
    const auto jump = [this](int direction) {
        const TimeMark* next = nullptr;
        for (const auto& mark : m_marks)
            if (direction > 0 ? mark.at > m_cursor && !next : mark.at < m_cursor)
                next = &mark;
        if (next)
            setCursorAt(next->at);
    };
    switch (event->key()) {
    case Qt::Key_Left: return step(-1, takesChange);
    case Qt::Key_Right: return step(1, takesChange);
    case Qt::Key_PageUp: return step(-4, takesChange);
    case Qt::Key_PageDown: return step(4, takesChange);
    case Qt::Key_Home: return step(-quarterCount, false);
    case Qt::Key_End: return step(quarterCount, false);
    case Qt::Key_Up: return jump(-1);
    case Qt::Key_Down: return jump(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Insert: emit addAsked(m_cursor); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (markAt(m_cursor))
            emit removeAsked(m_cursor);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

bool TimeLine::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto* mark = markNear(help->pos().x());
        QToolTip::showText(
            help->globalPos(),
            plainText(mark ? mark->words : tr("%1: double-click to add a change").arg(text(quarterAt(help->pos().x()), m_language))), this);
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        letGo(); // the release of the key may go to another widget
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace chokepoint::ui
