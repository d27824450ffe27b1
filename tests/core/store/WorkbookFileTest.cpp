// Workbook files: everything comes back, edits of several programs add up, and what has moved since a workbook was saved is told.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/Versions.h"
#include "api/WorkbookFile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace chokepoint;
using test::quarter;
namespace fs = std::filesystem;

namespace {

const Catalogue& catalogue() { return test::engine().catalogue(); }

/// A workbook in which everything that a file holds differs from what a fresh one has.
StoredWorkbook full()
{
    StoredWorkbook stored;
    auto& w = stored.workbook;
    w = freshWorkbook(catalogue());
    auto own = test::engine().preset("grand_bargain");
    own.changes.push_back({"hbm_cap_units", "3.5", quarter("2028Q2"), 4});
    own.assumptions = {{"demand.sigma", "2", "1.5", "3", "read “somewhere” & <b>elsewhere</b>"}};
    own.start = quarter("2027Q3");
    const auto id = addScenario(w, catalogue(), own);
    w.scenarios.back().notes = "first line\nsecond line";
    w.scenarios.back().tags = {"trade", "HBM"};
    w.scenarios.back().text = "# a comment\nformat = 1\n";
    w.onTable = id;
    w.comparedWith = OwnBaseline{test::engine().preset("full_denial")};
    w.assumptionSets = {{"mine", "Mine", "why", {{"demand.sigma", "1.9", "", "", "because"}}}};
    PersonalFact difference;
    difference.series = "accel.dies";
    difference.period = "end-2028";
    difference.begin = difference.end = 2029;
    difference.value = 0.1 + 0.2; // no short decimal
    difference.low = -1e-300;
    difference.source = "a person";
    difference.packages = {test::engine().preset("full_denial"), test::engine().preset("open_gates")};
    w.facts = {difference};
    w.view.overview = {false, true, {"compute.lead", "", "accel.dies"}};
    auto& chart = w.view.charts.front();
    chart.view = BoardChart::View::Difference;
    chart.companions = {"compute.us", "compute.china"};
    chart.withStrip = !chart.withStrip;
    chart.withParts = chart.withIdentity = chart.withInnerBand = chart.withWidestBand = chart.withRecordedBand = true;
    chart.withEvents = false;
    w.view.chartCount = 6;
    w.view.overview = {.isShown = false, .isMainChosen = true, .small = {"", "hbm.stock", "revenue.nvidia"}};
    w.view.year = 2031;
    w.view.page = "why";
    w.view.focus = {"compute.lead", quarter("2030Q2"), Contrast::Change};
    w.view.figures = {{"A figure", "chokepoint figure 1\nseries=accel.dies\n"}, {"Another", ""}};
    w.view.comparison = {.scenarios = {"open_gates", id},
                         .banded = "open_gates",
                         .first = id,
                         .second = "open_gates",
                         .series = "talent.us",
                         .view = WorkbookComparison::View::Difference,
                         .isSideBySide = true,
                         .outcomes = {{"talent.us", 2029}, {"accel.dies", 2031}},
                         .rankedBy = 1,
                         .isMostBest = false};
    w.view.flows = {"talent", quarter("2029Q3")};
    w.notes = "notes of the workbook";
    w.news = {{"2026-11-10", "The suspension is extended", "Federal Register", "“until 10 November 2027”",
               Change{"hbm_export", "open", quarter("2026Q4"), 1}, quarter("2027Q4")},
              {"2027-01-01", "Talks go on", "", "", {}, {}}};
    const auto content = contentBytes(w);
    auto step = stepBetween("HBM sales to China: Open", content.substr(1), content);
    step.layoutBefore = step.layoutAfter = layoutBytes(w.view);
    step.layoutAfter += std::string("\0\xFF", 2); // bytes, not text
    stored.history = historyOf(w, {step, stepBetween("taken back", content, "")}, 1);
    stored.layers = {{"weights", std::string("\0sealed\xFE", 8)}};
    stored.rehearsals = {{"rehearsal", "United States, 8 rounds", "2026-11-29T07:00:00", true, 120, "what was said\n", "a sheet\n", ""},
                         {"rehearsal_2", "China", "2026-11-29T07:30:00", false, 0, "", "", "another\n"}};
    stored.programVersion = "0.1.0";
    stored.savedAt = "2026-11-29T08:00:00Z";
    return stored;
}

} // namespace

class WorkbookFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

