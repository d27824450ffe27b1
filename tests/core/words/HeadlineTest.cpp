// Headlines: titles for one, two and many actions, hedged as the runs agree, and reasons that the strip of the run bears out.
#include "TestData.h"
#include "TestProgram.h"
#include "api/Headline.h"
#include "api/LawAsOf.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/UnitWords.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace chokepoint;

namespace {

std::size_t rowOf(const char* id) { return *test::engine().catalogue().findSeries(id); }

Scenario with(std::vector<Change> changes)
{
    Scenario scenario;
    scenario.changes = std::move(changes);
    return scenario;
}

/// The headline of real runs against the status quo.
Headline headlineFor(const Scenario& scenario, const char* series, HeadlineRequest request = {})
{
    const auto& engine = test::engine();
    request.series = rowOf(series);
    return headlineOf(engine.catalogue(), scenario, engine.preset("status_quo_2026"), engine.project(scenario), engine.project({}),
                      request);
}

std::string titleOf(const Headline& headline) { return test::said(words::headlineTitle(test::engine().catalogue(), headline)); }
std::string reasonOf(const Headline& headline) { return test::said(words::headlineReason(test::engine().catalogue(), headline)); }
std::string percent(const char* digits) { return test::said(Digits{digits, Digits::Form::Percent}); }

/// A headline with a planted change of +18 in a hundred and runs that agree so far.
Headline planted(const Scenario& scenario, const char* series, double value = 11.8, double before = 10)
{
    auto headline = headlineFor(scenario, series);
    headline.finding.value = value;
    headline.finding.before = before;
    return headline;
}

/// Runs of accel.binding as one digit a quarter, repeated to the end, with an output.
Projection bound(const std::string& codes, double output)
{
    Projection run;
    run.series.resize(test::engine().catalogue().series.size());
    for (int q = 0; q < quarterCount; ++q) {
        const auto at = static_cast<std::size_t>(std::max(q - defaultStart.index, 0));
        run.series[rowOf("accel.binding")][static_cast<std::size_t>(q)] = codes[std::min(at, codes.size() - 1)] - '0';
        run.series[rowOf("accel.dies")][static_cast<std::size_t>(q)] = output;
    }
    return run;
}

std::string times(const char* text, int count)
{
    std::string all;
    while (count-- > 0)
        all += text;
    return all;
}

} // namespace

