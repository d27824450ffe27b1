// Drawing and handling of the slider with stops.
#include "parts/StopSlider.h"

#include "look/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chokepoint::ui {
namespace {
constexpr int edge = 9; ///< room for half a handle
constexpr int trackHeight = 4;
constexpr int wordsTop = 28, wordsHeight = 15, betweenWords = 8;
} // namespace

StopSlider::StopSlider(std::vector<double> stops, bool isStepped, double statusQuo, QWidget* parent)
    : QWidget(parent), m_stops(std::move(stops)), m_isStepped(isStepped), m_statusQuo(statusQuo), m_position(statusQuo)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true); // names the stop under the pointer
}

void StopSlider::setWords(const QString& loose, const QString& tight, const QStringList& stops)
{
    m_loose = loose;
    m_tight = tight;
    m_names = stops;
    update();
}

void StopSlider::setReason(const QString& reason)
{
    if (reason == m_reason)
        return;
    m_reason = reason;
    update();
}

/// The stop under the pointer, else the one that is taken while the slider has the focus.
std::optional<std::size_t> StopSlider::namedStop() const
{
    if (!isEnabled() || m_names.isEmpty())
        return {};
    if (m_hovered || !hasFocus() || m_stops.empty())
        return m_hovered;
    const auto stop = nearestStop(m_position);
    return std::fabs(m_stops[stop] - m_position) < 1e-9 ? std::optional(stop) : std::nullopt;
}

/// The stop that is named comes first, then the ends, then the word for the status quo; what would touch another is left out.
std::vector<StopSlider::Word> StopSlider::placedWords() const
{
    const QFontMetrics metrics(fontOf(11)), bold(fontOf(11, QFont::DemiBold));
    std::vector<Word> words;
    const auto place = [&](const QString& text, const QFontMetrics& font, double wished, int room, bool isNamed = false) {
        if (text.isEmpty())
            return;
        const auto shown = font.elidedText(text, Qt::ElideRight, room);
        const int wide = font.horizontalAdvance(shown) + 1;
        const QRect at(std::clamp(static_cast<int>(wished - wide / 2.0), 0, std::max(0, width() - wide)), wordsTop, wide, wordsHeight);
        if (std::ranges::none_of(words,
                                 [&](const Word& other) { return other.place.adjusted(-betweenWords, 0, betweenWords, 0).intersects(at); }))
            words.push_back({at, shown, isNamed});
    };
    if (!isEnabled() && !m_reason.isEmpty()) {
        place(m_reason, metrics, 0, width());
        return words;
    }
    if (const auto named = namedStop())
        place(m_names.value(static_cast<qsizetype>(*named)), bold, pointAt(m_stops[*named]).x(), width(), true);
    const auto beside = [&](const QString& other) { // what the other end leaves, at least half
        return std::max((width() - betweenWords) / 2, width() - metrics.horizontalAdvance(other) - 1 - betweenWords);
    };
    place(m_loose, metrics, 0, beside(m_tight));
    place(m_tight, metrics, width(), beside(m_loose));
    place(tr("today"), metrics, pointAt(m_statusQuo).x(), width());
    std::ranges::sort(words, {}, [](const Word& word) { return word.place.left(); });
    return words;
}

QStringList StopSlider::wordsBelow() const
{
    QStringList texts;
    for (const auto& word : placedWords())
        texts << word.text;
    return texts;
}

QStringList StopSlider::paintedTexts() const { return QStringList{m_loose, m_tight, m_reason, tr("today")} + m_names; }

void StopSlider::paintWords(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    for (const auto& word : placedWords()) {
        painter.setFont(fontOf(11, word.isNamed ? QFont::DemiBold : QFont::Normal));
        painter.setPen(word.isNamed ? t.text : t.muted);
        painter.drawText(word.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word.text);
    }
}

void StopSlider::hover(std::optional<std::size_t> stop)
{
    if (stop == m_hovered)
        return;
    m_hovered = stop;
    update();
}

