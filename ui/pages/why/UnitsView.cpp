// A chart for each of the three inputs, all of the same series; four runs of the model, so nothing has to be waited for.
#include "pages/why/UnitsView.h"

#include "api/Catalogue.h"
#include "api/Covert.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "charts/AreaView.h"
#include "api/DecisionWords.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int chartHeight = 168;

} // namespace

UnitsView::UnitsView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_finding = addText(layout, QStringLiteral("finding"));
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        auto* card = addCard(layout, {});
        m_titles[i] = addText(card, QStringLiteral("unit:%1").arg(i));
        m_titles[i]->setFont(fontOf(13, QFont::DemiBold));
        m_charts[i] = new AreaView(m_board.language(), this);
        m_charts[i]->setFixedHeight(chartHeight);
        card->addWidget(m_charts[i]);
        m_below[i] = addText(card, QStringLiteral("below:%1").arg(i), "muted");
        m_below[i]->setFont(fontOf(12));
    }
    m_note = addText(layout, QStringLiteral("method"), "faint");
    m_note->setFont(fontOf(11));
    layout->addStretch(1);
}

AreaContent UnitsView::courseOf(const UnitWorth& worth, double scale) const
{
    AreaContent content;
    content.isCovert = isCovert(m_board.engine(), m_focus.series());
    content.parts << AreaPart{tr("added"), {}};
    for (int q = 0; q < quarterCount; ++q) {
        content.x << (series().kind == SeriesKind::Stock ? Quarter{q}.end() : Quarter{q}.middle());
        content.total << worth.added[static_cast<std::size_t>(q)] * scale;
    }
    content.parts[0].y = content.total;
    content.last = endOfAxis();
    content.mark = (m_focus.period().isYear() ? m_focus.period().year() + 0.5 : m_focus.period().last().end());
    return content;
}

void UnitsView::renew()
{
    const auto since = m_board.start();
    const auto at = words::periodName(m_focus.period());
    m_worths = unitWorthsOf(m_board.engine(), startingAt(m_board.played(), since), since, m_focus.series());
    std::vector<double> largest; // of each, without regard to the sign
    for (const auto& worth : m_worths)
        largest.push_back(std::fabs(*std::ranges::max_element(worth.added, {}, [](double x) { return std::fabs(x); })));
    auto least = largest; // one unit for all, in which the smallest that acts can be read
    std::erase(least, 0.0);
    const auto display = words::unitOfChange(series(), least.empty() ? 0 : std::ranges::min(least));
    MessageList changes{{}, MessageList::Joint::Comma};
    for (std::size_t i = 0; i < m_worths.size(); ++i) {
        const auto& worth = m_worths[i];
        const bool acts = largest[i] > 0;
        const auto change = words::amount(words::signedNumber(told(worth.added) * display.scale), display);
        const auto unit = words::unitOfInput(worth.input);
        m_titles[i]->setText(m_board.said(acts
                                              ? Message("worth.one_more", {{"unit", unit}, {"from", since}, {"change", change}, {"at", at}})
                                              : Message("worth.idle", {{"unit", unit}, {"from", since}, {"series", series().noun}})));
        m_charts[i]->setVisible(acts);
        const auto shown = static_cast<int>(endOfAxis() - firstYear) * 4;
        const bool isLowered = std::any_of(worth.added.begin(), worth.added.begin() + shown, [](double x) { return x < 0; });
        m_below[i]->setVisible(isLowered);
        m_below[i]->setText(m_board.said(Message("worth.negative", {{"series", series().noun}})));
        m_charts[i]->setContent(courseOf(worth, display.scale));
        if (acts)
            changes.items.emplace_back(Message("worth.each", {{"change", change}, {"unit", unit}}));
    }
    m_finding->setText(m_board.said(
        changes.items.empty() ? Message("worth.nothing", {{"series", series().noun}})
                              : Message("worth.finding", {{"series", series().noun}, {"from", since}, {"at", at}, {"changes", changes}})));
    m_note->setText(m_board.said(Message("worth.note", {{"from", since}})));
}

} // namespace chokepoint::ui
