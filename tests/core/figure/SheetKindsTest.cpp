// What a figure refuses to be, where the axis of a waterfall begins, and what is said of a series that nobody reports.
#include "api/Covert.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/NumberWords.h"
#include "api/SheetStudy.h"
#include "api/UnitWords.h"
#include "FigurePair.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace chokepoint;
using namespace chokepoint::test;
using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

namespace {

const char* const rented = "compute.offshore"; // nobody reports it

const SheetStudy& severalRented()
{
    static const SheetStudy made(engine(), {engine().preset("full_denial"), engine().preset("grand_bargain")},
                                 engine().preset("status_quo_2026"), rented, 2028, 200);
    return made;
}

Sheet sheetFrom(const SheetStudy& study, const SheetRequest& request)
{
    return sheetOf(study.runs(english(), "9.9", "2026-11-22"), request);
}

std::string refusedAs(const SheetRequest& request)
{
    const auto refusal = refusalOfFigure(engine(), request);
    return refusal ? refusal->id : std::string();
}

/// A study of whose measures one adds so much to the baseline of accel.dies, in parts of it.
struct Steps {
    SheetStudy study{engine(), {engine().preset("full_denial")}, engine().preset("status_quo_2026"), "accel.dies", 2028, 100, true};
    SheetEvidence evidence;
    Projection present;
    Sheet sheet;

    explicit Steps(double part)
    {
        auto runs = study.runs(english(), "9.9", "2026-11-22");
        const auto row = *engine().catalogue().findSeries("accel.dies");
        const double before = runs.baseline.central->annualMean(row, 2028);
        present = *runs.baseline.central;
        for (auto& value : present.series[row])
            value *= 1 + part;
        runs.scenarios.front().central = &present;
        evidence = *runs.evidence;
        evidence.shares = {{"Planted", before * part}};
        runs.evidence = &evidence;
        sheet = sheetOf(runs, {.series = "accel.dies", .kind = Kind::Waterfall});
    }
};

} // namespace

