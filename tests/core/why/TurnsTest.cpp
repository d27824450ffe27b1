// Where courses turn: which term of a minimum is the least, from planted quarters and from runs of the model.
#include "why/Turns.h"
#include "api/Engine.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

std::size_t row(const char* id) { return *test::engine().catalogue().findSeries(id); }

Scenario statusQuo(std::vector<Change> changes = {}, std::vector<Assumption> assumptions = {})
{
    auto scenario = test::engine().preset("status_quo_2026");
    scenario.changes = std::move(changes);
    scenario.assumptions = std::move(assumptions);
    return scenario;
}

/// The first quarter from `since` on from which the course stays at zero; nothing when it never does.
std::optional<Quarter> endOf(const Scenario& scenario, const char* id)
{
    const auto run = test::engine().project(scenario);
    const auto& course = run.series[row(id)];
    int last = quarterCount - 1;
    while (last >= 0 && course[static_cast<std::size_t>(last)] == 0)
        --last;
    return last == quarterCount - 1 ? std::nullopt : std::optional(Quarter{last + 1});
}

} // namespace

class TurnsTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstDeciderAndShortOnesMakeNoTurn()
    {
        why::Deciders deciders;
        deciders.fill("a");
        QVERIFY(why::turnsAmong(deciders).empty());
        std::fill(deciders.begin() + 10, deciders.begin() + 13, "b"); // three quarters
        QVERIFY(why::turnsAmong(deciders).empty());
        deciders[13] = "b"; // a year
        QCOMPARE(why::turnsAmong(deciders), (std::vector<Turn>{{Quarter{10}, "b"}, {Quarter{14}, "a"}}));
        deciders.back() = "c"; // to the end
        QCOMPARE(why::turnsAmong(deciders).back(), (Turn{Quarter{quarterCount - 1}, "c"}));
    }
    void whatCannotBeToldIsAsBefore()
    {
        why::Deciders deciders;
        deciders.fill("a");
        std::fill(deciders.begin() + 8, deciders.begin() + 20, std::string_view());
        QVERIFY(why::turnsAmong(deciders).empty());
        std::fill(deciders.begin() + 20, deciders.end(), "b");
        QCOMPARE(why::turnsAmong(deciders), (std::vector<Turn>{{Quarter{20}, "b"}}));
    }
    void theTermThatBindsDecides()
    {
        QCOMPARE(why::hbmDecider({.leak = 2, .smugglers = 5, .legal = 0, .home = 3, .need = 5}), "hbm_gap");
        QCOMPARE(why::hbmDecider({.leak = 5, .smugglers = 5, .legal = 0, .home = 3, .need = 9}), "hbm_gap");
        QCOMPARE(why::hbmDecider({.leak = 0, .smugglers = 5, .legal = 4, .home = 3, .need = 7}), "hbm_imports_cover");
        QCOMPARE(why::hbmDecider({.leak = 0, .smugglers = 5, .legal = 0, .home = 7, .need = 7}), "hbm_home_covers");
        QCOMPARE(why::hbmDecider({.leak = 0, .smugglers = 5, .legal = 0, .home = 3, .need = 7}), "hbm_stock_covers");
        QVERIFY(why::hbmDecider({.leak = 0, .smugglers = 0, .legal = 0, .home = 3, .need = 7}).empty());
        QCOMPARE(why::channelDecider(3, 3, "at", "below"), "at");
        QCOMPARE(why::channelDecider(2.9, 3, "at", "below"), "below");
        QVERIFY(why::channelDecider(0, 0, "at", "below").empty());
    }
    void smugglingEndsWhereTheRunSaysAndForTheReasonItSays()
    {
        // CXMT's delay moves the end of smuggling: the mark moves with it, and goes when it never comes
        std::vector<Quarter> ends;
        for (const char* delay : {"-0.5", "0", "0.5"}) {
            const auto scenario = statusQuo({}, {{"cxmt.delay", delay}});
            const auto turns = turnsOf(test::engine(), scenario, row("hbm.leak"));
            const auto end = endOf(scenario, "hbm.leak");
            const auto gap = std::ranges::find(turns, "hbm_gap", &Turn::reason); // smuggling begins in 2025
            QVERIFY(gap != turns.end() && gap->from < test::quarter("2026Q3"));
            QCOMPARE(end.has_value(), gap + 1 != turns.end());
            if (end) {
                QCOMPARE(*(gap + 1), (Turn{*end, "hbm_home_covers"}));
                ends.push_back(*end);
            }
        }
        QVERIFY(ends.size() >= 2 && ends.front() < ends.back());
    }
    void importsThatAreOpenedCoverTheNeed()
    {
        const auto turns = turnsOf(test::engine(), statusQuo({{"hbm_export", "open", test::quarter("2028Q1"), 1}}), row("hbm.leak"));
        const auto imports = std::ranges::find(turns, "hbm_imports_cover", &Turn::reason);
        QVERIFY(imports != turns.end());
        QVERIFY(imports->from >= test::quarter("2028Q1"));
        const auto without = turnsOf(test::engine(), statusQuo(), row("hbm.leak"));
        QVERIFY(std::ranges::none_of(without, [](const Turn& turn) { return turn.from > test::quarter("2026Q3") && turn.reason == "hbm_imports_cover"; }));
    }
    void whatBindsOutputTurnsWithTheSeriesOfWhatBinds()
    {
        const auto scenario = statusQuo();
        const auto run = test::engine().project(scenario);
        const auto& binding = run.series[row("accel.binding")];
        const auto turns = turnsOf(test::engine(), scenario, row("accel.dies"));
        QVERIFY(!turns.empty());
        for (const auto& turn : turns) {
            const auto q = static_cast<std::size_t>(turn.from.index);
            QVERIFY(binding[q] != binding[q - 1]);
            QCOMPARE(turn.reason, (std::vector<std::string>{"output_logic", "output_hbm", "output_packaging", "output_budget"}[static_cast<std::size_t>(binding[q])]));
        }
    }
    void seriesWithoutAMinimumThatIsToldHaveNoTurns()
    {
        QVERIFY(turnsOf(test::engine(), statusQuo(), row("talent.us")).empty());
        QVERIFY(!isCovert(test::engine(), row("accel.dies")));
        QVERIFY(isCovert(test::engine(), row("hbm.stock")));
    }
};

CHOKEPOINT_TEST(TurnsTest)
#include "TurnsTest.moc"
