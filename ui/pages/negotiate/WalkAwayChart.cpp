// Paints what a side has without a deal, and what lies on the table against it.
#include "pages/negotiate/WalkAwayChart.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/WorthAxis.h"
#include "parts/TableAction.h"
#include "parts/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double chanceCell = 0.5, chartPixels = 11;
constexpr int plotLeft = 30, plotBottom = 36, plotTop = 8, nameRoom = 170;

} // namespace

WalkAwayChart::WalkAwayChart(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("walkAwayChart"));
    setAccessibleName(tr("Walk-away value by the chance of a roll-over"));
    m_tableAction = new TableAction(*this, language, [this] { return table(); });
}

void WalkAwayChart::setLines(QVector<Line> lines)
{
    m_lines = std::move(lines);
    m_tableAction->renew();
    setAccessibleDescription(paintedTexts().join(QLatin1Char('\n')));
    update();
}

void WalkAwayChart::setChance(double chance)
{
    m_chance = chance;
    m_tableAction->renew();
    setAccessibleDescription(paintedTexts().join(QLatin1Char('\n')));
    update();
}

QString WalkAwayChart::points(double value) const { return text(words::points(value), m_language); }

QStringList WalkAwayChart::paintedTexts() const
{
    QStringList texts{tr("Walk-away value by the chance of a roll-over, in percent")};
    for (const auto& line : m_lines)
        texts << line.name << points(walkAwayOf(line));
    return texts;
}

void WalkAwayChart::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double today = Line().today;
    for (const auto& line : m_lines)
        today = line.isChosen ? line.today : today;
    double low = today, high = today;
    for (const auto& line : m_lines) {
        low = std::min({low, line.spiral, line.today});
        high = std::max({high, line.spiral, line.today});
    }
    low = std::floor((low - 1) / 10) * 10;
    high = high > today ? std::ceil((high + 0.5) / 10) * 10 : today + 1;
    const QRectF plot(plotLeft, plotTop, width() - plotLeft - nameRoom, height() - plotTop - plotBottom);
    const auto at = [&](double chance, double worth) {
        return QPointF(plot.left() + chance * plot.width(), plot.bottom() - (worth - low) / (high - low) * plot.height());
    };
    painter.setFont(fontOf(chartPixels));
    for (double worth = low; worth <= high; worth += 10) {
        painter.setPen(t.grid);
        painter.drawLine(at(0, worth), at(1, worth));
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, at(0, worth).y() - 8, plotLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter, QString::number(worth));
    }
    for (const int percent : {0, 25, 50, 75, 100})
        painter.drawText(QRectF(at(percent / 100.0, low).x() - 20, plot.bottom() + 2, 40, 16), Qt::AlignCenter, QString::number(percent));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 18, width() - plot.left(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                     paintedTexts().front());
    painter.setPen(QPen(t.accent, 1.2, Qt::DotLine));
    painter.drawLine(at(m_chance, low), at(m_chance, high));
    auto sorted = m_lines;
    std::ranges::stable_sort(sorted, [&](const Line& a, const Line& b) { return walkAwayOf(a) > walkAwayOf(b); });
    double y = -1e9;
    for (const auto& line : sorted) {
        painter.setPen(QPen(line.isChosen ? t.accent : t.faint, line.isChosen ? 2.4 : 1.2));
        painter.drawLine(at(0, line.spiral), at(1, line.today));
        painter.setBrush(line.isChosen ? t.accent : t.card);
        painter.drawEllipse(at(m_chance, walkAwayOf(line)), line.isChosen ? 4.5 : 3, line.isChosen ? 4.5 : 3);
        y = std::max(y + 16, plot.top());
        painter.setPen(line.isChosen ? t.accent : t.muted);
        painter.setFont(fontOf(chartPixels, line.isChosen ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRectF(plot.right() + 10, y, nameRoom - 46, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line.name, Qt::ElideRight, nameRoom - 46));
        painter.drawText(QRectF(width() - 36, y, 36, 16), Qt::AlignRight | Qt::AlignVCenter, points(walkAwayOf(line)));
    }
}

WorthHistogram::WorthHistogram(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setObjectName(QStringLiteral("worthHistogram"));
    setAccessibleName(tr("Packages by worth to you"));
    m_tableAction = new TableAction(*this, language, [this] { return table(); });
}

void WorthHistogram::setWorths(const std::vector<double>& worths)
{
    m_counts.clear();
    if (!worths.empty()) {
        const auto [least, most] = std::ranges::minmax(worths);
        m_low = std::floor(least);
        m_high = std::max(std::ceil(most), m_low + 1);
        m_counts.resize(static_cast<int>((m_high - m_low) / chanceCell) + 1);
        for (const double worth : worths)
            ++m_counts[static_cast<int>((worth - m_low) / chanceCell)];
    }
    m_tableAction->renew();
    update();
}

void WorthHistogram::setWalkAway(double walkAway, double today)
{
    m_walkAway = walkAway;
    m_today = today;
    setAccessibleDescription(walkAwayWords());
    update();
}

double WorthHistogram::edgeOf(int count) const { return m_low + count * chanceCell; }

QString WorthHistogram::walkAwayWords() const { return tr("walk-away value %1").arg(text(words::points(m_walkAway), m_language)); }

QString WorthHistogram::todayWords() const { return text(words::todayMark(m_today), m_language); }

QStringList WorthHistogram::paintedTexts() const { return {walkAwayWords(), todayWords()}; }

void WorthHistogram::paintEvent(QPaintEvent*)
{
    if (m_counts.isEmpty())
        return;
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot(4, 20, width() - 8, height() - 40);
    const double span = m_high - m_low, most = *std::ranges::max_element(m_counts);
    const auto x = [&](double worth) { return plot.left() + (worth - m_low) / span * plot.width(); };
    const double gap = x(m_low + chanceCell) - x(m_low) >= 5 ? 0.8 : 0; // thin bars stand edge to edge
    painter.setPen(Qt::NoPen);
    for (int c = 0; c < m_counts.size(); ++c) {
        const double worth = edgeOf(c), tall = m_counts[c] / most * plot.height();
        painter.setBrush(worth + chanceCell > m_walkAway ? t.accent : t.faint);
        painter.drawRect(QRectF(x(worth) + gap / 2, plot.bottom() - tall, std::max(1.0, x(worth + chanceCell) - x(worth) - gap), tall));
    }
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(QPen(t.text, 1.6));
    painter.drawLine(QPointF(x(m_walkAway), 16), QPointF(x(m_walkAway), plot.bottom()));
    painter.setFont(fontOf(chartPixels, QFont::DemiBold));
    const double wide = painter.fontMetrics().horizontalAdvance(walkAwayWords());
    painter.drawText(QRectF(std::clamp(x(m_walkAway) - wide - 4, 0.0, std::max(0.0, width() - wide)), 0, wide + 2, 16),
                     Qt::AlignLeft | Qt::AlignVCenter, walkAwayWords());
    painter.setFont(fontOf(chartPixels));
    painter.setPen(t.muted);
    paintWorthAxis(painter, {m_low, m_high, 10, m_today, todayWords(), 1.0 * width()}, plot.bottom() + 3, x);
}

} // namespace chokepoint::ui
