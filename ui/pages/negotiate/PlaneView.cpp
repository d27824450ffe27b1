// Paints the plane.
#include "pages/negotiate/PlaneView.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/OfferMark.h"
#include "pages/negotiate/PlaneFrame.h"
#include "pages/negotiate/WorthAxis.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr double cell = 0.5, planePixels = 11, leastForGaps = 6;

} // namespace

PlaneView::PlaneView(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("plane"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Every offer, and where the deal landed"));
    m_tableAction = new TableAction(*this, language, [this] { return table(); });
}

void PlaneView::setDebrief(const std::optional<bargain::Debrief>& debrief, Side seat)
{
    m_debrief = debrief;
    m_seat = seat;
    findSpots();
    setCurrent(-1);
    debrief ? m_tableAction->renew() : m_tableAction->leave();
    setAccessibleDescription(paintedTexts().join(QLatin1Char('\n')));
    update();
}

QString PlaneView::sideWords(Side side) const { return side == Side::US ? tr("worth to Washington") : tr("worth to Beijing"); }

QString PlaneView::todayWords() const { return text(words::todayMark(m_debrief->today.of(m_seat)), m_language); }

QStringList PlaneView::paintedTexts() const
{
    if (!m_debrief)
        return {};
    const auto words = [&](double value) { return text(words::points(value), m_language); };
    QStringList texts{sideWords(Side::US),
                      sideWords(Side::China),
                      todayWords(),
                      tr("frontier"),
                      tr("walk-away value %1").arg(words(m_debrief->sides.us.walkAway)),
                      tr("walk-away value %1").arg(words(m_debrief->sides.china.walkAway))};
    for (const auto& spot : m_spots)
        if (!texts.contains(spot.name))
            texts << spot.name;
    return texts;
}

void PlaneView::paintCells(QPainter& painter, const Frame& frame) const
{
    const auto& t = tokensOf(*this);
    std::size_t most = 1;
    for (const auto& each : m_debrief->cells)
        most = std::max(most, each.count);
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& each : m_debrief->cells) {
        const bargain::Both<double> corner{each.us * cell, each.china * cell};
        const auto from = frame.at(corner), to = frame.at({corner.us + cell, corner.china + cell});
        const double part = 0.12 + 0.38 * std::sqrt(static_cast<double>(each.count) / static_cast<double>(most));
        painter.setBrush(mixed(each.isInZone ? t.accent : t.faint, t.card, part));
        const auto place = QRectF(from, to).normalized();
        if (place.width() >= leastForGaps && place.height() >= leastForGaps)
            painter.drawRect(place.adjusted(0.3, 0.3, -0.3, -0.3));
        else // edge to edge: gaps of less than a pixel would make stripes
            painter.fillRect(
                QRect(QPoint(qRound(place.left()), qRound(place.top())), QPoint(qRound(place.right()) - 1, qRound(place.bottom()) - 1)),
                painter.brush());
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void PlaneView::paintLines(QPainter& painter, const Frame& frame) const
{
    const auto& t = tokensOf(*this);
    const auto& d = *m_debrief;
    painter.setFont(fontOf(planePixels));
    painter.setPen(t.muted);
    paintWorthAxis(painter, {frame.left, frame.right, 5, d.today.of(m_seat), todayWords(), 1.0 * width()}, frame.plot.bottom() + 3,
                   [&](double worth) { return frame.at(worth, 0).x(); });
    for (double worth = std::ceil(frame.low / 5) * 5; worth < frame.high; worth += 5)
        painter.drawText(QRectF(0, frame.at(0, worth).y() - 8, frame.plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(worth));
    painter.setFont(fontOf(planePixels, QFont::DemiBold));
    painter.setPen(t.accent);
    painter.drawText(QRectF(frame.plot.left(), height() - 16, frame.plot.width(), 16), Qt::AlignRight | Qt::AlignVCenter,
                     sideWords(m_seat));
    painter.setPen(t.caution);
    painter.drawText(QRectF(0, 0, 240, 16), Qt::AlignLeft | Qt::AlignVCenter, sideWords(bargain::otherThan(m_seat)));
    const double mine = d.sides.of(m_seat).walkAway, theirs = d.sides.of(bargain::otherThan(m_seat)).walkAway;
    painter.setPen(QPen(t.text, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(frame.at(mine, 0).x(), frame.plot.top()), QPointF(frame.at(mine, 0).x(), frame.plot.bottom()));
    painter.drawLine(QPointF(frame.plot.left(), frame.at(0, theirs).y()), QPointF(frame.plot.right(), frame.at(0, theirs).y()));
    QPolygonF line;
    for (const auto& package : d.frontier)
        line << frame.at(package.worth);
    painter.setPen(QPen(t.text, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.save();
    painter.setClipRect(frame.plot);
    painter.drawPolyline(line);
    painter.restore();
    painter.setPen(t.text);
    const auto putValue = [&](double value, double left, double top, bool isLeftOf) { // on paper: the frontier may pass there
        const auto words = tr("walk-away value %1").arg(text(words::points(value), m_language));
        const double wide = painter.fontMetrics().horizontalAdvance(words) + 2;
        const QRectF room(isLeftOf ? left - 4 - wide : left + 4, top, wide, 16);
        auto paper = t.card;
        paper.setAlphaF(0.8F);
        painter.fillRect(room, paper);
        painter.drawText(room, Qt::AlignCenter, words);
    };
    const double x = frame.at(mine, 0).x(), y = frame.at(0, theirs).y();
    const bool hasRoom = x - frame.plot.left() > painter.fontMetrics().horizontalAdvance(tr("walk-away value %1").arg(99.9)) + 6;
    putValue(mine, x, frame.plot.bottom() - 40, hasRoom);
    putValue(theirs, frame.plot.right() + 2, y + 2, true);
    if (!line.isEmpty()) {
        painter.setFont(fontOf(planePixels));
        painter.setPen(t.muted);
        painter.drawText(QRectF(line[line.size() / 2] + QPointF(6, -18), QSizeF(120, 16)), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("frontier"));
    }
}

void PlaneView::paintPath(QPainter& painter, const Frame& frame, Side side) const
{
    const auto& t = tokensOf(*this);
    const bool isMine = side == m_seat;
    const auto colour = isMine ? t.accent : t.caution;
    std::optional<QPointF> last;
    for (const auto& move : m_debrief->moves) {
        if (move.side != side || move.kind != bargain::MoveKind::Offer)
            continue;
        const auto now = frame.at(move.worth);
        painter.setPen(QPen(colour, 1.6));
        if (last) {
            painter.drawLine(*last, now);
            m_ways << QLineF(*last, now);
        }
        last = now;
    }
    painter.setFont(fontOf(planePixels, QFont::DemiBold));
    std::optional<QPointF> labelled;
    for (const auto& move : m_debrief->moves) {
        if (move.side != side || move.kind != bargain::MoveKind::Offer)
            continue;
        const auto now = frame.at(move.worth);
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(isMine ? colour : t.card);
        painter.drawPath(offerMark(now, 4, isMine));
        if (!labelled || std::hypot(now.x() - labelled->x(), now.y() - labelled->y()) > 14) {
            paintNumber(painter, now, move.round);
            labelled = now;
        }
    }
}

/// Numbers and names stand beside all marks, not under the larger ones.
void PlaneView::takeMarks(const Frame& frame) const
{
    const auto& d = *m_debrief;
    m_named.clear();
    m_numbers.clear();
    m_ways.clear();
    const auto take = [&](const QPointF& at, double half) { m_named << QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half); };
    take(frame.at(d.today), 5);
    if (d.points) {
        take(frame.at(d.points->nash.worth), 5);
        take(frame.at(d.points->kalaiSmorodinsky.worth), 5);
    }
    if (d.deal)
        take(frame.at(d.deal->worth), 9);
    for (const auto& move : d.moves)
        if (move.kind == bargain::MoveKind::Offer)
            take(frame.at(move.worth), 4.5);
}

/// At a corner of its mark that is free, if one is without a line too.
void PlaneView::paintNumber(QPainter& painter, const QPointF& at, int round) const
{
    const auto words = QString::number(round);
    const QSizeF size(painter.fontMetrics().horizontalAdvance(words) + 1, 12);
    const auto isCrossed = [&](const QRectF& room) {
        return std::ranges::any_of(m_ways, [&](const QLineF& way) {
            constexpr int steps = 64; // a step is shorter than a number on all but the longest ways
            for (int s = 0; s <= steps; ++s)
                if (room.contains(way.pointAt(static_cast<double>(s) / steps)))
                    return true;
            return false;
        });
    };
    std::optional<QRectF> free, best;
    for (const double away : {5.0, 10.0})
        for (const auto& [right, up] : {std::pair{true, true}, {false, true}, {true, false}, {false, false}}) {
            const QRectF room({right ? at.x() + away : at.x() - away - size.width(), up ? at.y() - away - 8 : at.y() + away - 4}, size);
            if (std::ranges::any_of(m_named, [&](const QRectF& taken) { return taken.intersects(room); }))
                continue;
            if (!free)
                free = room;
            if (!best && !isCrossed(room))
                best = room;
        }
    const auto room = best ? *best : free.value_or(QRectF(at + QPointF(7, -16), size));
    m_named << room;
    m_numbers << room;
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void PlaneView::paintPoints(QPainter& painter, const Frame& frame) const
{
    const auto& t = tokensOf(*this);
    const auto& d = *m_debrief;
    painter.setPen(QPen(t.muted, 1.6));
    painter.setBrush(t.card);
    painter.drawEllipse(frame.at(d.today), 4, 4);
    paintName(painter, frame.at(d.today), tr("today"), t.muted);
    const auto words = [&](words::Spot spot) { return text(words::spotName(spot), m_language); };
    if (d.points) {
        const auto nash = frame.at(d.points->nash.worth), kalai = frame.at(d.points->kalaiSmorodinsky.worth);
        const bool isOne = d.points->nash.package == d.points->kalaiSmorodinsky.package;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text);
        painter.drawRect(QRectF(nash.x() - 5, nash.y() - 5, 10, 10));
        if (!isOne) {
            painter.setPen(QPen(t.text, 1.8));
            painter.setBrush(t.card);
            painter.drawRect(QRectF(kalai.x() - 4.5, kalai.y() - 4.5, 9, 9));
        }
        paintName(painter, nash, words(isOne ? words::Spot::NashAndKalai : words::Spot::Nash), t.text);
        if (!isOne)
            paintName(painter, kalai, words(words::Spot::Kalai), t.text);
    }
    if (!d.deal)
        return;
    const auto deal = frame.at(d.deal->worth);
    if (d.better) {
        const auto to = frame.at(d.better->worth);
        const auto way = to - deal;
        const double length = std::hypot(way.x(), way.y());
        if (length > 14) {
            const QPointF unit = way / length, across(-unit.y(), unit.x());
            painter.setPen(QPen(t.green, 2));
            painter.drawLine(deal + unit * 10, to);
            painter.drawLine(to, to - unit * 8 + across * 4);
            painter.drawLine(to, to - unit * 8 - across * 4);
        }
    }
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.card);
    painter.drawEllipse(deal, 8, 8);
    painter.setBrush(t.accent);
    painter.drawEllipse(deal, 3.5, 3.5);
    paintName(painter, deal + QPointF(0, 14), words(words::Spot::Deal), t.accent);
}

/// Beside its point, where no other name stands.
void PlaneView::paintName(QPainter& painter, const QPointF& at, const QString& words, const QColor& colour) const
{
    painter.setFont(fontOf(planePixels, QFont::DemiBold));
    painter.setPen(colour);
    const double wide = painter.fontMetrics().horizontalAdvance(words) + 2;
    for (const double down : {0.0, -16.0, 16.0, -32.0, 32.0})
        for (const double left : {at.x() + 12, at.x() - 12 - wide}) {
            const QRectF room(left, at.y() - 7 + down, wide, 14);
            const bool isInside = room.left() >= 0 && room.right() <= width() && room.top() >= 0;
            if (!isInside || std::ranges::any_of(m_named, [&](const QRectF& taken) { return taken.intersects(room); }))
                continue;
            m_named << room;
            auto paper = tokensOf(*this).card; // lines and cells behind it would strike it through
            paper.setAlphaF(0.8F);
            painter.fillRect(room.adjusted(-1, 0, 1, 0), paper);
            return painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, words);
        }
}

/// A ring around the point that is told of.
void PlaneView::paintCurrent(QPainter& painter, const Frame& frame) const
{
    if (m_current < 0)
        return;
    painter.setPen(QPen(tokensOf(*this).text, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(frame.at(m_spots[m_current].at.worth), 11, 11);
}

PlaneView::Frame PlaneView::frameNow() const
{
    const auto other = bargain::otherThan(m_seat);
    const double today = m_debrief->today.of(m_seat), todayOfOther = m_debrief->today.of(other);
    Frame frame{QRectF(34, 20, width() - 46, height() - 56), today, today, todayOfOther, todayOfOther, m_seat};
    const auto widen = [&](double mine, double theirs) {
        frame.left = std::min(frame.left, mine);
        frame.right = std::max(frame.right, mine);
        frame.low = std::min(frame.low, theirs);
        frame.high = std::max(frame.high, theirs);
    };
    // from a little below the walk-away values on: what both would refuse needs no room
    const double mine = m_debrief->sides.of(m_seat).walkAway, theirs = m_debrief->sides.of(other).walkAway;
    widen(mine - 5, theirs - 2);
    for (const auto& package : m_debrief->frontier)
        if (package.worth.of(m_seat) >= mine - 5 && package.worth.of(other) >= theirs - 2)
            widen(package.worth.of(m_seat), package.worth.of(other));
    for (const auto& move : m_debrief->moves)
        if (move.kind == bargain::MoveKind::Offer)
            widen(move.worth.of(m_seat), move.worth.of(other));
    frame.left -= 1;
    frame.right += 1.5;
    frame.low -= 1;
    frame.high += 1.5;
    return frame;
}

void PlaneView::paintEvent(QPaintEvent*)
{
    if (!m_debrief)
        return;
    QPainter painter(this);
    const auto frame = frameNow();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(frame.plot);
    paintCells(painter, frame);
    painter.restore();
    takeMarks(frame);
    paintLines(painter, frame);
    paintPath(painter, frame, m_seat);
    paintPath(painter, frame, bargain::otherThan(m_seat));
    paintPoints(painter, frame);
    paintCurrent(painter, frame);
}

} // namespace chokepoint::ui
