// Reads a workbook out of the bytes of a file that anybody may have written.
#include "api/WorkbookFile.h"

#include "files/Utf8.h"
#include "store/Database.h"
#include "store/Names.h"
#include "store/Schema.h"
#include "store/WorkbookChecks.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace chokepoint {
namespace {

using store::Database, store::DatabaseError, store::Statement;

/// Rows of one file, each value checked for its kind and range.
class Reader {
public:
    Reader(Database& database, std::uint32_t version, std::string place)
        : m_database(database), m_version(version), m_place(std::move(place))
    {}

    StoredWorkbook all()
    {
        readScenarios();
        StoredWorkbook stored;
        auto& workbook = stored.workbook;
        for (const auto& [place, key] : m_listed)
            workbook.scenarios.push_back(m_scenarios.at(key));
        readSets(workbook);
        readFacts(workbook);
        readCharts(workbook);
        if (m_version >= 2)
            readLooks(workbook.view);
        readRest(stored);
        readRuns(stored);
        if (m_version >= 3)
            readNewest(stored);
        checkIds(workbook);
        return stored;
    }

private:
    [[noreturn]] void damaged() const { throw InputError(Refusal("workbook_damaged", {.file = m_place})); }

    std::string text(const Statement& row, int column) const
    {
        auto text = row.text(column);
        for (std::size_t at = 0; at < text.size();) {
            const auto length = files::lengthOfCharacter(text, at);
            if (length == 0)
                damaged();
            at += length;
        }
        return text;
    }

    /// A quarter, or a period.
    template <class Time> Time time(const std::string& text) const
    {
        const auto time = Time::parse(text);
        if (!time)
            damaged();
        return *time;
    }

    int whole(const Statement& row, int column, int least, int most) const
    {
        const auto number = row.whole(column);
        if (number < least || number > most)
            damaged();
        return static_cast<int>(number);
    }

    bool flag(const Statement& row, int column) const { return whole(row, column, 0, 1) == 1; }

    double number(const Statement& row, int column) const
    {
        const double number = row.number(column);
        if (!std::isfinite(number))
            damaged();
        return number;
    }

    template <class Kind, std::size_t count> Kind kind(const std::pair<Kind, const char*> (&table)[count], const std::string& word) const
    {
        const auto kind = store::kindIn(table, word);
        if (!kind)
            damaged();
        return *kind;
    }

    template <class Rows> auto& ownedBy(Rows& rows, std::int64_t key) const
    {
        if (key < 1 || static_cast<std::size_t>(key) > rows.size())
            damaged();
        return rows[static_cast<std::size_t>(key) - 1];
    }

    void bound(std::size_t rows, std::size_t most) const
    {
        if (rows > most)
            throw InputError(Refusal("workbook_too_much", {.file = m_place}));
    }

    void readScenarios();
    void readSets(Workbook& workbook);
    void readFacts(Workbook& workbook);
    void readCharts(Workbook& workbook);
    void readLooks(WorkbookView& view);
    void readRest(StoredWorkbook& stored);
    void readRuns(StoredWorkbook& stored);
    void readNewest(StoredWorkbook& stored);
    void readHistory(WorkbookHistory& history);
    void checkIds(const Workbook& workbook) const;

    WorkbookScenario& scenarioOf(std::int64_t key)
    {
        const auto at = m_scenarios.find(key);
        if (at == m_scenarios.end())
            damaged();
        return at->second;
    }

