// Draws the marks.
#include "look/LookStyle.h"

#include "look/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace chokepoint::ui {
namespace {

constexpr int boxSide = 15;

/// A tick that fills a square.
void drawTick(QPainter& painter, const QRectF& in, const QColor& ink)
{
    const double side = std::min(in.width(), in.height());
    const QPointF corner = in.center() - QPointF(side / 2, side / 2);
    const auto at = [&](double x, double y) { return corner + QPointF(x * side, y * side); };
    painter.setPen(QPen(ink, std::max(1.6, side * 0.13), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{at(0.22, 0.53), at(0.42, 0.73), at(0.79, 0.3)});
}

void drawBox(QPainter& painter, const QStyleOption& option, const Tokens& tokens)
{
    const bool isOn = option.state & QStyle::State_On, isPartly = option.state & QStyle::State_NoChange;
    const bool isEnabled = option.state & QStyle::State_Enabled, hasFocus = option.state & QStyle::State_HasFocus;
    const QColor mark = isEnabled ? tokens.accent : tokens.faint;
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(isOn || isPartly || hasFocus ? mark : tokens.edge, hasFocus ? 2 : 1.2));
    painter.setBrush(isOn || isPartly ? mark : tokens.card);
    painter.drawRoundedRect(box, 3, 3);
    if (isOn)
        drawTick(painter, box, tokens.card);
    else if (isPartly)
        painter.fillRect(QRectF(box.left() + 3, box.center().y() - 1, box.width() - 6, 2), tokens.card);
}

void drawDot(QPainter& painter, const QStyleOption& option, const Tokens& tokens)
{
    const bool isOn = option.state & QStyle::State_On, hasFocus = option.state & QStyle::State_HasFocus;
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(isOn || hasFocus ? tokens.accent : tokens.edge, hasFocus ? 2 : 1.2));
    painter.setBrush(tokens.card);
    painter.drawEllipse(ring);
    if (!isOn)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(ring.center(), ring.width() * 0.27, ring.height() * 0.27);
}

} // namespace

LookStyle::LookStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool isOurs = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck || element == PE_IndicatorRadioButton
                     || element == PE_IndicatorMenuCheckMark;
    if (!isOurs)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto& tokens = tokensOf(QApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (element == PE_IndicatorMenuCheckMark) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item ? item->checked : option->state & State_On)
            drawTick(*painter, option->rect, option->state & State_Enabled ? tokens.accent : tokens.faint);
    } else if (element == PE_IndicatorRadioButton) {
        drawDot(*painter, *option, tokens);
    } else {
        drawBox(*painter, *option, tokens);
    }
    painter->restore();
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return boxSide;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace chokepoint::ui
