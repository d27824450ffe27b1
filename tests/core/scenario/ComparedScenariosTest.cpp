// What a workbook sets side by side: the scenario on the table always, six at most, each once, all under the same assumptions.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/Workbook.h"

#include <QTest>

using namespace chokepoint;
using test::quarter;
using Ids = std::vector<std::string>;

namespace {

const Catalogue& comparedCatalogue() { return test::engine().catalogue(); }

Workbook withOwn()
{
    auto workbook = freshWorkbook(comparedCatalogue());
    Scenario own;
    own.id = "own";
    own.title = "Own";
    own.changes = {{"hbm_export", "open", {}, 1}};
    own.start = quarter("2028Q1");
    own.assumptions = {{"hbm.relax_share", "0.1"}};
    workbook.onTable = addScenario(workbook, comparedCatalogue(), own);
    return workbook;
}

Ids idsOf(const Workbook& workbook)
{
    Ids ids;
    for (const auto& scenario : comparedScenarios(workbook, comparedCatalogue()))
        ids.push_back(scenario.id);
    return ids;
}

} // namespace

class ComparedScenariosTest : public QObject {
    Q_OBJECT
private slots:
    void theScenarioOnTheTableIsThereUnasked() { QCOMPARE(idsOf(withOwn()), Ids{"own"}); }
    void itStandsInFrontUntilItHasAPlaceOfItsOwn()
    {
        auto workbook = withOwn();
        workbook.view.comparison.scenarios = {"open_gates", "full_denial"};
        QCOMPARE(idsOf(workbook), (Ids{"own", "open_gates", "full_denial"}));
        workbook.view.comparison.scenarios = {"open_gates", "own", "full_denial"};
        QCOMPARE(idsOf(workbook), (Ids{"open_gates", "own", "full_denial"}));
    }
    void eachStandsOnceAndWhatLeadsNowhereIsPassedOver()
    {
        auto workbook = withOwn();
        workbook.view.comparison.scenarios = {"open_gates", "nobody", "open_gates", "own", "own"};
        QCOMPARE(idsOf(workbook), (Ids{"open_gates", "own"}));
    }
    void sixAreShownAndTheOneOnTheTableIsAmongThem()
    {
        auto workbook = withOwn();
        for (const auto& preset : comparedCatalogue().presets)
            workbook.view.comparison.scenarios.push_back(preset.id);
        const auto ids = idsOf(workbook);
        QCOMPARE(ids.size(), std::size_t{6});
        QCOMPARE(ids.front(), std::string("own"));
    }
    void whatTheBaselineDoesIsLeftOutWhileAnotherRemains()
    {
        auto workbook = freshWorkbook(comparedCatalogue());
        QCOMPARE(idsOf(workbook), Ids{"status_quo_2026"});
        workbook.view.comparison.scenarios = {"status_quo_2026", "open_gates"};
        QCOMPARE(idsOf(workbook), Ids{"open_gates"});
        compareWith(workbook, comparedCatalogue(), PresetBaseline{"open_gates"});
        QCOMPARE(idsOf(workbook), Ids{"status_quo_2026"});
    }
    void presetsStartWithTheTableAndAllHoldItsAssumptions()
    {
        auto workbook = withOwn();
        workbook.view.comparison.scenarios = {"open_gates", "stock"};
        auto other = workbook.scenarios.back().scenario;
        other.id = "stock";
        other.title = "Stock";
        other.changes.front().value = "full";
        other.assumptions = {{"hbm.relax_share", "0.2"}};
        addScenario(workbook, comparedCatalogue(), other);
        const auto scenarios = comparedScenarios(workbook, comparedCatalogue());
        QCOMPARE(scenarios.size(), std::size_t{3});
        for (const auto& scenario : scenarios) {
            QVERIFY(scenario.start == quarter("2028Q1"));
            QVERIFY(scenario.assumptions == workbook.scenarios[1].scenario.assumptions);
        }
    }
    void outcomesAreThoseThatWereChosenElseTheUsualOnes()
    {
        auto workbook = withOwn();
        const auto usual = comparedOutcomes(workbook, comparedCatalogue());
        QCOMPARE(usual.size(), WorkbookComparison::mostOutcomes);
        QCOMPARE(usual[0].series, comparedCatalogue().charts[0].series);
        QCOMPARE(usual[2].series, comparedCatalogue().charts[1].series);
        QVERIFY(usual[0].year < usual[1].year);
        workbook.view.comparison.outcomes = {{"talent.us", 2033}};
        QVERIFY(comparedOutcomes(workbook, comparedCatalogue()) == workbook.view.comparison.outcomes);
    }
};

CHOKEPOINT_TEST(ComparedScenariosTest)
#include "ComparedScenariosTest.moc"