    Database& m_database;
    std::uint32_t m_version; ///< of the tables
    std::string m_place;
    std::map<std::int64_t, WorkbookScenario> m_scenarios; ///< by key, copies as well
    std::map<std::int64_t, std::int64_t> m_listed;        ///< keys by place
};

void Reader::readScenarios()
{
    Statement row(m_database,
                  "SELECT key, place, id, title, short_title, description, baseline, based_on, start, notes, text, subject FROM scenario");
    while (row.step()) {
        WorkbookScenario entry{.scenario = {}, .notes = text(row, 9), .tags = {}, .text = text(row, 10)};
        auto& s = entry.scenario;
        s.id = text(row, 2);
        s.title = text(row, 3);
        s.shortTitle = text(row, 4);
        s.subject = text(row, 11);
        s.description = text(row, 5);
        s.baseline = text(row, 6);
        s.basedOn = text(row, 7);
        s.start = time<Quarter>(text(row, 8));
        const auto key = row.whole(0);
        if (row.optionalWhole(1))
            m_listed[*row.optionalWhole(1)] = key;
        m_scenarios.emplace(key, std::move(entry));
        bound(m_scenarios.size(), mostWorkbookRows);
    }
    Statement tag(m_database, "SELECT scenario, tag FROM tag ORDER BY scenario, place");
    while (tag.step())
        scenarioOf(tag.whole(0)).tags.push_back(text(tag, 1));
    Statement change(m_database, "SELECT scenario, measure, value, start, over FROM change ORDER BY scenario, place");
    while (change.step()) {
        auto& changes = scenarioOf(change.whole(0)).scenario.changes;
        const auto written = change.optionalText(3);
        const auto from = written ? std::optional(time<Quarter>(*written)) : std::nullopt;
        changes.push_back({text(change, 1), text(change, 2), from, whole(change, 4, 1, quarterCount)});
        bound(changes.size(), mostChanges);
    }
    Statement row2(m_database, "SELECT scenario, parameter, value, low, high, reason FROM assumption ORDER BY scenario, place");
    while (row2.step()) {
        auto& assumptions = scenarioOf(row2.whole(0)).scenario.assumptions;
        assumptions.push_back({text(row2, 1), text(row2, 2), text(row2, 3), text(row2, 4), text(row2, 5)});
        bound(assumptions.size(), mostAssumptions);
    }
}

void Reader::readSets(Workbook& workbook)
{
    Statement row(m_database, "SELECT id, title, description FROM assumption_set ORDER BY key");
    while (row.step()) {
        workbook.assumptionSets.push_back({text(row, 0), text(row, 1), text(row, 2), {}});
        bound(workbook.assumptionSets.size(), mostWorkbookRows);
    }
    Statement a(m_database, "SELECT owner, parameter, value, low, high, reason FROM set_assumption ORDER BY owner, place");
    while (a.step()) {
        auto& assumptions = ownedBy(workbook.assumptionSets, a.whole(0)).assumptions;
        assumptions.push_back({text(a, 1), text(a, 2), text(a, 3), text(a, 4), text(a, 5)});
        bound(assumptions.size(), mostAssumptions);
    }
}

void Reader::readFacts(Workbook& workbook)
{
    Statement row(m_database, "SELECT series, period, first, last, value, low, high, discrepancy, source FROM fact ORDER BY key");
    const auto optional = [&](int column) { return row.optionalNumber(column) ? std::optional(number(row, column)) : std::nullopt; };
    while (row.step()) {
        PersonalFact fact;
        fact.series = text(row, 0);
        fact.period = text(row, 1);
        fact.begin = number(row, 2);
        fact.end = number(row, 3);
        fact.value = number(row, 4);
        fact.low = optional(5);
        fact.high = optional(6);
        fact.discrepancy = text(row, 7);
        fact.source = text(row, 8);
        workbook.facts.push_back(std::move(fact));
        bound(workbook.facts.size(), mostFacts);
    }
    Statement package(m_database, "SELECT fact, scenario FROM fact_package ORDER BY fact, place");
    while (package.step()) {
        auto& packages = ownedBy(workbook.facts, package.whole(0)).packages;
        packages.push_back(scenarioOf(package.whole(1)).scenario);
        bound(packages.size(), 2);
    }
}

void Reader::readCharts(Workbook& workbook)
{
    Statement row(m_database, "SELECT series, view, strip, events, parts, identity, inner_band, widest_band, recorded_band "
                              "FROM chart ORDER BY key");
    auto& charts = workbook.view.charts;
    while (row.step()) {
        charts.push_back({.series = text(row, 0), .companions = {}, .view = kind(store::views, text(row, 1)), .withStrip = flag(row, 2),
                          .withEvents = flag(row, 3), .withParts = flag(row, 4), .withIdentity = flag(row, 5),
                          .withInnerBand = flag(row, 6), .withWidestBand = flag(row, 7), .withRecordedBand = flag(row, 8)});
        bound(charts.size(), mostWorkbookRows);
    }
    Statement companion(m_database, "SELECT chart, series FROM companion ORDER BY chart, place");
    while (companion.step())
        ownedBy(charts, companion.whole(0)).companions.push_back(text(companion, 1));
    auto& small = workbook.view.overview.small;
    const auto places = small.size(); // by effect, where the file has none
    small.clear();
    Statement place(m_database, "SELECT series FROM overview_chart ORDER BY place");
    while (place.step()) {
        small.push_back(text(place, 0));
        bound(small.size(), mostWorkbookRows);
    }
    small.resize(std::max(small.size(), places));
}

/// What is compared, and what Flows shows.
void Reader::readLooks(WorkbookView& view)
{
    auto& comparison = view.comparison;
    Statement row(m_database, "SELECT banded, first, second, series, view, side_by_side, ranked_by, most_best FROM comparison");
    if (!row.step())
        damaged();
    comparison.banded = text(row, 0);
    comparison.first = text(row, 1);
    comparison.second = text(row, 2);
    comparison.series = text(row, 3);
    comparison.view = kind(store::comparisonViews, text(row, 4));
    comparison.isSideBySide = flag(row, 5);
    comparison.rankedBy = whole(row, 6, 0, static_cast<int>(WorkbookComparison::mostOutcomes) - 1);
    comparison.isMostBest = flag(row, 7);
    Statement scenario(m_database, "SELECT scenario FROM compared_scenario ORDER BY place");
    while (scenario.step()) {
        comparison.scenarios.push_back(text(scenario, 0));
        bound(comparison.scenarios.size(), mostWorkbookRows);
    }
    Statement outcome(m_database, "SELECT series, year FROM compared_outcome ORDER BY place");
    while (outcome.step()) {
        comparison.outcomes.push_back({text(outcome, 0), whole(outcome, 1, firstYear, lastYear)});
        bound(comparison.outcomes.size(), WorkbookComparison::mostOutcomes);
    }
    if (m_version < 4)
        return;
    Statement flows(m_database, "SELECT leaf, quarter FROM flows");
    if (!flows.step())
        damaged();
    view.flows.leaf = text(flows, 0);
    if (const auto quarter = flows.optionalText(1))
        view.flows.quarter = time<Quarter>(*quarter);
    for (Statement figure(m_database, "SELECT title, origin FROM kept_figure ORDER BY place"); figure.step();
         bound(view.figures.size(), WorkbookView::mostFigures))
        view.figures.push_back({text(figure, 0), text(figure, 1)});
}

void Reader::readRest(StoredWorkbook& stored)
{
    Statement row(m_database, "SELECT on_table, compared_with, compared_id, compared_copy, chart_count, overview, main_chosen, "
                              "year, page, focus_series, focus_quarter, focus_of, notes, program_version, saved_at FROM workbook");
    if (!row.step())
        damaged();
    auto& w = stored.workbook;
    w.onTable = text(row, 0);
    const auto kindOfBaseline = text(row, 1);
    if (kindOfBaseline == store::comparedWith[0])
        w.comparedWith = PresetBaseline{text(row, 2)};
    else if (kindOfBaseline == store::comparedWith[1])
        w.comparedWith = WorkbookBaseline{text(row, 2)};
    else if (kindOfBaseline == store::comparedWith[2])
        w.comparedWith = OwnBaseline{scenarioOf(row.whole(3)).scenario};
    else
        damaged();
    w.view.chartCount = whole(row, 4, 0, 100);
    w.view.overview.isShown = flag(row, 5);
    w.view.overview.isMainChosen = flag(row, 6);
    w.view.year = whole(row, 7, firstYear, lastYear);
    w.view.page = text(row, 8);
    w.view.focus = {text(row, 9), time<Period>(text(row, 10)), kind(store::contrasts, text(row, 11))};
    w.notes = text(row, 12);
    stored.programVersion = text(row, 13);
    stored.savedAt = text(row, 14);
}

void Reader::readRuns(StoredWorkbook& stored)
{
    Statement row(m_database, "SELECT scenario, content, model_version, data_version, made_at, digest FROM run ORDER BY key");
    while (row.step()) {
        stored.runs.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), {}});
        bound(stored.runs.size(), mostWorkbookRows);
    }
    Statement figure(m_database, "SELECT run, series, year, value FROM figure ORDER BY run, place");
    while (figure.step()) {
        auto& figures = ownedBy(stored.runs, figure.whole(0)).figures;
        figures.push_back({text(figure, 1), whole(figure, 2, firstYear, lastYear), number(figure, 3)});
        bound(figures.size(), mostWorkbookRows);
    }
}

