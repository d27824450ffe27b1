// Walks along the links of the map with the keys.
#include "pages/flows/MapView.h"

#include "api/SupplyMapWords.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace chokepoint::ui {

/// Links of a card to other cards that are on the map, in the order of the data book.
std::vector<std::size_t> MapView::linksOf(std::size_t node) const
{
    const auto hasCard = [&](std::size_t other) {
        return std::ranges::any_of(m_plan.cards(), [&](const MapCard& card) { return card.node == other; });
    };
    std::vector<std::size_t> links;
    for (std::size_t at = 0; at < m_chain.edges.size(); ++at) {
        const auto& edge = m_chain.edges[at];
        if (edge.from == edge.to || (edge.from != node && edge.to != node))
            continue;
        if (hasCard(edge.from == node ? edge.to : edge.from))
            links.push_back(at);
    }
    return links;
}

/// To the next link of the card under the keys, which is told as a screen reader says it.
void MapView::walkLinks(int step)
{
    if (!m_current)
        walk(1, 0);
    const auto links = linksOf(*m_current);
    if (links.empty())
        return;
    const int count = static_cast<int>(links.size());
    const auto now = m_link ? std::ranges::find(links, *m_link) : links.end();
    const int place = now == links.end() ? (step > 0 ? 0 : count - 1) : (static_cast<int>(now - links.begin()) + step + count) % count;
    m_link = links[static_cast<std::size_t>(place)];
    setAccessibleDescription(text(words::mapLink(m_chain, m_chain.edges[*m_link], *m_current, m_quarter), m_language));
    update();
}

/// Goes to the other end of the link.
void MapView::followLink()
{
    if (!m_link || !m_current)
        return;
    const auto& edge = m_chain.edges[*m_link];
    setCurrent(edge.from == *m_current ? edge.to : edge.from);
}

/// From card to card, above everything else, with what passes on the way.
void MapView::paintLinkWalked(QPainter& painter) const
{
    if (!m_link || !hasFocus())
        return;
    const auto& t = tokensOf(*this);
    const auto& edge = m_chain.edges[*m_link];
    const MapCard *from = nullptr, *to = nullptr;
    for (const auto& card : m_plan.cards()) {
        if (card.node == edge.from && !from)
            from = &card;
        if (card.node == edge.to && !to)
            to = &card;
    }
    if (!from || !to)
        return;
    const auto a = from->place.center(), b = to->place.center();
    painter.setPen(QPen(t.accent, 2.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(a, b);
    painter.drawRoundedRect(to->place.adjusted(-2, -2, 2, 2), 6, 6);
    painter.drawRoundedRect(from->place.adjusted(-2, -2, 2, 2), 6, 6);
    const auto told = text(words::mapLink(m_chain, edge, *m_current, m_quarter), m_language);
    painter.setFont(fontOf(11, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(std::min<double>(metrics.horizontalAdvance(told) + 16, width() - 16.0), 22);
    QRectF room(QPointF(), size);
    room.moveCenter((a + b) / 2);
    room.moveLeft(std::clamp(room.left(), 8.0, width() - 8 - size.width()));
    room.moveTop(std::clamp(room.top(), 8.0, height() - 8 - size.height()));
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(room, 5, 5);
    painter.setPen(t.text);
    painter.drawText(room, Qt::AlignCenter, metrics.elidedText(told, Qt::ElideRight, room.width() - 12));
}

} // namespace chokepoint::ui
