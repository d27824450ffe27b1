// Words and numbers for people: signs, zeros, rounding, and sentences that agree with the run.
#include "api/ChangeWords.h"
#include "api/Findings.h"
#include "api/InputWords.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "api/ScenarioWords.h"
#include "api/SeriesDraws.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

class WordsTest : public QObject {
    Q_OBJECT

    /// A unit of the data book, or one that it has no words for.
    static DataUnit unitOf(const char* id)
    {
        const auto& units = test::engine().catalogue().units;
        const auto at = std::ranges::find(units, std::string(id), &DataUnit::id);
        if (at != units.end())
            return *at;
        DataUnit unknown;
        unknown.id = id;
        return unknown;
    }

    static const Series& seriesOf(const char* id)
    {
        const auto& catalogue = test::engine().catalogue();
        return catalogue.series[*catalogue.findSeries(id)];
    }
private slots:
    void numbersReadWell_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, const char* text) { QTest::newRow(text) << value << QString::fromUtf8(text); };
        row(0, "0");
        row(-0.0, "0");
        row(1e-14, "0");
        row(-0.0001, "0");
        row(0.00123, "0.0012");
        row(0.034, "0.034");
        row(0.34, "0.34");
        row(0.994, "0.99");
        row(0.996, "1.0");
        row(9.66, "9.7");
        row(9.96, "10");
        row(43.4, "43");
        row(897.4, "897");
        row(81118.2, "81,118");
        row(1234567.0, "1,234,567");
        row(-9.66, "−9.7");
        row(-1234.0, "−1,234");
    }
    void numbersReadWell()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(test::said(words::number(value))), text);
    }
    void twoNumbersAreShownToTheSameDigitAndDifferWhereTheyDo()
    {
        using Pair = std::pair<std::string, std::string>;
        const auto alike = [](double first, double second) {
            const auto [one, other] = words::numbersAlike(first, second);
            return Pair(test::said(one), test::said(other));
        };
        QCOMPARE(alike(10.12, 8.71), Pair("10.1", "8.7"));
        QCOMPARE(alike(8.74, 8.71), Pair("8.74", "8.71"));
        QCOMPARE(alike(150.2, 8.71), Pair("150", "8.7"));
        QCOMPARE(alike(-0.52, 1.04), Pair("\u22120.52", "1.04"));
        QCOMPARE(alike(8.7, 8.7), Pair("8.7", "8.7"));
        QCOMPARE(alike(8.7, 8.7 + 1e-9), Pair("8.7", "8.7"));
        QCOMPARE(alike(0, 4.2), Pair("0", "4.2"));
        QCOMPARE(alike(1.0 / 0.0, 4.2), Pair("not defined", "4.2"));
        const auto [low, high] = words::numbersAlike(1.4, 33.2, Digits::Form::Signed);
        QCOMPARE(test::said(low) + " to " + test::said(high), std::string("+1.4 to +33")); // of two sizes
        const auto [less, more] = words::numbersAlike(-9.31, 12.4, Digits::Form::Signed);
        QCOMPARE(test::said(less) + " to " + test::said(more), std::string("\u22129.3 to +12.4"));
    }
    void partsAddUpToTheirSumAsBothAreShown()
    {
        const auto shown = [](const std::vector<double>& parts) {
            const auto sum = words::sumAsShown(parts);
            std::string text = sum.sum.text + " =";
            for (const auto& part : sum.parts)
                text += " " + part.text;
            return text;
        };
        QCOMPARE(shown({0.34, 0.34, 0.34}), std::string("1.0 = 0.4 0.3 0.3")); // each alone would read 0.3
        QCOMPARE(shown({1.06, 0.06, 0.06}), std::string("1.2 = 1.1 0.1 0.0")); // and not +1.2 of +1.1
        QCOMPARE(shown({5.26, -2.14, -1.16}), std::string("2.0 = 5.3 -2.1 -1.2"));
        QCOMPARE(shown({12.4, 12.4, 12.4}), std::string("37 = 13 12 12"));
        QCOMPARE(shown({}), std::string("0 ="));
        const auto signs = words::sumAsShown({0.0, 1.2, -1.2});
        QCOMPARE(test::said(signs.parts[1]) + test::said(signs.parts[2]) + test::said(signs.sum), std::string("+1.2\u22121.20.0"));
    }
    void aCurrencyStandsBeforeItsNumber()
    {
        const auto amountOf = [](const char* unit, const char* digits) {
            return test::said(words::amount(Digits{digits}, words::displayUnit(unitOf(unit))));
        };
        QCOMPARE(amountOf("USD bn/year", "899"), std::string("$899bn a year"));
        QCOMPARE(amountOf("USD/GB", "12"), std::string("$12 a GB"));
        QCOMPARE(amountOf("M dies/year", "4.1"), std::string("4.1m dies a year"));
        QCOMPARE(amountOf("barrels", "1234"), std::string("1,234 barrels")); // a unit that has no words
    }
    void everyUnitOfTheDataBookHasItsWordsInTheLanguage()
    {
        words::requireUnitWords(test::engine().catalogue(), test::english());
        const auto& catalogue = test::engine().catalogue();
        for (const auto& series : catalogue.series)
            QVERIFY2(!series.unit.words.empty(), series.id.c_str());
        for (const auto& term : catalogue.terms)
            QVERIFY2(!term.unit.words.empty(), term.id.c_str());
        for (const auto& lever : catalogue.levers)
            QVERIFY2(!lever.unit.words.empty(), lever.id.c_str());
    }
    void aSumThatIsNotScaledNamesItsOwnUnit()
    {
        const auto of = [](const char* id) { return test::said(words::unscaledUnit(seriesOf(id))); };
        QCOMPARE(of("talent.us"), std::string("thousand people")); // shown as people elsewhere
        QCOMPARE(of("revenue.nvidia"), std::string("$bn a year"));
        QCOMPARE(test::said(words::displayUnit(seriesOf("talent.us")).name()), std::string("people"));
    }
    void aUnitWithoutItsWordsIsRefused()
    {
        for (std::string DataUnit::*column : {&DataUnit::words, &DataUnit::difference, &DataUnit::smallWords, &DataUnit::inputWords}) {
            Catalogue catalogue;
            catalogue.units.emplace_back().id = "barrels";
            words::requireUnitWords(catalogue, test::english());
            catalogue.units[0].*column = "barrels";
            const auto error = test::errorOf([&] { words::requireUnitWords(catalogue, test::english()); });
            QVERIFY2(error.problem.find("barrels") != std::string::npos && error.place == "units.csv", error.problem.c_str());
            QVERIFY2(error.reason.find("unit.barrels") != std::string::npos, error.reason.c_str());
        }
        Catalogue catalogue;
        catalogue.units.emplace_back().words = "million_gb_hbm_year"; // has words of a unit, and none of an amount
        QVERIFY(test::errorOf([&] { words::requireUnitWords(catalogue, test::english()); }).reason.find("amount.million_gb_hbm_year")
                != std::string::npos);
    }
    void infinityIsNotShownAsANumber() { QCOMPARE(test::said(words::number(1.0 / 0.0)), std::string("not defined")); }
    void changesHaveTheRightSignAndTellZero()
    {
        QCOMPARE(test::said(words::relativeChange(111, 100)), std::string("+11%"));
        QCOMPARE(test::said(words::relativeChange(99.8, 100)), std::string("\u22120.2%"));
        QCOMPARE(test::said(words::relativeChange(101.2, 100)), std::string("+1.2%"));
        QCOMPARE(test::said(words::relativeChange(100, 100)), std::string("no effect"));
        QCOMPARE(test::said(words::relativeChange(100.01, 100)), std::string("less than 0.1%"));
        QCOMPARE(test::said(words::relativeChange(5, 0)), std::string("from zero"));
    }
    void chancesAreSaidAsSharesOfRunsAndNeverRoundedToAllOrNone()
    {
        QCOMPARE(test::said(words::shareOfRuns(0)), std::string("no run"));
        QCOMPARE(test::said(words::shareOfRuns(0.0001)), std::string("1% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(0.624)), std::string("62% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(0.9999)), std::string("99% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(1)), std::string("every run"));
        const auto& catalogue = test::engine().catalogue();
        const auto& compute = catalogue.series[*catalogue.findSeries("compute.china_effective")];
        QCOMPARE(test::said(words::oddsSentence(compute, 12.5, true, Quarter{20}, Quarter{23}, 0.62, 0)),
                 std::string("It is at least 12.5m H100-equivalents at some point from early 2027 to late 2027 in 62% of runs; "
                             "in the baseline in no run."));
        QCOMPARE(test::said(words::oddsSentence(compute, 12.5, false, Quarter{20}, Quarter{20}, 1, 0.5)),
                 std::string("It is at most 12.5m H100-equivalents in early 2027 in every run; in the baseline in 50% of runs."));
    }
    void doubtIsSaidInWords()
    {
        Series dies;
        dies.unit = unitOf("M dies");
        ChangeSpread spread;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("no effect"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("no run shows a change"));
        spread.up = 0.974;
        spread.down = 0.02;
        spread.relative.quantiles[2] = 0.008;
        spread.relative.quantiles[6] = 0.162;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("+0.8% to +16%"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("97% of runs rise"));
        QCOMPARE(test::said(words::changeWithDoubt(dies, 111, 100, &spread)), std::string("+11%"));
        spread.up = 0.3;
        spread.down = 0.7;
        QVERIFY(spread.isUnclear());
        QCOMPARE(test::said(words::changeWithDoubt(dies, 111, 100, &spread)), std::string("no clear effect"));
        QCOMPARE(test::said(words::changeWithDoubt(dies, 100, 100, &spread)), std::string("no effect"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("70% of runs fall, 30% rise"));
        spread.up = 0.249;
        spread.down = 0.751;
        QVERIFY(spread.certainty() == Certainty::Probable);
        QCOMPARE(test::said(words::changeWithDoubt(dies, 90, 100, &spread)), std::string("probably \u221210%"));
        QCOMPARE(test::said(words::changeWithDoubt(dies, 99.99, 100, &spread)), std::string("less than 0.1%")); // of which no way is told
        spread.up = 0.9999; // never rounded to all
        spread.down = 0.0001;
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("99% of runs rise"));
        spread.up = 1;
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("all runs rise"));
        spread.relative.quantiles[2] = spread.relative.quantiles[6] = -0.0001;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("about 0%"));
    }
    void whatAssumptionsDoIsToldApartFromPolicy()
    {
        Series dies;
        dies.name = "Output";
        dies.unit = unitOf("M dies");
        QCOMPARE(test::said(words::assumptionEffect(dies, 2028, 12, 10, 5, 5)),
                 std::string("Output in 2028: policy has no effect with the inputs of the data book, and changes it by +20% under "
                             "your assumptions. "
                             "The assumptions alone change it by +100% in the baseline."));
        QVERIFY(test::said(words::assumptionEffect(dies, 2028, 12, 0, 5, 5)).find("changes it from zero under") != std::string::npos);
    }
    void changesOfSharesAreToldInPoints()
    {
        Series share;
        share.unit = unitOf("share");
        QVERIFY(words::isInPoints(share));
        QCOMPARE(test::said(words::changeOf(share, 0.53, 0.571)), std::string("\u22124.1 points"));
        QCOMPARE(test::said(words::changeOf(share, 0.57, 0.57)), std::string("no effect"));
        QCOMPARE(test::said(words::changeOf(share, 0.5702, 0.57)), std::string("less than 0.1 points"));
        QCOMPARE(test::said(words::differenceUnit(share).name()), std::string("points"));
        ChangeSpread spread;
        spread.up = 0.95;
        spread.down = 0.05;
        spread.difference.quantiles[2] = -0.0001;
        spread.difference.quantiles[6] = 0.021;
        QCOMPARE(test::said(words::rangeOfChange(share, spread)), std::string("0 to +2.1 points"));
    }
    void changesOfLagsAreToldInMonths()
    {
        Series lag;
        lag.unit = unitOf("months");
        QVERIFY(words::isDifferenceTold(lag) && !words::isInPoints(lag));
        QCOMPARE(test::said(words::changeOf(lag, 5.9, 7.1)), std::string("\u22121.2 months"));
        QCOMPARE(test::said(words::changeOf(lag, 7.13, 7.1)), std::string("less than 0.1 months"));
        QCOMPARE(test::said(words::changeWithDoubt(lag, 5.9, 7.1, Certainty::Probable)), std::string("probably \u22121.2 months"));
        ChangeSpread spread;
        spread.up = 0.05;
        spread.down = 0.95;
        spread.relative.quantiles[2] = -0.5;
        spread.difference.quantiles[2] = -2.4;
        spread.difference.quantiles[6] = 0.3;
        QCOMPARE(test::said(words::changeOf(lag, 7.17, 7.1)), std::string("+0.1 months"));
        QCOMPARE(test::said(words::rangeOfChange(lag, spread)), std::string("\u22122.4 to +0.3 months"));
        spread.difference.quantiles[6] = -2.4;
        QCOMPARE(test::said(words::rangeOfChange(lag, spread)), std::string("about \u22122.4 months"));
    }
    void exactNumbersKeepTheirDigits()
    {
        QCOMPARE(test::said(words::exactNumber("100000")), std::string("100,000"));
        QCOMPARE(test::said(words::exactNumber("0.25")), std::string("0.25"));
        QCOMPARE(test::said(words::exactNumber("-1234.5")), std::string("\u22121,234.5"));
    }
    void everySeriesHasAUnitInWords()
    {
        for (const auto& series : test::engine().catalogue().series) {
            const auto unit = test::said(words::displayUnit(series).name());
            for (const char* jargon : {"MH", "PB", "M ", " k ", "USD bn", "/"})
                QVERIFY2(unit.find(jargon) == std::string::npos, (series.id + ": " + unit).c_str());
        }
    }
    void valuesReadAsOnTheScreen()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto& hbm = catalogue.measures[*catalogue.findMeasure("hbm_export")];
        const auto& cap = catalogue.measures[*catalogue.findMeasure("hbm_cap_units")];
        const auto& cut = catalogue.measures[*catalogue.findMeasure("accel_rev_share")];
        QCOMPARE(test::said(words::shortValue(hbm, "hbm3_cap")), std::string("HBM3, capped"));
        QCOMPARE(test::said(words::shortValue(cap, "6")), std::string("6m stacks"));
        QCOMPARE(test::said(words::shortValue(cap, "0.0")), std::string("No stacks"));
        QCOMPARE(test::said(words::longValue(cap, "6")), std::string("6 million stacks a year"));
        QCOMPARE(test::said(words::shortValue(cut, "25")), std::string("25% cut"));
        QCOMPARE(test::said(words::ifSet(hbm, "open")), std::string("if Washington opens HBM sales to China"));
        QCOMPARE(test::said(words::ifSet(cut, "25")), std::string("if Washington takes a 25% cut of AI-chip sales to China"));
        const auto& budget = catalogue.measures[*catalogue.findMeasure("enforcement_budget")];
        QCOMPARE(test::said(words::shortValue(budget, "400")), std::string("$400m"));
        QCOMPARE(test::said(words::change(catalogue, {"hbm_cap_units", "3", test::quarter("2028Q1"), 4}, defaultStart)),
                 std::string("Yearly HBM cap: 3m stacks from 2028, in steps over 4 quarters"));
    }
    void aChartHasATitleForEveryRoom()
    {
        Series share, money;
        share.shortName = "China";
        share.name = "Chinese influence";
        share.unit = unitOf("share");
        money.shortName = "Spending";
        money.unit = unitOf("USD bn/year");
        words::Finding finding{.series = &share, .year = 2028, .value = 0.53, .before = 0.571};
        QCOMPARE(test::said(words::title(finding)), std::string("China: \u22124.1 points in 2028"));
        QCOMPARE(test::said(words::shortTitle(finding)), std::string("China: \u22124.1 points"));
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("China: \u22124.1"));
        QCOMPARE(test::said(words::narrowSubtitle(finding)), std::string("\u22124.1 points in 2028 · %"));
        QCOMPARE(test::said(words::subtitle(share)), std::string("Chinese influence, %"));
        finding.certainty = Certainty::Probable;
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("China: probably \u22124.1 points"));
        finding.certainty = Certainty::Unclear;
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("China: no clear effect"));
        finding = {.series = &money, .year = 2028, .value = 899, .before = 899};
        QCOMPARE(test::said(words::title(finding)), std::string("Spending: $899bn a year in 2028"));
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("Spending: $899bn"));
        QCOMPARE(test::said(words::narrowSubtitle(finding)), std::string("$899bn a year in 2028"));
        finding.before = 0;
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("Spending: from zero"));
    }
    void theLabelOfALineIsShorterThanTheName()
    {
        const auto& catalogue = test::engine().catalogue();
        Scenario own;
        own.changes = {{"hbm_export", "open", {}, 1}};
        QCOMPARE(test::said(words::lineLabel(catalogue, own)), std::string("Open"));
        own.changes.push_back({"hbm_cap_units", "3", {}, 1});
        QCOMPARE(test::said(words::lineLabel(catalogue, own)), std::string("Your package"));
        own.title = "Mine: a package, and more";
        QCOMPARE(test::said(words::lineLabel(catalogue, own)), own.title); // a title is not cut
    }
    void theSentenceTellsOfWhatMoved()
    {
        const auto& engine = test::engine();
        const auto compute = *engine.catalogue().findSeries("compute.china_effective"), people = *engine.catalogue().findSeries("talent.us");
        const auto base = engine.project(engine.preset("status_quo_2026"));
        QCOMPARE(mostTelling(compute, {people}, 2028, engine.project(engine.preset("hbm_strict")), base), compute);
        QCOMPARE(mostTelling(compute, {people}, 2028, engine.project(engine.preset("talent_drought")), base), people);
        QCOMPARE(mostTelling(compute, {people}, 2028, base, base), compute);
    }
    void idsInTextsOfTheDataBookAreSaidInWords()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto& hbm = catalogue.measures[*catalogue.findMeasure("hbm_export")];
        QCOMPARE(words::withoutIds(catalogue, hbm, "dec2024 (text unchanged)"), std::string("“Dec 2024 rule” (text unchanged)"));
        QCOMPARE(words::withoutIds(catalogue, hbm, "levels: hbm3e_cap, full"), std::string("levels: “HBM3E, capped”, full"));
        QCOMPARE(words::withoutIds(catalogue, hbm, "see cn_chip_purchase; an open door"), std::string("see “Beijing’s rule on US chips”; an open door"));
        for (const auto& measure : catalogue.measures)
            for (const auto& text : {measure.statusQuoNote, measure.effect, measure.note, measure.dates})
                for (const auto& other : catalogue.measures)
                    if (other.id.find('_') != std::string::npos)
                        QVERIFY2(words::withoutIds(catalogue, measure, text).find(other.id) == std::string::npos, text.c_str());
    }
    void aScenarioHasAName()
    {
        const auto& catalogue = test::engine().catalogue();
        QCOMPARE(test::said(words::scenarioLabel(catalogue, test::engine().preset("full_denial"))), std::string("Full denial"));
        Scenario one;
        one.changes = {{"hbm_export", "open", {}, 1}};
        QCOMPARE(test::said(words::scenarioLabel(catalogue, one)), std::string("HBM sales to China: Open"));
        one.changes.push_back({"hbm_cap_units", "3", {}, 1});
        QCOMPARE(test::said(words::scenarioLabel(catalogue, one)), std::string("Your package, 2 measures"));
    }
    void theAnnualTableHasEverySeriesAndEveryBindingQuarter()
    {
        const auto& engine = test::engine();
        const auto table = words::annualTable(engine.catalogue(), engine.project(engine.preset("status_quo_2026")), test::english());
        for (const auto& series : engine.catalogue().series)
            if (series.kind != SeriesKind::Category)
                QVERIFY2(table.find("  " + series.name + " ") != std::string::npos, series.name.c_str());
        QVERIFY(table.find("2022 Q1") != std::string::npos && table.find("2035 Q4: ") != std::string::npos);
        QVERIFY(table.find("e+") == std::string::npos);
    }
};

CHOKEPOINT_TEST(WordsTest)
#include "WordsTest.moc"
