// Reads the choice off the workbook, asks for draws, and compares them.
#include "pages/compare/ComparedSet.h"

#include "sheet/FigureWindow.h"

#include "api/ScenarioWords.h"

#include <algorithm>

namespace chokepoint::ui {

ComparedSet::ComparedSet(Board& board, Draws& draws, QObject* parent) : QObject(parent), m_board(board), m_draws(draws)
{
    const auto renew = [this] {
        m_isOld = true;
        if (m_isSeen)
            refresh();
    };
    for (const auto signal : {&Board::changed, &Board::workbookOpened})
        connect(&board, signal, this, renew);
    connect(&draws, &Draws::ready, this, [this] {
        if (m_isSeen)
            take();
    });
    refresh();
}

void ComparedSet::openFigure(QWidget* parent) const
{
    FigureSubject subject{m_scenarios, m_baseline};
    auto& request = subject.request;
    request.series = catalogue().series[m_series].id;
    request.year = m_board.year();
    request.banded = std::min(m_banded, m_scenarios.size() - 1);
    request.kind = choice().isSideBySide ? SheetRequest::Kind::Multiples : SheetRequest::Kind::Line;
    request.show = choice().view == WorkbookComparison::View::Value        ? SheetRequest::Show::Value
                 : choice().view == WorkbookComparison::View::Difference ? SheetRequest::Show::Difference
                                                                         : SheetRequest::Show::Percent;
    request.lastYear = std::max(request.lastYear, request.year);
    if (request.show != SheetRequest::Show::Value)
        request.firstYear = std::min(m_board.start().year() - 1, request.lastYear - 1);
    FigureWindow::openOver(m_board, m_draws, std::move(subject), parent);
}

void ComparedSet::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    if (isSeen && m_isOld)
        refresh();
    want();
    if (isSeen)
        take();
}

std::vector<std::string> ComparedSet::ids() const
{
    std::vector<std::string> ids;
    for (const auto& scenario : m_scenarios)
        ids.push_back(scenario.id);
    return ids;
}

QString ComparedSet::shortNameOf(std::size_t place) const
{
    const auto label = [this](std::size_t at) { return m_board.said(words::lineLabel(catalogue(), this->at(at))); };
    const auto mine = label(place);
    for (std::size_t other = 0; other <= baseline(); ++other)
        if (other != place && (label(other) == mine || m_names[other] == mine))
            return m_names[place];
    return mine;
}

bool ComparedSet::isOnTable(std::size_t place) const
{
    return place < m_scenarios.size() && m_scenarios[place].id == m_board.workbook().onTable;
}

void ComparedSet::refresh()
{
    const auto& workbook = m_board.workbook();
    m_isOld = false;
    m_scenarios = comparedScenarios(workbook, catalogue());
    m_baseline = m_board.assumedBaseline();
    m_names.clear();
    m_central.clear();
    for (std::size_t place = 0; place <= m_scenarios.size(); ++place) {
        m_names.push_back(m_board.said(words::shortScenarioLabel(catalogue(), at(place))));
        m_central.push_back(m_board.engine().project(at(place)));
    }
    m_outcomes = comparedOutcomes(workbook, catalogue());
    m_rankedBy = std::min(static_cast<std::size_t>(choice().rankedBy), m_outcomes.size() - 1);
    const auto series = catalogue().findSeries(choice().series);
    m_series = series.value_or(*catalogue().findSeries(workbook.view.charts.front().series));
    const auto placeOf = [&](const std::string& id, std::size_t otherwise) {
        const auto found = std::ranges::find(m_scenarios, id, &Scenario::id);
        if (found != m_scenarios.end())
            return static_cast<std::size_t>(found - m_scenarios.begin());
        return !id.empty() && id == m_baseline.id ? baseline() : otherwise;
    };
    m_banded = std::min(placeOf(choice().banded, placeOf(workbook.onTable, 0)), m_scenarios.size() - 1);
    m_two.first = placeOf(choice().first, 0);
    m_two.second = placeOf(choice().second, m_scenarios.size() > 1 ? 1 : baseline());
    if (m_two.first == m_two.second)
        m_two = {0, m_scenarios.size() > 1 ? 1 : baseline()};
    m_columns.clear();
    want();
    emit changed();
    take();
}

void ComparedSet::want()
{
    if (!m_isSeen)
        return m_draws.want(this, {});
    std::vector<std::size_t> series{m_series};
    for (const auto& outcome : m_outcomes)
        series.push_back(*catalogue().findSeries(outcome.series));
    m_draws.want(this, series, m_scenarios);
}

const SeriesDraws* ComparedSet::draws(std::size_t place) const
{
    const auto* found = m_draws.drawsOf(at(place));
    return found && found->has(m_series) ? found : nullptr;
}

