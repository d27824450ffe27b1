// Which series the overview shows: by effect, in places that hold still.
#include "api/Overview.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

/// Two runs that are alike but for what a test plants.
struct Planted {
    Projection reference, present;

    Planted()
    {
        SeriesValues flat;
        flat.fill(100);
        reference.series.assign(test::engine().catalogue().series.size(), flat);
        present = reference;
    }
    /// Moves a series in all quarters of a year and later ones.
    Planted& move(const char* id, double factor, int from = 2027)
    {
        auto& values = present.series[row(id)];
        for (int q = (from - firstYear) * 4; q < quarterCount; ++q)
            values[static_cast<std::size_t>(q)] *= factor;
        return *this;
    }
    static std::size_t row(const char* id) { return *test::engine().catalogue().findSeries(id); }
    OverviewSeries asked(const OverviewRequest& request = {}) const
    {
        return overviewOf(test::engine().catalogue(), present, reference, request);
    }
};

constexpr const char *computeId = "compute.china_effective", *revenue = "revenue.us_allied_total", *talent = "talent.us",
                     *output = "accel.dies";

} // namespace

class OverviewTest : public QObject {
    Q_OBJECT
private slots:
    void whatMovesMostInTheYearStandsBelowTheMainSeries()
    {
        const auto series = Planted().move(computeId, 1.1).move(talent, 0.7).move(output, 1.2).move(revenue, 1.01).asked();
        QCOMPARE(series.main, Planted::row(computeId));
        QCOMPARE(series.small, (std::vector{Planted::row(talent), Planted::row(output)})); // a fall counts as a rise does
    }
    void theMainSeriesIsTheOneThatMovesWhenTheFirstDoesNot()
    {
        QCOMPARE(Planted().move(talent, 0.9).asked().main, Planted::row(talent));
        QCOMPARE(Planted().asked().main, Planted::row(computeId));
    }
    void whatMovesInAnotherYearOnlyComesBeforeWhatNeverMoves()
    {
        const auto series = Planted().move(talent, 2, 2033).asked();
        QCOMPARE(series.small[0], Planted::row(talent));
    }
    void whatIsTouchedInNoQuarterIsListedUnlessItIsShown()
    {
        const auto planted = Planted().move(computeId, 1.1).move(talent, 1.2, 2035);
        const auto series = planted.asked();
        const auto has = [&](std::size_t row) { return std::ranges::count(series.untouched, row) > 0; };
        QVERIFY(!has(Planted::row(computeId)) && !has(Planted::row(talent)));
        for (const auto row : headlineSeries(test::engine().catalogue()))
            QVERIFY(has(row) || row == series.main || std::ranges::count(series.small, row) > 0);
        QVERIFY(!series.untouched.empty() && series.barely.empty());
        const auto barely = Planted().move(computeId, 1.1).move("capability.gap", 1.0009).asked(OverviewRequest{.small = {}});
        QCOMPARE(barely.barely, (std::vector{Planted::row("capability.gap")}));
        QVERIFY(std::ranges::count(barely.untouched, Planted::row("capability.gap")) == 0);
    }
    void whatStaysShownKeepsItsPlace()
    {
        const auto first = Planted().move(computeId, 1.1).move(talent, 1.3).move(output, 1.2).asked();
        const auto after =
            Planted().move(computeId, 1.1).move(talent, 1.2).move(output, 1.3).asked({.shown = first.small}); // the order turns
        QCOMPARE(after.small, first.small);
        const auto later = Planted().move(computeId, 1.1).move(output, 1.3).move(revenue, 1.4).asked({.shown = first.small}); // talent goes
        QCOMPARE(later.small, (std::vector{Planted::row(revenue), Planted::row(output)}));
    }
    void whatAPersonChoseIsShownWhateverMoves()
    {
        OverviewRequest request;
        request.main = Planted::row(revenue);
        request.small = {Planted::row("hbm.stock"), std::nullopt, Planted::row("revenue.nvidia")};
        const auto series = Planted().move(talent, 2).asked(request);
        QCOMPARE(series.main, Planted::row(revenue));
        QCOMPARE(series.small, (std::vector{Planted::row("hbm.stock"), Planted::row(talent), Planted::row("revenue.nvidia")}));
    }
    void noSeriesIsShownTwice()
    {
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto present = test::engine().project(preset),
                       reference = test::engine().project(test::engine().preset("status_quo_2026"));
            const auto series = overviewOf(test::engine().catalogue(), present, reference, {});
            QCOMPARE(series.small.size(), std::size_t{2});
            QVERIFY(series.small[0] != series.small[1] && std::ranges::count(series.small, series.main) == 0);
        }
    }
};

CHOKEPOINT_TEST(OverviewTest)
#include "OverviewTest.moc"