private slots:
    void everythingComesBack()
    {
        auto stored = full();
        keepRuns(test::engine(), stored, "2026-11-29T08:00:00Z");
        const auto bytes = workbookBytes(stored);
        const auto back = readWorkbook(bytes, "x");
        QVERIFY(back.workbook.scenarios == stored.workbook.scenarios);
        QVERIFY(back.workbook.facts == stored.workbook.facts);
        QVERIFY(back.workbook.view == stored.workbook.view);
        QVERIFY(back == stored);
        QVERIFY(workbookBytes(back) == bytes);
    }
    void everyKindOfBaselineComesBack()
    {
        auto stored = full();
        const std::vector<ComparedWith> kinds{PresetBaseline{"full_denial"},
                                              WorkbookBaseline{stored.workbook.scenarios.front().scenario.id}};
        for (const auto& compared : kinds) {
            stored.workbook.comparedWith = compared;
            QVERIFY(readWorkbook(workbookBytes(stored), "x").workbook.comparedWith == compared);
        }
    }
    void theFileSaysWhatItIsBeforeAnyDatabaseReadsIt()
    {
        const auto bytes = workbookBytes(full());
        QVERIFY(bytes.starts_with("SQLite format 3"));
        QCOMPARE(bytes.substr(68, 4), std::string("Chok"));
        QCOMPARE(static_cast<int>(bytes[63]), 5);
    }
    /// The ladder: `before` was saved by the program of version 1 of the tables, `after` is the same workbook saved by that of version 2.
    void aFileOfTheFirstVersionOpensAndIsSavedAsOneOfTheNext()
    {
        const auto before = test::readFile(test::sourceFolder() / "tests/core/store/files/tables_1.choke");
        QCOMPARE(static_cast<int>(before[63]), 1);
        const auto opened = readWorkbook(before, "x");
        QCOMPARE(opened.workbook.scenarios.at(1).scenario.title, std::string("Grand bargain (2)"));
        QCOMPARE(opened.workbook.scenarios[1].scenario.assumptions.at(0).reason, std::string("a quote"));
        QCOMPARE(opened.runs.size(), opened.workbook.scenarios.size());
        QVERIFY(opened.workbook.view.comparison == WorkbookComparison{});
        QVERIFY(opened.workbook.view.figures.empty());
        const auto after = test::readFile(test::sourceFolder() / "tests/core/store/files/tables_2.choke");
        QCOMPARE(static_cast<int>(after[63]), 2);
        QVERIFY(readWorkbook(after, "x") == opened);
        QVERIFY(readWorkbook(workbookBytes(opened), "x") == opened);
    }
    void aFileIsWrittenAndReadAgain()
    {
        const auto stored = full();
        writeWorkbookFile(path("own.choke"), stored);
        QVERIFY(readWorkbookFile(path("own.choke")) == stored);
        const auto missing = test::errorOf([&] { readWorkbookFile(path("none.choke")); });
        QCOMPARE(missing.refusal().id, std::string("workbook_not_read"));
        QCOMPARE(missing.refusal().place.file, path("none.choke").string());
    }
    void editsOfSeveralProgramsAddUp()
    {
        auto stored = full();
        stored.workbook.notes.clear();
        writeWorkbookFile(path("shared.choke"), stored);
        constexpr int writers = 4, edits = 25;
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] {
                for (int i = 0; i < edits; ++i)
                    editWorkbookFile(path("shared.choke"), [&](StoredWorkbook& s) { s.workbook.notes += static_cast<char>('a' + writer); });
            });
        for (auto& thread : threads)
            thread.join();
        const auto notes = readWorkbookFile(path("shared.choke")).workbook.notes;
        for (int writer = 0; writer < writers; ++writer)
            QCOMPARE(std::ranges::count(notes, static_cast<char>('a' + writer)), edits);
    }
    void anEditThatFailsLeavesTheFileAsItWas()
    {
        writeWorkbookFile(path("kept.choke"), full());
        const auto before = test::readFile(path("kept.choke"));
        const auto failing = [](StoredWorkbook& s) {
            s.workbook.scenarios.clear();
            throw InputError(Refusal("out_of_memory"));
        };
        QCOMPARE(test::errorOf([&] { editWorkbookFile(path("kept.choke"), failing); }).refusal().id, std::string("out_of_memory"));
        QVERIFY(test::readFile(path("kept.choke")) == before);
    }
    void runsAreKeptOncePerVersionAndNoneIsMadeTwice()
    {
        auto stored = full();
        keepRuns(test::engine(), stored, "first");
        QCOMPARE(stored.runs.size(), stored.workbook.scenarios.size());
        const auto first = stored.runs;
        keepRuns(test::engine(), stored, "second");
        QVERIFY(stored.runs == first);

        auto& scenario = stored.workbook.scenarios.back().scenario;
        scenario.changes.push_back({"hbm_export", "full", quarter("2030Q1"), 1});
        keepRuns(test::engine(), stored, "third");
        QCOMPARE(stored.runs.size(), stored.workbook.scenarios.size());
        QCOMPARE(stored.runs.back().madeAt, std::string("third"));

        removeScenario(stored.workbook, scenario.id);
        keepRuns(test::engine(), stored, "fourth");
        QCOMPARE(stored.runs.size(), stored.workbook.scenarios.size());
    }
    void aRunOfAnotherVersionStaysBesideTheNewOne()
    {
        auto stored = full();
        keepRuns(test::engine(), stored, "then");
        for (auto& run : stored.runs)
            run.dataVersion = "older";
        keepRuns(test::engine(), stored, "now");
        QCOMPARE(stored.runs.size(), 2 * stored.workbook.scenarios.size());
        QCOMPARE(stored.runs.front().dataVersion, std::string("older"));
        QCOMPARE(stored.runs.back().dataVersion, dataVersion(test::engine()));
    }
    void whatMovedSinceIsToldWithBothFigures()
    {
        auto stored = full();
        keepRuns(test::engine(), stored, "now");
        QVERIFY(changedResults(test::engine(), stored).empty());

        auto& kept = stored.runs.back();
        kept.digest = "of another model";
        auto& planted = kept.figures[17];
        const double now = planted.value;
        planted.value = now * 1.25;
        const auto changed = changedResults(test::engine(), stored);
        QCOMPARE(changed.size(), std::size_t(1));
        QCOMPARE(changed[0].scenario, kept.scenario);
        QCOMPARE(changed[0].now.size(), std::size_t(1));
        QVERIFY(changed[0].now[0] == (KeptFigure{planted.series, planted.year, now}));
        QCOMPARE(changed[0].kept->figures[17].value, now * 1.25);

        // an edited scenario is another question
        stored.workbook.scenarios.back().scenario.changes.push_back({"hbm_export", "full", quarter("2030Q1"), 1});
        QVERIFY(changedResults(test::engine(), stored).empty());
    }
    void whatThisModelDoesNotKnowIsLeftOutAndTold()
    {
        auto stored = full();
        auto foreign = test::engine().preset("open_gates");
        foreign.id = "foreign";
        foreign.title = "From another model";
        foreign.changes.push_back({"measure_of_2031", "yes", {}, 1});
        addScenario(stored.workbook, catalogue(), foreign);
        stored.workbook.onTable = "foreign";
        const auto charts = freshWorkbook(catalogue()).view.charts;
        const auto first = stored.workbook.view.charts[0];
        stored.workbook.view.charts[1].series = "series_of_2031";
        stored.workbook.view.charts.resize(3);
        stored.workbook.view.comparison.series = "series_of_2031";
        stored.workbook.view.comparison.outcomes.front().series = "series_of_2031";
        const auto opened = openedWith(test::engine(), stored);
        QCOMPARE(opened.leftOut.size(), std::size_t(1));
        QCOMPARE(opened.leftOut[0].title, std::string("From another model"));
        QCOMPARE(opened.leftOut[0].why.id, std::string("unknown_measure"));
        QVERIFY(!findScenario(opened.stored.workbook, "foreign"));
        QVERIFY(findScenario(opened.stored.workbook, opened.stored.workbook.onTable));
        const auto& shown = opened.stored.workbook.view.charts;
        QVERIFY(shown[0] == first);
        const auto& comparison = opened.stored.workbook.view.comparison;
        QVERIFY(comparison.series.empty());
        QVERIFY(comparison.outcomes == (std::vector<ComparedOutcome>{{"accel.dies", 2031}}));
        QVERIFY(std::equal(shown.begin() + 1, shown.end(), charts.begin() + 1, charts.end()));
    }
    void whatIsKnownIsOpenedUnchanged()
    {
        const auto stored = full();
        const auto opened = openedWith(test::engine(), stored);
        QVERIFY(opened.leftOut.empty());
        QVERIFY(opened.stored == stored);
    }
    void namesAndReasonsAreNoContentAndValuesAre()
    {
        const auto digest = [](const Scenario& s) { return contentDigest(catalogue(), s); };
        auto scenario = full().workbook.scenarios.back().scenario;
        const auto before = digest(scenario);
        scenario.title = "Another";
        scenario.assumptions[0].reason = "another";
        QCOMPARE(digest(scenario), before);
        scenario.assumptions[0].value = "2.1";
        QVERIFY(digest(scenario) != before);
    }
    void aThousandScenariosAreSavedAndOpened()
    {
        auto stored = full();
        for (int i = 0; stored.workbook.scenarios.size() < 1000; ++i) {
            auto entry = stored.workbook.scenarios[1];
            entry.scenario.id += std::to_string(i);
            entry.scenario.title += std::to_string(i);
            stored.workbook.scenarios.push_back(entry);
        }
        QVERIFY(readWorkbook(workbookBytes(stored), "x") == stored);
    }
};

CHOKEPOINT_TEST(WorkbookFileTest)
#include "WorkbookFileTest.moc"
