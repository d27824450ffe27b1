// Paints in the colors of the theme at hand.
#include "pages/compare/RankCells.h"

#include "look/ScenarioLines.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int cellEdge = 6, cellSample = 26, cellGap = 8;
constexpr double bandTint = 0.42;

void paintRange(QPainter& painter, const QRect& cell, const QVariantList& ends, const QColor& hue, const Tokens& t)
{
    const double low = ends[0].toDouble(), high = ends[1].toDouble(), main = ends[2].toDouble(), reach = ends[3].toDouble();
    const double middle = cell.center().x() + 0.5, half = cell.width() / 2.0 - 10, y = cell.center().y() + 0.5;
    const auto at = [&](double change) { return middle + half * std::clamp(change / reach, -1.0, 1.0); };
    painter.setPen(QPen(t.grid, 2));
    painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(hue, t.card, bandTint));
    painter.drawRoundedRect(QRectF(QPointF(at(low) - 1, y - 2.5), QPointF(at(high) + 1, y + 2.5)), 2.5, 2.5);
    painter.setPen(QPen(t.faint, 1.2));
    painter.drawLine(QPointF(middle, y - 6), QPointF(middle, y + 6));
    painter.setPen(QPen(t.card, 1));
    painter.setBrush(hue);
    painter.drawEllipse(QPointF(at(main), y), 4, 4);
}

} // namespace

void RankCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& t = tokensOf(*option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto& cell = option.rect;
    if (index.data(IsBanded).toBool())
        painter->fillRect(cell, t.tint);
    painter->setPen(QPen(t.line, 1));
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    if (index.data(BeginsOutcome).toBool())
        painter->drawLine(cell.topLeft(), cell.bottomLeft());
    const bool isBaseline = index.data(IsBaseline).toBool();
    const int place = index.data(PlaceOfPackage).toInt();
    if (const auto ends = index.data(Ends).toList(); ends.size() == 4)
        paintRange(*painter, cell, ends, colourOfScenario(t, place, isBaseline), t);
    auto room = cell.adjusted(cellEdge, 0, -cellEdge, 0);
    if (index.column() == 0) {
        painter->setPen(penOfScenario(t, place, 2.2, isBaseline));
        const double y = cell.center().y() + 0.5;
        painter->drawLine(QPointF(room.left(), y), QPointF(room.left() + cellSample, y));
        room.setLeft(room.left() + cellSample + cellGap);
    }
    const bool isUnsure = index.data(IsUnsure).toBool(), isChange = index.data(IsChange).toBool();
    const bool isBold = isUnsure || isChange || (index.column() == 0 && !isBaseline);
    painter->setFont(fontOf(12.5, isBold ? QFont::DemiBold : QFont::Normal));
    painter->setPen(isUnsure ? t.caution : isChange ? t.accent : index.data(IsQuiet).toBool() ? t.muted : t.text);
    const auto words = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(index.data(Qt::TextAlignmentRole).toInt()), words);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.accent, 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

} // namespace chokepoint::ui
