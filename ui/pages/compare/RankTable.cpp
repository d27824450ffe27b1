// Fills the table; ranges are painted into their cells.
#include "pages/compare/RankTable.h"

#include "api/ChangeWords.h"
#include "api/ComparisonWords.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "look/Theme.h"
#include "pages/compare/ComparedSet.h"
#include "pages/compare/RankCells.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/ElidedLabel.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int rowHeight = 30;
constexpr int nameWide = 190, rankWide = 40, valueWide = 62, changeWide = 72, aboveWide = 76, regretWide = 92, leastBar = 56;
constexpr int mostName = 300, cellPadding = 16, fairBar = 90; ///< pixels
constexpr int headPadding = 14; ///< at both sides of the words over a column, together

/// From the core's changes to what is told.
double changeScale(const Series& series) { return words::isDifferenceTold(series) ? series.unit.scale : 100; }

/// 1, 2 or 5 times a power of ten.
double roundUp(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 5.0})
        if (value <= step * power)
            return step * power;
    return 10 * power;
}

} // namespace

RankTable::RankTable(ComparedSet& set, QWidget* parent) : QFrame(parent), m_set(set), m_most(WorkbookComparison::mostOutcomes)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("rankCard"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(inset, 8, inset, 8);
    layout->setSpacing(2);
    m_heads = new QWidget(this);
    m_heads->setFixedHeight(headHeight);
    m_ranking = new ElidedButton(m_heads);
    m_ranking->setObjectName(QStringLiteral("rankedBy"));
    m_ranking->setProperty("role", "name");
    m_ranking->setFont(fontOf(12));
    m_ranking->setMenu(new QMenu(m_ranking));
    connect(m_ranking->menu(), &QMenu::aboutToShow, this, &RankTable::fillRanking);
    m_regretUnit = new ElidedLabel(m_heads);
    m_regretUnit->setObjectName(QStringLiteral("unitOfHead"));
    m_regretUnit->setFont(fontOf(11));
    m_regretUnit->setProperty("role", "muted");
    m_regretUnit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_heads);
    m_table = new QTableWidget(this);
    m_table->setObjectName(QStringLiteral("ranks"));
    m_table->setAccessibleName(tr("Packages by rank"));
    m_table->setItemDelegate(new RankCells(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setStyleSheet(QStringLiteral("QTableView { border: none; border-radius: 0; } QHeaderView::section { padding: 2px 6px; }"));
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFont(fontOf(11));
    m_table->installEventFilter(this);
    layout->addWidget(m_table);
    m_notes = wrappedLabel({}, 11, "muted", this);
    m_notes->setObjectName(QStringLiteral("rankNotes"));
    layout->addWidget(m_notes);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int) {
        const auto place = m_set.ranking()[static_cast<std::size_t>(row)];
        m_set.setBanded(place);
    });
    connect(&set, &ComparedSet::changed, this, &RankTable::refresh);
    connect(&set, &ComparedSet::drawn, this, &RankTable::refresh);
    refresh();
}

void RankTable::setMostColumns(std::size_t most)
{
    if (most == m_most)
        return;
    m_most = most;
    refresh();
}

std::size_t RankTable::shownOutcomes() const { return std::min(m_most, m_set.outcomes().size()); }

QString RankTable::notes() const { return m_notes->text(); }

QString RankTable::nameOf(std::size_t outcome) const
{
    const auto& about = m_set.outcomes()[outcome];
    const auto& series = m_set.catalogue().series[*m_set.catalogue().findSeries(about.series)];
    return m_set.board().said(Message("compare.outcome", {{"series", series.shortName}, {"year", about.year}}));
}

/// The end of the axis of changes, the same for all rows of an outcome; as changes are told: in percent, points or months.
double RankTable::reachOf(std::size_t outcome) const
{
    double most = 0;
    for (const auto& figure : m_set.columns()[outcome].figures) {
        const auto& series = m_set.catalogue().series[m_set.columns()[outcome].series];
        const auto& spread = words::isDifferenceTold(series) ? figure.change.difference : figure.change.relative;
        for (const double end : {spread.quantiles[quantilePlace(0.1)], spread.quantiles[quantilePlace(0.9)]})
            most = std::max(most, std::fabs(end) * changeScale(series));
    }
    return roundUp(most);
}

