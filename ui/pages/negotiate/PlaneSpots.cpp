// Tells of the points of the plane, under the pointer or walked by keys.
#include "pages/negotiate/PlaneView.h"

#include "api/RehearsalWords.h"
#include "pages/negotiate/PlaneFrame.h"
#include "parts/Text.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace chokepoint::ui {

namespace {

constexpr double reach = 14; ///< pixels from a point within which the pointer is on it

} // namespace

/// What is nearest is told of, and of points in one place the first.
void PlaneView::findSpots()
{
    m_spots.clear();
    if (!m_debrief)
        return;
    const auto& d = *m_debrief;
    const auto add = [&](const Message& name, const bargain::WorthOf& at) { m_spots << Spot{text(name, m_language), at}; };
    add(words::spotName(words::Spot::Today), {domain().statusQuo(), d.today});
    for (const auto& move : d.moves)
        if (move.kind == bargain::MoveKind::Offer)
            add(words::spotName(words::Spot::Offer, move.side, move.round), {move.package, move.worth});
    if (d.deal)
        add(words::spotName(words::Spot::Deal), *d.deal);
    if (d.points && d.points->nash.package == d.points->kalaiSmorodinsky.package) {
        add(words::spotName(words::Spot::NashAndKalai), d.points->nash);
    } else if (d.points) {
        add(words::spotName(words::Spot::Nash), d.points->nash);
        add(words::spotName(words::Spot::Kalai), d.points->kalaiSmorodinsky);
    }
    for (const auto& package : d.frontier)
        add(words::spotName(words::Spot::Frontier), package);
}

QPointF PlaneView::placeOf(int spot) const { return frameNow().at(m_spots[spot].at.worth); }

QString PlaneView::told() const
{
    if (m_current < 0)
        return {};
    const auto& spot = m_spots[m_current];
    return text(words::spotInWords(domain(), spot.name.toStdString(), spot.at), m_language);
}

void PlaneView::setCurrent(int spot)
{
    if (spot == m_current)
        return;
    m_current = spot;
    setAccessibleDescription(spot < 0 ? paintedTexts().join(QLatin1Char('\n')) : told());
    update();
    emit currentChanged();
}

void PlaneView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_debrief)
        return;
    int nearest = -1;
    double least = reach;
    for (int s = 0; s < m_spots.size(); ++s) {
        const auto way = placeOf(s) - event->position();
        if (const double far = std::hypot(way.x(), way.y()); far < least) {
            least = far;
            nearest = s;
        }
    }
    setCurrent(nearest);
}

void PlaneView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCurrent(-1);
}

void PlaneView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlaneView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
}

/// Left and right walk from point to point, Home and End to the first and the last.
void PlaneView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_spots.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: return setCurrent(std::min(last, m_current + 1));
    case Qt::Key_Left:
    case Qt::Key_Up: return setCurrent(std::max(0, m_current - 1));
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(last);
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace chokepoint::ui
