// Turns a workbook into the bytes of its file.
#include "api/WorkbookFile.h"

#include "api/Files.h"
#include "store/Database.h"
#include "store/Names.h"
#include "store/Schema.h"

#include <optional>

namespace chokepoint {
namespace {

using store::Blob;
using store::Database;
using store::Statement;

/// Writes scenarios, listed ones and copies, and numbers them.
class ScenarioWriter {
public:
    explicit ScenarioWriter(Database& database)
        : m_scenario(database, "INSERT INTO scenario VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          m_tag(database, "INSERT INTO tag VALUES (?, ?, ?)"),
          m_change(database, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)"),
          m_assumption(database, "INSERT INTO assumption VALUES (?, ?, ?, ?, ?, ?, ?)")
    {}

    void list(const WorkbookScenario& entry)
    {
        write(entry.scenario, m_listed++, entry.notes, entry.text);
        for (std::size_t i = 0; i < entry.tags.size(); ++i)
            m_tag.put(m_key, i, entry.tags[i]);
    }

    /// Returns its key.
    std::int64_t copy(const Scenario& scenario)
    {
        write(scenario, std::nullopt, {}, {});
        return m_key;
    }

private:
    void write(const Scenario& s, std::optional<std::int64_t> place, const std::string& notes, const std::string& text)
    {
        ++m_key;
        m_scenario.put(m_key, place, s.id, s.title, s.shortTitle, s.description, s.baseline, s.basedOn, s.start.text(), notes, text,
                       s.subject);
        for (std::size_t i = 0; i < s.changes.size(); ++i) {
            const auto& change = s.changes[i];
            const auto from = change.from ? std::optional(change.from->text()) : std::nullopt;
            m_change.put(m_key, i, change.measure, change.value, from, change.over);
        }
        for (std::size_t i = 0; i < s.assumptions.size(); ++i) {
            const auto& a = s.assumptions[i];
            m_assumption.put(m_key, i, a.parameter, a.value, a.low, a.high, a.reason);
        }
    }

    Statement m_scenario, m_tag, m_change, m_assumption;
    std::int64_t m_key = 0, m_listed = 0;
};

void writeAssumptionSets(Database& database, const std::vector<AssumptionSet>& sets)
{
    Statement set(database, "INSERT INTO assumption_set VALUES (?, ?, ?, ?)");
    Statement assumption(database, "INSERT INTO set_assumption VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < sets.size(); ++i) {
        set.put(i + 1, sets[i].id, sets[i].title, sets[i].description);
        for (std::size_t j = 0; j < sets[i].assumptions.size(); ++j) {
            const auto& a = sets[i].assumptions[j];
            assumption.put(i + 1, j, a.parameter, a.value, a.low, a.high, a.reason);
        }
    }
}

void writeFacts(Database& database, ScenarioWriter& scenarios, const std::vector<PersonalFact>& facts)
{
    Statement row(database, "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement package(database, "INSERT INTO fact_package VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& f = facts[i];
        row.put(i + 1, f.series, f.period, f.begin, f.end, f.value, f.low, f.high, f.discrepancy, f.source);
        for (std::size_t j = 0; j < f.packages.size(); ++j)
            package.put(i + 1, j, scenarios.copy(f.packages[j]));
    }
}

void writeCharts(Database& database, const std::vector<BoardChart>& charts)
{
    Statement row(database, "INSERT INTO chart VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement companion(database, "INSERT INTO companion VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const auto& c = charts[i];
        row.put(i + 1, c.series, store::nameOf(c.view), c.withStrip, c.withEvents, c.withParts, c.withIdentity, c.withInnerBand,
                c.withWidestBand, c.withRecordedBand);
        for (std::size_t j = 0; j < c.companions.size(); ++j)
            companion.put(i + 1, j, c.companions[j]);
    }
}

void writeOverview(Database& database, const WorkbookOverview& overview)
{
    Statement row(database, "INSERT INTO overview_chart VALUES (?, ?)");
    for (std::size_t i = 0; i < overview.small.size(); ++i)
        row.put(i, overview.small[i]);
}

void writeFlows(Database& database, const WorkbookFlows& flows)
{
    Statement row(database, "INSERT INTO flows VALUES (1, ?, ?)");
    row.put(flows.leaf, flows.quarter ? std::optional(flows.quarter->text()) : std::nullopt);
}

void writeComparison(Database& database, const WorkbookComparison& comparison)
{
    Statement row(database, "INSERT INTO comparison VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.put(comparison.banded, comparison.first, comparison.second, comparison.series, store::nameOf(comparison.view),
            comparison.isSideBySide, comparison.rankedBy, comparison.isMostBest);
    Statement scenario(database, "INSERT INTO compared_scenario VALUES (?, ?)");
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        scenario.put(i, comparison.scenarios[i]);
    Statement outcome(database, "INSERT INTO compared_outcome VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < comparison.outcomes.size(); ++i)
        outcome.put(i, comparison.outcomes[i].series, comparison.outcomes[i].year);
}

void writeFigures(Database& database, const std::vector<KeptSheet>& figures)
{
    Statement row(database, "INSERT INTO kept_figure VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < figures.size(); ++i)
        row.put(i, figures[i].title, figures[i].origin);
}

void writeRuns(Database& database, const std::vector<KeptRun>& runs)
{
    Statement row(database, "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?)");
    Statement figure(database, "INSERT INTO figure VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& r = runs[i];
        row.put(i + 1, r.scenario, r.content, r.modelVersion, r.dataVersion, r.madeAt, r.digest);
        for (std::size_t j = 0; j < r.figures.size(); ++j)
            figure.put(i + 1, j, r.figures[j].series, r.figures[j].year, r.figures[j].value);
    }
}

void writeNews(Database& database, const std::vector<NewsEntry>& news)
{
    Statement row(database, "INSERT INTO news VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto textOf = [](const std::optional<Quarter>& quarter) { return quarter ? std::optional(quarter->text()) : std::nullopt; };
    for (std::size_t i = 0; i < news.size(); ++i) {
        const auto& n = news[i];
        std::optional<std::string> measure, value, start;
        if (n.setting && n.setting->from) {
            measure = n.setting->measure;
            value = n.setting->value;
            start = n.setting->from->text();
        }
        row.put(i + 1, n.date, n.headline, n.source, n.quotation, measure, value, start, textOf(n.until));
    }
}

void writeHistory(Database& database, const WorkbookHistory& history)
{
    Statement row(database, "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < history.steps.size(); ++i) {
        const auto& s = history.steps[i];
        row.put(i + 1, s.name, s.at, Blob{s.removed}, Blob{s.added}, Blob{s.layoutBefore}, Blob{s.layoutAfter});
    }
    Statement(database, "INSERT INTO history VALUES (1, ?, ?)").put(history.done, history.content);
}

void writeLayers(Database& database, const std::vector<SealedLayer>& layers)
{
    Statement row(database, "INSERT INTO layer VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < layers.size(); ++i)
        row.put(i + 1, layers[i].id, Blob{layers[i].bytes});
}

void writeRehearsals(Database& database, const std::vector<KeptRehearsal>& rehearsals)
{
    Statement row(database, "INSERT INTO rehearsal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < rehearsals.size(); ++i) {
        const auto& r = rehearsals[i];
        row.put(i + 1, r.id, r.title, r.savedAt, r.isOver, r.secondsOfMove, r.talks, r.usSheet, r.chinaSheet);
    }
}

void writeRest(Database& database, ScenarioWriter& scenarios, const StoredWorkbook& stored)
{
    const auto& w = stored.workbook;
    std::string id;
    std::optional<std::int64_t> copy;
    if (const auto* preset = std::get_if<PresetBaseline>(&w.comparedWith))
        id = preset->id;
    else if (const auto* listed = std::get_if<WorkbookBaseline>(&w.comparedWith))
        id = listed->id;
    else
        copy = scenarios.copy(std::get<OwnBaseline>(w.comparedWith).scenario);
    Statement row(database, "INSERT INTO workbook VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto& view = w.view;
    row.put(w.onTable, store::nameOf(w.comparedWith), id, copy, view.chartCount, view.overview.isShown, view.overview.isMainChosen,
            view.year, view.page, view.focus.series, view.focus.period.text(), store::nameOf(view.focus.contrast), w.notes,
            stored.programVersion, stored.savedAt);
}

} // namespace

std::string workbookBytes(const StoredWorkbook& stored)
{
    Database database;
    database.run("PRAGMA application_id = " + std::to_string(store::applicationId));
    database.run("PRAGMA user_version = " + std::to_string(store::schemaVersion));
    database.run("PRAGMA foreign_keys = ON");
    for (const auto& table : store::tables())
        database.run(table.sql);
    database.run("BEGIN");
    {
        ScenarioWriter scenarios(database);
        for (const auto& entry : stored.workbook.scenarios)
            scenarios.list(entry);
        writeAssumptionSets(database, stored.workbook.assumptionSets);
        writeFacts(database, scenarios, stored.workbook.facts);
        writeCharts(database, stored.workbook.view.charts);
        writeOverview(database, stored.workbook.view.overview);
        writeComparison(database, stored.workbook.view.comparison);
        writeFlows(database, stored.workbook.view.flows);
        writeFigures(database, stored.workbook.view.figures);
        writeRuns(database, stored.runs);
        writeRest(database, scenarios, stored);
        writeNews(database, stored.workbook.news);
        writeHistory(database, stored.history);
        writeLayers(database, stored.layers);
        writeRehearsals(database, stored.rehearsals);
    }
    database.run("COMMIT");
    return database.bytes();
}

void writeWorkbookFile(const std::filesystem::path& file, const StoredWorkbook& stored, const SealKey* key)
{
    const auto bytes = workbookBytes(stored);
    writeFile(file, key ? key->seal(bytes) : bytes);
}

} // namespace chokepoint
