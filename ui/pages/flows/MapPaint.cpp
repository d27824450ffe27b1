// Paints the map: grounds, hairlines, streams, ghosts, the border and the cards.
#include "pages/flows/MapView.h"

#include "pages/flows/GateMark.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double quiet = 0.62, pale = 0.13; ///< of an input that does not bind, and of what is allowed but not used

/// A band from left to right, or down; at its source it is no thicker than the room there.
QPainterPath band(const QPointF& from, const QPointF& to, double thickness, double room = 1e6)
{
    const double half = thickness / 2, first = std::min(half, room / 2);
    QPainterPath path;
    if (std::fabs(from.x() - to.x()) < 1) {
        path.addRect(QRectF(from.x() - half, from.y(), thickness, to.y() - from.y()));
        return path;
    }
    const double bend = (to.x() - from.x()) / 2;
    path.moveTo(from.x(), from.y() - first);
    path.cubicTo(from.x() + bend, from.y() - first, to.x() - bend, to.y() - half, to.x(), to.y() - half);
    path.lineTo(to.x(), to.y() + half);
    path.cubicTo(to.x() - bend, to.y() + half, from.x() + bend, from.y() + first, from.x(), from.y() + first);
    path.closeSubpath();
    return path;
}

void drawArrow(QPainter& painter, const QPointF& tip, double dx, double dy)
{
    constexpr double length = 4, half = 3;
    painter.drawLine(tip, tip - QPointF(dx * length + dy * half, dy * length + dx * half));
    painter.drawLine(tip, tip - QPointF(dx * length - dy * half, dy * length - dx * half));
}

/// An orthogonal way over a rail, with an arrow at its end.
void drawOverRail(QPainter& painter, const QPointF& from, double rail, const QPointF& to)
{
    painter.drawPolyline(QPolygonF{from, {rail, from.y()}, {rail, to.y()}, to});
    drawArrow(painter, to, to.x() > rail ? 1 : -1, 0);
}

void hatch(QPainter& painter, const QPainterPath& path, const QColor& colour)
{
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1));
    const auto box = path.boundingRect();
    constexpr double step = 6;
    for (double x = std::floor((box.left() - box.height()) / step) * step; x < box.right(); x += step)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

bool isMemory(MapFlow flow)
{
    return flow == MapFlow::HomeHbm || flow == MapFlow::StockHbm || flow == MapFlow::LegalHbm || flow == MapFlow::IllicitHbm
        || flow == MapFlow::Stored;
}

} // namespace

/// What binds has its whole colour, the other inputs are quieter.
QColor MapView::colourOf(MapFlow flow) const
{
    const auto& t = tokensOf(*this);
    if (m_baseline)
        return aboveOf(flow) > 0 ? t.blue : aboveOf(flow) < 0 ? t.vermillion : t.edge;
    const auto input = [&](BindingInput which) {
        const auto colour = colourOfBinding(t, static_cast<int>(which));
        return m_quarter.binding == which ? colour : mixed(colour, t.card, quiet);
    };
    if (isMemory(flow))
        return input(BindingInput::Hbm);
    switch (flow) {
    case MapFlow::Logic: return input(BindingInput::Logic);
    case MapFlow::Packaging: return input(BindingInput::Packaging);
    case MapFlow::Licensed: return t.blue;
    case MapFlow::Smuggled:
    case MapFlow::Rented: return t.edge;
    default: break;
    }
    const bool isBudget = m_quarter.binding == BindingInput::Demand;
    return isBudget ? mixed(t.vermillion, t.card, quiet) : colourOfBinding(t, static_cast<int>(m_quarter.binding));
}

void MapView::paintGrounds(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    QPainterPath whole;
    whole.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.card);
    painter.drawPath(whole);
    painter.save();
    painter.setClipPath(whole);
    painter.setBrush(t.ground); // China: below the border, and right of where it rises
    painter.drawRect(m_plan.china());
    painter.drawRect(QRectF(QPointF(m_plan.borderRise(), m_plan.borderTop()), QPointF(width(), m_plan.border() + 1)));
    painter.restore();
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(whole);
}

