// Two scenarios compared and put on one another, and the laws that hold for any two.
#include "PlantedScenarios.h"
#include "TestProgram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace chokepoint;
using namespace chokepoint::edit;
using namespace chokepoint::test;

class DifferenceTest : public QObject {
    Q_OBJECT
    const Catalogue m_catalogue = plantedCatalogue();

private slots:
    void conflictsAreMeasuresThatBothChangeOtherwise()
    {
        const auto mine = with({at("budget", "20", "2028Q1"), undated("gate", "open"), undated("fence", "low"), undated("unknown", "1")});
        const auto theirs = with({at("gate", "open", "2027Q1"), at("fence", "low", "2027Q2"), at("budget", "20.0", "2028Q1"),
            undated("unknown", "2")});
        QCOMPARE(conflicts(m_catalogue, mine, theirs), (std::vector<std::size_t>{fence}));
        auto later = theirs;
        later.changes.push_back(at("budget", "20", "2028Q1", 4));
        QCOMPARE(conflicts(m_catalogue, mine, later), (std::vector<std::size_t>{fence, budget}));
        QVERIFY(conflicts(m_catalogue, mine, with({})).empty());
    }
    void aPackageOnTopReplacesButWhatIsKept()
    {
        const auto mine = with({undated("gate", "open"), at("budget", "20", "2028Q1"), at("fence", "low", "2029Q1")});
        const auto package = with({undated("gate", "shut"), at("gate", "open", "2031Q1"), undated("fence", "low")});
        QVERIFY(onTop(mine, m_catalogue, package).changes
                == (std::vector{at("budget", "20", "2028Q1"), undated("gate", "shut"), at("gate", "open", "2031Q1"),
                    undated("fence", "low")}));
        QVERIFY(onTop(mine, m_catalogue, package, {"gate"}).changes
                == (std::vector{undated("gate", "open"), at("budget", "20", "2028Q1"), undated("fence", "low")}));
        QVERIFY(onTop(with({}), m_catalogue, package, {"gate"}).changes == package.changes); // nothing to keep
        QCOMPARE(onTop(mine, m_catalogue, package).title, std::string("Planted"));
        // alike: stays as it stands
        QVERIFY(onTop(mine, m_catalogue, with({at("gate", "open", "2027Q1"), at("budget", "20.0", "2028Q1")})) == mine);
    }
    void aPackageKeepsItsQuartersOnAnotherStart()
    {
        const auto package = with({undated("gate", "shut")}, quarter("2030Q1"));
        QVERIFY(onTop(with({}), m_catalogue, package).changes == std::vector{at("gate", "shut", "2030Q1")});
        QVERIFY(onTop(with({}, quarter("2030Q1")), m_catalogue, package).changes == std::vector{undated("gate", "shut")});
    }

