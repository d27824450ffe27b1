// Comparing scenarios on planted draws whose ranks, shares and regrets are known by counting.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Comparison.h"
#include "api/LiveEnsemble.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace chokepoint;

namespace {

constexpr int year = 2028;

/// Draws of one series that hold the same value in every quarter of a draw, and a central run beside them.
struct Planted {
    Planted(double centralValue, const std::vector<float>& byDraw)
    {
        auto part = std::make_shared<SeriesDraws::Part>();
        part->end = quarterCount;
        part->stride = byDraw.size();
        for (int q = 0; q < quarterCount; ++q)
            part->values.insert(part->values.end(), byDraw.begin(), byDraw.end());
        draws = SeriesDraws({0}, byDraw.size(), {part});
        central.series.emplace_back().fill(centralValue);
    }
    ComparedRun run() const { return {&draws, &central}; }

    SeriesDraws draws;
    Projection central;
};

std::vector<float> repeated(std::size_t times, float value, std::size_t rest = 0, float other = 0)
{
    std::vector<float> values(times, value);
    values.insert(values.end(), rest, other);
    return values;
}

ComparedColumn compared(const std::vector<Planted>& scenarios, const Planted& baseline, bool moreIsBetter = true)
{
    std::vector<ComparedRun> runs;
    for (const auto& scenario : scenarios)
        runs.push_back(scenario.run());
    return compareOutcome(runs, baseline.run(), 0, year, moreIsBetter);
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private slots:
    void ranksGoByTheCentralRunAndTheBaselineIsAmongThem()
    {
        const auto column = compared({{5, repeated(4, 5)}, {9, repeated(4, 9)}}, {7, repeated(4, 7)});
        QCOMPARE(column.order, (std::vector<std::size_t>{1, 2, 0}));
        QCOMPARE(column.figures[1].rank, 1);
        QCOMPARE(column.figures[2].rank, 2);
        QCOMPARE(column.figures[0].rank, 3);
        QCOMPARE(*column.figures[1].aheadOfNext, 1.0);
        QVERIFY(!column.figures[0].aheadOfNext);
        for (const auto& figure : column.figures)
            QVERIFY(!figure.isShared);
        QCOMPARE(column.shareOfOrder, 1.0);
        QCOMPARE(column.draws, std::size_t{4});
    }
    void twoThatTheDrawsDoNotTellApartShareARank_data()
    {
        QTest::addColumn<int>("above");
        QTest::addColumn<bool>("isShared");
        QTest::newRow("just above one in four") << 26 << true;
        QTest::newRow("half") << 50 << true;
        QTest::newRow("just below three in four") << 74 << true;
        QTest::newRow("three in four") << 75 << false;
        QTest::newRow("always") << 100 << false;
    }
    void twoThatTheDrawsDoNotTellApartShareARank()
    {
        QFETCH(int, above);
        QFETCH(bool, isShared);
        const auto draws = repeated(static_cast<std::size_t>(above), 12, static_cast<std::size_t>(100 - above), 8);
        const auto column = compared({{11, draws}, {10, repeated(100, 10)}}, {1, repeated(100, 1)});
        QCOMPARE(*column.figures[0].aheadOfNext, above / 100.0);
        QCOMPARE(column.figures[0].isShared, isShared);
        QCOMPARE(column.figures[1].isShared, isShared);
        QCOMPARE(column.figures[1].rank, isShared ? 1 : 2);
        QCOMPARE(column.figures[2].rank, 3); // whoever comes after a shared rank counts both
        QVERIFY(!column.figures[2].isShared);
    }
    void whereTheDrawsSayTheOtherWayTheyGiveTheOrder()
    {
        const auto column = compared({{11, repeated(25, 12, 75, 8)}, {10, repeated(100, 10)}}, {1, repeated(100, 1)});
        QCOMPARE(column.order, (std::vector<std::size_t>{1, 0, 2})); // the second lies above the first in three of four draws
        QCOMPARE(column.figures[1].rank, 1);
        QCOMPARE(column.figures[0].rank, 2);
        QCOMPARE(*column.figures[1].aheadOfNext, 0.75);
        QVERIFY(!column.figures[0].isShared && !column.figures[1].isShared);
    }
    void aChainOfNeighborsSharesOneRank()
    {
        // each lies above the next in half of the draws
        const auto column =
            compared({{12, repeated(50, 3, 50, 1)}, {11, repeated(100, 2)}, {10, repeated(50, 1, 50, 3)}}, {0, repeated(100, 0)});
        for (int s = 0; s < 3; ++s) {
            QCOMPARE(column.figures[static_cast<std::size_t>(s)].rank, 1);
            QVERIFY(column.figures[static_cast<std::size_t>(s)].isShared);
        }
        QCOMPARE(column.figures[3].rank, 4);
        QCOMPARE(column.shareOfOrder, 0.5);
    }
    void equalScenariosAreLevelInEveryDraw()
    {
        const auto column = compared({{5, repeated(10, 5)}, {5, repeated(10, 5)}}, {4, repeated(10, 4)});
        QCOMPARE(column.order, (std::vector<std::size_t>{0, 1, 2})); // as they were given
        QCOMPARE(*column.figures[0].aheadOfNext, 0.0);
        QCOMPARE(*column.figures[0].levelWithNext, 1.0);
        QCOMPARE(column.figures[1].rank, 1);
        QVERIFY(column.figures[0].isShared && column.figures[1].isShared);
        QCOMPARE(column.shareOfOrder, 1.0); // none lies below one that ranks after it
        QCOMPARE(column.figures[0].regret, 0.0);
    }
    void oneScenarioAloneIsRankedAgainstTheBaseline()
    {
        const auto column = compared({{3, repeated(8, 3)}}, {5, repeated(8, 5)});
        QCOMPARE(column.figures.size(), std::size_t{2});
        QCOMPARE(column.figures[0].rank, 2);
        QCOMPARE(column.figures[0].change.down, 1.0);
        QCOMPARE(column.figures[1].change.down, 0.0);
        QCOMPARE(column.figures[1].change.difference.mean, 0.0);
    }
    void changesAreTakenDrawByDraw()
    {
        // the scenario adds exactly one in every draw, whatever the draw is
        const auto column = compared({{21, {11, 21, 31, 41}}}, {20, {10, 20, 30, 40}});
        const auto& change = column.figures[0].change;
        QCOMPARE(change.difference.quantiles[quantilePlace(0.1)], 1.0);
        QCOMPARE(change.difference.quantiles[quantilePlace(0.9)], 1.0);
        QCOMPARE(column.figures[0].mean, 26.0);
        QCOMPARE(column.figures[0].central, 21.0);
        QCOMPARE(*column.figures[0].aheadOfNext, 1.0);
    }
    void regretIsTheMeanShortfallBehindTheBestOfAll()
    {
        const std::vector<Planted> scenarios{{8, {10, 2}}, {7, {8, 6}}};
        const Planted baseline(4, {3, 5});
        const auto more = compared(scenarios, baseline, true); // the best of the draws: 10 and 6
        QCOMPARE(more.figures[0].regret, 2.0);
        QCOMPARE(more.figures[1].regret, 1.0);
        QCOMPARE(more.figures[2].regret, 4.0);
        QCOMPARE(more.figures[0].shareBest, 0.5);
        const auto less = compared(scenarios, baseline, false); // 3 and 2
        QCOMPARE(less.figures[0].regret, 3.5);
        QCOMPARE(less.figures[1].regret, 4.5);
        QCOMPARE(less.figures[2].regret, 1.5);
        QCOMPARE(more.order, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(less.order, (std::vector<std::size_t>{2, 1, 0}));
        QCOMPARE(less.figures[2].rank, 1);
        QCOMPARE(*less.figures[2].aheadOfNext, 1.0); // below the second in both draws
        QCOMPARE(*less.figures[1].aheadOfNext, 0.5);
        QCOMPARE(less.shareOfOrder, 0.5);
    }
    void theOrderHoldsWhereEveryPairOfNeighborsDoes()
    {
        const auto column = compared({{9, {9, 9, 1, 9}}, {8, {8, 8, 8, 2}}}, {3, {3, 3, 3, 3}});
        QCOMPARE(column.shareOfOrder, 0.5);
        QCOMPARE(*column.figures[0].aheadOfNext, 0.75);
        QCOMPARE(*column.figures[1].aheadOfNext, 0.75);
    }
    void theDrawsThatAllShareAreUsed()
    {
        const auto column = compared({{9, {9, 9, 9, 9}}, {8, {8, 8}}}, {3, {3, 3, 3}});
        QCOMPARE(column.draws, std::size_t{2});
        QCOMPARE(column.figures[0].mean, 9.0);
    }
    void relativeChangesAreOfEachDrawAndOfZeroNone()
    {
        const Planted scenario(3, {3, 1, 5}), baseline(2, {2, -2, 0});
        const auto spreads = relativeChangesOf(scenario.draws, baseline.draws, 0);
        QCOMPARE(spreads[5].quantiles[quantilePlace(0.5)], 0.5);
        QVERIFY(std::fabs(spreads[5].mean - (0.5 + 1.5 + 0) / 3) < 1e-7);
        const auto central = relativeChangesOf(scenario.central.series[0], baseline.central.series[0]);
        QCOMPARE(central[7], 0.5);
        SeriesValues zero{};
        QCOMPARE(relativeChangesOf(scenario.central.series[0], zero)[7], 0.0);
    }
    void theFirstDifferenceOfTwoRunsIsFound()
    {
        Planted a(3, {3}), b(3, {3});
        QVERIFY(!firstDifference(a.central, b.central));
        b.central.series[0][17] += 1e-12;
        QVERIFY(firstDifference(a.central, b.central) == Quarter{17});
    }
    /// On the model: what an ensemble of the screen gives agrees with the functions that know one pair.
    void liveDrawsAreComparedAsPairsAre()
    {
        LiveEnsemble study(test::engine(), {.draws = 64, .seed = 1, .threads = 2, .set = {}, .clock = {}});
        const auto series = *test::engine().catalogue().findSeries("compute.china_effective");
        const std::vector<Scenario> scenarios{test::engine().preset("open_gates"), test::engine().preset("full_denial")};
        const auto baseline = test::engine().preset("status_quo_2026");
        std::vector<SeriesDraws> draws;
        std::vector<Projection> runs;
        for (const auto& scenario : {scenarios[0], scenarios[1], baseline}) {
            draws.push_back(study.run(scenario, {series}, 64).samples);
            runs.push_back(test::engine().project(scenario));
        }
        const auto column = compareOutcome({{&draws[0], &runs[0]}, {&draws[1], &runs[1]}}, {&draws[2], &runs[2]}, series, year, false);
        QCOMPARE(column.figures[0].rank, 3); // less is better
        QCOMPARE(column.figures[1].rank, 1);
        const auto pair = comparePair({&draws[0], &runs[0]}, {&draws[2], &runs[2]}, series, year);
        QCOMPARE(column.figures[0].change.relative.mean, pair.change.relative.mean);
        QCOMPARE(column.figures[0].central, pair.first);
        QCOMPARE(*column.figures[2].aheadOfNext, pair.change.up);
        QCOMPARE(column.figures[1].regret, 0.0); // denial leaves China least in every draw
    }
};

CHOKEPOINT_TEST(ComparisonTest)
#include "ComparisonTest.moc"
