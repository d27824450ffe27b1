// News that becomes law: baseline and packages get it, what they decide themselves stays, and a difference stays one of policy.
#include "TestData.h"
#include "TestProgram.h"

#include "api/LawAsOf.h"
#include "api/ScenarioEdits.h"
#include "api/Workbook.h"

#include <QTest>

using namespace chokepoint;
using test::quarter;

namespace {

const Catalogue& newsCatalogue() { return test::engine().catalogue(); }
const edit::RecordedValues& recorded()
{
    static const auto values = recordedValues(test::engine());
    return values;
}

NewsEntry opening(std::optional<Quarter> until = {})
{
    return {"2027-05-10", "HBM sales are opened", "Federal Register", "“…is revoked”", Change{"hbm_export", "open", quarter("2027Q3"), 1},
            until};
}

/// A workbook in which this line is law, with the scenario on the table put there.
Workbook recordedIn(Workbook workbook, const NewsEntry& entry)
{
    const auto onTable = recordLaw(workbook, newsCatalogue(), entry, recorded(), "Your baseline");
    editOnTable(workbook, newsCatalogue(), onTable, "Your package");
    return workbook;
}

std::string inForce(const Scenario& scenario, const char* when)
{
    return edit::valueInForce(scenario, newsCatalogue(), *newsCatalogue().findMeasure("hbm_export"), quarter(when), recorded());
}

} // namespace