void RankTable::buildColumns()
{
    const auto outcomes = shownOutcomes();
    m_built = outcomes;
    QStringList heads{tr("Package")};
    for (std::size_t i = 0; i < outcomes; ++i)
        heads << tr("rank") << tr("value") << tr("change") << tr("8 in 10 runs")
              << (i == m_set.rankedBy() && !m_set.choice().isMostBest ? tr("below next") : tr("above next"));
    heads << tr("regret");
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    for (int c = 0; c < heads.size(); ++c) {
        auto* item = m_table->horizontalHeaderItem(c);
        const bool isRange = c > 0 && c + 1 < heads.size() && (c - 1) % partsOfOutcome == Range;
        item->setTextAlignment((c == 0 ? Qt::AlignLeft : isRange ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter);
        item->setToolTip(plainText(heads[c])); // a narrow column cuts it
    }
    while (m_outcomes.size() > outcomes) {
        for (QWidget* gone : {static_cast<QWidget*>(m_outcomes.back()), static_cast<QWidget*>(m_units.back())}) {
            gone->hide();
            gone->setObjectName({});
            gone->deleteLater(); // its menu may be the one at work
        }
        m_outcomes.pop_back();
        m_units.pop_back();
        m_unitWords.pop_back();
    }
    while (m_outcomes.size() < outcomes) {
        const auto outcome = m_outcomes.size();
        auto* button = new ElidedButton(m_heads);
        button->setObjectName(QStringLiteral("outcome:%1").arg(outcome));
        button->setProperty("role", "name");
        button->setFont(fontOf(12, QFont::DemiBold));
        button->setMenu(new QMenu(button));
        connect(button->menu(), &QMenu::aboutToShow, this, [this, button, outcome] { fillOutcomeMenu(button->menu(), outcome); });
        button->show();
        m_outcomes.push_back(button);
        auto* unit = new ElidedLabel(m_heads);
        unit->setObjectName(QStringLiteral("unitOfHead"));
        unit->setFont(fontOf(11));
        unit->setProperty("role", "muted");
        unit->show();
        m_units.push_back(unit);
        m_unitWords.emplace_back();
    }
}

QTableWidgetItem* RankTable::put(int row, int column, const QString& words, bool isQuiet, const QString& whole)
{
    auto* item = new QTableWidgetItem(words);
    item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    item->setData(RankCells::IsQuiet, isQuiet);
    if (!whole.isEmpty())
        item->setToolTip(plainText(whole));
    m_table->setItem(row, column, item);
    return item;
}

QString RankTable::changeOf(std::size_t place, std::size_t outcome) const
{
    if (place == m_set.baseline())
        return m_set.board().said(Message("compare.baseline"));
    const auto& about = m_set.outcomes()[outcome];
    const auto row = *m_set.catalogue().findSeries(about.series);
    const double value = m_set.central(place).annualMean(row, about.year),
                 before = m_set.central(m_set.baseline()).annualMean(row, about.year);
    return m_set.board().said(words::changeOf(m_set.catalogue().series[row], value, before));
}

void RankTable::fillOutcome(int row, std::size_t place, std::size_t outcome)
{
    const auto& board = m_set.board();
    const auto& about = m_set.outcomes()[outcome];
    const auto series = *m_set.catalogue().findSeries(about.series);
    const bool isBaseline = place == m_set.baseline();
    std::vector<double> values;
    for (std::size_t p = 0; p <= m_set.baseline(); ++p)
        values.push_back(m_set.central(p).annualMean(series, about.year));
    put(row, columnOf(outcome, Value), board.said(words::valuesAlike(m_set.catalogue().series[series], values)[place]), isBaseline);
    auto* change = put(row, columnOf(outcome, Change), changeOf(place, outcome), isBaseline, changeOf(place, outcome));
    change->setData(RankCells::IsChange, !isBaseline && values[place] != values[m_set.baseline()]);
    if (m_set.columns().empty()) { // the runs are on their way
        for (const auto part : {Rank, Range, Above})
            put(row, columnOf(outcome, part), {}, true);
        return;
    }
    const auto& figure = m_set.columns()[outcome].figures[place];
    put(row, columnOf(outcome, Rank), board.said(words::rankOf(figure)), true);
    auto* above = put(row, columnOf(outcome, Above), board.said(words::aheadOfNext(figure)), true);
    above->setData(RankCells::IsUnsure, figure.aheadOfNext && wholePercent(*figure.aheadOfNext) < agreementOfRanks);
    const auto words = isBaseline ? QString() : board.said(words::rangeOfChange(m_set.catalogue().series[series], figure.change));
    auto* range = put(row, columnOf(outcome, Range), {}, true, words);
    range->setData(Qt::AccessibleTextRole, words);
    if (isBaseline)
        return;
    const auto& moved = m_set.catalogue().series[series];
    const bool isDifference = words::isDifferenceTold(moved);
    const auto& spread = isDifference ? figure.change.difference : figure.change.relative;
    const double before = values[m_set.baseline()], scale = changeScale(moved);
    const double main = isDifference ? values[place] - before : before == 0 ? 0 : (values[place] - before) / std::fabs(before);
    range->setData(RankCells::Ends, QVariantList{spread.quantiles[quantilePlace(0.1)] * scale, spread.quantiles[quantilePlace(0.9)] * scale,
                                                 main * scale, reachOf(outcome)});
}

void RankTable::fillRegret(int row, std::size_t place)
{
    const int column = m_table->columnCount() - 1;
    if (m_set.columns().empty()) {
        put(row, column, {}, true);
        return;
    }
    const auto& figures = m_set.columns()[m_set.rankedBy()].figures;
    std::vector<double> regrets;
    for (const auto& figure : figures)
        regrets.push_back(figure.regret);
    const auto& series = m_set.catalogue().series[m_set.columns()[m_set.rankedBy()].series];
    put(row, column, m_set.board().said(words::valuesAlike(series, regrets)[place]), place == m_set.baseline());
}

void RankTable::fill()
{
    const auto order = m_set.ranking();
    m_table->setRowCount(static_cast<int>(order.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto place = order[static_cast<std::size_t>(row)];
        const bool isBaseline = place == m_set.baseline();
        auto* name = put(row, 0, m_set.nameOf(place), isBaseline, m_set.nameOf(place));
        name->setData(RankCells::PlaceOfPackage, static_cast<int>(place));
        for (std::size_t outcome = 0; outcome < m_built; ++outcome)
            fillOutcome(row, place, outcome);
        fillRegret(row, place);
        for (int c = 0; c < m_table->columnCount(); ++c) {
            m_table->item(row, c)->setData(RankCells::PlaceOfPackage, static_cast<int>(place));
            m_table->item(row, c)->setData(RankCells::IsBanded, !isBaseline && place == m_set.banded());
            m_table->item(row, c)->setData(RankCells::IsBaseline, isBaseline);
            m_table->item(row, c)->setData(RankCells::BeginsOutcome, c > 0 && (c - 1) % partsOfOutcome == 0);
        }
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_table->rowCount() * rowHeight + 2);
}

void RankTable::tellNotes()
{
    const auto& language = m_set.board().language();
    if (m_set.columns().empty())
        return m_notes->setText(tr("The runs are on their way."));
    const auto& column = m_set.columns()[m_set.rankedBy()];
    const QStringList sentences{text(words::aheadNote(column), language), text(words::orderHolds(m_set.catalogue(), column), language),
                                text(words::regretNote(m_set.catalogue(), column), language),
                                text(Message("compare.method", {{"runs", column.draws}}), language)};
    m_notes->setText(joined(sentences, MessageList::Joint::Sentence, language));
    fitHeight(*m_notes, width() - 2 * inset);
}

void RankTable::refresh()
{
    buildColumns();
    fill();
    const auto& board = m_set.board();
    const auto way = m_set.choice().isMostBest ? tr("Most first by %1") : tr("Least first by %1");
    m_rankingWords.clear();
    for (const auto& words : {way, tr("By %1")})
        m_rankingWords << menuText(words.arg(nameOf(m_set.rankedBy()))) + QStringLiteral("  \u25be");
    m_ranking->setAccessibleName(way.arg(nameOf(m_set.rankedBy())));
    for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
        const auto& series = m_set.catalogue().series[*m_set.catalogue().findSeries(m_set.outcomes()[i].series)];
        m_outcomes[i]->setText(menuText(nameOf(i)) + QStringLiteral("  \u25be"));
        const auto unit = words::displayUnit(series).name();
        const auto brief = words::unitOfHead(words::displayUnit(series));
        m_unitWords[i] = {board.said(unit), board.said(brief)};
        if (!m_set.columns().empty()) {
            const auto reach = words::number(reachOf(i));
            const auto withAxis = [&](const MessageValue& of) {
                return board.said(Message("compare.axis", {{"unit", of}, {"reach", reach}, {"kind", words::changeUnit(series)}}));
            };
            m_unitWords[i].prepend(withAxis(brief));
            m_unitWords[i].prepend(withAxis(unit));
        }
    }
    const auto& ranked = m_set.catalogue().series[*m_set.catalogue().findSeries(m_set.outcomes()[m_set.rankedBy()].series)];
    m_regretUnit->setText(board.said(words::unitOfHead(words::differenceUnit(ranked))));
    m_regretUnit->setToolTip(plainText(board.said(words::differenceUnit(ranked).name())));
    tellNotes();
    fitColumns();
}

/// The widest text of a column, in the bold of changes.
int RankTable::widestIn(int column) const
{
    auto font = m_table->font();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    int widest = 0;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (const auto* item = m_table->item(row, column))
            widest = std::max(widest, metrics.horizontalAdvance(item->text()));
    return widest;
}

/// The bars take what the figures leave.
void RankTable::fitColumns()
{
    const int outcomes = static_cast<int>(m_built), room = m_table->viewport()->width();
    std::vector<int> changes;
    int fixed = 0; // of all outcomes together, but for the bars
    for (std::size_t i = 0; i < m_built; ++i) {
        changes.push_back(std::max(changeWide, widestIn(columnOf(i, Change)) + cellPadding));
        fixed += rankWide + valueWide + changes.back() + aboveWide;
    }
    m_ranking->setText(m_rankingWords.first());
    const int wished = std::clamp(m_ranking->sizeHint().width() + cellPadding, nameWide, mostName);
    const int name = std::max(120, std::min(wished, room - regretWide - fixed - outcomes * leastBar));
    const int spare = room - name - fixed - outcomes * fairBar; // beyond bars that can be read
    const int regret = std::clamp(m_regretUnit->sizeHint().width() + cellPadding, regretWide, std::max(regretWide, spare));
    const int bar = std::max(leastBar, outcomes == 0 ? 0 : (room - name - regret - fixed) / outcomes);
    m_table->setColumnWidth(0, name);
    const auto whole = tr("8 in 10 runs");
    const auto head = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(whole) + headPadding <= bar ? whole : tr("range");
    for (std::size_t i = 0; i < m_built; ++i)
        m_table->horizontalHeaderItem(columnOf(i, Range))->setText(head);
    for (std::size_t i = 0; i < m_built; ++i)
        for (const auto& [part, width] :
             {std::pair{Rank, rankWide}, {Value, valueWide}, {Change, changes[i]}, {Range, bar}, {Above, aboveWide}})
            m_table->setColumnWidth(columnOf(i, part), width);
    m_table->setColumnWidth(m_table->columnCount() - 1, std::max(regret, room - name - fixed - outcomes * bar));
    placeHeads();
}

void RankTable::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitColumns();
    fitHeight(*m_notes, width() - 2 * inset);
}

/// The band goes to the row of the cell at hand; the whole table is copied.
bool RankTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            QApplication::clipboard()->setText(asText());
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space) && m_table->currentRow() >= 0) {
            m_set.setBanded(m_set.ranking()[static_cast<std::size_t>(m_table->currentRow())]);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace chokepoint::ui