    void aDifferenceNamesBothSides()
    {
        auto a = with({undated("budget", "20"), undated("gate", "open"), undated("zebra", "1")});
        auto b = with({undated("gate", "shut"), undated("budget", "20.0")});
        a.assumptions = {{"a.second", "1", "0", "2", "a reason"}, {"z.first", "1"}};
        b.assumptions = {{"a.second", "1.0", "0", "2.0", "another"}, {"z.first", "2"}};
        b.baseline = "full_denial";
        const auto found = difference(m_catalogue, a, b);
        QVERIFY(found.measures == (std::vector<MeasureDifference>{{"gate", {at("gate", "open", "2027Q1")}, {at("gate", "shut", "2027Q1")}},
                                                                  {"zebra", {at("zebra", "1", "2027Q1")}, {}}}));
        const AssumptionDifference expected{"z.first", Assumption{"z.first", "1"}, Assumption{"z.first", "2"}};
        QVERIFY(found.assumptions == std::vector{expected});
        QCOMPARE(found.baseline->first, std::string("status_quo_2026"));
        QCOMPARE(found.baseline->second, std::string("full_denial"));
    }
    void whatDiffersStandsInTheOrderOfTheCatalogue()
    {
        auto b = with({undated("zoo", "1"), undated("ant", "1"), undated("budget", "20"), undated("gate", "open")});
        b.assumptions = {{"a.second", "1"}, {"z.first", "1"}};
        const auto found = difference(m_catalogue, with({}), b);
        std::vector<std::string> measures, parameters;
        for (const auto& each : found.measures)
            measures.push_back(each.measure);
        for (const auto& each : found.assumptions)
            parameters.push_back(each.parameter);
        QCOMPARE(measures, (std::vector<std::string>{"gate", "budget", "ant", "zoo"}));
        QCOMPARE(parameters, (std::vector<std::string>{"z.first", "a.second"}));
    }
    void theLawsHoldForAnyTwoScenarios()
    {
        std::mt19937 random(7);
        int same = 0, differing = 0;
        for (int i = 0; i < 2000; ++i) {
            const auto a = randomScenario(random), b = randomScenario(random);
            QVERIFY(difference(m_catalogue, a, a).isEmpty());
            QVERIFY(onTop(a, m_catalogue, a) == a);
            QVERIFY(conflicts(m_catalogue, a, a).empty());
            QVERIFY(hasSameContent(m_catalogue, a, dated(a)));
            QVERIFY(canonical(m_catalogue, canonical(m_catalogue, a)) == canonical(m_catalogue, a));
            QVERIFY(difference(m_catalogue, applied(a, difference(m_catalogue, a, b)), b).isEmpty());
            QCOMPARE(difference(m_catalogue, a, b).isEmpty(), hasSameContent(m_catalogue, a, b) && a.baseline == b.baseline);
            const auto top = onTop(a, m_catalogue, b);
            QVERIFY(hasSameContent(m_catalogue, onTop(top, m_catalogue, b), top));
            QVERIFY(conflicts(m_catalogue, top, b).empty());
            hasSameContent(m_catalogue, a, b) ? ++same : ++differing;
        }
        QVERIFY(same > 10 && differing > 1000); // both kinds were tried
    }

    void equalContentHasOneForm()
    {
        auto a = with({undated("gate", "open"), at("budget", "20.0", "2030Q1"), at("budget", "30", "2028Q1"),
                       at("gate", "shut", "2027Q1")});
        auto b = with({at("budget", "30", "2028Q1"), at("budget", "20", "2030Q1"), undated("gate", "shut")});
        a.assumptions = {{"z.first", "0.10", {}, {}, "why"}, {"a.second", "-0"}};
        b.assumptions = {{"a.second", "0"}, {"z.first", "5"}, {"z.first", "0.1"}};
        b.title = "Another";
        b.id = "another";
        b.basedOn = "full_denial";
        b.baseline = "full_denial";
        QVERIFY(hasSameContent(m_catalogue, a, b));
        const auto form = canonical(m_catalogue, a);
        QVERIFY(form.changes == (std::vector{at("budget", "30", "2028Q1"), at("budget", "20", "2030Q1"), at("gate", "shut", "2027Q1")}));
        QVERIFY(form.assumptions == (std::vector<Assumption>{{"a.second", "0"}, {"z.first", "0.1"}}));
        QVERIFY(form.id.empty() && form.title.empty());
        b.changes.back().value = "narrow";
        QVERIFY(!hasSameContent(m_catalogue, a, b));
        b = a;
        b.assumptions.front().high = "0.2";
        QVERIFY(!hasSameContent(m_catalogue, a, b));
        b = a;
        b.start = quarter("2027Q2"); // moves the change without a date behind the other
        QVERIFY(!hasSameContent(m_catalogue, a, b));
    }
    void manyChangesAndAssumptionsTakeLittleTime()
    {
        Scenario many = with({});
        for (int i = 0; i < 50'000; ++i) {
            many.changes.push_back({"measure" + std::to_string(i), "1", Quarter{i % quarterCount}, 1});
            many.assumptions.push_back({"parameter" + std::to_string(i), "1"});
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(difference(m_catalogue, many, many).isEmpty());
        QCOMPARE(setAssumptions(many, many.assumptions).assumptions.size(), many.assumptions.size());
        QCOMPARE(onTop(many, m_catalogue, many).changes.size(), many.changes.size());
        QVERIFY(timer.elapsed() < 60'000); // well under a second; squares would take minutes
    }
};

CHOKEPOINT_TEST(DifferenceTest)
#include "DifferenceTest.moc"
