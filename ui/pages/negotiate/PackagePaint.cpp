// Paints the draft: rows, stops, and what each issue adds.
#include "pages/negotiate/PackageBoard.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/OfferMark.h"
#include "parts/Text.h"

#include <QPainter>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr double stopPixels = 12, smallPixels = 11;
constexpr int badgeWide = 22;

QString cut(const QPainter& painter, const QString& words, int width)
{
    return painter.fontMetrics().elidedText(words, Qt::ElideRight, width);
}

} // namespace

/// A long name takes a second line; the first leaves room for the badge of a pair.
QStringList PackageBoard::nameLines(std::size_t issue) const
{
    const auto name = text(domain().issues[issue].name);
    const int all = columns().stops - 8, room = all - (domain().issues[issue].pair.empty() ? 0 : badgeWide);
    const QFontMetrics metrics(fontOf(stopPixels, QFont::DemiBold));
    if (metrics.horizontalAdvance(name) <= room)
        return {name};
    for (auto gap = name.lastIndexOf(QLatin1Char(' ')); gap > 0; gap = name.lastIndexOf(QLatin1Char(' '), gap - 1))
        if (metrics.horizontalAdvance(name.left(gap)) <= room)
            return {name.left(gap), metrics.elidedText(name.mid(gap + 1), Qt::ElideRight, all)};
    return {metrics.elidedText(name, Qt::ElideRight, room)};
}

void PackageBoard::paintEvent(QPaintEvent*)
{
    if (!m_view)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (const auto& row : rows())
        paintRow(painter, row);
}

void PackageBoard::paintHead(QPainter& painter) const
{
    const auto& t = tokensOf(*this);
    const auto at = columns();
    painter.setFont(fontOf(smallPixels));
    painter.setPen(t.muted);
    const QRect stops(at.stops + 8, 2, stopsWidth() - 16, 18);
    painter.drawText(stops, Qt::AlignLeft | Qt::AlignVCenter, tr("gives more"));
    painter.drawText(stops, Qt::AlignRight | Qt::AlignVCenter, tr("gives less"));
    painter.setFont(fontOf(smallPixels, QFont::DemiBold));
    painter.setPen(t.accent);
    painter.drawText(QRect(at.you, 2, at.they - at.you - 4, 18), Qt::AlignRight | Qt::AlignVCenter, tr("You"));
    painter.setPen(t.caution);
    painter.drawText(QRect(at.they, 2, at.rate - at.they - 4, 18), Qt::AlignRight | Qt::AlignVCenter,
                     cut(painter, tr("They, estimated"), at.rate - at.they - 4));
    painter.setPen(t.text);
    painter.drawText(QRect(at.rate, 2, width() - at.rate - 4, 18), Qt::AlignRight | Qt::AlignVCenter, tr("Rate"));
}

