// What a chart shows: lines, parts, points, marks, sources, and how its band is to be read.
#include "api/Figure.h"
#include "api/Engine.h"
#include "api/Words.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;

namespace {

/// Two runs with all that a figure is made from.
struct Pair {
    Scenario scenario = test::engine().preset("status_quo_2026"), baseline = scenario;
    edit::RecordedValues recorded;
    Projection present, reference;

    explicit Pair(std::vector<Change> changes = {})
    {
        scenario.changes = std::move(changes);
        for (int q = 0; q < quarterCount; ++q)
            recorded.push_back(test::engine().inForce({}, Quarter{q}));
        present = test::engine().project(scenario);
        reference = test::engine().project(baseline);
    }
    FigureRuns runs() const { return {test::engine(), test::english(), recorded, scenario, baseline, present, reference}; }
};

const Series& seriesOf(const char* id)
{
    const auto& catalogue = test::engine().catalogue();
    return catalogue.series[catalogue.findSeries(id).value()];
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<FigureLine> linesOf(const Figure& figure, FigureLine::Manner manner)
{
    std::vector<FigureLine> lines;
    std::ranges::copy_if(figure.lines, std::back_inserter(lines), [&](const FigureLine& line) { return line.manner == manner; });
    return lines;
}

} // namespace

class FigureTest : public QObject {
    Q_OBJECT
private slots:
    void theMainLineIsTheRunInTheUnitThatIsShownAndLast()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto figure = figureOf(pair.runs(), {.series = "revenue.us_allied_total"});
        const auto& series = seriesOf("revenue.us_allied_total");
        const double scale = words::displayUnit(series).scale;
        const auto& values = pair.present.series[*test::engine().catalogue().findSeries(series.id)];
        QVERIFY(figure.lines.back().manner == FigureLine::Manner::Present);
        for (std::size_t q = 0; q < values.size(); ++q)
            QCOMPARE(figure.lines.back().y[q], values[q] * scale);
        QCOMPARE(figure.lines.back().label, "Open");
        QCOMPARE(linesOf(figure, FigureLine::Manner::Baseline).size(), std::size_t{1});
        QVERIFY(has(figure.title, " in 2028"));
        QVERIFY(figure.stamp.empty() && figure.binding.empty() && !figure.band);
    }
    void withoutAChangeThereIsNoBaseline()
    {
        const auto figure = figureOf(Pair().runs(), {.series = "accel.dies", .companions = {"hbm.limit"}, .withStrip = true});
        QVERIFY(linesOf(figure, FigureLine::Manner::Baseline).empty());
        QCOMPARE(linesOf(figure, FigureLine::Manner::Companion).at(0).limitBy, BindingInput::Hbm);
        QCOMPARE(figure.binding.size(), std::size_t{quarterCount});
    }
    void stocksStandAtTheEndOfTheirQuarter()
    {
        QCOMPARE(figureLine(seriesOf("hbm.stock"), {}, FigureLine::Manner::Present, {}).x[0], Quarter{0}.end());
        QCOMPARE(figureLine(seriesOf("accel.dies"), {}, FigureLine::Manner::Present, {}).x[0], Quarter{0}.middle());
    }
    void partsStackUpToTheirSeries()
    {
        const auto figure = figureOf(Pair().runs(), {.series = "revenue.us_allied_total", .companions = {"accel.dies"}, .withParts = true});
        const auto parts = linesOf(figure, FigureLine::Manner::Part);
        QCOMPARE(parts.size(), std::size_t{7});
        QVERIFY(linesOf(figure, FigureLine::Manner::Companion).empty());
        const auto& whole = figure.lines.back();
        QCOMPARE(whole.label, "total");
        for (std::size_t q = 0; q < whole.y.size(); ++q) {
            QVERIFY(std::fabs(parts.back().y[q] - whole.y[q]) <= 1e-9 * whole.y[q]);
            QCOMPARE(parts[2].y[q], parts[1].y[q] + parts[2].own[q]);
        }
    }
    void observationsForecastsAndOwnFactsAreOfDifferentKinds()
    {
        const OwnFact mine{"revenue.nvidia", 2025.5, 200, 190, std::nullopt, "counted by hand"}, others{"accel.dies", 2025.5, 1, {}, {}, ""};
        const auto figure = figureOf(Pair().runs(), {.series = "revenue.nvidia", .ownFacts = {mine, others}});
        const auto count = [&](PointKind kind) { return std::ranges::count(figure.points, kind, &FigurePoint::kind); };
        QVERIFY(count(PointKind::Observation) > 10 && count(PointKind::Expectation) > 0);
        QCOMPARE(count(PointKind::OwnFact), std::ptrdiff_t{1});
        const double scale = words::displayUnit(seriesOf("revenue.nvidia")).scale;
        QCOMPARE(figure.points.back(), (FigurePoint{2025.5, 200 * scale, 190 * scale, std::nullopt, PointKind::OwnFact, "counted by hand"}));
        QVERIFY2(figure.sources.starts_with("Observed (dots): ") && has(figure.sources, ", grade A"), figure.sources.c_str());
        QVERIFY2(has(figure.points.front().words, ", grade "), figure.points.front().words.c_str());
    }
    void whatNobodyObservedSaysSo()
    {
        QCOMPARE(figureOf(Pair().runs(), {.series = "hbm.limit"}).sources, "Computed from inputs of grades A to D; no observation");
    }
    void changesOfTheScenarioAreMarkedEachAtItsQuarter()
    {
        const Pair pair({{"hbm_export", "open", test::quarter("2027Q1"), 1}, {"enforcement_budget", "300", test::quarter("2029Q1"), 1}});
        const auto marks = figureMarks(pair.runs(), seriesOf("compute.china_effective"), false);
        QCOMPARE(marks.size(), std::size_t{2});
        QCOMPARE(marks[0].time, 2027.0);
        QCOMPARE(marks[0].label, "Open");
        QVERIFY(marks[0].isScenario && has(marks[0].whole, "HBM sales to China"));
        QCOMPARE(marks[1].time, 2029.0);
    }
    void changesOfOneQuarterShareAMark()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}, {"enforcement_budget", "300", {}, 1}});
        const auto marks = figureMarks(pair.runs(), seriesOf("compute.china_effective"), false);
        QCOMPARE(marks.size(), std::size_t{1});
        QCOMPARE(marks[0].label, "2 measures");
        QVERIFY(has(marks[0].whole, "HBM sales to China") && has(marks[0].whole, "\n"));
    }
    void eventsOfAChangedMeasureComeFirstWithDateSourceAndGrade()
    {
        const Pair pair({{"hbm_export", "open", {}, 1}});
        const auto marks = figureMarks(pair.runs(), seriesOf("talent.us"), true);
        const auto event = std::ranges::find(marks, false, &FigureMark::isScenario);
        QVERIFY(event != marks.end());
        QCOMPARE(event->label, "HBM sales to China");
        QCOMPARE(event->longLabel, "HBM sales to China: Dec 2024 rule"); // with what the record takes up at that event
        QVERIFY(has(event->whole, "2024-12-02: ") && has(event->whole, "\nSource: ") && has(event->whole, ", grade "));
        for (const auto& mark : marks)
            QVERIFY2(!has(mark.whole, "DUE") && !has(mark.whole, "_"), mark.whole.c_str());
    }
    void aChartOfTalentMarksVisasAndNotChips()
    {
        const Pair pair;
        const auto marks = figureMarks(pair.runs(), seriesOf("talent.us"), true);
        QVERIFY(!marks.empty());
        for (const auto& mark : marks)
            QVERIFY2(!has(mark.label, "HBM") && !has(mark.label, "H20"), mark.label.c_str());
    }
    void marksAreFewAndNeverCloseTogether()
    {
        const Pair pair;
        for (const auto& about : test::engine().catalogue().series) {
            const auto marks = figureMarks(pair.runs(), about, true);
            QVERIFY(marks.size() <= 5);
            for (std::size_t a = 0; a < marks.size(); ++a)
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY(std::fabs(marks[a].time - marks[b].time) >= 0.4);
        }
    }
    void theBandIsInTheUnitThatIsShownAndBeginsWhereTheRecordEnds()
    {
        const auto& series = seriesOf("revenue.us_allied_total");
        const double scale = words::displayUnit(series).scale;
        SeriesSpread spread;
        for (auto& quarter : spread)
            quarter.quantiles = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        const auto band = figureBand(series, spread);
        QCOMPARE(band.x.front(), test::quarter("2026Q3").middle());
        QCOMPARE(band.low.back(), 3 * scale);
        QCOMPARE(band.high.back(), 7 * scale);
        QVERIFY(band.widestLow.empty());
        const auto wide = figureBand(series, spread, {.withWidestBand = true, .withRecordedBand = true});
        QCOMPARE(wide.x.size(), std::size_t{quarterCount});
        QCOMPARE(wide.widestLow.front(), 1 * scale);
        QCOMPARE(wide.widestHigh.front(), 9 * scale);
    }
    void theLegendTellsWhereTheLineLeavesTheMiddleHalf()
    {
        FigureBand band;
        FigureLine line;
        for (int q = 0; q < quarterCount; ++q) {
            line.x.push_back(Quarter{q}.middle());
            line.y.push_back(10);
            if (Quarter{q}.end() < recordedUntil)
                continue;
            band.x.push_back(Quarter{q}.middle());
            band.innerLow.push_back(9);
            band.innerHigh.push_back(11);
        }
        const auto at = [](const char* quarter) { return static_cast<std::size_t>(test::quarter(quarter).index); };
        const auto told = [&] { return test::said(bandInWords(band, line)); };
        QVERIFY(!has(told(), "darker band"));
        line.y[at("2030Q2")] = 12;
        QVERIFY2(told().ends_with("in 2030 Q2 the line lies outside the darker band"), told().c_str());
        line.y[at("2030Q4")] = 8;
        QVERIFY(told().ends_with("between 2030 Q2 and 2030 Q4 the line lies outside the darker band"));
        line.y[quarterCount - 1] = 12;
        QVERIFY(told().ends_with("from 2030 Q2 the line lies outside the darker band"));
        std::ranges::fill(line.y, 10);
        line.y[0] = 100; // a recorded quarter
        QVERIFY(!has(told(), "darker band"));
    }
};

CHOKEPOINT_TEST(FigureTest)
#include "FigureTest.moc"
