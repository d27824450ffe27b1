// Workbooks: names that can be told apart, what is compared, and that an edited preset is no preset.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/ScenarioEdits.h"
#include "api/Workbook.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace chokepoint;
using test::quarter;

namespace {

const Catalogue& catalogue() { return test::engine().catalogue(); }
Scenario preset(const char* id) { return test::engine().preset(id); }

/// A scenario of one's own with one change.
Scenario own(const char* id, const char* title)
{
    Scenario scenario;
    scenario.id = id;
    scenario.title = title;
    scenario.shortTitle = "short";
    scenario.changes = {{"hbm_export", "open", {}, 1}};
    return scenario;
}

Scenario edited(const Scenario& scenario, const char* value = "open")
{
    auto after = edit::removeMeasure(scenario, "hbm_export");
    after.changes.push_back({"hbm_export", value, quarter("2029Q3"), 1});
    return after;
}

/// Every id and title stands once, the table has a scenario, and the baseline leads somewhere.
bool isSound(const Workbook& workbook)
{
    std::set<std::string> ids, titles;
    for (const auto& entry : workbook.scenarios)
        if (!ids.insert(entry.scenario.id).second || !titles.insert(entry.scenario.title).second)
            return false;
    return findScenario(workbook, workbook.onTable) && baselineOf(workbook, catalogue()).has_value();
}

} // namespace

class WorkbookTest : public QObject {
    Q_OBJECT
private slots:
    void aFreshWorkbookIsTheStatusQuoAgainstItself()
    {
        const auto workbook = freshWorkbook(catalogue());
        QVERIFY(isSound(workbook));
        QCOMPARE(scenarioOnTable(workbook).id, std::string("status_quo_2026"));
        QVERIFY(*baselineOf(workbook, catalogue()) == scenarioOnTable(workbook));
        QCOMPARE(workbook.view.charts.size(), catalogue().charts.size());
        QCOMPARE(workbook.view.focus.series, workbook.view.charts.front().series);
        QVERIFY(workbook == freshWorkbook(catalogue()));
        auto other = workbook;
        other.view.charts.back().view = BoardChart::View::Logarithm;
        QVERIFY(other != workbook);
    }
    void chartsOfTheStartPageBringTheirCompanionsAndStrip()
    {
        Catalogue planted;
        for (const char* id : {"a.one", "a.two", "b.three"})
            planted.series.emplace_back().id = id;
        planted.series.emplace_back().id = "accel.binding";
        planted.series.back().kind = SeriesKind::Category;
        planted.charts = {{"a.one", {"a.two", "b.three"}, false}, {"b.three", {}, true}, {"a.two", {}, false}};
        const auto charts = startCharts(planted);
        QCOMPARE(charts.size(), std::size_t{3});
        QCOMPARE(charts[0].companions, (std::vector<std::string>{"a.two", "b.three"}));
        QVERIFY(!charts[0].withStrip && charts[1].withStrip && !charts[2].withStrip);
        QVERIFY(charts[1].companions.empty());
    }