/// Links without a number: hairlines on rails between the columns and in the gutter.
void MapView::paintLinks(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    painter.setPen(QPen(t.edge, 1));
    painter.setBrush(Qt::NoBrush);
    const auto place = [&](const char* node, bool inChina = false) { return m_plan.card(node, inChina)->place; };
    const auto middleLeft = [](const QRectF& card) { return QPointF(card.left(), card.center().y()); };
    const auto middleRight = [](const QRectF& card) { return QPointF(card.right(), card.center().y()); };
    const double gutter = m_plan.columnX(4) - 28;
    const QPointF tools(m_plan.columnX(4), place("logic_cn").bottom() - 12);
    if (!m_plan.areStepsFolded()) {
        for (const char* tool : {"wafer", "litho", "etch_cap", "dep"})
            drawOverRail(painter, middleRight(place(tool)), m_plan.rail(1), middleLeft(place("dram")));
        for (const auto& [from, to] :
             {std::pair{"dram", "tsv_etch"}, {"tsv_etch", "tsv_plate"}, {"tsv_plate", "thin"}, {"tempbond", "thin"}, {"tcb", "test"}}) {
            const auto a = place(from), b = place(to);
            const bool isDown = a.top() < b.top();
            const QPointF start(a.center().x(), isDown ? a.bottom() : a.top()), end(b.center().x(), isDown ? b.top() : b.bottom());
            painter.drawLine(start, end);
            drawArrow(painter, end, 0, isDown ? 1 : -1);
        }
        for (const char* part : {"basedie", "ncf", "mrmuf"})
            painter.drawPolyline(QPolygonF{
                middleLeft(place(part)), {m_plan.rail(2), middleLeft(place(part)).y()}, {m_plan.rail(2), middleLeft(place("tcb")).y()}});
        painter.drawLine(middleRight(place("thin")), middleLeft(place("tcb")));
        drawArrow(painter, middleLeft(place("tcb")), 1, 0);
        drawOverRail(painter, middleRight(place("hybrid")), gutter, middleLeft(place("hbm_leaders")));
        drawOverRail(painter, middleRight(place("test")), gutter, middleLeft(place("hbm_leaders")));
        drawOverRail(painter, middleRight(place("test")), gutter, middleLeft(place("hbm_cn")));
        const double below = place("hybrid").bottom() + 4; // scanners and etch tools for chip fabs, below all cards
        painter.drawPolyline(QPolygonF{
            {m_plan.rail(1), middleRight(place("dep")).y()}, {m_plan.rail(1), below}, {gutter - 8, below}, {gutter - 8, tools.y()}, tools});
    } else {
        const double right = m_plan.columnX(1) + m_plan.columnWidth(1);
        for (const char* to : {"hbm_leaders", "hbm_cn"})
            drawOverRail(painter, QPointF(right, 78), gutter, middleLeft(place(to)));
        painter.drawPolyline(QPolygonF{{right, 96}, {gutter - 8, 96}, {gutter - 8, tools.y()}, tools});
    }
    drawArrow(painter, tools, 1, 0);
    for (const char* part : {"logic_tsmc", "interposer"}) {
        const QPointF end(m_plan.columnX(5), place(part).center().y());
        painter.drawLine(middleRight(place(part)), end);
        drawArrow(painter, end, 1, 0);
    }
    painter.setPen(QPen(t.caution, 1, Qt::DotLine)); // the bank of dies made abroad ends at Chinese chip fabs, whose pipe holds it
    drawOverRail(painter, middleLeft(place("logic_tsmc")), m_plan.columnX(4) - 13, middleLeft(place("logic_cn")) - QPointF(0, 6));
}

