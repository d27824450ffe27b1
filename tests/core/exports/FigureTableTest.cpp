// The table behind a chart: the same numbers as its lines, bands and points.
#include "api/FigureTable.h"

#include "api/NumberWords.h"
#include "../figure/FigurePair.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;
using namespace chokepoint::test;

namespace {

std::size_t columnOf(const FigureTable& table, const std::string& name)
{
    const auto at = std::ranges::find(table.columns, name);
    if (at == table.columns.end())
        QTest::qFail(("no column " + name).c_str(), __FILE__, __LINE__);
    return static_cast<std::size_t>(at - table.columns.begin());
}

/// The rows of quarters, without those of points.
std::vector<std::vector<FigureCell>> quartersOf(const FigureTable& table)
{
    std::vector<std::vector<FigureCell>> rows;
    for (const auto& row : table.rows)
        if (row[1].value)
            rows.push_back(row);
    return rows;
}

} // namespace

class FigureTableTest : public QObject {
    Q_OBJECT
private slots:
    void theTableHasTheNumbersAndDigitsOfTheChart()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto figure = figureOf(pair.runs(), {.series = "compute.china_effective"});
        const auto table = tableOf(figure, english());
        QCOMPARE(table.columns[1], figure.lines.back().label);
        const auto rows = quartersOf(table);
        QCOMPARE(rows.size(), std::size_t{quarterCount});
        const auto baseline = columnOf(table, figure.baselineLabel);
        for (std::size_t q = 0; q < rows.size(); ++q) {
            QCOMPARE(rows[q][0].words, said(Quarter{static_cast<int>(q)}));
            QCOMPARE(rows[q][1].value, figure.lines.back().y[q]);
            QCOMPARE(rows[q][1].words, said(words::number(figure.lines.back().y[q])));
            QCOMPARE(rows[q][baseline].value, figure.lines.front().y[q]);
        }
    }
    void bandsAreNamedAndStandAtTheirQuarters()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        auto figure = figureOf(pair.runs(), {.series = "accel.dies"});
        FigureBand band;
        const auto& x = figure.lines.back().x;
        band.x = {x[20], (x[20] + x[21]) / 2, x[21]}; // a join between two quarters is no quarter
        band.low = {1, 1.5, 2};
        band.high = {3, 3.5, 4};
        band.levelLow = {0.5, 0.6, 0.7};
        band.levelHigh = {5, 6, 7};
        figure.band = band;
        const auto table = tableOf(figure, english());
        const auto low = columnOf(table, figure.lines.back().label + ", 8-in-10 band, low");
        const auto level = columnOf(table, figure.lines.back().label + ", 8-in-10 band with what the model misses, high");
        const auto rows = quartersOf(table);
        QCOMPARE(rows[20][low].value, 1.0);
        QCOMPARE(rows[21][low].value, 2.0);
        QVERIFY(!rows[22][low].value && rows[22][low].words.empty());
        QCOMPARE(rows[21][level].value, 7.0);
    }
    void partsOfAStackHaveTheirOwnValues()
    {
        const auto figure = figureOf(Pair().runs(), {.series = "revenue.us_allied_total", .withParts = true});
        const auto rows = quartersOf(tableOf(figure, english()));
        for (const auto& row : rows) {
            double sum = 0;
            for (std::size_t i = 2; i < 9; ++i)
                sum += *row[i].value;
            QVERIFY(std::abs(sum - *row[1].value) <= 1e-9 * sum);
        }
    }
    void everyObservationHasARowOfItsOwnWithWhoSaysSo()
    {
        const auto figure = figureOf(Pair().runs(), {.series = "revenue.nvidia"});
        const auto table = tableOf(figure, english());
        QVERIFY(!figure.points.empty());
        QCOMPARE(table.rows.size(), quarterCount + figure.points.size());
        const auto who = columnOf(table, "Who says so");
        for (const auto& point : figure.points)
            QVERIFY(std::ranges::any_of(table.rows,
                                        [&](const auto& row) { return row[who].words == point.words && row[who - 3].value == point.y; }));
    }
    void differencesHaveASign()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto table = tableOf(figureOf(pair.runs(), {.series = "accel.dies", .isDifference = true}), english());
        QCOMPARE(table.rows.front()[1].words, "0");
        const auto largest = std::ranges::max(table.rows, {}, [](const auto& row) { return *row[1].value; });
        QCOMPARE(largest[1].words, said(words::signedNumber(*largest[1].value)));
        QVERIFY2(largest[1].words.starts_with("+"), largest[1].words.c_str());
    }
    void csvHasAllDigitsAndTheUnit()
    {
        const auto figure = figureOf(Pair().runs(), {.series = "accel.dies"});
        const auto csv = figureCsv(tableOf(figure, english()));
        QVERIFY(csv.find("," + words::roundTrip(figure.lines.back().y[30]) + ",") != std::string::npos);
        QVERIFY(csv.ends_with(",million dies a year\n"));
    }
};

CHOKEPOINT_TEST(FigureTableTest)
#include "FigureTableTest.moc"