void StopSlider::leaveEvent(QEvent* event)
{
    hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void StopSlider::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

void StopSlider::setPosition(double position)
{
    m_position = std::clamp(position, 0.0, 1.0);
    update();
}

void StopSlider::setChanged(bool changed)
{
    m_isChanged = changed;
    update();
}

QPoint StopSlider::pointAt(double position) const { return {edge + static_cast<int>(std::lround(position * (width() - 2 * edge))), 11}; }

std::size_t StopSlider::nearestStop(double position) const
{
    const auto nearest = std::ranges::min_element(m_stops, {}, [&](double stop) { return std::fabs(stop - position); });
    return static_cast<std::size_t>(nearest - m_stops.begin());
}

/// A stop of levels owns all that is nearest to it; a mark of a number a few pixels.
std::optional<std::size_t> StopSlider::stopNear(double x) const
{
    if (m_stops.empty())
        return {};
    const double position = (x - edge) / std::max(1, width() - 2 * edge);
    const auto stop = nearestStop(position);
    const bool isOn = m_isStepped || std::fabs(pointAt(m_stops[stop]).x() - x) <= edge;
    return isOn ? std::optional(stop) : std::nullopt;
}

double StopSlider::taken(double wished) const
{
    wished = std::clamp(wished, 0.0, 1.0);
    if (m_stops.empty())
        return wished;
    const double stop = m_stops[nearestStop(wished)];
    const double snap = 5.0 / std::max(1, width() - 2 * edge); // a free slider snaps to a mark within five pixels
    return m_isStepped || std::fabs(stop - wished) < snap ? stop : wished;
}

void StopSlider::moveTo(double wished)
{
    const double position = taken(wished);
    if (position == m_position)
        return;
    m_position = position;
    update();
    emit moved(position, true);
}

void StopSlider::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [&](double position) { return QPointF(pointAt(position)); };
    const QColor ink = !isEnabled() ? t.faint : m_isChanged ? t.accent : t.muted;

    painter.setPen(Qt::NoPen);
    painter.setBrush(t.track);
    painter.drawRoundedRect(QRectF(at(0) - QPointF(0, trackHeight / 2.0), at(1) + QPointF(0, trackHeight / 2.0)), 2, 2);
    if (m_isChanged) {
        const auto [low, high] = std::minmax(m_position, m_statusQuo);
        painter.setBrush(t.accent);
        painter.drawRect(QRectF(at(low) - QPointF(0, trackHeight / 2.0), at(high) + QPointF(0, trackHeight / 2.0)));
    }
    painter.setBrush(t.card);
    for (const double stop : m_stops) {
        const bool isTravelled = m_isChanged && stop >= std::min(m_position, m_statusQuo) && stop <= std::max(m_position, m_statusQuo);
        painter.setPen(QPen(isTravelled ? t.accent : t.edge, 1.2));
        painter.drawEllipse(at(stop), 2.6, 2.6);
    }
    QPainterPath triangle;
    const QPointF tip = at(m_statusQuo) + QPointF(0, 9);
    triangle.addPolygon(QPolygonF{tip, tip + QPointF(-4.5, 7), tip + QPointF(4.5, 7)});
    painter.fillPath(triangle, isEnabled() ? t.muted : t.faint);

    painter.setPen(QPen(ink, hasFocus() ? 2.6 : 1.6));
    painter.setBrush(m_isChanged && isEnabled() ? t.accent : t.card);
    painter.drawEllipse(at(m_position), 7, 7);
    paintWords(painter);
}

void StopSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = true;
    moveTo((event->position().x() - edge) / std::max(1, width() - 2 * edge));
}

void StopSlider::mouseMoveEvent(QMouseEvent* event)
{
    hover(stopNear(event->position().x()));
    if (m_isDragging)
        moveTo((event->position().x() - edge) / std::max(1, width() - 2 * edge));
}

void StopSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging)
        return;
    m_isDragging = false;
    emit released();
}

void StopSlider::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up  ? 1
                        : event->key() == Qt::Key_Left || event->key() == Qt::Key_Down ? -1
                                                                                       : 0;
    if (direction == 0 && event->key() != Qt::Key_Home && event->key() != Qt::Key_End)
        return QWidget::keyPressEvent(event);
    m_isKeyDown = true;
    if (event->key() == Qt::Key_Home)
        moveTo(0);
    else if (event->key() == Qt::Key_End)
        moveTo(1);
    else if (m_isStepped) {
        const auto stop = static_cast<int>(nearestStop(m_position)) + direction;
        moveTo(m_stops[static_cast<std::size_t>(std::clamp(stop, 0, static_cast<int>(m_stops.size()) - 1))]);
    } else if (const double wished = std::clamp(m_position + direction * m_keyStep, 0.0, 1.0); wished != m_position) {
        m_position = wished; // a key step does not snap, or it could not leave a mark
        update();
        emit moved(wished, true);
    }
}

/// All steps of a key that is held down are one move, as those of a drag are.
void StopSlider::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        letGo();
    QWidget::keyReleaseEvent(event);
}

/// The release of the key may go to another widget.
void StopSlider::focusOutEvent(QFocusEvent* event)
{
    letGo();
    update();
    QWidget::focusOutEvent(event);
}

void StopSlider::letGo()
{
    if (std::exchange(m_isKeyDown, false))
        emit released();
}

void StopSlider::wheelEvent(QWheelEvent* event) { event->ignore(); } // the panel scrolls; a wheel must not change policy

} // namespace chokepoint::ui