class NewsTest : public QObject {
    Q_OBJECT
private slots:
    void theBaselineBecomesAPersonsOwnAndHoldsTheLawFromItsQuarter()
    {
        const auto workbook = recordedIn(freshWorkbook(newsCatalogue()), opening());
        const auto& own = std::get<OwnBaseline>(workbook.comparedWith).scenario;
        QCOMPARE(own.title, std::string("Your baseline"));
        QCOMPARE(own.basedOn, newsCatalogue().presets.front().id);
        QVERIFY(inForce(own, "2027Q2") != "open");
        QCOMPARE(inForce(own, "2027Q3"), std::string("open"));
        QCOMPARE(inForce(own, "2035Q4"), std::string("open"));
    }
    void whatComparedWithItselfGaveNothingStillGivesNothing()
    {
        const auto workbook = recordedIn(freshWorkbook(newsCatalogue()), opening());
        const auto& engine = test::engine();
        QVERIFY(engine.project(scenarioOnTable(workbook)).series == engine.project(*baselineOf(workbook, newsCatalogue())).series);
    }
    void aLawThatEndsGivesWayToWhatHeldWithoutIt()
    {
        const auto before = *baselineOf(freshWorkbook(newsCatalogue()), newsCatalogue());
        const auto workbook = recordedIn(freshWorkbook(newsCatalogue()), opening(quarter("2028Q1")));
        const auto& own = std::get<OwnBaseline>(workbook.comparedWith).scenario;
        QCOMPARE(inForce(own, "2027Q4"), std::string("open"));
        QCOMPARE(inForce(own, "2028Q1"), inForce(before, "2028Q1"));
        QVERIFY(inForce(own, "2028Q1") != "open");
    }
    void lawThatPackageAndBaselineShareIsNoActionOfThePackage()
    {
        auto workbook = freshWorkbook(newsCatalogue());
        auto own = test::engine().preset("status_quo_2026");
        own.changes.push_back({"affiliates_50", "none", quarter("2028Q1"), 1});
        editOnTable(workbook, newsCatalogue(), own, "Own");
        const auto after = recordedIn(workbook, opening());
        const auto &onTable = scenarioOnTable(after), baseline = *baselineOf(after, newsCatalogue());
        const auto law = sharedLaw(onTable, baseline);
        QCOMPARE(law.size(), std::size_t(1));
        QCOMPARE(law[0].measure, std::string("hbm_export"));
        QVERIFY(sharedLaw(onTable, test::engine().preset("open_gates")).empty()); // no law, though it opens as well
        QVERIFY(sharedLaw(baseline, baseline).empty());
    }
    void aBaselineOfLawIsKeptWhenAnotherTakesItsPlace()
    {
        auto workbook = recordedIn(freshWorkbook(newsCatalogue()), opening());
        const auto law = std::get<OwnBaseline>(workbook.comparedWith).scenario;
        const auto count = workbook.scenarios.size();
        compareWith(workbook, newsCatalogue(), PresetBaseline{"full_denial"});
        QCOMPARE(workbook.scenarios.size(), count + 1);
        QVERIFY(workbook.scenarios.back().scenario == law);
        compareWith(workbook, newsCatalogue(), WorkbookBaseline{law.id});
        QVERIFY(*baselineOf(workbook, newsCatalogue()) == law);
        compareWith(workbook, newsCatalogue(), PresetBaseline{"full_denial"});
        QCOMPARE(workbook.scenarios.size(), count + 1); // it was there already
    }
    void aPackageThatSetsTheMeasureItselfKeepsItsSetting()
    {
        auto workbook = freshWorkbook(newsCatalogue());
        auto strict = test::engine().preset("status_quo_2026");
        strict.changes.push_back({"hbm_export", "full", quarter("2027Q1"), 1});
        editOnTable(workbook, newsCatalogue(), strict, "Strict");
        const auto after = recordedIn(workbook, opening());
        QVERIFY(scenarioOnTable(after) == scenarioOnTable(workbook));
        QCOMPARE(inForce(*baselineOf(after, newsCatalogue()), "2028Q1"), std::string("open"));
    }
    void otherPackagesOfAPersonsOwnGetTheLawAndPresetsStay()
    {
        auto workbook = freshWorkbook(newsCatalogue());
        auto own = test::engine().preset("status_quo_2026");
        own.id = "mine";
        own.title = "Mine";
        own.changes.push_back({"chip_license", "deny", quarter("2027Q1"), 1});
        const auto mine = addScenario(workbook, newsCatalogue(), own);
        const auto preset = addScenario(workbook, newsCatalogue(), test::engine().preset("full_denial"));
        const auto after = recordedIn(workbook, opening());
        QCOMPARE(inForce(findScenario(after, mine)->scenario, "2028Q1"), std::string("open"));
        QVERIFY(findScenario(after, preset)->scenario == findScenario(workbook, preset)->scenario);
    }
    void aSecondLineFollowsOnTheFirstAndKeepsTheNameOfTheBaseline()
    {
        auto workbook = recordedIn(freshWorkbook(newsCatalogue()), opening());
        std::get<OwnBaseline>(workbook.comparedWith).scenario.title = "Law of May";
        auto second = opening();
        second.setting->value = "full";
        second.setting->from = quarter("2029Q1");
        const auto after = recordedIn(workbook, second);
        const auto& own = std::get<OwnBaseline>(after.comparedWith).scenario;
        QCOMPARE(own.title, std::string("Law of May"));
        QCOMPARE(inForce(own, "2028Q4"), std::string("open"));
        QCOMPARE(inForce(own, "2029Q1"), std::string("full"));
        QCOMPARE(inForce(scenarioOnTable(after), "2029Q1"), std::string("full"));
    }
    void aLineTellsWhetherItIsLawAlready()
    {
        const auto entry = opening(quarter("2028Q1"));
        const auto isLaw = [&](const Workbook& workbook) {
            const auto baseline = *baselineOf(workbook, newsCatalogue());
            return hasLaw(baseline, lawOf(entry, baseline, newsCatalogue(), recorded()));
        };
        QVERIFY(!isLaw(freshWorkbook(newsCatalogue())));
        QVERIFY(isLaw(recordedIn(freshWorkbook(newsCatalogue()), entry)));
    }
    void aLineWithoutASettingChangesNothing()
    {
        auto entry = opening();
        entry.setting.reset();
        const auto workbook = freshWorkbook(newsCatalogue());
        QVERIFY(recordedIn(workbook, entry) == workbook);
        QVERIFY(lawOf(entry, scenarioOnTable(workbook), newsCatalogue(), recorded()).empty());
    }
};

CHOKEPOINT_TEST(NewsTest)
#include "NewsTest.moc"
