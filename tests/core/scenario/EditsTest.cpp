// Questions about a scenario and edits of it, on planted cases.
#include "api/LawAsOf.h"
#include "PlantedScenarios.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;
using namespace chokepoint::edit;
using namespace chokepoint::test;

class EditsTest : public QObject {
    Q_OBJECT
    const Catalogue m_catalogue = plantedCatalogue();
    const RecordedValues m_recorded = plantedRecord();

    Scenario set(const Scenario& scenario, std::size_t measure, const char* from, const char* value) const
    {
        return setValue(scenario, m_catalogue, measure, quarter(from), value, m_recorded);
    }
    std::string inForce(const Scenario& scenario, std::size_t measure, const char* when) const
    {
        return valueInForce(scenario, m_catalogue, measure, quarter(when), m_recorded);
    }

private slots:
    void changesComeInOrderOfTimeAndOfTwoInOneQuarterTheLaterListed()
    {
        const auto scenario = with({at("gate", "shut", "2030Q1"), undated("gate", "open"), at("budget", "20", "2028Q1"),
                                    at("gate", "narrow", "2027Q1")});
        QVERIFY(changesOf(scenario, "gate") == (std::vector{at("gate", "narrow", "2027Q1"), at("gate", "shut", "2030Q1")}));
        QVERIFY(changesOf(scenario, "fence").empty());
        QCOMPARE(changedMeasures(scenario), (std::vector<std::string>{"budget", "gate"}));
    }
    void changesWithoutDateFollowTheStart()
    {
        auto scenario = with({undated("gate", "open"), at("gate", "shut", "2029Q1")});
        QCOMPARE(lastValue(scenario, m_catalogue.measures[gate]), std::string("shut"));
        scenario.start = quarter("2031Q1");
        QCOMPARE(lastValue(scenario, m_catalogue.measures[gate]), std::string("open"));
        QCOMPARE(lastValue(scenario, m_catalogue.measures[fence]), std::string("high"));
        const auto same = dated(scenario);
        QVERIFY(same.start == defaultStart);
        QVERIFY(same.changes == (std::vector{at("gate", "open", "2031Q1"), at("gate", "shut", "2029Q1")}));
    }

