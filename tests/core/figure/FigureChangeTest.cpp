// What a figure draws of the change: joins at its dates, differences, the year that is told, how far the axis goes.
#include "api/UnitWords.h"
#include "FigurePair.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using namespace chokepoint::test;

class FigureChangeTest : public QObject {
    Q_OBJECT
private slots:
    void aFlowLeavesTheBaselineAtTheDateOfTheChangeAndNotBefore()
    {
        const Pair pair({{"hbm_export", "open", test::quarter("2027Q1"), 1}});
        const auto figure = figureOf(pair.runs(), {.series = "accel.dies"});
        const auto& line = figure.lines.back();
        const auto before = linesOf(figure, FigureLine::Manner::Baseline).at(0);
        QCOMPARE(line.joins.size(), std::size_t{1});
        QCOMPARE(line.joins[0].x, 2027.0);
        QCOMPARE(line.joins[0].before, static_cast<std::size_t>(test::quarter("2027Q1").index));
        auto x = line.x, y = line.y;
        addJoins(x, y, line.joins, true);
        QCOMPARE(x.size(), line.x.size() + 1);
        QVERIFY(std::ranges::is_sorted(x));
        const auto at = [&](double time) { // of the baseline, between two quarters
            const auto next = static_cast<std::size_t>(std::ranges::upper_bound(before.x, time) - before.x.begin());
            return before.y[next - 1] + (before.y[next] - before.y[next - 1]) * (time - before.x[next - 1]) / (before.x[next] - before.x[next - 1]);
        };
        for (std::size_t i = 0; i < x.size() && x[i] <= 2027; ++i)
            if (x[i] > before.x.front())
                QVERIFY2(std::fabs(y[i] - at(x[i])) <= 1e-9 * std::fabs(y[i]), qPrintable(QString("%1: %2 and %3").arg(x[i]).arg(y[i]).arg(at(x[i]))));
        QVERIFY(y[line.joins[0].before + 1] != before.y[line.joins[0].before]);
    }
    void aStockNeedsNoJoinForItsQuarterEndsWhereTheNextBegins()
    {
        const Pair pair({{"hbm_export", "open", test::quarter("2027Q1"), 1}});
        const auto figure = figureOf(pair.runs(), {.series = "hbm.stock"});
        QVERIFY(figure.lines.back().joins.empty() && !linesOf(figure, FigureLine::Manner::Baseline).empty());
        QVERIFY(figureOf(Pair().runs(), {.series = "accel.dies"}).lines.back().joins.empty()); // nothing changes
    }
    void aLaterChangeBendsALineAtItsDateToo()
    {
        const Pair pair({{"hbm_export", "open", test::quarter("2027Q1"), 1}, {"hbm_export", "dec2024", test::quarter("2030Q1"), 1}});
        const auto joins = figureOf(pair.runs(), {.series = "accel.dies"}).lines.back().joins;
        QCOMPARE(joins.size(), std::size_t{2});
        QCOMPARE(joins[1].x, 2030.0);
    }
    void theBandBendsWhereItsLineDoes()
    {
        std::vector<double> x{1, 2, 3, 4}, y{1, 2, 9, 9};
        addJoins(x, y, {{2, 2.5, 100}}, false); // not the value of the join: the band goes on as it went
        QCOMPARE(x, (std::vector<double>{1, 2, 2.5, 3, 4}));
        QCOMPARE(y, (std::vector<double>{1, 2, 2.5, 9, 9}));
    }
    void aDifferenceIsTheScenarioLessTheBaselineAroundZero()
    {
        const Pair pair({{"hbm_export", "full", {}, 1}});
        const FigureRequest request{.series = "accel.dies", .companions = {"hbm.limit"}, .isDifference = true, .withYearMark = true};
        auto figure = figureOf(pair.runs(), request);
        QCOMPARE(figure.lines.size(), std::size_t{1});
        QVERIFY(figure.points.empty() && figure.isDifference);
        const auto row = *test::engine().catalogue().findSeries("accel.dies");
        const double scale = words::displayUnit(seriesOf("accel.dies")).scale;
        for (std::size_t q = 0; q < quarterCount; ++q)
            QCOMPARE(figure.lines[0].y[q], pair.present.series[row][q] * scale - pair.reference.series[row][q] * scale);
        const double least = *std::ranges::min_element(figure.lines[0].y);
        QVERIFY(least < 0);
        QCOMPARE(axisFloor(figure, 2022, 2036), least);
        QCOMPARE(figure.told->from, 0.0);
        QVERIFY(figure.told->to < 0);
        const auto spread = spreadOf({-9, -8, -7, -6, -5, -4, -3, -2, -1});
        addBand(figure, pair.runs(), {&spread}, request);
        QVERIFY(figure.band->levelLow.empty());
        QVERIFY(axisFloor(figure, 2022, 2036) <= -7 * scale);
        QCOMPARE(axisFloor(figureOf(pair.runs(), {.series = "accel.dies"}), 2022, 2036), 0.0); // a level
    }
    void theYearThatIsToldIsMarkedFromBaselineToScenario()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto row = *test::engine().catalogue().findSeries("compute.china_effective");
        const auto figure = figureOf(pair.runs(), {.series = "compute.china_effective", .withYearMark = true, .year = 2028});
        const double scale = words::displayUnit(seriesOf("compute.china_effective")).scale;
        QCOMPARE(figure.told->time, 2028.5);
        QCOMPARE(figure.told->from, pair.reference.annualMean(row, 2028) * scale);
        QCOMPARE(figure.told->to, pair.present.annualMean(row, 2028) * scale);
        QVERIFY2(figure.told->words.starts_with("+") && figure.told->words.ends_with(" in 2028"), figure.told->words.c_str());
        QVERIFY(!figureOf(Pair().runs(), {.series = "compute.china_effective", .withYearMark = true}).told);
    }
    void theAxisMustReachTheYearThatIsToldAndBehindTheLastChange()
    {
        const auto reach = [](const Pair& pair, int year) { return figureOf(pair.runs(), {.series = "accel.dies", .year = year}).reach; };
        QCOMPARE(reach(Pair(), 2028), 2029.0);
        QCOMPARE(reach(Pair(), 2035), 2036.0);
        QCOMPARE(reach(Pair({{"hbm_export", "open", test::quarter("2033Q1"), 1}}), 2028), 2034.0);
        QCOMPARE(reach(Pair({{"hbm_export", "open", test::quarter("2035Q3"), 1}}), 2028), 2036.0);
    }
    void outputBesideItsLimitsIsMarkedAndTheStripOfTheBaselineIsThere()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto figure = figureOf(pair.runs(), {.series = "accel.dies", .companions = {"hbm.limit"}, .withStrip = true});
        QVERIFY(figure.lines.back().isOutput);
        QVERIFY(!figureOf(pair.runs(), {.series = "accel.dies"}).lines.back().isOutput);
        QCOMPARE(figure.bindingBefore.size(), std::size_t{quarterCount});
        QVERIFY(figure.binding != figure.bindingBefore);
    }
};

CHOKEPOINT_TEST(FigureChangeTest)
#include "FigureChangeTest.moc"