/// Once all of them have been run, for a rank among some says nothing.
void ComparedSet::take()
{
    std::vector<ComparedRun> runs;
    for (std::size_t place = 0; place <= m_scenarios.size(); ++place)
        runs.push_back({draws(place), &m_central[place]});
    const auto isMissing = [&](const ComparedRun& run) {
        return !run.draws || std::ranges::any_of(m_outcomes, [&](const ComparedOutcome& outcome) {
            return !run.draws->has(*catalogue().findSeries(outcome.series));
        });
    };
    if (std::ranges::any_of(runs, isMissing))
        return;
    const auto reference = runs.back();
    runs.pop_back();
    m_columns.clear();
    for (std::size_t i = 0; i < m_outcomes.size(); ++i)
        m_columns.push_back(compareOutcome(runs, reference, *catalogue().findSeries(m_outcomes[i].series), m_outcomes[i].year,
                                           i != m_rankedBy || choice().isMostBest));
    emit drawn();
}

std::vector<std::string> ComparedSet::names() const
{
    std::vector<std::string> names;
    for (const auto& name : m_names)
        names.push_back(name.toStdString());
    return names;
}

/// By the central run, so that rows stand before the draws are there and hold still when they come.
std::vector<std::size_t> ComparedSet::ranking() const
{
    std::vector<std::size_t> order;
    for (std::size_t place = 0; place < m_central.size(); ++place)
        order.push_back(place);
    const auto& outcome = m_outcomes[m_rankedBy];
    const auto series = *catalogue().findSeries(outcome.series);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t place) { return m_central[place].annualMean(series, outcome.year); });
    if (!choice().isMostBest)
        std::ranges::reverse(order);
    return order;
}

void ComparedSet::keep(const WorkbookComparison& choice)
{
    if (choice == this->choice())
        return;
    m_board.keepComparison(choice);
    refresh();
}

void ComparedSet::add(const std::string& id)
{
    auto choice = this->choice();
    choice.scenarios = ids();
    choice.scenarios.push_back(id);
    keep(choice);
}

void ComparedSet::remove(std::size_t place)
{
    if (place >= m_scenarios.size() || isOnTable(place))
        return;
    auto choice = this->choice();
    choice.scenarios = ids();
    choice.scenarios.erase(choice.scenarios.begin() + static_cast<std::ptrdiff_t>(place));
    keep(choice);
}

void ComparedSet::move(std::size_t from, std::size_t to)
{
    if (from >= m_scenarios.size() || to >= m_scenarios.size() || from == to)
        return;
    auto choice = this->choice();
    choice.scenarios = ids();
    const auto id = choice.scenarios[from];
    choice.scenarios.erase(choice.scenarios.begin() + static_cast<std::ptrdiff_t>(from));
    choice.scenarios.insert(choice.scenarios.begin() + static_cast<std::ptrdiff_t>(to), id);
    keep(choice);
}

void ComparedSet::setBanded(std::size_t place)
{
    if (place >= m_scenarios.size())
        return;
    auto choice = this->choice();
    choice.banded = m_scenarios[place].id;
    keep(choice);
}

void ComparedSet::setSeries(std::size_t series)
{
    auto choice = this->choice();
    choice.series = catalogue().series[series].id;
    keep(choice);
}

void ComparedSet::setView(WorkbookComparison::View view)
{
    auto choice = this->choice();
    choice.view = view;
    keep(choice);
}

void ComparedSet::setSideBySide(bool isSideBySide)
{
    auto choice = this->choice();
    choice.isSideBySide = isSideBySide;
    keep(choice);
}

void ComparedSet::setOutcome(std::size_t column, const ComparedOutcome& outcome)
{
    auto choice = this->choice();
    choice.outcomes = m_outcomes;
    choice.outcomes[column] = outcome;
    keep(choice);
}

/// The same series two years on, as a beginning.
void ComparedSet::addOutcome()
{
    if (m_outcomes.size() >= WorkbookComparison::mostOutcomes)
        return;
    auto choice = this->choice();
    choice.outcomes = m_outcomes;
    choice.outcomes.push_back({m_outcomes.back().series, std::min(m_outcomes.back().year + 2, lastYear)});
    keep(choice);
}

void ComparedSet::removeOutcome(std::size_t column)
{
    if (m_outcomes.size() < 2)
        return;
    auto choice = this->choice();
    choice.outcomes = m_outcomes;
    choice.outcomes.erase(choice.outcomes.begin() + static_cast<std::ptrdiff_t>(column));
    if (m_rankedBy >= column && m_rankedBy > 0)
        choice.rankedBy = static_cast<int>(m_rankedBy) - 1;
    keep(choice);
}

void ComparedSet::setRanking(std::size_t column, bool isMostBest)
{
    auto choice = this->choice();
    choice.rankedBy = static_cast<int>(column);
    choice.isMostBest = isMostBest;
    keep(choice);
}

void ComparedSet::setTwo(std::size_t first, std::size_t second)
{
    if (first == second)
        return;
    auto choice = this->choice();
    choice.first = at(first).id;
    choice.second = at(second).id;
    keep(choice);
}

} // namespace chokepoint::ui