    void theRecordIsInForceUntilTheFirstChange()
    {
        const auto scenario = with({at("fence", "low", "2028Q1"), at("fence", "high", "2030Q1")});
        QCOMPARE(inForce(scenario, fence, "2026Q2"), std::string("low"));
        QCOMPARE(inForce(scenario, fence, "2027Q4"), std::string("high"));
        QCOMPARE(inForce(scenario, fence, "2028Q1"), std::string("low"));
        QCOMPARE(inForce(scenario, fence, "2035Q4"), std::string("high"));
        QCOMPARE(inForce(with({at("fence", "low", "2022Q1")}), fence, "2027Q1"), std::string("low"));
    }
    void aRampIsInForceStepByStepAndACutOneGoesOnFromWhereItStood()
    {
        const auto scenario = with({at("budget", "50", "2027Q1", 4), at("budget", "0", "2027Q3", 2)});
        QCOMPARE(inForce(scenario, budget, "2026Q4"), std::string("10"));
        QCOMPARE(inForce(scenario, budget, "2027Q1"), std::string("20"));
        QCOMPARE(inForce(scenario, budget, "2027Q2"), std::string("30"));
        QCOMPARE(inForce(scenario, budget, "2027Q3"), std::string("15"));
        QCOMPARE(inForce(scenario, budget, "2027Q4"), std::string("0"));
        QCOMPARE(inForce(with({at("budget", "50", "2022Q1", 2)}), budget, "2022Q1"), std::string("29"));
        QCOMPARE(inForce(with({at("budget", "50", "2026Q3", 2)}), budget, "2026Q3"), std::string("29"));
        QCOMPARE(inForce(with({at("budget", "50", "2027Q1"), at("budget", "no number", "2028Q1")}), budget, "2029Q1"), std::string("50"));
    }
    void aRampThatBeginsBeforeAnEarlierOneHasArrivedSaysSomething()
    {
        const auto edited = [this](int quartersOfTheEarlier) {
            const auto scenario = with({at("budget", "50", "2027Q1", quartersOfTheEarlier), at("budget", "60", "2027Q4", 2)});
            return setValue(scenario, m_catalogue, budget, quarter("2027Q4"), "50", m_recorded);
        };
        QCOMPARE(edited(4).changes.size(), std::size_t{2}); // it goes on from 40
        QCOMPARE(inForce(edited(4), budget, "2027Q4"), std::string("45"));
        QCOMPARE(edited(3).changes.size(), std::size_t{1}); // the earlier has arrived
        QCOMPARE(inForce(edited(3), budget, "2027Q4"), std::string("50"));
    }
    void placesOutsideTheRecordThrow()
    {
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, 3, defaultStart, m_recorded));
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, gate, Quarter{quarterCount}, m_recorded));
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, gate, defaultStart, RecordedValues{}));
    }
    void theEngineFindsTheSameInForce()
    {
        const auto& engine = test::engine();
        const auto recorded = recordedValues(engine);
        auto scenario = engine.preset("escalation_spiral");
        scenario.changes.push_back(at("enforcement_budget", "400", "2028Q2", 7));
        scenario.changes.push_back(at("enforcement_budget", "200", "2029Q1", 3));
        scenario.changes.push_back(at("us_tariff", "30", "2022Q1", 9));
        for (int q = 0; q < quarterCount; ++q) {
            const auto expected = chokepoint::inForce(engine, scenario, Quarter{q});
            for (std::size_t m = 0; m < expected.size(); ++m)
                QCOMPARE(valueInForce(scenario, engine.catalogue(), m, Quarter{q}, recorded), expected[m]);
        }
    }

    void theLawOfAQuarterIsHeldWhereTheRecordGoesOn()
    {
        QVERIFY(lawHeldFrom(m_catalogue, quarter("2026Q2"), m_recorded)
            == (std::vector{at("fence", "low", "2026Q2"), at("budget", "8", "2026Q2")}));
        QVERIFY(lawHeldFrom(m_catalogue, quarter("2026Q3"), m_recorded).empty());
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, lawHeldFrom(m_catalogue, Quarter{-1}, m_recorded));
    }

    void valuesOfANumberRiseAndStandOnce()
    {
        QCOMPARE(valuesOf(m_catalogue.measures[gate]), (std::vector<std::string>{"open", "narrow", "shut"}));
        QCOMPARE(valuesOf(m_catalogue.measures[gate], "elsewhere"), (std::vector<std::string>{"open", "narrow", "shut"}));
        QCOMPARE(valuesOf(m_catalogue.measures[budget]), (std::vector<std::string>{"0", "10.0", "20", "50", "100"}));
        QCOMPARE(valuesOf(m_catalogue.measures[budget], "35"), (std::vector<std::string>{"0", "10.0", "20", "35", "50", "100"}));
        QCOMPARE(valuesOf(m_catalogue.measures[budget], "20.00"), (std::vector<std::string>{"0", "10.0", "20", "50", "100"}));
    }

    void aValueSetAtTheStartHasNoDateAndElsewhereOne()
    {
        QVERIFY(set(with({}), gate, "2027Q1", "open").changes == std::vector{undated("gate", "open")});
        QVERIFY(set(with({}), gate, "2028Q1", "open").changes == std::vector{at("gate", "open", "2028Q1")});
    }
    void setThenRemoveIsTheIdentity()
    {
        const auto scenario = with({at("budget", "20", "2029Q1", 4), at("gate", "shut", "2031Q1")});
        QVERIFY(removeChange(set(scenario, gate, "2028Q1", "open"), "gate", quarter("2028Q1")) == scenario);
        QVERIFY(removeMeasure(set(scenario, fence, "2027Q1", "low"), "fence") == scenario);
        QVERIFY(set(set(scenario, budget, "2029Q1", "30"), budget, "2029Q1", "20") == scenario);
    }
    void aValueThatHoldsAnywayIsNoChange()
    {
        QVERIFY(set(with({}), gate, "2027Q1", "narrow").changes.empty());
        QVERIFY(set(with({undated("gate", "open")}), gate, "2027Q1", "narrow").changes.empty());
        QVERIFY(set(with({undated("budget", "40")}), budget, "2027Q1", "10.00").changes.empty());
        const auto opened = with({at("gate", "open", "2027Q1")});
        QVERIFY(set(opened, gate, "2030Q1", "open") == opened);
        QCOMPARE(set(opened, gate, "2030Q1", "narrow").changes.size(), std::size_t{2}); // back to the status quo is a step of its own
        QVERIFY(set(with({at("gate", "open", "2030Q1")}), gate, "2028Q1", "narrow").changes == std::vector{at("gate", "open", "2030Q1")});
    }
    void aValueThatTheRecordLeavesLaterIsAChange()
    {
        // the record goes from low to high in 2026Q3
        QCOMPARE(set(with({}), fence, "2026Q1", "low").changes.size(), std::size_t{1});
        QCOMPARE(set(with({}), fence, "2026Q1", "high").changes.size(), std::size_t{1});
        QVERIFY(set(with({}), fence, "2026Q3", "high").changes.empty());
        QCOMPARE(set(with({at("fence", "high", "2026Q3")}), fence, "2026Q1", "low").changes.size(), std::size_t{1});
        QCOMPARE(set(with({at("fence", "high", "2026Q4")}), fence, "2026Q1", "low").changes.size(), std::size_t{2});
    }
    void aValueThatCutsARampIsAChange()
    {
        const auto rising = with({at("budget", "50", "2027Q1", 4)});
        QCOMPARE(set(rising, budget, "2027Q3", "50").changes.size(), std::size_t{2});
        QCOMPARE(set(rising, budget, "2027Q4", "50").changes.size(), std::size_t{1}); // the last step stands there anyway
        QVERIFY(set(with({}), budget, "2026Q3", "10").changes.empty());
        QCOMPARE(set(with({at("budget", "50", "2026Q3", 4)}), budget, "2026Q3", "10").changes.size(), std::size_t{1}); // rises from 8
        const auto ramped = with({at("budget", "50", "2027Q1", 4), at("budget", "60", "2027Q4", 3)});
        QCOMPARE(set(ramped, budget, "2027Q4", "50").changes.size(), std::size_t{2}); // would take three quarters instead
        const auto done = with({at("budget", "50", "2027Q1", 4), at("budget", "60", "2028Q1", 3)});
        QCOMPARE(set(done, budget, "2028Q1", "50").changes.size(), std::size_t{1});
    }
    void whatIsSetKeepsPlaceDateAndRampAndHidesNothing()
    {
        const auto scenario = with({at("budget", "30", "2028Q1"), at("budget", "20", "2028Q1", 4), undated("gate", "open")});
        QVERIFY(set(scenario, budget, "2028Q1", "60").changes == (std::vector{at("budget", "60", "2028Q1", 4), undated("gate", "open")}));
        QVERIFY(set(with({at("gate", "open", "2027Q1")}), gate, "2027Q1", "shut").changes == std::vector{at("gate", "shut", "2027Q1")});
    }
    void aKeptValueStaysThoughItSaysNothing()
    {
        QVERIFY(keepValue(with({}), m_catalogue.measures[gate], quarter("2030Q1"), "narrow").changes
            == std::vector{at("gate", "narrow", "2030Q1")});
    }
    void aHeldValueEndsWhatComesLaterAndLeavesWhatWasBefore()
    {
        const auto scenario = with({at("gate", "open", "2026Q1"), undated("gate", "shut"), at("gate", "narrow", "2031Q1"),
            at("budget", "20", "2031Q1")});
        QVERIFY(holdFrom(scenario, "gate", quarter("2027Q1"), "open").changes
                == (std::vector{at("gate", "open", "2026Q1"), at("budget", "20", "2031Q1"), at("gate", "open", "2027Q1")}));
    }

    void aMovedChangeTakesThePlaceOfTheOneThere()
    {
        const auto scenario = with({at("gate", "open", "2028Q1"), at("budget", "20", "2030Q1"), at("gate", "shut", "2030Q1")});
        const auto moved = moveChange(scenario, "gate", quarter("2028Q1"), quarter("2030Q1"));
        QVERIFY(moved.changes == (std::vector{at("gate", "open", "2030Q1"), at("budget", "20", "2030Q1")}));
        QVERIFY(moveChange(scenario, "gate", quarter("2028Q1"), defaultStart).changes.front() == undated("gate", "open"));
        QVERIFY(moveChange(scenario, "gate", quarter("2028Q1"), quarter("2028Q1")) == scenario);
        const auto away = moveChange(scenario, "gate", quarter("2028Q1"), quarter("2033Q1"));
        QVERIFY(moveChange(away, "gate", quarter("2033Q1"), quarter("2028Q1")) == scenario);
    }
    void anEditOfWhatIsNotThereChangesNothing()
    {
        const auto scenario = with({at("gate", "open", "2028Q1"), at("gate", "shut", "2030Q1")});
        QVERIFY(moveChange(scenario, "gate", quarter("2029Q1"), quarter("2030Q1")) == scenario);
        QVERIFY(moveChange(scenario, "nothing", quarter("2028Q1"), quarter("2030Q1")) == scenario);
        QVERIFY(rampChange(scenario, "gate", quarter("2029Q1"), 4) == scenario);
        QVERIFY(removeChange(scenario, "gate", quarter("2029Q1")) == scenario);
        QVERIFY(removeMeasure(scenario, "budget") == scenario);
        QVERIFY(dropAssumption(scenario, "z.first") == scenario);
    }
    void aRampIsGivenToTheChangeOfOneQuarter()
    {
        const auto scenario = with({at("budget", "20", "2028Q1"), at("budget", "30", "2030Q1")});
        QVERIFY(rampChange(scenario, "budget", quarter("2030Q1"), 8).changes
            == (std::vector{at("budget", "20", "2028Q1"), at("budget", "30", "2030Q1", 8)}));
    }

    void assumptionsAreSetInPlaceAndDropped()
    {
        auto scenario = with({});
        scenario.assumptions = {{"z.first", "1"}, {"a.second", "2"}};
        const std::vector<Assumption> more{{"z.first", "3"}, {"new", "4"}, {"new", "5"}};
        const auto set = setAssumptions(scenario, more);
        QVERIFY(set.assumptions == (std::vector<Assumption>{{"z.first", "3"}, {"a.second", "2"}, {"new", "5"}}));
        QCOMPARE(findAssumption(set, "new")->value, std::string("5"));
        QVERIFY(!findAssumption(set, "elsewhere"));
        QVERIFY(dropAssumption(dropAssumption(set, "new"), "z.first").assumptions == (std::vector<Assumption>{{"a.second", "2"}}));
    }
    void whatIsSetIsInForceAndWhatWasLeftOutChangesNothing()
    {
        std::mt19937 random(11);
        int left = 0;
        for (int i = 0; i < 2000; ++i) {
            auto scenario = randomScenario(random);
            const auto m = static_cast<std::size_t>(random() % 3);
            const Quarter from{static_cast<int>(random() % 8) * 4};
            const char* value = m == gate ? "narrow" : m == fence ? "high" : "40";
            const auto& about = m_catalogue.measures[m];
            const auto after = setValue(scenario, m_catalogue, m, from, value, m_recorded), kept = keepValue(scenario, about, from, value);
            left += after.changes.size() < kept.changes.size();
            for (int q = 0; q < quarterCount; ++q)
                QCOMPARE(valueInForce(after, m_catalogue, m, Quarter{q}, m_recorded),
                         valueInForce(kept, m_catalogue, m, Quarter{q}, m_recorded));
        }
        QVERIFY(left > 100);
    }
};

CHOKEPOINT_TEST(EditsTest)
#include "EditsTest.moc"