class SheetKindsTest : public QObject {
    Q_OBJECT
private slots:
    void whatAKindCannotShowIsRefused()
    {
        QCOMPARE(refusedAs({.series = "accel.dies", .kind = Kind::Stacked}), "figure_no_parts");
        QCOMPARE(refusedAs({.series = "compute.china", .kind = Kind::Stacked}), "");
        for (const auto show : {Show::Difference, Show::Percent, Show::Index, Show::Logarithm})
            QCOMPARE(refusedAs({.series = "compute.china", .kind = Kind::Stacked, .show = show}), "figure_stack_of_values");
        for (const auto show : {Show::Percent, Show::Index, Show::Logarithm})
            QCOMPARE(refusedAs({.series = "accel.dies", .kind = Kind::Waterfall, .show = show}), "figure_steps_of_amounts");
        for (const auto kind : {Kind::Area, Kind::Bar, Kind::Slope, Kind::Table})
            QCOMPARE(refusedAs({.series = "accel.dies", .kind = kind, .show = Show::Logarithm}), "figure_no_logarithm");
        for (const auto kind : {Kind::Line, Kind::Multiples})
            QCOMPARE(refusedAs({.series = "accel.dies", .kind = kind, .show = Show::Logarithm}), "");
        QVERIFY_EXCEPTION_THROWN(sheetFrom(severalRented(), {.series = rented, .kind = Kind::Stacked}), InputError);
        const auto text = said(InputError(*refusalOfFigure(engine(), {.series = "accel.dies", .kind = Kind::Stacked})), english());
        QVERIFY2(has(text.remedy, ("such as " + seriesOf("revenue.us_allied_total").noun + ".").c_str()), text.remedy.c_str());
        // a share in percent is a difference, which steps can show
        QCOMPARE(refusedAs({.series = "logic.yield", .kind = Kind::Waterfall, .show = Show::Percent}), "");
    }
    void theAxisOfSmallStepsOnALargeBaseBeginsNearThemAndSaysSo()
    {
        const auto small = Steps(0.01).sheet;
        QVERIFY(small.isBroken);
        QCOMPARE(small.bars.size(), std::size_t{3});
        const auto& step = small.bars[1];
        QVERIFY((step.value - *step.from) / (small.top - small.bottom) > 0.3);
        QVERIFY(small.bottom > 0 && small.bottom < small.bars.front().value);
        QCOMPARE(small.bottom, small.ticks.front().at);
        for (const auto* words : {&small.note.words, &small.alternative.words})
            QVERIFY2(has(*words, ("The axis begins at " + small.ticks.front().words + ", not at zero").c_str()), words->c_str());
        const auto fallen = Steps(-0.01).sheet;
        QVERIFY(fallen.isBroken && fallen.bottom < fallen.bars.back().value);
        const auto large = Steps(1).sheet;
        QVERIFY(!large.isBroken && large.bottom == 0 && !has(large.note.words, "not at zero"));
    }
    void whatNobodyReportsHasItsRangeInTheNoteWhereTheChartDrawsNone()
    {
        const auto& runs = severalRented().runs(english(), "9.9", "2026-11-22");
        const auto row = *engine().catalogue().findSeries(rented);
        QVERIFY(isCovert(engine(), row));
        const auto rangeOf = [&](const SheetRun& run, const char* name) {
            const double scale = words::displayUnit(seriesOf(rented)).scale;
            const auto spread = spreadAt(*run.draws, row, Period::ofYear(2028));
            const auto end = [&](std::size_t place) {
                return english().text(
                    words::amountWithoutUnit(words::number(spread.quantiles[place] * scale), words::displayUnit(seriesOf(rented))));
            };
            return end(quantilePlace(0.1)) + " to " + end(quantilePlace(0.9)) + " under “" + name + "”";
        };
        const auto denied = rangeOf(runs.scenarios[0], "Full denial"), bargained = rangeOf(runs.scenarios[1], "Grand bargain"),
                   before = rangeOf(runs.baseline, "Status quo");
        const auto told = [&](const Sheet& sheet) {
            return std::vector<bool>{has(sheet.note.words, denied.c_str()), has(sheet.note.words, bargained.c_str()),
                                     has(sheet.note.words, before.c_str())};
        };
        using Told = std::vector<bool>;
        for (const auto kind : {Kind::Line, Kind::Area}) {
            QCOMPARE(told(sheetFrom(severalRented(), {.series = rented, .kind = kind})), (Told{false, true, false}));
            QCOMPARE(told(sheetFrom(severalRented(), {.series = rented, .kind = kind, .banded = 1})), (Told{true, false, false}));
        }
        for (const auto kind : {Kind::Multiples, Kind::Bar, Kind::Slope})
            QCOMPARE(told(sheetFrom(severalRented(), {.series = rented, .kind = kind})), (Told{false, false, false}));
        for (const auto kind : {Kind::Line, Kind::Area, Kind::Multiples, Kind::Bar, Kind::Slope, Kind::Table}) {
            const auto sheet = sheetFrom(severalRented(), {.series = rented, .kind = kind, .withBand = false});
            QCOMPARE(told(sheet), (Told{true, true, true}));
            QVERIFY2(has(sheet.note.words, "Nobody reports this series: in 2028 8 in 10 runs give"), sheet.note.words.c_str());
            QVERIFY2(!has(sheet.note.words, "bands rest"), sheet.note.words.c_str());
            QVERIFY(has(sheet.marks, "the band") == (kind != Kind::Table));
        }
        QVERIFY(!has(sheetFrom(severalRented(), {.series = rented, .show = Show::Difference}).note.words, "Nobody reports"));
    }
    void aStackAndAWaterfallTellOfTheFirstPackageAlone()
    {
        const SheetStudy made(engine(), {engine().preset("grand_bargain"), engine().preset("full_denial")},
                              engine().preset("status_quo_2026"), "compute.china", 2028, 64, true);
        for (const auto kind : {Kind::Stacked, Kind::Waterfall}) {
            const auto sheet = sheetFrom(made, {.series = "compute.china", .kind = kind, .banded = 1});
            for (const auto* words : {&sheet.title.words, &sheet.note.words, &sheet.alternative.words, &sheet.identity})
                QVERIFY2(has(*words, "rand bargain") && !has(*words, "Full denial"), words->c_str());
            QVERIFY(!has(sheet.note.words, "bands rest")); // there is none
        }
        QVERIFY(has(sheetFrom(made, {.series = "compute.china"}).title.words, "Full denial"));
    }
    void whatAWaterfallTellsAddsUp()
    {
        const auto told = [](const std::string& words) {
            auto text = QString::fromStdString(words).remove(QLatin1Char('m')).remove(QLatin1Char('+'));
            return text.replace(QChar(0x2212), QLatin1Char('-')).toDouble();
        };
        for (const double part : {0.013, -0.0271, 0.4}) {
            const auto sheet = Steps(part).sheet;
            double sum = 0;
            for (std::size_t i = 0; i + 1 < sheet.bars.size(); ++i)
                sum += told(sheet.bars[i].told);
            QVERIFY2(std::fabs(sum - told(sheet.bars.back().told)) < 1e-9, sheet.bars.back().told.c_str());
            QVERIFY(told(sheet.bars[1].told) != 0);
        }
    }
    void figuresOfATableHaveNoUnitAndTheSameDecimals()
    {
        const auto sheet = sheetFrom(severalRented(), {.series = rented, .kind = Kind::Table});
        std::set<qsizetype> decimals;
        for (const auto& row : sheet.rows)
            for (std::size_t i = 1; i < row.size(); ++i) {
                bool isNumber = false;
                QString::fromStdString(row[i]).toDouble(&isNumber);
                QVERIFY2(isNumber, row[i].c_str());
                decimals.insert(QString::fromStdString(row[i]).section(QLatin1Char('.'), 1).size());
            }
        QCOMPARE(decimals.size(), std::size_t{1});
    }
    void aNameIsAsLongAsAFigureHasRoomFor()
    {
        auto scenario = engine().preset("status_quo_2026");
        scenario.id = "own";
        scenario.title = "First\nline\tand \x01\u202e";
        for (int i = 0; i < 300; ++i)
            scenario.title += "ü";
        scenario.changes = {{"hbm_export", "open", Quarter::parse("2027Q1"), 1}, {"hbm_cap_units", "6", Quarter::parse("2027Q1"), 1}};
        const SheetStudy made(engine(), {scenario, engine().preset("full_denial")}, engine().preset("status_quo_2026"), "accel.dies", 2028,
                              64);
        const auto sheet = sheetFrom(made, {.series = "accel.dies"});
        const auto& name = sheet.panels.front().lines[1].name;
        QVERIFY2(name.starts_with("First line and  ü") && name.ends_with("ü…"), name.c_str());
        QCOMPARE(QString::fromStdString(name).size(), 60);
        const SheetStudy alone(engine(), {scenario}, engine().preset("status_quo_2026"), "accel.dies", 2028, 64);
        const auto single = sheetFrom(alone, {.series = "accel.dies"});
        QVERIFY2(single.title.words.size() < 300 && single.identity.size() < 400, single.identity.c_str());
        for (const auto* words : {&single.title.words, &single.identity, &single.note.words})
            QVERIFY(words->find_first_of("\n\t\x01") == std::string::npos && !has(*words, "\u202e"));
    }
};

CHOKEPOINT_TEST(SheetKindsTest)
#include "SheetKindsTest.moc"