    void titlesAndIdsAreCountedUntilOneIsFree()
    {
        const std::vector<std::string> taken{"Plan", "Plan (2)", "Plan (9)", "Plan (x)", "(2)"};
        QCOMPARE(uniqueTitle("Other", taken), std::string("Other"));
        QCOMPARE(uniqueTitle("Plan", taken), std::string("Plan (3)"));
        QCOMPARE(uniqueTitle("Plan (2)", taken), std::string("Plan (3)"));
        QCOMPARE(uniqueTitle("Plan (9)", taken), std::string("Plan (10)"));
        QCOMPARE(uniqueTitle("Plan (x)", taken), std::string("Plan (x) (2)"));
        QCOMPARE(uniqueTitle("(2)", taken), std::string("(2) (2)"));
        QCOMPARE(uniqueId("plan", {"plan", "plan_2"}), std::string("plan_3"));
        QCOMPARE(uniqueId("plan", {}), std::string("plan"));
    }
    void twoOfOneTitleAreToldApart()
    {
        auto workbook = freshWorkbook(catalogue());
        QCOMPARE(addScenario(workbook, catalogue(), own("plan", "Plan")), std::string("plan"));
        QCOMPARE(workbook.scenarios.back().scenario.shortTitle, std::string("short"));
        QCOMPARE(addScenario(workbook, catalogue(), own("plan", "Plan")), std::string("plan_2"));
        QCOMPARE(workbook.scenarios.back().scenario.title, std::string("Plan (2)"));
        QVERIFY(workbook.scenarios.back().scenario.shortTitle.empty()); // it would be the same on two lines
        QCOMPARE(addScenario(workbook, catalogue(), own("", "")), std::string("scenario"));
        QCOMPARE(workbook.scenarios.back().scenario.title, std::string("scenario"));
        QVERIFY(isSound(workbook));
    }
    void onlyAnUnchangedPresetBearsItsName()
    {
        auto workbook = freshWorkbook(catalogue());
        QCOMPARE(addScenario(workbook, catalogue(), preset("full_denial")), std::string("full_denial"));
        QVERIFY(workbook.scenarios.back().scenario == preset("full_denial"));
        QCOMPARE(addScenario(workbook, catalogue(), preset("full_denial")), std::string("own_full_denial"));
        QCOMPARE(workbook.scenarios.back().scenario.basedOn, std::string("full_denial"));
        QCOMPARE(workbook.scenarios.back().scenario.title, preset("full_denial").title + " (2)");
        QCOMPARE(addScenario(workbook, catalogue(), edited(preset("hbm_strict"))), std::string("own_hbm_strict"));
        QCOMPARE(addScenario(workbook, catalogue(), own("mine", preset("open_gates").title.c_str())), std::string("mine"));
        QCOMPARE(workbook.scenarios.back().scenario.title, preset("open_gates").title + " (2)");
        QVERIFY(isSound(workbook));
    }
    void aPresetIsOneWhateverItsStartAndAssumptions()
    {
        auto scenario = preset("full_denial");
        scenario.start = quarter("2030Q1");
        scenario.assumptions = {{"hbm.relax_share", "0.1"}};
        scenario.baseline = "open_gates";
        QVERIFY(isPreset(catalogue(), scenario));
        QVERIFY(!isPreset(catalogue(), edited(scenario)));
        scenario.title = "Mine";
        QVERIFY(!isPreset(catalogue(), scenario));
        QVERIFY(!isPreset(catalogue(), own("nobody", "Nobody")));
    }

