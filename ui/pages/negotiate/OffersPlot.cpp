// Paints the offers.
#include "pages/negotiate/OffersPlot.h"

#include "look/Theme.h"
#include "pages/negotiate/OfferMark.h"
#include "parts/TableAction.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double plotPixels = 11, lineRoom = 15;

} // namespace

OffersPlot::OffersPlot(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("offersPlot"));
    setAccessibleName(tr("Offers by round, as worth to you"));
    m_tableAction = new TableAction(*this, language, [this] { return table(); });
}

void OffersPlot::setView(const std::optional<bargain::SeatView>& view, const std::optional<double>& draft, int round, int rounds)
{
    m_offers.clear();
    m_round = view ? round : 0;
    m_rounds = rounds;
    m_draft = draft;
    if (view) {
        m_walkAway = view->walkAway();
        m_isAccentMine = draft || view->side() == bargain::Side::US; // who looks on sees the colours of both sides, in each seat alike
        for (const auto& move : view->moves())
            if (move.kind == bargain::MoveKind::Offer)
                m_offers.push_back({move.round, move.mine, move.side == view->side()});
    }
    view ? m_tableAction->renew() : m_tableAction->leave();
    update();
}

/// Who drafts nothing looks on.
QString OffersPlot::walkAwayWords() const { return m_draft ? tr("your walk-away value") : tr("walk-away value"); }

QStringList OffersPlot::paintedTexts() const { return m_round > 0 ? QStringList{walkAwayWords()} : QStringList(); }

void OffersPlot::paintEvent(QPaintEvent*)
{
    if (m_round == 0)
        return;
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double draft = m_draft.value_or(m_walkAway);
    double low = std::min(m_walkAway, draft), high = std::max(m_walkAway, draft);
    for (const auto& offer : m_offers) {
        low = std::min(low, offer.worth);
        high = std::max(high, offer.worth);
    }
    low = std::floor((low - 1) / 5) * 5;
    high = std::ceil((high + 1) / 5) * 5;
    const QRectF plot(28, 8, width() - 36, height() - 28);
    const auto at = [&](int round, double worth) {
        return QPointF(plot.left() + (round - 0.5) / m_rounds * plot.width(), plot.bottom() - (worth - low) / (high - low) * plot.height());
    };
    painter.setFont(fontOf(plotPixels));
    for (double worth = low; worth <= high; worth += high - low > 25 ? 10 : 5) {
        painter.setPen(t.grid);
        painter.drawLine(QPointF(plot.left(), at(1, worth).y()), QPointF(plot.right(), at(1, worth).y()));
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, at(1, worth).y() - 8, 24, 16), Qt::AlignRight | Qt::AlignVCenter, QString::number(worth));
    }
    for (int round = 1; round <= m_rounds; ++round)
        painter.drawText(QRectF(at(round, low).x() - 12, plot.bottom() + 3, 24, 16), Qt::AlignCenter, QString::number(round));
    painter.setPen(QPen(t.text, 1.4));
    painter.drawLine(QPointF(plot.left(), at(1, m_walkAway).y()), QPointF(plot.right(), at(1, m_walkAway).y()));
    painter.setPen(t.muted);
    const double line = at(1, m_walkAway).y();
    const double top = line + lineRoom <= plot.bottom() ? line + 1 : line - lineRoom; // below it, unless the rounds stand there
    painter.drawText(QRectF(plot.left(), top, plot.width(), lineRoom - 1), Qt::AlignRight | Qt::AlignVCenter, walkAwayWords());
    for (const bool isMine : {true, false}) {
        QPolygonF way;
        for (const auto& offer : m_offers)
            if (offer.isMine == isMine)
                way << at(offer.round, offer.worth);
        painter.setBrush(Qt::NoBrush);
        if (isMine && m_draft && !way.isEmpty()) {
            painter.setPen(QPen(t.accent, 1.4, Qt::DotLine));
            painter.drawLine(way.last(), at(m_round, draft));
        }
        const bool isAccent = isMine == m_isAccentMine;
        painter.setPen(QPen(isAccent ? t.accent : t.caution, 1.6));
        painter.drawPolyline(way);
        painter.setBrush(isAccent ? t.accent : t.card);
        for (const auto& mark : way)
            painter.drawPath(offerMark(mark, 3.7, isAccent));
    }
    if (!m_draft)
        return;
    painter.setPen(QPen(t.accent, 1.6));
    painter.setBrush(t.card);
    painter.drawEllipse(at(m_round, draft), 4, 4);
}

} // namespace chokepoint::ui