/// What came with the newest version.
void Reader::readNewest(StoredWorkbook& stored)
{
    auto& news = stored.workbook.news;
    Statement row(m_database, "SELECT date, headline, source, quotation, measure, value, start, until FROM news ORDER BY key");
    while (row.step()) {
        NewsEntry entry{text(row, 0), text(row, 1), text(row, 2), text(row, 3), {}, {}};
        if (row.optionalText(4))
            entry.setting = Change{text(row, 4), text(row, 5), time<Quarter>(text(row, 6)), 1};
        if (row.optionalText(7))
            entry.until = time<Quarter>(text(row, 7));
        news.push_back(std::move(entry));
        bound(news.size(), mostWorkbookRows);
    }
    for (Statement layer(m_database, "SELECT id, sealed FROM layer ORDER BY key"); layer.step();
         bound(stored.layers.size(), mostWorkbookRows))
        stored.layers.push_back({text(layer, 0), layer.blob(1)});
    readHistory(stored.history);
    if (m_version < 5)
        return;
    Statement kept(m_database, "SELECT id, title, saved_at, over, seconds, talks, us_sheet, china_sheet FROM rehearsal ORDER BY key");
    for (; kept.step(); bound(stored.rehearsals.size(), mostKeptRehearsals))
        stored.rehearsals.push_back({text(kept, 0), text(kept, 1), text(kept, 2), flag(kept, 3), whole(kept, 4, 0, 86'400), text(kept, 5),
                                     text(kept, 6), text(kept, 7)});
}

void Reader::readHistory(WorkbookHistory& history)
{
    Statement row(m_database, "SELECT name, place, removed, added, layout_before, layout_after FROM step ORDER BY key");
    std::size_t bytes = 0;
    while (row.step()) {
        auto& step = history.steps.emplace_back();
        step = {text(row, 0), static_cast<std::size_t>(row.whole(1)), row.blob(2), row.blob(3), row.blob(4), row.blob(5)};
        bytes += step.removed.size() + step.added.size();
        bound(history.steps.size(), mostKeptSteps);
        bound(bytes, mostStepBytes);
    }
    Statement place(m_database, "SELECT done, content FROM history");
    if (!place.step())
        damaged();
    history.done = static_cast<std::size_t>(whole(place, 0, 0, static_cast<int>(history.steps.size())));
    history.content = text(place, 1);
}

/// What every function over workbooks rests on.
void Reader::checkIds(const Workbook& workbook) const
{
    std::map<std::string, int> ids, titles;
    for (const auto& entry : workbook.scenarios)
        if (++ids[entry.scenario.id] > 1 || ++titles[entry.scenario.title] > 1)
            damaged();
    if (!ids.contains(workbook.onTable))
        damaged();
}

} // namespace

StoredWorkbook readWorkbook(std::string_view bytes, const std::string& place, const SealKey* key)
{
    if (isSealed(bytes)) {
        if (!key)
            throw InputError(Refusal("workbook_encrypted", {.file = place}));
        return readWorkbook(key->open(bytes, place), place);
    }
    const auto version = store::checkedVersion(bytes, place);
    std::set<std::string> readable{"sqlite_schema", "sqlite_master"};
    for (const auto& table : store::tables())
        readable.insert(table.name);
    try {
        Database database(bytes, readable);
        store::checkTables(database, version, place);
        store::checkPages(database, place);
        return Reader(database, version, place).all();
    } catch (const DatabaseError&) {
        throw InputError(Refusal("workbook_damaged", {.file = place}));
    }
}

} // namespace chokepoint
