// What a chart shows: lines, parts, points, marks, sources, and how its band is to be read.
#include "api/Figure.h"
#include "api/Covert.h"
#include "api/Engine.h"
#include "api/EventEffects.h"
#include "api/LawAsOf.h"
#include "api/UnitWords.h"
#include "FigurePair.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using namespace chokepoint::test;

namespace {

/// With the lower edge of the inner band at 4.
FigureBand bandOf(std::vector<double> x, std::vector<double> high, std::vector<double> levelLow, std::vector<double> levelHigh)
{
    FigureBand band;
    band.x = std::move(x);
    band.low.assign(band.x.size(), 4);
    band.high = std::move(high);
    band.levelLow = std::move(levelLow);
    band.levelHigh = std::move(levelHigh);
    return band;
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
        QVERIFY2(figure.sources.starts_with("Dots: ") && has(figure.sources, "(sources A, B"), figure.sources.c_str());
        QVERIFY2(has(figure.points.front().words, " (source "), figure.points.front().words.c_str());
    }
    void whatNobodyObservedSaysSo()
    {
        QCOMPARE(figureOf(Pair().runs(), {.series = "hbm.limit"}).sources, "Model estimate; the data book holds no published figure.");
    }
    void noFooterNamesAPublisherThatIsNone()
    {
        for (const auto& series : test::engine().catalogue().series) {
            if (series.kind == SeriesKind::Category)
                continue;
            const auto figure = figureOf(Pair().runs(), {.series = series.id});
            QVERIFY2(!has(figure.sources, ": -") && !has(figure.sources, ", -") && !has(figure.sources, "judgement"), figure.sources.c_str());
            for (const auto& point : figure.points)
                QVERIFY2(!has(point.words, "judgement") && !has(point.words, "own compilation"), point.words.c_str());
            QVERIFY(!figure.shortSources.empty());
        }
    }
    void changesOfTheScenarioAreMarkedEachAtItsQuarter()
    {
        const Pair pair({{"hbm_export", "open", test::quarter("2027Q1"), 1}, {"enforcement_budget", "300", test::quarter("2029Q1"), 1}});
        const auto marks = figureMarks(pair.runs(), seriesOf("compute.china_effective"), false);
        QCOMPARE(marks.size(), std::size_t{2});
        QCOMPARE(marks[0].time, 2027.0);
        QCOMPARE(marks[0].label, "Open");
        QVERIFY(marks[0].kind == MarkKind::Change && has(marks[0].whole, "HBM sales to China"));
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
    void eventsAreMarkedWithTheirMonthAndTheirWholeWithSourceAndGrade()
    {
        const auto marks = figureMarks(Pair().runs(), seriesOf("hbm.legal"), true);
        const auto event = std::ranges::find(marks, std::string("Dec 2024: HBM rule"), &FigureMark::label);
        QVERIFY(event != marks.end() && event->kind == MarkKind::Event);
        QVERIFY(std::fabs(event->time - (2024 + 11.5 / 12)) < 1e-9);
        QVERIFY(has(event->whole, "2024-12-02: ") && has(event->whole, "\nSource: ") && has(event->whole, " (source "));
        for (const auto& mark : marks)
            QVERIFY2(!has(mark.whole, "DUE") && !has(mark.whole, "_"), mark.whole.c_str());
    }
    void theStrongestEventOfASeriesIsTheOneWhoseLiftingMovesItMost()
    {
        // lifted here once more, through the engine that everybody sees
        const auto& engine = test::engine();
        const auto& catalogue = engine.catalogue();
        const auto place = static_cast<std::size_t>(
            std::ranges::find(catalogue.eventMarks, std::string("HBM rule"), &EventMark::words) - catalogue.eventMarks.begin());
        Scenario lifted;
        lifted.changes = {{"hbm_export", "open", test::quarter("2025Q1"), 1}};
        const auto with = engine.project({}), without = engine.project(lifted);
        const auto row = *catalogue.findSeries("hbm.legal");
        double share = 0;
        for (int q = test::quarter("2025Q1").index; q < test::quarter("2028Q1").index; ++q) {
            const double a = with.at(row, Quarter{q}), b = without.at(row, Quarter{q});
            share = std::max(share, std::fabs(a - b) / std::max(a, b));
        }
        const auto& effects = eventEffectsOf(engine);
        QVERIFY(share > 0.5 && std::fabs(effects[place][row] - share) < 1e-12);
        for (std::size_t other = 0; other < effects.size(); ++other)
            QVERIFY(effects[other][row] <= effects[place][row]);
        QCOMPARE(effects[place][*catalogue.findSeries("talent.us")], 0.0);
        QVERIFY(&effects == &eventEffectsOf(engine)); // worked out once
        // what the record did afterwards stays: without the stop of H20 in April 2025 there is still its return under license in August
        const auto stop = static_cast<std::size_t>(
            std::ranges::find(catalogue.eventMarks, std::string("H20 stopped"), &EventMark::words) - catalogue.eventMarks.begin());
        Scenario sold;
        sold.changes = {{"accel_ceiling", "h20", test::quarter("2025Q2"), 1},
                        {"accel_ceiling", "h20", test::quarter("2025Q3"), 1},
                        {"accel_ceiling", "h200", test::quarter("2026Q1"), 1}};
        const auto kept = engine.project(sold);
        const auto imported = *catalogue.findSeries("compute.import");
        double most = 0;
        for (int q = test::quarter("2025Q2").index; q < test::quarter("2028Q2").index; ++q) {
            const double a = with.at(imported, Quarter{q}), b = kept.at(imported, Quarter{q});
            most = std::max(most, std::fabs(a - b) / std::max(a, b));
        }
        QVERIFY(most > 0 && std::fabs(effects[stop][imported] - most) < 1e-12);
    }
    void aFallOfAThirdThatAnEventMadeHasItsMark()
    {
        // a series that falls by a third within a year, and would not have without the event, is marked at it
        const auto& engine = test::engine();
        const auto& catalogue = engine.catalogue();
        const auto record = engine.project({});
        int falls = 0;
        for (const char* id : {"revenue.nvidia_china", "imports.legal", "compute.add_import", "hbm.legal", "talent.new_china"}) {
            const auto row = catalogue.findSeries(id);
            if (!row)
                continue;
            const auto marks = figureMarks(Pair().runs(), catalogue.series[*row], true);
            const auto& effects = eventEffectsOf(engine);
            for (std::size_t place = 0; place < effects.size(); ++place) {
                const auto from = std::ranges::min(catalogue.eventMarks[place].changes, {}, &EventMark::Recorded::from).from;
                const auto before = Quarter{from.index - 1}, after = Quarter{std::min(from.index + 3, quarterCount - 1)};
                if (effects[place][*row] < 1.0 / 3 || record.at(*row, after) > record.at(*row, before) * 2 / 3)
                    continue;
                ++falls;
                QVERIFY2(std::ranges::any_of(marks, [&](const FigureMark& mark) { return std::fabs(mark.time - from.begin()) < 0.6; }),
                         (std::string(id) + " " + catalogue.eventMarks[place].words).c_str());
            }
        }
        QVERIFY(falls >= 2);
    }
    void aChartOfTalentMarksVisasAndNotChips()
    {
        const Pair pair;
        const auto marks = figureMarks(pair.runs(), seriesOf("talent.new_china"), true);
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
    void theBandsAreInTheUnitThatIsShownAndBeginWhereTheRecordEnds()
    {
        const auto& series = seriesOf("revenue.us_allied_total");
        const double scale = words::displayUnit(series).scale;
        const auto runs = spreadOf({1, 2, 3, 4, 5, 6, 7, 8, 9}), level = spreadOf({0.1, 0.2, 0.3, 0.4, 5, 60, 70, 80, 90});
        const auto band = figureBand(series, {&runs, &level});
        QCOMPARE(band.x.front(), recordedUntil);
        QCOMPARE(band.low.back(), 3 * scale);
        QCOMPARE(band.high.back(), 7 * scale);
        QCOMPARE(band.levelLow.back(), 0.3 * scale);
        QCOMPARE(band.levelHigh.back(), 70 * scale);
        QVERIFY(band.innerLow.empty() && band.widestLow.empty());
        const auto all = figureBand(series, {&runs}, {.withInnerBand = true, .withWidestBand = true, .withRecordedBand = true});
        QCOMPARE(all.x.size(), std::size_t{quarterCount});
        QVERIFY(all.levelLow.empty() && all.levelHigh.empty());
        QCOMPARE(all.innerLow.front(), 4 * scale);
        QCOMPARE(all.innerHigh.front(), 6 * scale);
        QCOMPARE(all.widestLow.front(), 1 * scale);
        QCOMPARE(all.widestHigh.front(), 9 * scale);
    }
    void theLegendNamesTheBandsThatAreShownByTheirShade()
    {
        const Pair pair;
        const auto runs = spreadOf({1, 1, 1, 1, 1, 9e9, 9e9, 9e9, 9e9});
        const auto told = [&](const FigureSpreads& spreads, const FigureRequest& request) {
            auto figure = figureOf(pair.runs(), request);
            addBand(figure, pair.runs(), spreads, request);
            return figure.bandWords;
        };
        QCOMPARE(told({&runs, &runs}, {.series = "accel.dies"}),
                 "Inner band: 8 in 10 runs; outer: 8 in 10 once what the model misses is added.");
        QCOMPARE(told({&runs}, {.series = "accel.dies"}), "Band: 8 in 10 runs."); // of differences and the like
        const auto all = told({&runs, &runs}, {.series = "accel.dies", .withInnerBand = true, .withWidestBand = true});
        QVERIFY2(all.ends_with(" Innermost band: 5 in 10 runs. Broken edges: 95 in 100 runs."), all.c_str());
    }
    void theLegendTellsWhereTheLineLeavesTheDarkerBand()
    {
        FigureBand band;
        FigureLine line;
        for (int q = 0; q < quarterCount; ++q) {
            line.x.push_back(Quarter{q}.middle());
            line.y.push_back(10);
            if (Quarter{q}.end() < recordedUntil)
                continue;
            band.x.push_back(Quarter{q}.middle());
            band.low.push_back(9);
            band.high.push_back(11);
            band.levelLow.push_back(1);
            band.levelHigh.push_back(100);
        }
        const auto at = [](const char* quarter) { return static_cast<std::size_t>(test::quarter(quarter).index); };
        const auto told = [&] { return test::said(bandInWords(band, line)); };
        QVERIFY(!has(told(), "lies outside"));
        line.y[at("2030Q2")] = 12;
        QVERIFY2(told().ends_with("In 2030 Q2 the central run lies outside the inner band."), told().c_str());
        line.y[at("2030Q4")] = 8;
        QVERIFY(told().ends_with("From 2030 Q2 to 2030 Q4 the central run lies outside the inner band."));
        line.y[quarterCount - 1] = 12;
        QVERIFY(told().ends_with("From 2030 Q2 the central run lies outside the inner band."));
        std::ranges::fill(line.y, 10);
        line.y[0] = 100; // a recorded quarter
        QVERIFY(!has(told(), "lies outside"));
    }
    void theAxisHoldsLineAndDarkerBandAndThePalerOneOnlyWhereItIsNear()
    {
        Figure figure;
        figure.lines.emplace_back();
        figure.lines[0].x = {2027, 2028, 2040};
        figure.lines[0].y = {5, 8, 1000};
        QCOMPARE(axisNeed(figure, 2022, 2032), 8.0); // what is not shown counts nothing
        figure.points.push_back({2027, 9, {}, 9.5, PointKind::Observation, {}});
        QCOMPARE(axisNeed(figure, 2022, 2032), 9.5);
        figure.band = bandOf({2027, 2028}, {6, 10}, {1, 1}, {7, 12});
        QCOMPARE(axisNeed(figure, 2022, 2032), 12.0);
        figure.band->levelHigh[1] = 30;
        QCOMPARE(axisNeed(figure, 2022, 2032), 10.0);
        figure.band->widestHigh = {6, 14};
        QCOMPARE(axisNeed(figure, 2022, 2032), 14.0);
    }
    void whereThePalerBandLeavesTheAxisItsFarthestEndIsKnown()
    {
        auto band = bandOf({2027, 2028, 2029, 2033}, {6, 6, 6, 6}, {1, 1, 1, 1}, {7, 9, 8, 99});
        QVERIFY(!bandBeyond(band, 2022, 2032, 0, 9));
        QCOMPARE(bandBeyond(band, 2022, 2032, 0, 7.5), (BandBeyond{2028, 9, true}));
        QCOMPARE(bandBeyond(band, 2022, 2036, 0, 7.5), (BandBeyond{2033, 99, true}));
        QCOMPARE(bandBeyond(band, 2022, 2032, 2, 9), (BandBeyond{2027, 1, false}));
        band.levelLow = band.levelHigh = {};
        QVERIFY(!bandBeyond(band, 2022, 2032, 5, 5)); // the inner one is always held
    }
    void whatNobodyReportsHasABandInTheRecordedYearsToo()
    {
        const Pair pair;
        const auto runs = spreadOf({1, 2, 3, 4, 5, 6, 7, 8, 9});
        const auto beginOf = [&](const char* id) {
            auto figure = figureOf(pair.runs(), {.series = id});
            addBand(figure, pair.runs(), {&runs}, {.series = id});
            return figure.band->x.front();
        };
        for (const char* covert : {"hbm.leak", "hbm.stock", "grey.spend", "compute.offshore", "compute.grey"})
            QVERIFY2(beginOf(covert) < 2022.5, covert);
        for (const char* counted : {"revenue.nvidia", "compute.china_effective", "accel.dies"})
            QVERIFY2(beginOf(counted) > 2026.25, counted);
    }
    void covertPartsAndCompanionsHaveTheirRanges()
    {
        const Pair pair;
        const auto& smuggled = seriesOf("compute.grey");
        const auto runs = spreadOf({1, 2, 3, 4, 5, 6, 7, 8, 9});
        const double scale = words::displayUnit(smuggled).scale;
        auto stack = figureOf(pair.runs(), {.series = "compute.china", .withParts = true});
        QCOMPARE(test::said(covertInWords(stack, 2028)), "Hatched: our estimate, because nobody reports it");
        addRange(stack, smuggled, runs);
        addRange(stack, seriesOf("compute.home"), runs); // counted, so it stays a line
        std::size_t withRange = 0, covert = 0;
        for (const auto& line : stack.lines) {
            covert += line.isCovert;
            if (line.low.empty())
                continue;
            ++withRange;
            QCOMPARE(line.series, "compute.grey");
            QCOMPARE(line.low.back(), 3 * scale);
            QCOMPARE(line.high.back(), 7 * scale);
        }
        QCOMPARE(withRange, std::size_t{1});
        QCOMPARE(covert, std::size_t{2}); // smuggled, rented abroad
        const auto told = test::said(covertInWords(stack, 2028));
        QVERIFY2(told.starts_with("Hatched: our estimate, because nobody reports it. 8 in 10 runs at the end of 2028: ") && has(told, " 3") && has(told, " to 7"),
                 told.c_str());
        auto beside = figureOf(pair.runs(), {.series = "compute.china", .companions = {"compute.grey"}});
        addRange(beside, smuggled, runs);
        QCOMPARE(linesOf(beside, FigureLine::Manner::Companion).at(0).high.back(), 7 * scale);
        beside.band = figureBand(seriesOf("compute.china"), {&runs});
        QVERIFY(axisNeed(beside, 2022, 2036) >= 7 * scale);
        QVERIFY(covertInWords(figureOf(pair.runs(), {.series = "revenue.us_allied_total", .withParts = true}), 2028).isEmpty());
    }
    void aCovertBaselineHasItsRangeToo()
    {
        const Pair pair({{"hbm_export", "open", Quarter{20}, 1}});
        const auto runs = spreadOf({1, 2, 3, 4, 5, 6, 7, 8, 9});
        const auto ranged = [&](const char* id, bool isDifference) {
            auto figure = figureOf(pair.runs(), {.series = id, .isDifference = isDifference});
            addRange(figure, seriesOf(id), runs);
            addBand(figure, pair.runs(), {&runs}, {.series = id, .isDifference = isDifference});
            return figure;
        };
        const auto smuggled = ranged("compute.grey", false), counted = ranged("compute.home", false), change = ranged("compute.grey", true);
        const auto baseline = linesOf(smuggled, FigureLine::Manner::Baseline).at(0);
        QVERIFY(baseline.isCovert);
        QCOMPARE(baseline.low.size(), baseline.x.size());
        QCOMPARE(baseline.high.back(), 7 * words::displayUnit(seriesOf("compute.grey")).scale);
        const auto told = "Hatched: 8 in 10 runs of “" + baseline.label + "”.";
        QVERIFY2(has(smuggled.bandWords, told) && has(smuggled.bandNotes, told), smuggled.bandWords.c_str());
        QVERIFY(linesOf(counted, FigureLine::Manner::Baseline).at(0).low.empty() && !has(counted.bandWords, "Hatched"));
        // a difference has no line of the baseline, and one band that both share
        QVERIFY(linesOf(change, FigureLine::Manner::Baseline).empty() && !has(change.bandWords, "Hatched"));
    }
    void turnsAreMarkedInWordsWithTheirTime()
    {
        const Pair pair;
        const auto turns = turnsOf(test::engine(), pair.scenario, *test::engine().catalogue().findSeries("accel.dies"));
        QVERIFY(!turns.empty());
        const auto marks = figureMarks(pair.runs(), seriesOf("accel.dies"), false);
        QVERIFY(!marks.empty() && marks.size() <= 3);
        QVERIFY(marks.front().kind == MarkKind::Turn && marks.front().time == turns.back().from.begin());
        QVERIFY2(marks.front().whole == "from " + std::string(turns.back().from.ofYear() == 1 ? std::to_string(turns.back().from.year())
                                                                                            : test::said(turns.back().from))
                                           + " buyers’ budgets limit output",
                 marks.front().whole.c_str());
        QVERIFY(figureMarks(pair.runs(), seriesOf("talent.us"), false).empty());
    }
};

CHOKEPOINT_TEST(FigureTest)
#include "FigureTest.moc"
