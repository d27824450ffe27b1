// Paints both scales.
#include "pages/negotiate/WorthScales.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/OfferMark.h"
#include "pages/negotiate/WorthAxis.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double scalePixels = 11;
constexpr int scaleLeft = 8, scaleRight = 12, firstScale = 26, secondScale = 70, axisRoom = 18;

} // namespace

WorthScales::WorthScales(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("worthScales"));
    setAccessibleName(tr("Worth to both sides"));
    m_tableAction = new TableAction(*this, language, [this] { return table(); });
}

QString WorthScales::points(double value) const { return text(words::points(value), m_language); }

void WorthScales::setView(const std::optional<bargain::SeatView>& view, const bargain::Package& draft)
{
    m_numbers.reset();
    if (view) {
        Numbers numbers;
        numbers.mine = view->worth(draft);
        numbers.walkAway = view->walkAway();
        numbers.theirs = view->estimate(draft);
        numbers.theirWalkAway = view->walkAwayOfOther();
        numbers.today = view->today();
        numbers.theirToday = view->estimate(view->game().domain.statusQuo());
        numbers.target = view->terms().target;
        numbers.low = std::min({numbers.mine, numbers.walkAway, numbers.today, numbers.theirs.low, numbers.theirWalkAway.low});
        numbers.high =
            std::max({numbers.mine, numbers.walkAway, numbers.theirs.high, numbers.target.value_or(numbers.today), numbers.today});
        if (const auto offer = view->lastOffer(bargain::otherThan(view->side()))) {
            numbers.offerMine = view->worth(*offer);
            numbers.offerTheirs = view->estimate(*offer);
            numbers.low = std::min(numbers.low, *numbers.offerMine);
            numbers.high = std::max(numbers.high, numbers.offerTheirs->high);
        }
        numbers.low = std::min(40.0, std::floor((numbers.low - 1) / 5) * 5);
        numbers.high = std::max(75.0, std::ceil((numbers.high + 1) / 5) * 5);
        m_numbers = numbers;
    } else {
        m_band.reset();
    }
    view ? m_tableAction->renew() : m_tableAction->leave();
    setAccessibleDescription(paintedTexts().join(QLatin1Char('\n')));
    update();
}

void WorthScales::setBand(const std::optional<std::pair<double, double>>& band)
{
    m_band = band;
    m_tableAction->renew();
    update();
}

/// By the model today is worth as much to both.
QString WorthScales::todayWords() const
{
    constexpr double little = 0.05;
    const bool isOfBoth = std::abs(m_numbers->theirToday.value - m_numbers->today) < little;
    return text(isOfBoth ? words::todayMark(m_numbers->today) : words::todayMarkToYou(m_numbers->today), m_language);
}

QStringList WorthScales::paintedTexts() const
{
    if (!m_numbers)
        return {};
    QStringList texts{tr("your walk-away value %1").arg(points(m_numbers->walkAway)), tr("their walk-away value, estimated"), todayWords()};
    if (m_numbers->target)
        texts << tr("your target %1").arg(points(*m_numbers->target));
    if (m_numbers->offerMine)
        texts << tr("their offer");
    return texts;
}

void WorthScales::paintScale(QPainter& painter, double y, bool isMine) const
{
    const auto& t = tokensOf(*this);
    const auto& n = *m_numbers;
    const auto x = [&](double worth) { return scaleLeft + (worth - n.low) / (n.high - n.low) * (width() - scaleLeft - scaleRight); };
    const auto bar = [&](double from, double to, double tall, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(x(from), y - tall / 2, std::max(2.0, x(to) - x(from)), tall), 3, 3);
    };
    bar(n.low, n.high, 4, t.track);
    const double walkAway = isMine ? n.walkAway : n.theirWalkAway.value;
    bar(n.low, walkAway, 12, mixed(t.faint, t.card, 0.35)); // below it no deal is better
    if (!isMine)
        bar(n.theirWalkAway.low, n.theirWalkAway.high, 12, mixed(t.faint, t.card, 0.6));
    if (isMine && m_band)
        bar(m_band->first, m_band->second, 9, mixed(t.accent, t.card, 0.45));
    if (!isMine)
        bar(n.theirs.low, n.theirs.high, 9, mixed(t.accent, t.card, 0.45));
    if (!isMine && n.offerTheirs)
        bar(n.offerTheirs->low, n.offerTheirs->high, 9, mixed(t.caution, t.card, 0.45));
    painter.setPen(QPen(t.text, 2));
    painter.drawLine(QPointF(x(walkAway), y - 10), QPointF(x(walkAway), y + 10));
    painter.setPen(QPen(t.text, 1));
    const double today = x(isMine ? n.today : n.theirToday.value);
    painter.drawLine(QPointF(today, y - 7), QPointF(today, y + 7));
    if (isMine && n.target) {
        painter.setPen(QPen(t.muted, 1, Qt::DotLine));
        painter.drawLine(QPointF(x(*n.target), y - 12), QPointF(x(*n.target), y + 12));
    }
    if (const auto offer = isMine ? n.offerMine : n.offerTheirs ? std::optional(n.offerTheirs->value) : std::nullopt) {
        painter.setPen(QPen(t.caution, 1.6));
        painter.setBrush(t.card);
        painter.drawPath(diamondAt(QPointF(x(*offer), y), 6.5));
    }
    painter.setPen(QPen(t.card, 1));
    painter.setBrush(t.accent);
    painter.drawEllipse(QPointF(x(isMine ? n.mine : n.theirs.value), y), 6.5, 6.5);
}

void WorthScales::paintEvent(QPaintEvent*)
{
    if (!m_numbers)
        return;
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& n = *m_numbers;
    const auto x = [&](double worth) { return scaleLeft + (worth - n.low) / (n.high - n.low) * (width() - scaleLeft - scaleRight); };
    for (double worth = std::ceil(n.low / 5) * 5; worth <= n.high; worth += 5) {
        painter.setPen(t.grid);
        painter.drawLine(QPointF(x(worth), 14), QPointF(x(worth), height() - axisRoom));
    }
    painter.setPen(t.muted);
    painter.setFont(fontOf(scalePixels));
    paintWorthAxis(painter, {n.low, n.high, 5, n.today, todayWords(), 1.0 * width()}, height() - axisRoom + 1, x);
    paintScale(painter, firstScale, true);
    paintScale(painter, secondScale, false);
    const auto put = [&](double worth, double y, const QString& words, const QColor& colour, bool isStrong) {
        painter.setFont(fontOf(scalePixels, isStrong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(colour);
        const double wide = painter.fontMetrics().horizontalAdvance(words) + 2;
        const double start = std::clamp(x(worth) - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(start, y, wide, 14), Qt::AlignLeft | Qt::AlignVCenter, words);
        return QRectF(start - 6, y, wide + 12, 14);
    };
    const auto own = put(n.walkAway, 0, tr("your walk-away value %1").arg(points(n.walkAway)), t.text, true);
    if (n.target && x(*n.target) - 50 > own.right())
        put(*n.target, 0, tr("your target %1").arg(points(*n.target)), t.muted, false);
    put(n.theirWalkAway.value, 45, tr("their walk-away value, estimated"), t.muted, false);
    if (n.offerTheirs && x(n.offerTheirs->value) > x(n.theirWalkAway.value) + 140)
        put(n.offerTheirs->value, 45, tr("their offer"), t.caution, false);
}

} // namespace chokepoint::ui
