// The names of the outcomes above the table with their menus, and the table as text.
#include "pages/compare/RankTable.h"

#include "api/ChangeWords.h"
#include "api/ComparisonWords.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "pages/compare/ComparedSet.h"
#include "parts/DataText.h"
#include "parts/SeriesMenu.h"
#include "parts/Text.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace chokepoint::ui {

void RankTable::placeHeads()
{
    const auto at = [&](int column) { return m_table->columnViewportPosition(column); };
    constexpr int beside = 6;
    if (m_ranking->sizeHint().width() > m_table->columnWidth(0) - beside)
        m_ranking->setText(m_rankingWords.last()); // the order is seen
    m_ranking->setGeometry(beside, 0, std::max(40, m_table->columnWidth(0) - beside), headHeight);
    for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
        const int left = at(columnOf(i, Rank)) + beside, right = at(columnOf(i, Above)) + m_table->columnWidth(columnOf(i, Above)) - beside;
        const int wish = std::min(m_outcomes[i]->sizeHint().width(), right - left);
        m_outcomes[i]->setGeometry(left, 0, wish, headHeight);
        const int room = std::max(0, right - left - wish - beside);
        const auto& words = m_unitWords[i];
        const auto fits = [&](const QString& text) { return m_units[i]->fontMetrics().horizontalAdvance(text) <= room; };
        const auto fitting = std::ranges::find_if(words, fits);
        m_units[i]->setText(fitting == words.end() ? words.last() : *fitting);
        m_units[i]->setToolTip(fitting == words.begin() ? QString() : plainText(words.first()));
        m_units[i]->setGeometry(left + wish + beside, 0, room, headHeight);
    }
    const int last = m_table->columnCount() - 1;
    m_regretUnit->setGeometry(at(last), 0, m_table->columnWidth(last) - beside, headHeight);
}

void RankTable::fillRanking()
{
    auto* menu = m_ranking->menu();
    menu->clear();
    for (std::size_t outcome = 0; outcome < m_set.outcomes().size(); ++outcome)
        for (const bool isMost : {true, false}) {
            auto* action = menu->addAction(menuText((isMost ? tr("%1, most first") : tr("%1, least first")).arg(nameOf(outcome))), this,
                                           [this, outcome, isMost] { m_set.setRanking(outcome, isMost); });
            action->setCheckable(true);
            action->setChecked(outcome == m_set.rankedBy() && isMost == m_set.choice().isMostBest);
        }
}

void RankTable::fillOutcomeMenu(QMenu* menu, std::size_t outcome)
{
    menu->clear();
    const auto about = m_set.outcomes()[outcome];
    auto* series = new SeriesMenu(m_set.catalogue(), m_set.board().language(), menu);
    series->setTitle(tr("Series"));
    connect(series, &SeriesMenu::chosen, this, [this, outcome, about](const QString& id) {
        m_set.setOutcome(outcome, {id.toStdString(), about.year});
    });
    auto* box = series->menuAction();
    menu->addAction(box);
    auto* years = menu->addMenu(tr("Year"));
    for (int year = static_cast<int>(recordedUntil) + 1; year <= lastYear; ++year) {
        auto* action =
            years->addAction(menuText(m_set.board().said(Message("figure.year", {{"year", year}}))), this, [this, outcome, about, year] {
                m_set.setOutcome(outcome, {about.series, year});
            });
        action->setObjectName(QStringLiteral("year:%1").arg(year));
        action->setCheckable(true);
        action->setChecked(year == about.year);
    }
    menu->addSeparator();
    auto* more = menu->addAction(tr("Add an outcome"), this, [this] { m_set.addOutcome(); });
    more->setObjectName(QStringLiteral("addOutcome"));
    more->setEnabled(m_set.outcomes().size() < WorkbookComparison::mostOutcomes);
    auto* less = menu->addAction(tr("Remove this outcome"), this, [this, outcome] { m_set.removeOutcome(outcome); });
    less->setObjectName(QStringLiteral("removeOutcome"));
    less->setEnabled(m_set.outcomes().size() > 1);
}

QString RankTable::asText() const
{
    const auto& board = m_set.board();
    QStringList head{tr("Package")}, lines;
    for (std::size_t i = 0; i < m_set.outcomes().size(); ++i)
        for (const auto& part : {tr("%1, rank"), tr("%1, value"), tr("%1, change"), tr("%1, 8 in 10 runs"), tr("%1, above next")})
            head << part.arg(nameOf(i));
    head << tr("Regret in %1").arg(nameOf(m_set.rankedBy()));
    lines << head.join(QLatin1Char('\t'));
    if (m_set.columns().empty())
        return {};
    for (const auto place : m_set.ranking()) {
        QStringList cells{pastedText(m_set.nameOf(place))};
        for (std::size_t i = 0; i < m_set.outcomes().size(); ++i) {
            const auto& column = m_set.columns()[i];
            const auto& series = m_set.catalogue().series[column.series];
            const auto& figure = column.figures[place];
            cells << board.said(words::rankOf(figure)) << board.said(words::number(figure.central * words::displayUnit(series).scale))
                  << changeOf(place, i) << (place == m_set.baseline() ? QString() : board.said(words::rangeOfChange(series, figure.change)))
                  << board.said(words::aheadOfNext(figure));
        }
        const auto& ranked = m_set.columns()[m_set.rankedBy()];
        cells << board.said(
            words::number(ranked.figures[place].regret * words::displayUnit(m_set.catalogue().series[ranked.series]).scale));
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace chokepoint::ui