void MapView::paintStream(QPainter& painter, const MapStream& stream) const
{
    const auto& t = tokensOf(*this);
    const auto colour = colourOf(stream.flow);
    const bool isIllicit = stream.flow == MapFlow::IllicitHbm;
    if (stream.allowed < 0.5 || (isIllicit && stream.allowed < 3)) {
        const bool isThere =
            isIllicit ? m_quarter.flow(stream.flow).allowed > 0 : stream.allowed > 0 || (m_baseline && stream.flow != MapFlow::Stored);
        if (isThere) {
            painter.setPen(QPen(colour, isIllicit ? std::max(1.5, stream.allowed) : 1, isIllicit ? Qt::DashLine : Qt::SolidLine));
            painter.setBrush(Qt::NoBrush);
            const double bend = (stream.to.x() - stream.from.x()) / 2;
            QPainterPath line(stream.from);
            line.cubicTo(stream.from + QPointF(bend, 0), stream.to - QPointF(bend, 0), stream.to);
            painter.drawPath(line);
        }
        return;
    }
    painter.setPen(Qt::NoPen);
    if (stream.allowed - stream.used > 0.5) {
        const auto whole = band(stream.from, stream.to, stream.allowed, stream.room);
        painter.setBrush(mixed(colour, t.card, pale));
        painter.drawPath(whole);
        hatch(painter, whole, mixed(colour, t.card, 0.4));
    }
    if (stream.used > 0.2) {
        const QPointF down(0, (stream.allowed - stream.used) / 2);
        const bool fits = stream.allowed <= stream.room;
        const auto used = band(fits ? stream.from + down : stream.from, stream.to + down, stream.used, stream.room);
        painter.setPen(Qt::NoPen);
        painter.setBrush(stream.flow == MapFlow::Rented ? mixed(colour, t.card, 0.55) : colour);
        painter.drawPath(used);
        if ((stream.flow == MapFlow::Smuggled || isIllicit) && !m_baseline)
            hatch(painter, used, mixed(t.card, colour, 0.6));
    }
}

void MapView::paintStreams(QPainter& painter) const
{
    for (const auto& stream : m_drawn.streams)
        paintStream(painter, stream);
}

void MapView::paintGhosts(QPainter& painter) const
{
    if (!m_streams.ghost)
        return;
    const auto& t = tokensOf(*this);
    const auto& leaders = m_plan.card("hbm_leaders")->place;
    const double height = std::min(m_streams.ghost->height, leaders.height() - 16);
    const auto outline =
        band(QPointF(leaders.right(), leaders.center().y() + 4), QPointF(m_plan.columnX(5), m_streams.ghost->middle()), height);
    painter.setPen(QPen(t.caution, 1.2, Qt::DotLine));
    painter.setBrush(mixed(t.caution, t.ground, 0.08));
    painter.drawPath(outline);
}

/// World flows are not to scale: bands of one width with a break.
void MapView::paintWorld(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto broken = [&](const QRectF& place) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.track);
        painter.drawRect(place);
        painter.setPen(QPen(t.card, 3));
        const double x = place.center().x();
        for (const double aside : {-4.0, 4.0})
            painter.drawLine(QPointF(x + aside - 4, place.bottom() + 2), QPointF(x + aside + 4, place.top() - 2));
    };
    const auto& leaders = m_plan.card("hbm_leaders")->place;
    broken(QRectF(leaders.right(), leaders.top() + 6, m_plan.columnX(5) - leaders.right(), 16));
    const double left = m_plan.columnX(5) + m_plan.columnWidth(5);
    broken(QRectF(left, 34, m_plan.columnX(7) - left, 30));
}

void MapView::paintBorder(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    painter.setPen(QPen(t.caution, 1.5, Qt::CustomDashLine));
    auto pen = painter.pen();
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{m_plan.steps().right(), m_plan.border()},
                                   {m_plan.borderRise(), m_plan.border()},
                                   {m_plan.borderRise(), m_plan.borderTop()},
                                   {width() - 1.0, m_plan.borderTop()}});
}