class HeadlineTest : public QObject {
    Q_OBJECT
private slots:
    void oneMeasureIsTheSubjectOfAVerb()
    {
        const auto headline = planted(with({{"hbm_export", "open", {}, 1}}), "compute.china_effective");
        QCOMPARE(titleOf(headline),
                 "Opening HBM sales to China from 2027 lifts Chinese effective compute by " + percent("18") + " in 2028");
        QCOMPARE(titleOf(planted(with({{"hbm_export", "open", test::quarter("2028Q3"), 1}}), "compute.lead", 8, 10)),
                 "Opening HBM sales to China from July 2028 narrows the US lead in effective compute by " + percent("20") + " in 2028");
    }
    void aCapIsPartOfTheActionThatItCaps()
    {
        const auto scenario = with({{"hbm_cap_units", "6", {}, 1}, {"hbm_export", "hbm3_cap", {}, 1}});
        QCOMPARE(actionsOf(test::engine().catalogue(), scenario).size(), std::size_t(1));
        QVERIFY(titleOf(planted(scenario, "accel.dies")).starts_with("Allowing China up to 6 million HBM3 stacks a year from 2027 lifts"));
        const auto later = with({{"hbm_export", "hbm3_cap", {}, 1}, {"hbm_cap_units", "3", test::quarter("2029Q1"), 1}});
        QCOMPARE(actionsOf(test::engine().catalogue(), later).size(), std::size_t(2)); // a cap that comes later is told with its date
        QVERIFY(titleOf(planted(later, "accel.dies"))
                    .starts_with("Allowing capped sales of HBM3 to China from 2027 and capping HBM sales to China at 3 million stacks a "
                                 "year from 2029 lift"));
    }
    void twoMeasuresTakeThePlural()
    {
        const auto scenario = with({{"hbm_export", "open", {}, 1}, {"accel_ceiling", "none", {}, 1}});
        QVERIFY(titleOf(planted(scenario, "accel.dies"))
                    .starts_with("Opening HBM sales to China and denying China all AI chips from 2027 lift Chinese AI-chip output by"));
    }
    void goingBackIsTold()
    {
        const auto scenario = with({{"hbm_export", "open", {}, 1}, {"hbm_export", "dec2024", test::quarter("2030Q1"), 1}});
        QVERIFY(titleOf(planted(scenario, "accel.dies"))
                    .starts_with("Opening HBM sales to China from 2027 and going back to today’s rule from 2030 lift"));
    }
    void everyPresetHasASubject()
    {
        const auto& catalogue = test::engine().catalogue();
        for (const auto& preset : catalogue.presets)
            QVERIFY2(!preset.subject.empty(), preset.id.c_str());
        QVERIFY(titleOf(planted(test::engine().preset("grand_bargain"), "talent.us"))
                    .starts_with("A grand bargain from 2027 raises the number of US AI researchers by"));
        // a bargain that is told by one number of a series of shares is told in points
        QVERIFY(titleOf(planted(test::engine().preset("open_weights_push"), "open.influence_us", 0.6, 0.593))
                    .ends_with("by 0.7 points in 2028"));
    }
    void anOwnPackageNamesItsLargestShareWhereItIsKnown()
    {
        const auto scenario = with({{"hbm_export", "open", {}, 1}, {"accel_ceiling", "none", {}, 1}, {"h1b_fee", "100000", {}, 1}});
        QVERIFY(titleOf(planted(scenario, "accel.dies")).starts_with("Your package from 2027 lifts"));
        auto headline = headlineFor(scenario, "accel.dies");
        addFound(headline, test::engine().catalogue().findMeasure("hbm_export"), nullptr);
        QVERIFY(titleOf(headline).starts_with("Your package from 2027, mainly opening HBM sales to China, lifts"));
    }
    void theLawOfADateIsToldByItsName()
    {
        const auto law = lawAsOf(test::engine(), test::quarter("2023Q1"));
        const auto title = titleOf(planted(law, "accel.dies"));
        QVERIFY2(title.starts_with("“Law as of 2023 Q1” would have lifted Chinese AI-chip output by"), title.c_str());
    }
    void theVerbIsAsFirmAsTheRuns()
    {
        auto headline = planted(with({{"hbm_export", "open", {}, 1}}), "revenue.us_allied_total", 9.98, 10);
        headline.finding.certainty = Certainty::Probable;
        QCOMPARE(titleOf(headline),
                 "Opening HBM sales to China from 2027 probably cuts US and allied chip revenue by " + percent("0.2") + " in 2028");
        headline.finding.certainty = Certainty::Unclear;
        QCOMPARE(titleOf(headline),
                 std::string("Opening HBM sales to China from 2027 has no clear effect on US and allied chip revenue in 2028"));
        QVERIFY(reasonOf(headline).empty()); // no reason of what may not be
    }
    void aStartInThePastWouldHaveDoneIt()
    {
        auto headline = planted(with({{"hbm_export", "open", test::quarter("2024Q4"), 1}}), "accel.dies");
        QVERIFY(titleOf(headline).starts_with("Opening HBM sales to China from October 2024 would have lifted Chinese AI-chip output by"));
        headline.finding.certainty = Certainty::Probable;
        QVERIFY(titleOf(headline).find("would probably have lifted") != std::string::npos);
    }
    void zeroNothingAndTheStatusQuoHaveTitlesOfTheirOwn()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto fromZero = planted(with({{"hbm_export", "open", {}, 1}}), "accel.dies", 2, 0);
        QVERIFY(titleOf(fromZero).starts_with("Opening HBM sales to China from 2027 takes Chinese AI-chip output from zero to "));
        const auto chips = headlineFor(with({{"tiktok", "reopened", {}, 1}}), "accel.dies");
        QCOMPARE(titleOf(chips), std::string("Reopening enforcement against TikTok from 2027 is a bargaining chip: no chart moves"));
        const auto blocked = headlineFor(with({{"hbm_cap_units", "3", {}, 1}}), "accel.dies");
        QCOMPARE(titleOf(blocked),
                 std::string("Capping HBM sales to China at 3 million stacks a year from 2027 changes none of these results"));
        const auto elsewhere = headlineFor(with({{"hbm_export", "open", {}, 1}}), "talent.us");
        QCOMPARE(titleOf(elsewhere),
                 std::string("Opening HBM sales to China from 2027 has no effect on the number of US AI researchers in 2028"));
        const auto quiet = headlineFor({}, "compute.china_effective");
        QVERIFY(titleOf(quiet).starts_with("Under the status quo, Chinese effective compute reaches "));
        QVERIFY(test::said(words::headlineLine(quiet)).empty());
        QVERIFY2(reasonOf(quiet).starts_with("The bottleneck moves from HBM to "), reasonOf(quiet).c_str()); // on its own, without a change
        QVERIFY(words::presetLike(catalogue, {}) == &catalogue.presets.front());
    }
    void everySeriesHasATitle()
    {
        for (const auto& series : test::engine().catalogue().series)
            if (series.kind != SeriesKind::Category)
                for (const auto certainty : {Certainty::Firm, Certainty::Probable, Certainty::Unclear}) {
                    auto headline = planted(with({{"hbm_export", "open", {}, 1}}), series.id.c_str());
                    headline.finding.certainty = certainty;
                    QVERIFY(titleOf(headline).starts_with("Opening HBM sales to China from 2027 "));
                }
    }
    void aSeriesHasItsNounInTheMiddleOfASentence()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto opening = with({{"hbm_export", "open", {}, 1}});
        const auto untold = [&](const char* id) {
            auto headline = planted(opening, id);
            headline.finding.certainty = Certainty::Unclear;
            return titleOf(headline);
        };
        QCOMPARE(untold("hbm.leak"),
                 std::string("Opening HBM sales to China from 2027 has no clear effect on the volume of illicit HBM imports in 2028"));
        QCOMPARE(titleOf(planted(opening, "revenue.smic")),
                 "Opening HBM sales to China from 2027 raises SMIC’s revenue by " + percent("18") + " in 2028");
        const auto quiet = titleOf(headlineFor({}, "revenue.resold"));
        QVERIFY2(quiet.starts_with("Under the status quo, the value of lost China sales redirected elsewhere reaches $"), quiet.c_str());
        for (const auto& series : catalogue.series)
            if (series.kind != SeriesKind::Category)
                for (const auto& title : {titleOf(planted(opening, series.id.c_str())), untold(series.id.c_str())})
                    QVERIFY2(title.find(" " + series.noun + " ") != std::string::npos, title.c_str());
    }
    /// A capital within a sentence is that of a name, a country or an acronym.
    void aNounHasNoOtherCapitals()
    {
        const std::set<std::string> capitals{"AI",     "AI-chip",  "AI-discovered", "AI-system",    "AMD’s",  "Ascend",    "CXMT’s",
                                             "China",  "China’s",  "Chinese",       "Chinese-born", "DDR5",   "HBM",       "Huawei’s",
                                             "India",  "Micron’s", "Nvidia’s",      "SK",           "SMIC’s", "Samsung’s", "States",
                                             "TSMC’s", "US",       "United",        "Washington’s"};
        for (const auto& series : test::engine().catalogue().series) {
            std::istringstream words(series.noun);
            for (std::string word; words >> word;)
                if (std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }))
                    QVERIFY2(capitals.contains(word), series.noun.c_str());
            QVERIFY2(series.noun.find_first_of(",.;:") == std::string::npos, series.noun.c_str()); // it stands between two words
        }
    }
    void everyValueOfEveryMeasureMakesATitle()
    {
        const auto& catalogue = test::engine().catalogue();
        for (const auto& measure : catalogue.measures) {
            auto values = measure.marks;
            for (const auto& level : measure.levels)
                values.push_back(level.id);
            if (measure.isNumber)
                values.insert(values.end(), {measure.minimum, measure.maximum});
            for (const auto& value : values) {
                const auto title = titleOf(planted(with({{measure.id, value, {}, 1}}), "accel.dies"));
                QVERIFY2(title[0] >= 'A' && title[0] <= 'Z', title.c_str());
                QVERIFY2(title.find('{') == std::string::npos, title.c_str());
            }
        }
    }
    void theLineHoldsNumberAgainstNumberAndTheRange()
    {
        auto headline = planted(test::engine().preset("grand_bargain"), "compute.china_effective", 10.3e6, 8.7e6);
        headline.bargainingChips = 8;
        headline.measures = 20;
        ChangeSpread spread;
        spread.up = 0.98;
        spread.down = 0.02;
        spread.relative.quantiles[quantilePlace(0.1)] = 0.014;
        spread.relative.quantiles[quantilePlace(0.9)] = 0.33;
        headline.finding.spread = spread;
        const auto unit = words::displayUnit(*headline.finding.series);
        const auto [now, before] = words::numbersAlike(10.3e6 * unit.scale, 8.7e6 * unit.scale);
        const auto line = test::said(words::headlineLine(headline));
        QVERIFY2(line.starts_with(test::said(words::amount(now, unit)) + " instead of " + test::said(before)), line.c_str());
        const auto signedPercent = [](double part) { return test::said(words::signedPercent(part)); };
        QVERIFY2(line.ends_with("; 8 in 10 runs lie between " + signedPercent(0.014) + " and " + signedPercent(0.33) + ", and "
                                + percent("98") + " show a rise. Eight of its 20 measures are bargaining chips."),
                 line.c_str());
        headline.finding.spread->up = 1;
        QVERIFY(test::said(words::headlineLine(headline)).find("and every run shows a rise.") != std::string::npos);
        headline.finding.spread->up = 0.6;
        headline.finding.spread->down = 0.4;
        headline.finding.certainty = Certainty::Unclear;
        QVERIFY(test::said(words::headlineLine(headline)).find("A rise shows in " + percent("60") + " of runs, a fall in " + percent("40"))
                != std::string::npos);
    }
    void theReasonIsReadFromTheStrip_data()
    {
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const std::string& present, const std::string& reference, const char* reason) {
            QTest::newRow(name) << QString::fromStdString(present) << QString::fromStdString(reference) << QString::fromUtf8(reason);
        };
        // 0 chip fabs, 1 HBM, 2 packaging, 3 budgets; from 2027 on, told for 2028
        row("it stays", "1", "1", "The bottleneck stays HBM through 2028.");
        row("it moves once", "2", "1", "The bottleneck moves from HBM to packaging in 2027.");
        row("it moves twice", "22223", "1", "The bottleneck moves from HBM to packaging in 2027 and to buyers’ budgets in 2028.");
        row("half a year is a spell", "223", "1", "The bottleneck moves from HBM to packaging and then to buyers’ budgets in 2027.");
        row("a quarter is none", "222122", "1", "The bottleneck moves from HBM to packaging in 2027.");
        row("what comes later is not told", times("2", 8) + "3", "1", "The bottleneck moves from HBM to packaging in 2027.");
        row("both move alike", "11113", "11113", "In 2028 the bottleneck is buyers’ budgets with or without the change.");
    }
    void theReasonIsReadFromTheStrip()
    {
        QFETCH(QString, present);
        QFETCH(QString, reference);
        QFETCH(QString, reason);
        auto headline = planted(with({{"hbm_export", "open", {}, 1}}), "accel.dies");
        headline.bottleneck = bottleneckOf(test::engine().catalogue(), bound(present.toStdString(), 12), bound(reference.toStdString(), 10),
                                           defaultStart, 2028);
        QCOMPARE(QString::fromStdString(reasonOf(headline)), reason);
    }
    void aRunAloneTellsItsOwnCourse()
    {
        const auto run = bound("11113", 10);
        auto headline = planted({}, "accel.dies");
        headline.bottleneck = bottleneckOf(test::engine().catalogue(), run, run, defaultStart, lastYear);
        QCOMPARE(reasonOf(headline), std::string("The bottleneck moves from HBM to buyers’ budgets in 2028."));
    }
    void anEffectFadesWhenBothHaveTheSameBottleneckAndTheGainGoes()
    {
        auto present = bound(times("2", 4) + "3", 12), reference = bound(times("1", 8) + "3", 10);
        auto headline = planted(with({{"hbm_export", "open", {}, 1}}), "accel.dies");
        for (int q = test::quarter("2029Q1").index; q < quarterCount; ++q)
            present.series[rowOf("accel.dies")][static_cast<std::size_t>(q)] = 10.2;
        headline.bottleneck = bottleneckOf(test::engine().catalogue(), present, reference, defaultStart, 2030);
        QCOMPARE(reasonOf(headline),
                 std::string("From 2029 the effect fades: the bottleneck is then buyers’ budgets with or without the change."));
        const auto later = bound(times("1", 11) + "3", 10); // a fade that begins late in a year is not told of the whole of it
        headline.bottleneck = bottleneckOf(test::engine().catalogue(), present, later, defaultStart, 2030);
        QVERIFY2(reasonOf(headline).starts_with("From October 2029 the effect fades"), reasonOf(headline).c_str());
        for (int q = test::quarter("2029Q1").index; q < quarterCount; ++q)
            present.series[rowOf("accel.dies")][static_cast<std::size_t>(q)] = 12; // it does not fade, so nothing says that it does
        headline.bottleneck = bottleneckOf(test::engine().catalogue(), present, reference, defaultStart, 2030);
        QCOMPARE(reasonOf(headline), std::string("The bottleneck moves from HBM to packaging in 2027 and to buyers’ budgets in 2028."));
    }
    void theReasonOfHbmReliefIsThatOfItsRun()
    {
        const auto headline = headlineFor(with({{"hbm_export", "open", {}, 1}}), "compute.china_effective");
        QVERIFY2(reasonOf(headline).starts_with("The bottleneck moves from HBM to "), reasonOf(headline).c_str());
    }
    void aResultThatDoesNotHangOnChineseChipsGetsNoReasonFromThem()
    {
        // imported chips carry this one, and students the other
        QVERIFY(reasonOf(headlineFor(with({{"cn_chip_purchase", "free", {}, 1}}), "compute.china_effective")).empty());
        QVERIFY(reasonOf(headlineFor(test::engine().preset("talent_drought"), "talent.us")).empty());
        QVERIFY(reasonOf(headlineFor(with({{"hbm_export", "open", {}, 1}}), "revenue.us_allied_total")).empty());
        // compute hangs on chips made at home when these move it at least as much as all others together
        const auto& catalogue = test::engine().catalogue();
        const auto reference = bound("1", 10);
        const auto hangs = [&](double home, double imported) {
            auto present = reference;
            present.series[rowOf("compute.home")].fill(home);
            present.series[rowOf("compute.import")].fill(imported);
            return hangsOnChineseChips(catalogue, rowOf("compute.china_effective"), 2028, present, reference);
        };
        QVERIFY(hangs(2, 1) && hangs(-2, 2) && !hangs(1, 2) && !hangs(1, -2) && !hangs(0, 0));
    }
    void aBaselineThatDoesWhatThePackageDoesNotLeavesItWithoutAVerbOfItsOwn()
    {
        const auto& engine = test::engine();
        const auto scenario = with({{"hbm_export", "open", {}, 1}});
        const auto titleAgainst = [&](const Scenario& against) {
            return titleOf(headlineOf(engine.catalogue(), scenario, against, engine.project(scenario), engine.project(against),
                                      {.series = rowOf("compute.china_effective")}));
        };
        // full denial bans tools and cloud, too: opening HBM does not do all of the difference
        QVERIFY2(titleAgainst(engine.preset("full_denial")).starts_with("Your package from 2027 lifts"),
                 titleAgainst(engine.preset("full_denial")).c_str());
        QVERIFY(titleAgainst(with({{"hbm_export", "full", {}, 1}})).starts_with("Opening HBM sales to China from 2027 lifts"));
    }
    void whatTheBaselineDoesAsWellIsNoActionOfThePackage()
    {
        const auto& engine = test::engine();
        const Change law{"affiliates_50", "in_force", test::quarter("2026Q4"), 1};
        const auto baseline = with({law}), scenario = with({law, {"hbm_export", "open", test::quarter("2027Q1"), 1}});
        const auto headline = headlineOf(engine.catalogue(), scenario, baseline, engine.project(scenario), engine.project(baseline),
                                         {.series = rowOf("compute.china_effective")});
        QVERIFY2(titleOf(headline).starts_with("Opening HBM sales to China from 2027 lifts"), titleOf(headline).c_str());
        QCOMPARE(headline.measures, std::size_t(1));
    }
    void measuresAreCountedAsTheListOfChangesCountsThem()
    {
        const auto headline = headlineFor(test::engine().preset("grand_bargain"), "compute.china_effective");
        QCOMPARE(headline.measures, test::engine().preset("grand_bargain").changes.size());
        QCOMPARE(headline.bargainingChips, std::size_t(8));
    }
    void anotherBaselineIsNamed()
    {
        const auto& engine = test::engine();
        const auto& against = engine.preset("full_denial");
        const auto headline =
            headlineOf(engine.catalogue(), with({{"hbm_export", "open", {}, 1}}), against,
                       engine.project(with({{"hbm_export", "open", {}, 1}})), engine.project(against), {.series = rowOf("accel.dies")});
        QVERIFY(test::said(words::headlineLine(headline)).find("under “" + against.title + "”") != std::string::npos);
    }
};

CHOKEPOINT_TEST(HeadlineTest)
#include "HeadlineTest.moc"
