// The algebra of scenarios on planted cases: edits, differences, text.
#include "TestData.h"

#include "api/ScenarioEdits.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace chokepoint;
using namespace chokepoint::edit;
using test::quarter;

namespace {

/// Two measures of levels and one of a number; the record changes "fence" and "budget" in 2026Q3.
Catalogue plantedCatalogue()
{
    Catalogue catalogue;
    const auto add = [&](const char* id, std::vector<const char*> levels, const char* statusQuo) {
        auto& measure = catalogue.measures.emplace_back();
        measure.id = id;
        measure.statusQuo = statusQuo;
        for (const char* level : levels)
            measure.levels.push_back({level, level, level});
        return &measure;
    };
    add("gate", {"open", "narrow", "shut"}, "narrow");
    add("fence", {"low", "high"}, "high");
    auto* budget = add("budget", {}, "10");
    budget->isNumber = true;
    budget->minimum = "0";
    budget->maximum = "100";
    budget->marks = {"50", "20", "10.0"};
    for (const char* id : {"z.first", "a.second"}) // not in the order of their ids
        catalogue.parameters.emplace_back().id = id;
    return catalogue;
}

constexpr std::size_t gate = 0, fence = 1, budget = 2;

RecordedValues plantedRecord()
{
    RecordedValues recorded;
    for (int q = 0; q < quarterCount; ++q)
        recorded.push_back(q < quarter("2026Q3").index ? std::vector<std::string>{"narrow", "low", "8"} : std::vector<std::string>{"narrow", "high", "10"});
    return recorded;
}

RecordedValues recordOf(const Engine& engine)
{
    RecordedValues recorded;
    for (int q = 0; q < quarterCount; ++q)
        recorded.push_back(engine.inForce({}, Quarter{q}));
    return recorded;
}

Scenario with(std::vector<Change> changes, Quarter start = defaultStart)
{
    Scenario scenario;
    scenario.id = "planted";
    scenario.title = "Planted";
    scenario.changes = std::move(changes);
    scenario.start = start;
    return scenario;
}

Change at(const char* measure, const char* value, const char* from, int over = 1) { return {measure, value, quarter(from), over}; }
Change undated(const char* measure, const char* value, int over = 1) { return {measure, value, {}, over}; }

ChangeTextError errorIn(std::string_view text)
{
    const auto parsed = parseChange(text);
    const auto* error = std::get_if<ChangeTextError>(&parsed);
    return error ? *error : ChangeTextError{ChangeTextError::Kind::NoEqualSign, "no error"};
}

/// A scenario of some changes and assumptions, doubles among them.
Scenario randomScenario(std::mt19937& random)
{
    const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const std::vector<std::vector<const char*>> values{{"open", "narrow", "shut"}, {"low", "high"}, {"10", "10.0", "40"}};
    const std::vector<const char*> measures{"gate", "fence", "budget"};
    Scenario scenario = with({}, Quarter{pick(quarterCount)});
    for (int i = pick(6); i > 0; --i) {
        const auto m = static_cast<std::size_t>(pick(3));
        const auto& own = values[m];
        scenario.changes.push_back({measures[m], own[static_cast<std::size_t>(pick(static_cast<int>(own.size())))],
                                    pick(3) ? std::optional(Quarter{pick(8) * 4}) : std::nullopt, m == budget ? 1 + pick(6) : 1});
    }
    for (int i = pick(3); i > 0; --i)
        scenario.assumptions.push_back({pick(2) ? "z.first" : "a.second", pick(2) ? "1" : "2", {}, {}, pick(2) ? "because" : ""});
    scenario.baseline = pick(2) ? "one" : "other";
    return scenario;
}

} // namespace

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
        const auto scenario = with({at("gate", "shut", "2030Q1"), undated("gate", "open"), at("budget", "20", "2028Q1"), at("gate", "narrow", "2027Q1")});
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
    void placesOutsideTheRecordThrow()
    {
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, 3, defaultStart, m_recorded));
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, gate, Quarter{quarterCount}, m_recorded));
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, valueInForce({}, m_catalogue, gate, defaultStart, RecordedValues{}));
    }
    void theEngineFindsTheSameInForce()
    {
        const auto& engine = test::engine();
        const auto recorded = recordOf(engine);
        auto scenario = engine.preset("escalation_spiral");
        scenario.changes.push_back(at("enforcement_budget", "400", "2028Q2", 7));
        scenario.changes.push_back(at("enforcement_budget", "200", "2029Q1", 3));
        scenario.changes.push_back(at("us_tariff", "30", "2022Q1", 9));
        for (int q = 0; q < quarterCount; ++q) {
            const auto expected = engine.inForce(scenario, Quarter{q});
            for (std::size_t m = 0; m < expected.size(); ++m)
                QCOMPARE(valueInForce(scenario, engine.catalogue(), m, Quarter{q}, recorded), expected[m]);
        }
    }

    void theLawOfAQuarterIsHeldWhereTheRecordGoesOn()
    {
        QVERIFY(lawHeldFrom(m_catalogue, quarter("2026Q2"), m_recorded) == (std::vector{at("fence", "low", "2026Q2"), at("budget", "8", "2026Q2")}));
        QVERIFY(lawHeldFrom(m_catalogue, quarter("2026Q3"), m_recorded).empty());
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, lawHeldFrom(m_catalogue, Quarter{-1}, m_recorded));
        const auto& engine = test::engine();
        for (const auto date : engine.lawDates())
            QVERIFY(lawHeldFrom(engine.catalogue(), date, recordOf(engine)) == engine.lawAsOf(date).changes);
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
        QCOMPARE(set(with({at("budget", "50", "2027Q1", 4), at("budget", "60", "2028Q1", 3)}), budget, "2028Q1", "50").changes.size(), std::size_t{1});
    }
    void whatIsSetKeepsPlaceDateAndRampAndHidesNothing()
    {
        const auto scenario = with({at("budget", "30", "2028Q1"), at("budget", "20", "2028Q1", 4), undated("gate", "open")});
        QVERIFY(set(scenario, budget, "2028Q1", "60").changes == (std::vector{at("budget", "60", "2028Q1", 4), undated("gate", "open")}));
        QVERIFY(set(with({at("gate", "open", "2027Q1")}), gate, "2027Q1", "shut").changes == std::vector{at("gate", "shut", "2027Q1")});
    }
    void aKeptValueStaysThoughItSaysNothing()
    {
        QVERIFY(keepValue(with({}), m_catalogue.measures[gate], quarter("2030Q1"), "narrow").changes == std::vector{at("gate", "narrow", "2030Q1")});
    }
    void aHeldValueEndsWhatComesLaterAndLeavesWhatWasBefore()
    {
        const auto scenario = with({at("gate", "open", "2026Q1"), undated("gate", "shut"), at("gate", "narrow", "2031Q1"), at("budget", "20", "2031Q1")});
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
        QVERIFY(moveChange(moveChange(scenario, "gate", quarter("2028Q1"), quarter("2033Q1")), "gate", quarter("2033Q1"), quarter("2028Q1")) == scenario);
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
        QVERIFY(rampChange(scenario, "budget", quarter("2030Q1"), 8).changes == (std::vector{at("budget", "20", "2028Q1"), at("budget", "30", "2030Q1", 8)}));
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

    void conflictsAreMeasuresThatBothChangeOtherwise()
    {
        const auto mine = with({at("budget", "20", "2028Q1"), undated("gate", "open"), undated("fence", "low"), undated("unknown", "1")});
        const auto theirs = with({at("gate", "open", "2027Q1"), at("fence", "low", "2027Q2"), at("budget", "20.0", "2028Q1"), undated("unknown", "2")});
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
                == (std::vector{at("budget", "20", "2028Q1"), undated("gate", "shut"), at("gate", "open", "2031Q1"), undated("fence", "low")}));
        QVERIFY(onTop(mine, m_catalogue, package, {"gate"}).changes
                == (std::vector{undated("gate", "open"), at("budget", "20", "2028Q1"), undated("fence", "low")}));
        QVERIFY(onTop(with({}), m_catalogue, package, {"gate"}).changes == package.changes); // nothing to keep
        QCOMPARE(onTop(mine, m_catalogue, package).title, std::string("Planted"));
        QVERIFY(onTop(mine, m_catalogue, with({at("gate", "open", "2027Q1"), at("budget", "20.0", "2028Q1")})) == mine); // alike: stays as it stands
    }
    void aPackageKeepsItsQuartersOnAnotherStart()
    {
        const auto package = with({undated("gate", "shut")}, quarter("2030Q1"));
        QVERIFY(onTop(with({}), m_catalogue, package).changes == std::vector{at("gate", "shut", "2030Q1")});
        QVERIFY(onTop(with({}, quarter("2030Q1")), m_catalogue, package).changes == std::vector{undated("gate", "shut")});
    }

    void aDifferenceNamesBothSides()
    {
        auto a = with({undated("budget", "20"), undated("gate", "open"), undated("zebra", "1")}), b = with({undated("gate", "shut"), undated("budget", "20.0")});
        a.assumptions = {{"a.second", "1", "0", "2", "a reason"}, {"z.first", "1"}};
        b.assumptions = {{"a.second", "1.0", "0", "2.0", "another"}, {"z.first", "2"}};
        b.baseline = "full_denial";
        const auto found = difference(m_catalogue, a, b);
        QVERIFY(found.measures == (std::vector<MeasureDifference>{{"gate", {at("gate", "open", "2027Q1")}, {at("gate", "shut", "2027Q1")}},
                                                                  {"zebra", {at("zebra", "1", "2027Q1")}, {}}}));
        QVERIFY(found.assumptions == (std::vector<AssumptionDifference>{{"z.first", Assumption{"z.first", "1"}, Assumption{"z.first", "2"}}}));
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
                QCOMPARE(valueInForce(after, m_catalogue, m, Quarter{q}, m_recorded), valueInForce(kept, m_catalogue, m, Quarter{q}, m_recorded));
        }
        QVERIFY(left > 100);
    }

    void equalContentHasOneForm()
    {
        auto a = with({undated("gate", "open"), at("budget", "20.0", "2030Q1"), at("budget", "30", "2028Q1"), at("gate", "shut", "2027Q1")});
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
        QVERIFY(timer.elapsed() < 10'000); // well under a second; squares would take minutes
    }

    void changesAreReadFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("over");
        QTest::newRow("bare") << "gate=open" << "open" << "" << 1;
        QTest::newRow("dated") << "gate=open@2028Q3" << "open" << "2028Q3" << 1;
        QTest::newRow("ramp") << "gate=0.5/8" << "0.5" << "" << 8;
        QTest::newRow("dated ramp") << "gate=-3@2035Q4/56" << "-3" << "2035Q4" << 56;
        QTest::newRow("second equal sign") << "gate=a=b" << "a=b" << "" << 1;
    }
    void changesAreReadFromText()
    {
        QFETCH(QString, text);
        QFETCH(QString, value);
        QFETCH(QString, from);
        QFETCH(int, over);
        const auto change = std::get<Change>(parseChange(text.toStdString()));
        QCOMPARE(change.measure, std::string("gate"));
        QCOMPARE(change.value, value.toStdString());
        QCOMPARE(change.from ? change.from->text() : "", from.toStdString());
        QCOMPARE(change.over, over);
        QCOMPARE(changeText(change), text.toStdString());
    }
    void wrongTextSaysWhatIsWrong()
    {
        using enum ChangeTextError::Kind;
        QVERIFY(errorIn("") == (ChangeTextError{NoEqualSign, ""}));
        QVERIFY(errorIn("gate") == (ChangeTextError{NoEqualSign, "gate"}));
        QVERIFY(errorIn("gate@2028Q1=open") == (ChangeTextError{NoEqualSign, "gate@2028Q1=open"}));
        QVERIFY(errorIn("=open") == (ChangeTextError{NoMeasure, "=open"}));
        QVERIFY(errorIn("gate=") == (ChangeTextError{NoValue, ""}));
        QVERIFY(errorIn("gate=@2028Q1") == (ChangeTextError{NoValue, ""}));
        QVERIFY(errorIn("gate=open@") == (ChangeTextError{NotAQuarter, ""}));
        QVERIFY(errorIn("gate=open@2028") == (ChangeTextError{NotAQuarter, "2028"}));
        QVERIFY(errorIn("gate=open@2036Q1/2") == (ChangeTextError{NotAQuarter, "2036Q1"}));
        QVERIFY(errorIn("gate=open@2028Q1@2029Q1") == (ChangeTextError{NotAQuarter, "2028Q1@2029Q1"}));
        for (const char* over : {"", "0", "57", "-1", "+2", "2.5", "2 ", "99999999999", "8@2028Q1"})
            QVERIFY2(errorIn(std::string("gate=open/") + over) == (ChangeTextError{NotARamp, over}), over);
    }
};

QTEST_APPLESS_MAIN(EditsTest)
#include "EditsTest.moc"