    void anEditedPresetLosesItsNameAndGetsItBack()
    {
        auto workbook = freshWorkbook(catalogue());
        const auto fresh = workbook;
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook)), "Own package");
        QCOMPARE(workbook.onTable, std::string("own_status_quo_2026"));
        QCOMPARE(scenarioOnTable(workbook).title, std::string("Own package"));
        QCOMPARE(scenarioOnTable(workbook).basedOn, std::string("status_quo_2026"));
        QVERIFY(scenarioOnTable(workbook).description.empty() && scenarioOnTable(workbook).shortTitle.empty());
        const auto once = workbook;
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook), "full"), "Own package");
        QCOMPARE(workbook.onTable, std::string("own_status_quo_2026"));
        QCOMPARE(scenarioOnTable(workbook).title, std::string("Own package"));
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook)), "Own package");
        QVERIFY(workbook == once);
        editOnTable(workbook, catalogue(), edit::removeMeasure(scenarioOnTable(workbook), "hbm_export"), "Own package");
        QVERIFY(workbook == fresh);
    }
    void aNameThatAPersonGaveStays()
    {
        auto workbook = freshWorkbook(catalogue());
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook)), "Own package");
        renameScenario(workbook, catalogue(), workbook.onTable, "Mine");
        editOnTable(workbook, catalogue(), edit::removeMeasure(scenarioOnTable(workbook), "hbm_export"), "Own package");
        QCOMPARE(scenarioOnTable(workbook).title, std::string("Mine"));
        QCOMPARE(scenarioOnTable(workbook).basedOn, std::string("status_quo_2026"));
    }
    void anEditedPresetStaysApartFromThePresetBesideIt()
    {
        auto workbook = freshWorkbook(catalogue());
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook)), "Own package");
        addScenario(workbook, catalogue(), preset("status_quo_2026"));
        editOnTable(workbook, catalogue(), edit::removeMeasure(scenarioOnTable(workbook), "hbm_export"), "Own package");
        QCOMPARE(workbook.onTable, std::string("own_status_quo_2026"));
        QVERIFY(isSound(workbook));
    }
    void assumptionsAloneLeaveThePresetItsName()
    {
        auto workbook = freshWorkbook(catalogue());
        auto after = scenarioOnTable(workbook);
        after.assumptions = {{"hbm.relax_share", "0.1"}};
        editOnTable(workbook, catalogue(), after, "Own package");
        QVERIFY(scenarioOnTable(workbook) == after);
    }
    void anotherPresetMayTakeThePlaceOnTheTable()
    {
        auto workbook = freshWorkbook(catalogue());
        editOnTable(workbook, catalogue(), preset("full_denial"), "Own package");
        QVERIFY(scenarioOnTable(workbook) == preset("full_denial"));
        QCOMPARE(workbook.scenarios.size(), std::size_t{1});
        QVERIFY(isSound(workbook));
    }
    void theBaselineFollowsTheScenarioWhoseIdChanges()
    {
        auto workbook = freshWorkbook(catalogue());
        compareWith(workbook, catalogue(), WorkbookBaseline{workbook.onTable});
        editOnTable(workbook, catalogue(), edited(scenarioOnTable(workbook)), "Own package");
        QVERIFY(isSound(workbook));
        QVERIFY(*baselineOf(workbook, catalogue()) == scenarioOnTable(workbook));
    }

    void aCopyHasItsOwnNameAndKeepsNotes()
    {
        auto workbook = freshWorkbook(catalogue());
        workbook.scenarios.front().notes = "a note";
        workbook.scenarios.front().tags = {"a tag"};
        QCOMPARE(duplicateScenario(workbook, catalogue(), workbook.onTable), std::string("own_status_quo_2026"));
        QCOMPARE(workbook.scenarios.back().notes, std::string("a note"));
        QCOMPARE(workbook.scenarios.back().tags.size(), std::size_t{1});
        QCOMPARE(workbook.scenarios.back().scenario.basedOn, std::string("status_quo_2026"));
        QCOMPARE(workbook.onTable, std::string("status_quo_2026"));
        QCOMPARE(duplicateScenario(workbook, catalogue(), "own_status_quo_2026"), std::string("own_status_quo_2026_2"));
        QVERIFY(isSound(workbook));
        const auto before = workbook;
        QVERIFY(duplicateScenario(workbook, catalogue(), "nobody").empty());
        QVERIFY(workbook == before);
    }
    void aRenamedScenarioKeepsItsIdAndAPresetDoesNot()
    {
        auto workbook = freshWorkbook(catalogue());
        addScenario(workbook, catalogue(), own("plan", "Plan"));
        QCOMPARE(renameScenario(workbook, catalogue(), "plan", "Better"), std::string("plan"));
        QCOMPARE(findScenario(workbook, "plan")->scenario.title, std::string("Better"));
        QVERIFY(findScenario(workbook, "plan")->scenario.shortTitle.empty());
        QCOMPARE(renameScenario(workbook, catalogue(), "plan", preset("open_gates").title), std::string("plan"));
        QCOMPARE(findScenario(workbook, "plan")->scenario.title, preset("open_gates").title + " (2)");
        QCOMPARE(renameScenario(workbook, catalogue(), "plan", ""), std::string("plan"));
        QCOMPARE(findScenario(workbook, "plan")->scenario.title, preset("open_gates").title + " (2)");
        QCOMPARE(renameScenario(workbook, catalogue(), "status_quo_2026", "Today"), std::string("own_status_quo_2026"));
        QCOMPARE(scenarioOnTable(workbook).title, std::string("Today"));
        QVERIFY(renameScenario(workbook, catalogue(), "nobody", "x").empty());
        QVERIFY(isSound(workbook));
    }
    void aRemovedScenarioLeavesTheTableToTheNextAndACopyToCompareWith()
    {
        auto workbook = freshWorkbook(catalogue());
        addScenario(workbook, catalogue(), own("plan", "Plan"));
        addScenario(workbook, catalogue(), own("other", "Other"));
        putOnTable(workbook, "plan");
        compareWith(workbook, catalogue(), WorkbookBaseline{"plan"});
        const auto plan = scenarioOnTable(workbook);
        removeScenario(workbook, "plan");
        QCOMPARE(workbook.onTable, std::string("other"));
        QVERIFY(*baselineOf(workbook, catalogue()) == plan);
        removeScenario(workbook, "other");
        QCOMPARE(workbook.onTable, std::string("status_quo_2026"));
        removeScenario(workbook, "nobody");
        removeScenario(workbook, "status_quo_2026"); // the last stays
        QCOMPARE(workbook.scenarios.size(), std::size_t{1});
        QVERIFY(isSound(workbook));
    }
    void anOpenedScenarioIsComparedWithWhatItNames()
    {
        auto workbook = freshWorkbook(catalogue());
        auto plan = own("plan", "Plan");
        plan.baseline = "full_denial";
        QCOMPARE(openScenario(workbook, catalogue(), plan), std::string("plan"));
        QCOMPARE(workbook.onTable, std::string("plan"));
        QCOMPARE(baselineOf(workbook, catalogue())->id, std::string("full_denial"));
        plan.baseline = "nobody";
        openScenario(workbook, catalogue(), plan);
        QCOMPARE(baselineOf(workbook, catalogue())->id, std::string("full_denial"));
    }
    void aPresetToCompareWithStartsWithTheScenarioAndIsNamedByIt()
    {
        auto workbook = freshWorkbook(catalogue());
        auto later = scenarioOnTable(workbook);
        later.start = quarter("2030Q1");
        editOnTable(workbook, catalogue(), later, "Own package");
        compareWith(workbook, catalogue(), PresetBaseline{"open_gates"});
        QVERIFY(baselineOf(workbook, catalogue())->start == quarter("2030Q1"));
        QCOMPARE(scenarioOnTable(workbook).baseline, std::string("open_gates"));
        const auto before = workbook;
        compareWith(workbook, catalogue(), PresetBaseline{"nobody"});
        compareWith(workbook, catalogue(), WorkbookBaseline{"nobody"});
        putOnTable(workbook, "nobody");
        QVERIFY(workbook == before);
        compareWith(workbook, catalogue(), OwnBaseline{own("x", "X")});
        QCOMPARE(baselineOf(workbook, catalogue())->title, std::string("X"));
    }
    void aWorkbookThatLeadsNowhereIsTold()
    {
        auto workbook = freshWorkbook(catalogue());
        workbook.comparedWith = WorkbookBaseline{"nobody"};
        QVERIFY(!baselineOf(workbook, catalogue()));
        workbook.comparedWith = PresetBaseline{"nobody"};
        QVERIFY(!baselineOf(workbook, catalogue()));
        workbook.onTable = "nobody";
        QVERIFY_THROWS_EXCEPTION(std::logic_error, scenarioOnTable(workbook));
        const auto before = workbook;
        editOnTable(workbook, catalogue(), own("x", "X"), "Own package");
        QVERIFY(workbook == before);
    }
    void aPackageThatLeftItsPresetLosesTheSubjectOfThePresetAndGetsItBackWithIt()
    {
        const auto& subjects = catalogue().presets;
        const auto& told = *std::ranges::find_if(subjects, [](const Scenario& one) { return !one.subject.empty(); });
        auto workbook = freshWorkbook(catalogue());
        editOnTable(workbook, catalogue(), told, {});
        QCOMPARE(scenarioOnTable(workbook).subject, told.subject);
        auto own = told;
        own.changes.push_back({"affiliates_50", "none", quarter("2029Q1"), 1});
        editOnTable(workbook, catalogue(), own, "Mine");
        QCOMPARE(scenarioOnTable(workbook).subject, std::string());
        auto back = scenarioOnTable(workbook);
        back.changes = told.changes;
        editOnTable(workbook, catalogue(), back, "Mine");
        QVERIFY(isPreset(catalogue(), scenarioOnTable(workbook)));
        QCOMPARE(scenarioOnTable(workbook).subject, told.subject);
    }
    void aSetOfAssumptionsIsFoundByContent()
    {
        auto workbook = freshWorkbook(catalogue());
        workbook.assumptionSets = {{"empty", "Empty", "", {}},
                                   {"mine", "Mine", "", {{"hbm.relax_share", "0.10"}, {"talent.x", "1", "0", "2", "why"}}}};
        auto scenario = scenarioOnTable(workbook);
        QVERIFY(assumptionSetOf(workbook, catalogue(), scenario).empty());
        scenario.assumptions = {{"talent.x", "1.0", "0", "2"}, {"hbm.relax_share", "0.1"}};
        QCOMPARE(assumptionSetOf(workbook, catalogue(), scenario), std::string("mine"));
        scenario.assumptions.front().high = "3";
        QVERIFY(assumptionSetOf(workbook, catalogue(), scenario).empty());
        QVERIFY(!catalogue().assumptionSets.empty());
        const auto& shipped = catalogue().assumptionSets.front();
        scenario.assumptions = shipped.assumptions;
        QCOMPARE(assumptionSetOf(workbook, catalogue(), scenario), shipped.id);
    }
    void aNewPackageChangesNothingAndKeepsStartAndAssumptions()
    {
        auto workbook = freshWorkbook(catalogue());
        workbook.scenarios[0].scenario.start = quarter("2028Q1");
        workbook.scenarios[0].scenario.assumptions = {{"hbm.relax_share", "0.1"}};
        const auto first = newScenario(workbook, catalogue(), "New package"), second = newScenario(workbook, catalogue(), "New package");
        QVERIFY(isSound(workbook));
        QVERIFY(first != second);
        QCOMPARE(workbook.onTable, second);
        QVERIFY(scenarioOnTable(workbook).changes.empty());
        QCOMPARE(scenarioOnTable(workbook).title, std::string("New package (2)"));
        QVERIFY(scenarioOnTable(workbook).start == quarter("2028Q1"));
        QCOMPARE(scenarioOnTable(workbook).assumptions.size(), std::size_t{1});
    }
};

CHOKEPOINT_TEST(WorkbookTest)
#include "WorkbookTest.moc"