void MapView::paintCards(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto box = [&](const QRectF& place, const QColor& ground, const QColor& edge, double line = 1) {
        painter.setPen(QPen(edge, line));
        painter.setBrush(ground);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    };
    for (const auto& card : m_plan.cards()) {
        const auto& node = m_chain.nodes[card.node];
        const bool isChosen = card.node == m_chosen, isCurrent = hasFocus() && card.node == m_current;
        auto ground = t.card, edge = t.line;
        if (card.isStep) {
            const auto state = node.gate ? m_quarter.gates[*node.gate] : GateState::Open;
            ground = state == GateState::Closed ? mixed(t.caution, t.card, 0.15)
                   : state == GateState::Partly ? mixed(t.caution, t.card, 0.055)
                                                : t.panel;
            edge = ground;
        }
        box(card.place, ground, isChosen || isCurrent ? t.accent : edge, isChosen ? 2 : 1);
        if (card.isStep) { // a bar of nine parts: how far Chinese makers are
            const double width = (card.place.width() - 16) / 9;
            painter.setPen(Qt::NoPen);
            for (int part = 0; part < 9; ++part) {
                painter.setBrush(part < node.maturity ? t.faint : t.track);
                painter.drawRect(QRectF(card.place.left() + 8 + part * width, card.place.bottom() - 8, width - 1.5, 3));
            }
        }
    }
    const bool isLicensedChosen = m_chosen && m_chain.nodes[*m_chosen].id == "accel_us";
    box(m_plan.channelCard(0), t.card, isLicensedChosen ? t.accent : t.line, isLicensedChosen ? 2 : 1);
    if (m_plan.areStepsFolded())
        box(QRectF(m_plan.columnX(1), 28, m_plan.columnWidth(1), 100), t.panel, t.line);
    if (!m_question.isEmpty())
        box(m_plan.claim(), t.card, t.line);
    if (!m_baseline && m_quarter.binding != BindingInput::Demand) {
        const auto& lane = m_streams.inputs[static_cast<std::size_t>(m_quarter.binding)];
        const auto& maker = m_plan.card("accel_cn")->place;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOfBinding(t, static_cast<int>(m_quarter.binding)));
        painter.drawRoundedRect(QRectF(maker.right() - 78, lane.middle() - 8, 66, 17), 4, 4);
    }
}

void MapView::paintLegend(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto& room = m_plan.legend();
    const double pitch = room.height() / 6, second = m_plan.areStepsFolded() ? 0 : room.width() * 0.38;
    const auto middle = [&](int row) { return room.top() + row * pitch + 7; };
    if (!m_plan.areStepsFolded()) {
        constexpr std::array states{GateState::Closed,   GateState::Partly, GateState::License,
                                    GateState::Contract, GateState::Gray,   GateState::Open};
        for (std::size_t row = 0; row < states.size(); ++row)
            drawGate(painter, {room.left() + 8, middle(static_cast<int>(row))}, 6.5, states[row], t);
    }
    const double x = room.left() + second;
    const auto sample = [&](int row, double height) { return QRectF(x, middle(row) - height / 2, 22, height); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_baseline ? t.blue : t.muted);
    painter.drawRect(QRectF(x, middle(0) - 9, 22, 18));
    QPainterPath allowed;
    allowed.addRect(sample(1, 10));
    painter.setBrush(m_baseline ? t.vermillion : mixed(t.muted, t.card, pale));
    painter.drawPath(allowed);
    if (!m_baseline)
        hatch(painter, allowed, mixed(t.muted, t.card, 0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.caution, 1.2, Qt::DotLine));
    painter.drawRect(sample(2, 9));
    painter.setPen(QPen(t.vermillion, 1.6, Qt::DashLine));
    painter.drawLine(QPointF(x, middle(3)), QPointF(x + 22, middle(3)));
    painter.setPen(QPen(t.edge, 1));
    painter.drawLine(QPointF(x, middle(4)), QPointF(x + 22, middle(4)));
    painter.setPen(Qt::NoPen);
    for (int part = 0; part < 9; ++part) {
        painter.setBrush(part < 5 ? t.faint : t.track);
        painter.drawRect(QRectF(x + part * 2.4, middle(5) - 2, 1.8, 4));
    }
}

} // namespace chokepoint::ui
