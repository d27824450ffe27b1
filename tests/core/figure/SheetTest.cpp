// Figures as values: titles that state the finding, what an edit or a switch leaves in the footer, and the way back from a picture.
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/SheetStudy.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "FigurePair.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using namespace chokepoint::test;
using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

namespace {

constexpr std::size_t fewDraws = 400;
const std::string version = "9.9", date = "2026-11-22";

Scenario capped()
{
    auto scenario = engine().preset("status_quo_2026");
    scenario.id = "capped";
    scenario.title = "Capped";
    scenario.changes = {{"hbm_export", "hbm3_cap", Quarter::parse("2027Q1"), 1}, {"hbm_cap_units", "6", Quarter::parse("2027Q1"), 1}};
    return scenario;
}

/// One scenario against the status quo, made once.
const SheetStudy& study()
{
    static const SheetStudy made(engine(), {capped()}, engine().preset("status_quo_2026"), "accel.dies", 2028, fewDraws);
    return made;
}

Sheet sheetWith(const std::function<void(SheetRequest&)>& edit = {})
{
    SheetRequest request{.series = "accel.dies"};
    if (edit)
        edit(request);
    return sheetOf(study().runs(english(), version, date), request);
}

} // namespace

class SheetTest : public QObject {
    Q_OBJECT
private slots:
    void theTitleNamesThePackageItsCapAndTheFinding()
    {
        const auto sheet = sheetWith();
        QVERIFY2(has(sheet.title.words, "6 million HBM3 stacks a year"), sheet.title.words.c_str());
        QVERIFY(has(sheet.title.words, "lift") && has(sheet.title.words, "% in 2028"));
        QVERIFY(has(sheet.subtitle.words, "million dies a year"));
        QVERIFY2(has(sheet.note.words, "of runs rise") && has(sheet.note.words, "400 runs") && has(sheet.note.words, "not a forecast"),
                 sheet.note.words.c_str());
    }
    void aTitleWithoutAClearSignStatesNoNumber()
    {
        // the same scenario under a planted disagreement of the draws
        auto runs = study().runs(english(), version, date);
        const auto row = *engine().catalogue().findSeries("accel.dies");
        auto part = std::make_shared<SeriesDraws::Part>();
        part->end = quarterCount;
        part->stride = 64;
        part->values.assign(static_cast<std::size_t>(quarterCount) * 64, 1.0f);
        for (std::size_t i = 0; i < part->values.size(); ++i)
            part->values[i] = i % 2 ? 1.5f : 0.5f;
        auto level = std::make_shared<SeriesDraws::Part>(*part);
        level->values.assign(part->values.size(), 1.0f);
        const SeriesDraws split({row}, 64, {part}), steady({row}, 64, {level});
        runs.scenarios.front().draws = &split;
        runs.baseline.draws = &steady;
        const auto sheet = sheetOf(runs, {.series = "accel.dies"});
        QVERIFY(sheet.certainty == Certainty::Unclear);
        QVERIFY2(has(sheet.title.words, "no clear effect") && !has(sheet.title.words, "%"), sheet.title.words.c_str());
    }
    void theFooterNamesOriginalsAndNeverOnlyGrades()
    {
        const auto sheet = sheetWith();
        const auto runs = study().runs(english(), version, date);
        QVERIFY(!runs.evidence->originals.empty());
        QVERIFY2(has(sheet.source.words, runs.evidence->originals.front()), sheet.source.words.c_str());
        QVERIFY(!has(sheet.source.words, "grade"));
        QVERIFY(has(sheet.source.words, "recalled or judged"));
        QVERIFY2(has(sheet.identity, "“Capped”") && has(sheet.identity, sheet.hash.substr(0, 8)) && has(sheet.identity, "revision A")
                     && has(sheet.identity, "November 22, 2026") && has(sheet.identity, "CC BY 4.0"),
                 sheet.identity.c_str());
    }
    void theIdentityNamesAnOwnScenarioByItsTitle()
    {
        auto own = engine().preset("status_quo_2026");
        own.id = "own_status_quo_2026";
        own.title = "What I would sign";
        own.changes = {{"hbm_export", "open", Quarter::parse("2027Q1"), 1}};
        const SheetStudy made(engine(), {own}, engine().preset("status_quo_2026"), "accel.dies", 2028, 64);
        const auto sheet = sheetOf(made.runs(english(), version, date), {.series = "accel.dies"});
        QVERIFY2(has(sheet.identity, "“What I would sign”") && has(sheet.identity, sheet.hash.substr(0, 8)), sheet.identity.c_str());
        QVERIFY2(!has(sheet.identity, "own_") && !has(sheet.identity, "status_quo"), sheet.identity.c_str());
        // a package of one measure is named by its setting: once
        QVERIFY2(sheet.note.words.starts_with("Note: HBM sales to China: Open."), sheet.note.words.c_str());
    }
    void anEditedTextWithAnotherNumberIsMarked()
    {
        const auto plain = sheetWith();
        QVERIFY(plain.marks.empty());
        const auto wrong = sheetWith([](SheetRequest& request) { request.own.title = "China makes 63.5% more AI chips in 2028"; });
        QCOMPARE(wrong.title.otherNumbers, std::vector<std::string>{"63.5"});
        QVERIFY2(has(wrong.marks, "63.5"), wrong.marks.c_str());
        // what the run gives may be rounded as one likes, and years may be named
        const auto value = study()
                               .runs(english(), version, date)
                               .scenarios.front()
                               .central->annualMean(*engine().catalogue().findSeries("accel.dies"), 2028);
        const double shown = value * words::displayUnit(seriesOf("accel.dies")).scale;
        const auto right = sheetWith([&](SheetRequest& request) {
            request.own.title = "HBM3 in 2028: about " + std::to_string(std::lround(shown)) + " million dies";
        });
        QVERIFY2(right.title.isOwn() && right.title.otherNumbers.empty() && right.marks.empty(), right.marks.c_str());
    }
    void numbersAreReadWithTheirSigns()
    {
        const auto& style = english().style();
        QCOMPARE(numbersIn("1,234.5 and 7%, HBM3, H100 and 2028.", style), (std::vector<std::string>{"1234.5", "7", "2028"}));
        QCOMPARE(numbersIn("no number", style), std::vector<std::string>{});
    }
    void whatIsTurnedOffIsSaidInTheFooter()
    {
        const auto sheet = sheetWith(
            [](SheetRequest& request) { request.withBand = request.withBoundary = request.withBaseline = request.withSource = false; });
        for (const char* part : {"the band", "the boundary of the projection", "the baseline", "the source"})
            QVERIFY2(has(sheet.marks, part), sheet.marks.c_str());
        QVERIFY(sheet.source.words.empty() && !sheet.boundary && !sheet.panels.front().band);
        QCOMPARE(sheet.panels.front().lines.size(), std::size_t{1});
        QVERIFY(has(sheetWith([](SheetRequest& request) { request.own.source = ""; }).marks, "the source"));
    }
    void linesEndWithTheYearsThatAreShown()
    {
        const auto sheet = sheetWith([](SheetRequest& request) {
            request.firstYear = 2025;
            request.lastYear = 2029;
        });
        for (const auto& line : sheet.panels.front().lines) {
            QVERIFY(line.x.front() >= 2025 && line.x.back() <= 2030);
            QCOMPARE(line.x.size(), line.y.size());
        }
        const auto& band = *sheet.panels.front().band;
        QCOMPARE(band.x.front(), recordedUntil);
        QCOMPARE(band.x.size(), band.low.size());
        for (std::size_t i = 0; i < band.x.size(); ++i)
            QVERIFY(band.low[i] <= band.high[i]);
        QVERIFY(sheet.top >= *std::ranges::max_element(sheet.panels.front().lines.back().y));
    }
    void aBandThatLeavesTheAxisSaysHowFarItGoes()
    {
        auto runs = study().runs(english(), version, date);
        SeriesSpread level{};
        for (auto& quarter : level)
            quarter.quantiles.fill(500);
        runs.scenarios.front().level = &level;
        const auto sheet = sheetOf(runs, {.series = "accel.dies"});
        QVERIFY2(sheet.top < 100 && has(sheet.keys.back().words, "beyond the axis up to 500"), sheet.keys.back().words.c_str());
        QVERIFY(!has(sheetWith().keys.back().words, "beyond"));
    }
    void theDotIsTheMeanOfTheYear()
    {
        const auto runs = study().runs(english(), version, date);
        const auto row = *engine().catalogue().findSeries("accel.dies");
        const auto& line = sheetWith().panels.front().lines.back();
        QCOMPARE(line.dot->first, 2028.5);
        QCOMPARE(line.dot->second,
                 runs.scenarios.front().central->annualMean(row, 2028) * words::displayUnit(seriesOf("accel.dies")).scale);
    }
    void anIndexIsOneHundredInItsYearAndADifferenceZeroBeforeTheChange()
    {
        const auto index = sheetWith([](SheetRequest& request) {
            request.show = Show::Index;
            request.withBaseline = true;
        });
        QVERIFY2(has(index.subtitle.words, "2022 = 100"), index.subtitle.words.c_str());
        const auto change = sheetWith([](SheetRequest& request) { request.show = Show::Difference; });
        const auto& line = change.panels.front().lines.back();
        for (std::size_t i = 0; i < line.x.size(); ++i)
            QVERIFY(line.x[i] > 2027 || line.y[i] == 0);
        QVERIFY(std::ranges::any_of(line.y, [](double value) { return value > 0; }));
    }
    void theAlternativeTextHasTheNumbersOfTheRun()
    {
        const auto sheet = sheetWith();
        QVERIFY2(has(sheet.alternative.words, "Line chart, 2022 to 2031") && has(sheet.alternative.words, "8 in 10 runs lie"),
                 sheet.alternative.words.c_str());
        QVERIFY(has(sheet.alternative.words, sheet.panels.front().lines.back().told.substr(0, 3)));
    }
    void severalScenariosHaveOneBandAndATitleOfBothEnds()
    {
        const auto& baseline = engine().preset("status_quo_2026");
        const SheetStudy several(engine(), {engine().preset("grand_bargain"), engine().preset("full_denial"), capped()}, baseline,
                                 "compute.china_effective", 2028, 200);
        const auto runs = several.runs(english(), version, date);
        const auto line = sheetOf(runs, {.series = "compute.china_effective", .banded = 1});
        QCOMPARE(line.panels.size(), std::size_t{1});
        QCOMPARE(line.panels.front().lines.size(), std::size_t{4});
        QCOMPARE(line.panels.front().bandHue.place, 1);
        QVERIFY(std::ranges::count(line.dates, MarkKind::Change, &FigureMark::kind) == 1
                && has(line.dates.front().longLabel, "packages apply"));
        const auto small = sheetOf(runs, {.series = "compute.china_effective", .kind = Kind::Multiples, .show = Show::Percent});
        QCOMPARE(small.panels.size(), std::size_t{3});
        for (std::size_t i = 1; i < small.panels.size(); ++i)
            QVERIFY(small.panels[i - 1].lines.back().y.size() == small.panels[i].lines.back().y.size());
        QVERIFY2(has(small.title.words, "in 2028") && has(small.title.words, "under"), small.title.words.c_str());
        // levels are told of one year, so that they compare; a change is told where it is largest
        const auto row = *engine().catalogue().findSeries("compute.china_effective");
        const auto levels = sheetOf(runs, {.series = "compute.china_effective", .kind = Kind::Multiples});
        for (const auto& panel : levels.panels)
            QVERIFY2(has(panel.lines.back().told, "in 2028") && panel.lines.back().dot->first == 2028.5, panel.lines.back().told.c_str());
        auto falling = runs.scenarios; // in the order of the panels
        std::ranges::stable_sort(falling, std::ranges::greater(), [&](const SheetRun& run) { return run.central->annualMean(row, 2028); });
        for (std::size_t i = 0; i < small.panels.size(); ++i) {
            const auto changeIn = [&](int year) {
                return std::fabs(falling[i].central->annualMean(row, year) / runs.baseline.central->annualMean(row, year) - 1);
            };
            const auto told = static_cast<int>(small.panels[i].lines.back().dot->first);
            for (int year = 2027; year <= SheetRequest().lastYear; ++year)
                QVERIFY(changeIn(year) <= changeIn(told));
        }
        const auto bars = sheetOf(runs, {.series = "compute.china_effective", .kind = Kind::Bar});
        QCOMPARE(bars.bars.size(), std::size_t{4});
        QVERIFY(bars.bars[0].value >= bars.bars[1].value && *bars.bars[0].low < *bars.bars[0].high);
        const auto table = sheetOf(runs, {.series = "compute.china_effective", .kind = Kind::Table});
        QCOMPARE(table.rows.size(), std::size_t{4});
        QCOMPARE(table.rows.front().size(), table.head.size());
    }
    void stepsOfAWaterfallLeadFromTheBaselineToTheScenario()
    {
        const SheetStudy shares(engine(), {engine().preset("full_denial")}, engine().preset("status_quo_2026"), "accel.dies", 2028, 100,
                                true);
        const auto sheet = sheetOf(shares.runs(english(), version, date), {.series = "accel.dies", .kind = Kind::Waterfall});
        QVERIFY(sheet.kind == Kind::Waterfall && sheet.bars.size() > 4);
        for (std::size_t i = 1; i + 1 < sheet.bars.size(); ++i)
            QCOMPARE(*sheet.bars[i].from, sheet.bars[i - 1].value);
        const auto& last = sheet.bars.back();
        QVERIFY(std::fabs(sheet.bars[sheet.bars.size() - 2].value - last.value) < 1e-6 * last.value);
        QVERIFY(!last.from && !sheet.bars.front().from);
        QVERIFY2(!has(sheet.note.words, "bands rest") && has(sheet.note.words, "ranges rest on 100 runs"), sheet.note.words.c_str());
        // without shares the two are bars
        QVERIFY(sheetWith([](SheetRequest& request) { request.kind = Kind::Waterfall; }).kind == Kind::Bar);
    }
    void aStackAddsUpToItsSeries()
    {
        const SheetStudy total(engine(), {capped()}, engine().preset("status_quo_2026"), "revenue.us_allied_total", 2028, 100);
        const auto runs = total.runs(english(), version, date);
        const auto sheet = sheetOf(runs, {.series = "revenue.us_allied_total", .kind = Kind::Stacked, .withBaseline = false});
        const auto row = *engine().catalogue().findSeries("revenue.us_allied_total");
        const auto& last = sheet.panels.front().lines.back();
        const double scale = words::displayUnit(seriesOf("revenue.us_allied_total")).scale;
        for (std::size_t q = 0; q < last.y.size(); ++q)
            QVERIFY(std::fabs(last.y[q] - runs.scenarios.front().central->series[row][q] * scale) < 1e-6 * last.y[q]);
    }
    void aCovertBaselineIsAHatchedRangeAndNoSharpLine()
    {
        const char* id = "compute.offshore";
        const SheetStudy rented(engine(), {engine().preset("full_denial")}, engine().preset("status_quo_2026"), id, 2028, 200, true);
        const auto runs = rented.runs(english(), version, date);
        for (const auto kind : {Kind::Line, Kind::Area, Kind::Multiples}) {
            const auto sheet = sheetOf(runs, {.series = id, .kind = kind});
            const auto& baseline = sheet.panels.front().lines.front();
            QVERIFY(baseline.hue.of == SheetHue::Of::Baseline && baseline.isCovert && sheet.panels.front().lines.back().isCovert);
            QVERIFY(baseline.rangeX.size() > 12 && baseline.low.size() == baseline.rangeX.size());
            QCOMPARE(baseline.high.size(), baseline.rangeX.size());
            for (std::size_t i = 0; i < baseline.low.size(); ++i)
                QVERIFY(baseline.low[i] < baseline.high[i] && baseline.high[i] <= sheet.top);
            QVERIFY(baseline.rangeX.front() > 2026 && baseline.rangeX.back() > 2031); // from where the two part to the last year shown
            const auto key = std::ranges::find(sheet.keys, SheetKey::Shade::Baseline, &SheetKey::shade);
            QVERIFY(key != sheet.keys.end() && key->hue.of == SheetHue::Of::Baseline);
            QCOMPARE(key->words, "Hatched: 8 in 10 runs of “" + baseline.name + "”");
        }
        // the range is that of the baseline's own draws
        const auto row = *engine().catalogue().findSeries(id);
        const auto end = spreadAt(*runs.baseline.draws, row, Quarter::parse("2031Q4").value());
        const auto sheet = sheetOf(runs, {.series = id});
        QVERIFY(std::fabs(sheet.panels.front().lines.front().high.back()
                          - end.quantiles[quantilePlace(0.9)] * words::displayUnit(seriesOf(id)).scale)
                < 1e-9);
        // what stands beside bars: the two ends of a waterfall, but no step of it
        const auto steps = sheetOf(runs, {.series = id, .kind = Kind::Waterfall});
        QVERIFY(steps.bars.front().low < steps.bars.front().high && steps.bars.back().high && !steps.bars[1].low);
        QVERIFY(sheetOf(runs, {.series = id, .kind = Kind::Slope}).bars.back().high);
        // 22 measures, of which two move it: the rest is one step
        QVERIFY(steps.bars.size() < 8 && has(steps.bars[steps.bars.size() - 2].name, "other measures"));
        // what somebody reports keeps its line, and so does a figure without bands
        QVERIFY(sheetWith().panels.front().lines.front().low.empty() && !sheetWith().panels.front().lines.front().isCovert);
        QVERIFY(sheetOf(runs, {.series = id, .withBand = false}).panels.front().lines.front().low.empty());
    }
    void whatNobodyReportsIsSaidOfTheHatchedPartsOfAStack()
    {
        const SheetStudy parts(engine(), {capped()}, engine().preset("status_quo_2026"), "compute.china", 2028, 64);
        const auto sheet = sheetOf(parts.runs(english(), version, date), {.series = "compute.china", .kind = Kind::Stacked});
        QVERIFY(sheet.kind == Kind::Stacked && std::ranges::any_of(sheet.panels.front().lines, &SheetLine::isCovert));
        const auto key = std::ranges::find(sheet.keys, SheetKey::Shade::Part, &SheetKey::shade);
        QVERIFY(key != sheet.keys.end() && has(key->words, "nobody reports it"));
    }
    void anAreaIsFilledFromZero()
    {
        const auto area = sheetWith([](SheetRequest& request) { request.kind = Kind::Area; });
        QVERIFY(area.kind == Kind::Area && area.bottom == 0);
        const auto& lines = area.panels.front().lines;
        QCOMPARE(std::ranges::count_if(lines, &SheetLine::isFilled), std::ptrdiff_t{1});
        const auto& filled = lines.back();
        QVERIFY(filled.isFilled && filled.hue.of != SheetHue::Of::Baseline);
        QCOMPARE(filled.base, std::vector<double>(filled.y.size(), 0.0));
        QCOMPARE(filled.y, sheetWith().panels.front().lines.back().y);
        QVERIFY2(has(area.alternative.words, "An area chart"), area.alternative.words.c_str());
        QVERIFY(!area.strips.empty());
    }
    void publishedFiguresStandBesideLevelsAndAreNamedInTheNote()
    {
        const auto observed = std::ranges::find_if(engine().catalogue().observations, [](const Observation& o) {
            return !o.isExpectation && o.time > 2022 && o.time < 2032;
        });
        QVERIFY(observed != engine().catalogue().observations.end());
        const SheetStudy seen(engine(), {capped()}, engine().preset("status_quo_2026"), observed->series, 2028, 64);
        const auto runs = seen.runs(english(), version, date);
        SheetRequest request{.series = observed->series};
        const auto sheet = sheetOf(runs, request);
        const auto& points = sheet.panels.front().points;
        const double scale = words::displayUnit(seriesOf(observed->series.c_str())).scale;
        QVERIFY(std::ranges::any_of(points, [&](const FigurePoint& point) {
            return point.x == observed->time && point.y == observed->value * scale && point.kind == PointKind::Observation;
        }));
        for (const auto& point : points)
            QVERIFY(point.x >= 2022 && point.x <= 2032 && point.y <= sheet.top && point.low.value_or(0) >= sheet.bottom);
        QVERIFY2(has(sheet.note.words, "ollow circles: published figures"), sheet.note.words.c_str());
        const auto& catalogue = engine().catalogue();
        const auto& source = catalogue.sources[*catalogue.findSource(observed->source)];
        QVERIFY2(has(sheet.note.words, source.publisher.c_str()), sheet.note.words.c_str());
        request.withObservations = false;
        const auto without = sheetOf(runs, request);
        QVERIFY(without.panels.front().points.empty() && !has(without.note.words, "ollow circles"));
        QVERIFY(readSheetText(catalogue, sheetText(sheetOriginOf(runs, request))).request == request);
        request = {.series = observed->series, .show = Show::Difference};
        QVERIFY(sheetOf(runs, request).panels.front().points.empty()); // a level is no difference
    }
    void aKeptFigureGetsTheNextLetterWhenItTellsSomethingElse()
    {
        const auto runs = study().runs(english(), version, date);
        const auto kept = sheetOriginOf(runs, {.series = "accel.dies"});
        auto now = kept;
        QCOMPARE(revisionAfter(kept, now), std::string("A"));
        now.page = "slide";
        now.request.lastYear = 2030;
        QCOMPARE(revisionAfter(kept, now), std::string("A"));
        now.request.own.title = "Mine";
        QCOMPARE(revisionAfter(kept, now), std::string("B"));
        now = kept;
        now.scenarios.front() = now.baseline;
        QCOMPARE(revisionAfter(kept, now), std::string("B"));
        auto late = kept;
        for (const auto& [letter, next] : {std::pair("Z", "AA"), {"AZ", "BA"}, {"C", "D"}, {"ZZ", "ZZ"}}) {
            late.request.revision = letter;
            QCOMPARE(revisionAfter(late, now), std::string(next));
            now.request.revision = next;
            QCOMPARE(readSheetText(engine().catalogue(), sheetText(now)).request.revision, std::string(next));
        }
        QVERIFY(isSameSubject(kept, now));
        now.request.show = Show::Index;
        QVERIFY(!isSameSubject(kept, now));
    }
    void whatAPictureCarriesGivesTheSameFigure()
    {
        const auto runs = study().runs(english(), version, date);
        SheetRequest request{.series = "accel.dies", .show = Show::Difference, .lastYear = 2030, .year = 2029, .withStrip = false};
        request.own.title = "Two\nlines \\ and = signs";
        const auto text = sheetText(sheetOriginOf(runs, request));
        const auto origin = readSheetText(engine().catalogue(), text);
        QVERIFY(origin == sheetOriginOf(runs, request));
        const auto opened = openedSheet(engine(), origin);
        QVERIFY(opened.request == request);
        QCOMPARE(scenarioHash(engine(), opened.scenarios.front(), opened.baseline), sheetOf(runs, request).hash);
        QCOMPARE(opened.scenarios.front().id, "capped");
    }
    void whatIsNoFigureIsRefused()
    {
        const auto& catalogue = engine().catalogue();
        const auto good = sheetText(sheetOriginOf(study().runs(english(), version, date), {.series = "accel.dies"}));
        QVERIFY(!readSheetText(catalogue, good).scenarios.empty());
        auto other = good;
        other.replace(other.find("accel.dies"), 10, "no.series!");
        for (const auto& text : {std::string(), std::string("chokepoint figure 1\n"), std::string("series=accel.dies\nscenario=x\n"), other,
                                 good + std::string(longestSheetText, 'x')})
            QVERIFY_EXCEPTION_THROWN(readSheetText(catalogue, text), InputError);
        QVERIFY_EXCEPTION_THROWN(sheetWith([](SheetRequest& request) { request.series = "accel.binding"; }), InputError);
        QVERIFY_EXCEPTION_THROWN(sheetWith([](SheetRequest& request) { request.lastYear = request.firstYear; }), InputError);
    }
};

CHOKEPOINT_TEST(SheetTest)
#include "SheetTest.moc"
