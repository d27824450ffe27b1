// Schedules: the record, what a scenario lays over it, ramps, and what is refused.
#include "policy/LeverValues.h"

#include "api/LawAsOf.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;

class MeasureScheduleTest : public QObject {
    Q_OBJECT

    std::string inForce(const Scenario& scenario, const char* measure, const char* quarter, Quarter start = defaultStart)
    {
        return chokepoint::inForce(test::engine(), startingAt(scenario, start), test::quarter(quarter))[*test::engine().catalogue().findMeasure(measure)];
    }
    static Scenario with(std::initializer_list<Change> changes)
    {
        Scenario scenario;
        scenario.changes = changes;
        return scenario;
    }

private slots:
    void theRecordHoldsWithoutAScenario()
    {
        QCOMPARE(inForce({}, "hbm_export", "2024Q4"), std::string("open"));
        QCOMPARE(inForce({}, "hbm_export", "2025Q1"), std::string("dec2024"));
        QCOMPARE(inForce({}, "us_tariff", "2025Q2"), std::string("50"));
        for (const auto& measure : test::engine().catalogue().measures)
            QCOMPARE(inForce({}, measure.id.c_str(), "2026Q3"), measure.statusQuo);
    }
    void aNamedMeasureFollowsTheScenarioAloneFromItsFirstChangeOn()
    {
        const auto scenario = with({{"us_tariff", "12", test::quarter("2024Q1"), 1}});
        QCOMPARE(inForce(scenario, "us_tariff", "2023Q4"), std::string("19"));
        QCOMPARE(inForce(scenario, "us_tariff", "2024Q1"), std::string("12"));
        QCOMPARE(inForce(scenario, "us_tariff", "2025Q2"), std::string("12")); // the recorded rise to 50 no longer holds
        QCOMPARE(inForce(scenario, "hbm_export", "2025Q1"), std::string("dec2024"));
    }
    void aMeasureMayChangeSeveralTimesInAnyOrder()
    {
        const auto scenario = with({{"hbm_export", "full", test::quarter("2030Q1"), 1}, {"hbm_export", "open", test::quarter("2027Q3"), 1}});
        QCOMPARE(inForce(scenario, "hbm_export", "2027Q2"), std::string("dec2024"));
        QCOMPARE(inForce(scenario, "hbm_export", "2029Q4"), std::string("open"));
        QCOMPARE(inForce(scenario, "hbm_export", "2035Q4"), std::string("full"));
    }
    void ofTwoChangesInOneQuarterTheLaterWins()
    {
        QCOMPARE(inForce(with({{"hbm_export", "open", {}, 1}, {"hbm_export", "full", {}, 1}}), "hbm_export", "2027Q1"), std::string("full"));
    }
    void changesWithoutADateFollowTheStart()
    {
        const auto scenario = with({{"hbm_export", "open", {}, 1}});
        QCOMPARE(inForce(scenario, "hbm_export", "2028Q4", test::quarter("2029Q1")), std::string("dec2024"));
        QCOMPARE(inForce(scenario, "hbm_export", "2029Q1", test::quarter("2029Q1")), std::string("open"));
    }
    void aRampRisesByEqualStepsAndArrives()
    {
        const auto scenario = with({{"enforcement_budget", "435", test::quarter("2027Q1"), 4}});
        QCOMPARE(inForce(scenario, "enforcement_budget", "2026Q4"), std::string("235"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q1"), std::string("285"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q3"), std::string("385"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q4"), std::string("435"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2030Q1"), std::string("435"));
    }
    void aSecondRampStartsWhereTheFirstWasCut()
    {
        const auto scenario = with({{"enforcement_budget", "435", test::quarter("2027Q1"), 4}, {"enforcement_budget", "185", test::quarter("2027Q3"), 2}});
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q2"), std::string("335"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q3"), std::string("260"));
        QCOMPARE(inForce(scenario, "enforcement_budget", "2027Q4"), std::string("185"));
    }
    void aRampAtTheVeryStartRisesFromTheRecordOfThatQuarter()
    {
        QCOMPARE(inForce(with({{"enforcement_budget", "260", test::quarter("2022Q1"), 2}}), "enforcement_budget", "2022Q1"), std::string("210"));
    }
    void refusesWhatTheDataBookDoesNotAllow_data()
    {
        QTest::addColumn<QString>("measure");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("over");
        QTest::addColumn<QString>("says");
        QTest::newRow("an unknown measure") << "hbm_import" << "open" << 1 << "No measure";
        QTest::newRow("a level of another measure") << "hbm_export" << "h20" << 1 << "open, hbm3e_cap";
        QTest::newRow("a number above the range") << "hbm_cap_units" << "21" << 1 << "0 to 20 million stacks a year";
        QTest::newRow("a number below the range") << "enforcement_budget" << "100" << 1 << "$150m to $600m.";
        QTest::newRow("NaN") << "hbm_cap_units" << "nan" << 1 << "takes a number";
        QTest::newRow("a level for a number") << "hbm_cap_units" << "open" << 1 << "takes a number";
        QTest::newRow("a ramp of a level") << "hbm_export" << "open" << 4 << "Only numbers";
        QTest::newRow("a ramp of no quarters") << "hbm_cap_units" << "3" << 0 << "1 to 56";
        QTest::newRow("a ramp of ages") << "hbm_cap_units" << "3" << 57 << "1 to 56";
    }
    void refusesWhatTheDataBookDoesNotAllow()
    {
        QFETCH(QString, measure);
        QFETCH(QString, value);
        QFETCH(int, over);
        QFETCH(QString, says);
        const auto error = test::errorOf([&] { test::engine().check(with({{measure.toStdString(), value.toStdString(), {}, over}})); });
        QVERIFY2(error.reason.find(says.toStdString()) != std::string::npos, error.what());
    }
    void leversThatNoMeasureWritesAreZero()
    {
        const auto book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
        const auto levers = policy::leversOf<double>(book, policy::recordedSchedule(book));
        for (const char* probe : {"hbm.extra", "logic.extra", "packaging.extra"})
            for (const auto& quarter : levers)
                QCOMPARE(quarter[model::indexOf(model::leverTable, probe)], 0.0);
    }
};

CHOKEPOINT_TEST(MeasureScheduleTest)
#include "MeasureScheduleTest.moc"