void PackageBoard::paintRow(QPainter& painter, const Row& row) const
{
    const auto& t = tokensOf(*this);
    painter.setPen(t.grid);
    painter.drawLine(0, row.top, width(), row.top);
    if (!row.issue) {
        painter.setFont(fontOf(smallPixels, QFont::DemiBold));
        const bool isMine = row.giver == (m_view->side() == Side::US ? bargain::Mover::US : bargain::Mover::China);
        painter.setPen(row.giver == bargain::Mover::Both ? t.text : isMine ? t.accent : t.caution);
        painter.drawText(QRect(4, row.top, width(), row.height), Qt::AlignLeft | Qt::AlignVCenter, giverWords(row.giver));
        return;
    }
    if (*row.issue == m_current) {
        painter.setPen(hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(t.tint);
        painter.drawRoundedRect(QRectF(0.5, row.top + 0.5, width() - 1, row.height - 1), 5, 5);
    }
    const auto& issue = domain().issues[*row.issue];
    painter.setPen(t.text);
    painter.setFont(fontOf(stopPixels, QFont::DemiBold));
    const auto name = nameLines(*row.issue);
    const bool isTight = row.isLow() && name.size() > 1;
    if (isTight)
        painter.setFont(fontOf(smallPixels, QFont::DemiBold));
    for (int line = 0; line < name.size(); ++line)
        painter.drawText(QRect(4, row.top + (isTight ? -2 + 11 * line : 4 + 14 * line), columns().stops - 8, 18),
                         Qt::AlignLeft | Qt::AlignVCenter, name[line]);
    if (!issue.pair.empty()) {
        const QRectF box(8.5 + painter.fontMetrics().horizontalAdvance(name.front()), row.top + 5.5, 16, 15);
        painter.setPen(QPen(t.edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        painter.setFont(fontOf(smallPixels));
        painter.setPen(t.muted);
        painter.drawText(box, Qt::AlignCenter, text(issue.pair));
    }
    paintStops(painter, row);
    paintNumbers(painter, row);
}

void PackageBoard::paintStops(QPainter& painter, const Row& row) const
{
    const auto& t = tokensOf(*this);
    const auto& issue = domain().issues[*row.issue];
    const std::size_t chosen = m_draft.levels[*row.issue];
    const auto at = [&](std::size_t level) { return QPointF(stopAt(*row.issue, level)); };
    painter.setPen(QPen(t.track, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at(0), at(issue.levels.size() - 1));
    painter.setPen(QPen(t.accent, 4));
    painter.drawLine(at(chosen), at(issue.statusQuo));
    // a name may take what the names beside it leave
    const int part = stopsWidth() / std::max(3, static_cast<int>(issue.levels.size()));
    const QFontMetrics strong(fontOf(smallPixels, QFont::DemiBold));
    const auto widthAt = [&](std::size_t level) {
        return level < issue.levels.size() ? strong.horizontalAdvance(text(issue.levels[level].shortLabel)) : 0;
    };
    for (std::size_t l = 0; l < issue.levels.size(); ++l) {
        const auto middle = at(l);
        const bool isOpen = m_view->offerable().allows(*row.issue, l), isTheirs = m_theirs && m_theirs->levels[*row.issue] == l;
        const bool isMine = chosen == l;
        if (!isOpen) {
            painter.setPen(QPen(t.muted, 1.6));
            painter.drawLine(middle - QPointF(4, 4), middle + QPointF(4, 4));
            painter.drawLine(middle - QPointF(4, -4), middle + QPointF(4, -4));
        } else {
            painter.setPen(QPen(isMine ? t.accent : t.edge, 1.2));
            painter.setBrush(isMine ? t.accent : t.card);
            const double radius = !isMine ? 3 : row.isLow() ? 6 : 7.5;
            painter.drawEllipse(middle, radius, radius);
        }
        if (isTheirs) {
            painter.setPen(QPen(t.caution, 1.6));
            painter.setBrush(t.card);
            painter.drawPath(diamondAt(middle, isMine ? 4 : row.isLow() ? 6 : 6.5));
        }
        if (l == issue.statusQuo && row.isLow()) { // today, in a row without room for a triangle
            painter.setPen(QPen(t.muted, 2));
            painter.drawLine(middle - QPointF(4, 8), middle + QPointF(4, -8));
        } else if (l == issue.statusQuo) { // today
            // below the line where its words leave room, else above it
            const double down = row.height >= 40 ? 1 : -1;
            QPainterPath triangle(middle + QPointF(0, 9 * down));
            triangle.lineTo(middle + QPointF(3.5, (row.height >= 40 ? 14 : 13) * down));
            triangle.lineTo(middle + QPointF(-3.5, (row.height >= 40 ? 14 : 13) * down));
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.muted);
            painter.drawPath(triangle);
        }
        painter.setPen(isMine ? t.accent : isTheirs ? t.caution : t.muted);
        painter.setFont(fontOf(smallPixels, isMine || isTheirs ? QFont::DemiBold : QFont::Normal));
        const int beside = std::max(widthAt(l + 1), l > 0 ? widthAt(l - 1) : 0);
        const auto words = cut(painter, text(issue.levels[l].shortLabel), std::max(part, 2 * part - beside) - 4);
        const double wide = painter.fontMetrics().horizontalAdvance(words) + 2;
        const double left = std::clamp(middle.x() - wide / 2, columns().stops * 1.0, std::max(columns().stops * 1.0, columns().you - wide));
        const int down = row.height >= 40 ? 13 : row.isLow() ? 4 : 6;
        painter.drawText(QRectF(left, middle.y() + down, wide, 15), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
}

void PackageBoard::paintNumbers(QPainter& painter, const Row& row) const
{
    const auto& t = tokensOf(*this);
    const auto at = columns();
    const auto& issue = domain().issues[*row.issue];
    const auto put = [&](int left, int right, int top, const QString& words, const QColor& colour, bool isStrong,
                         double size = stopPixels) {
        painter.setPen(colour);
        painter.setFont(fontOf(size, isStrong ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRect(left, top, right - left - 4, 18), Qt::AlignRight | Qt::AlignVCenter, cut(painter, words, right - left - 4));
    };
    if (m_draft.levels[*row.issue] == issue.statusQuo)
        return put(at.you - 10, at.they, row.top + (row.isLow() ? 0 : 4), tr("as today"), t.muted, false, smallPixels);
    const auto& share = m_shares[*row.issue];
    const int top = row.top + (row.isLow() ? 0 : 4);
    put(at.you, at.they, top, words(words::pointsChange(share.mine)), t.text, true);
    put(at.they, at.rate, top, words(words::pointsChange(share.theirs.value)), t.text, true);
    put(at.they, at.rate, row.top + 18, rangeWords(*row.issue), t.muted, false, smallPixels);
    put(at.rate, width(), top, rateWords(*row.issue), t.accent, true, smallPixels);
}

} // namespace chokepoint::ui
