// Draws the marks of gates.
#include "pages/flows/GateMark.h"

#include <QPainter>

namespace chokepoint::ui {
namespace {

void drawPadlock(QPainter& painter, const QPointF& middle, double radius, const QColor& colour)
{
    const double wide = radius * 0.86, high = radius * 0.62;
    const QRectF body(middle.x() - wide / 2, middle.y() - high * 0.2, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(body, radius * 0.12, radius * 0.12);
    painter.setPen(QPen(colour, std::max(1.1, radius * 0.16)));
    painter.setBrush(Qt::NoBrush);
    const double bow = wide * 0.58;
    constexpr int halfTurn = 180 * 16;
    painter.drawArc(QRectF(middle.x() - bow / 2, body.top() - bow * 0.72, bow, bow * 1.3), 0, halfTurn);
}

void drawKey(QPainter& painter, const QPointF& middle, double radius, const QColor& colour)
{
    painter.setPen(QPen(colour, std::max(1.2, radius * 0.18)));
    painter.setBrush(Qt::NoBrush);
    const double ring = radius * 0.26;
    const QPointF bow(middle.x() - radius * 0.3, middle.y());
    painter.drawEllipse(bow, ring, ring);
    const double end = middle.x() + radius * 0.56;
    painter.drawLine(QPointF(bow.x() + ring, middle.y()), QPointF(end, middle.y()));
    painter.drawLine(QPointF(end, middle.y()), QPointF(end, middle.y() + radius * 0.26));
    painter.drawLine(QPointF(end - radius * 0.26, middle.y()), QPointF(end - radius * 0.26, middle.y() + radius * 0.2));
}

} // namespace

void drawGate(QPainter& painter, const QPointF& middle, double radius, GateState state, const Tokens& t)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.2, radius * 0.15);
    const auto ring = [&](const QColor& colour, const QColor& ground, Qt::PenStyle style) {
        painter.setPen(QPen(colour, line, style));
        painter.setBrush(ground);
        painter.drawEllipse(middle, radius, radius);
    };
    switch (state) {
    case GateState::Closed:
        ring(t.caution, t.caution, Qt::SolidLine);
        drawPadlock(painter, middle, radius, t.card);
        break;
    case GateState::Partly:
        ring(t.caution, t.card, Qt::SolidLine);
        drawPadlock(painter, middle, radius, t.caution);
        break;
    case GateState::License:
        ring(t.blue, t.card, Qt::SolidLine);
        drawKey(painter, middle, radius, t.blue);
        break;
    case GateState::Contract:
        ring(t.muted, t.card, Qt::DotLine);
        drawPadlock(painter, middle, radius, t.muted);
        break;
    case GateState::Gray: ring(t.muted, t.card, Qt::DotLine); break;
    case GateState::Open: ring(t.edge, t.card, Qt::SolidLine); break;
    }
    painter.restore();
}

} // namespace chokepoint::ui
