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
    static Message resultOf(const Scenario& scenario, std::size_t series, const Projection& run, const Projection& base)
    {
        const auto& catalogue = test::engine().catalogue();
        return words::resultSentence(words::conditionOf(catalogue, scenario), words::findingOf(catalogue, series, 2028, run, base));
    }
    static std::string sentenceOf(const Scenario& scenario, std::size_t series, const Projection& run, const Projection& base)
    {
        return test::said(resultOf(scenario, series, run, base));
    }
    static std::vector<Span> spansOf(const Scenario& scenario, std::size_t series, const Projection& run, const Projection& base)
    {
        return test::english().spans(resultOf(scenario, series, run, base));
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
    }
    void aCurrencyStandsBeforeItsNumber()
    {
        const auto amountOf = [](const char* unit, const char* digits) {
            return test::said(words::amount(Digits{digits}, words::displayUnit(unitOf(unit))));
        };
        QCOMPARE(amountOf("USD bn/year", "899"), std::string("USD 899 billion a year"));
        QCOMPARE(amountOf("USD/GB", "12"), std::string("USD 12 per GB"));
        QCOMPARE(amountOf("M dies/year", "4.1"), std::string("4.1 million dies a year"));
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
        QCOMPARE(of("revenue.nvidia"), std::string("USD billion a year"));
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
        QCOMPARE(test::said(words::relativeChange(111, 100)), std::string("+11\u202f%"));
        QCOMPARE(test::said(words::relativeChange(99.8, 100)), std::string("\u22120.2\u202f%"));
        QCOMPARE(test::said(words::relativeChange(101.2, 100)), std::string("+1.2\u202f%"));
        QCOMPARE(test::said(words::relativeChange(100, 100)), std::string("no effect"));
        QCOMPARE(test::said(words::relativeChange(100.01, 100)), std::string("under 0.1\u202f%"));
        QCOMPARE(test::said(words::relativeChange(5, 0)), std::string("from zero"));
    }
    void chancesAreSaidAsSharesOfRunsAndNeverRoundedToAllOrNone()
    {
        QCOMPARE(test::said(words::shareOfRuns(0)), std::string("no run"));
        QCOMPARE(test::said(words::shareOfRuns(0.0001)), std::string("1\u202f% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(0.624)), std::string("62\u202f% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(0.9999)), std::string("99\u202f% of runs"));
        QCOMPARE(test::said(words::shareOfRuns(1)), std::string("all runs"));
        const auto& catalogue = test::engine().catalogue();
        const auto& compute = catalogue.series[*catalogue.findSeries("compute.china_effective")];
        QCOMPARE(test::said(words::oddsSentence(compute, 12.5, true, Quarter{20}, Quarter{23}, 0.62, 0)),
                 std::string("It is at least 12.5 million H100-equivalents in some quarter from 2027 Q1 to 2027 Q4 in 62\u202f% of runs; "
                             "in the baseline in no run."));
        QCOMPARE(test::said(words::oddsSentence(compute, 12.5, false, Quarter{20}, Quarter{20}, 1, 0.5)),
                 std::string("It is at most 12.5 million H100-equivalents in 2027 Q1 in all runs; in the baseline in 50\u202f% of runs."));
    }
    void doubtIsSaidInWords()
    {
        Series dies;
        dies.unit = unitOf("M dies");
        ChangeSpread spread;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("no effect"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("no run changes"));
        spread.up = 0.974;
        spread.down = 0.02;
        spread.relative.quantiles[2] = 0.008;
        spread.relative.quantiles[6] = 0.162;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("+0.8\u202f% to +16\u202f%"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("97\u202f% of runs rise"));
        QCOMPARE(test::said(words::changeWithDoubt(dies, 111, 100, &spread)), std::string("+11\u202f%"));
        spread.up = 0.3;
        spread.down = 0.7;
        QVERIFY(spread.isUnclear());
        QCOMPARE(test::said(words::changeWithDoubt(dies, 111, 100, &spread)), std::string("no clear change"));
        QCOMPARE(test::said(words::changeWithDoubt(dies, 100, 100, &spread)), std::string("no effect"));
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("70\u202f% of runs fall, 30\u202f% rise"));
        spread.up = 0.249;
        spread.down = 0.751;
        QVERIFY(!spread.isUnclear());
        spread.up = 0.9999; // never rounded to all
        spread.down = 0.0001;
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("99\u202f% of runs rise"));
        spread.up = 1;
        QCOMPARE(test::said(words::agreementOfRuns(spread)), std::string("all runs rise"));
        spread.relative.quantiles[2] = spread.relative.quantiles[6] = -0.0001;
        QCOMPARE(test::said(words::rangeOfChange(dies, spread)), std::string("about 0\u202f%"));
    }
    void whatAssumptionsDoIsToldApartFromPolicy()
    {
        Series dies;
        dies.name = "Output";
        dies.unit = unitOf("M dies");
        QCOMPARE(test::said(words::assumptionEffect(dies, 2028, 12, 10, 5, 5)),
                 std::string("Output in 2028: policy has no effect with the inputs of the data book, and changes it by +20\u202f% under "
                             "your assumptions. "
                             "The assumptions alone change it by +100\u202f% in the baseline."));
        QVERIFY(test::said(words::assumptionEffect(dies, 2028, 12, 0, 5, 5)).find("changes it from zero under") != std::string::npos);
    }
    void changesOfSharesAreToldInPoints()
    {
        Series share;
        share.unit = unitOf("share");
        QVERIFY(words::isInPoints(share));
        QCOMPARE(test::said(words::changeOf(share, 0.53, 0.571)), std::string("\u22124.1 points"));
        QCOMPARE(test::said(words::changeOf(share, 0.57, 0.57)), std::string("no effect"));
        QCOMPARE(test::said(words::changeOf(share, 0.5702, 0.57)), std::string("under 0.1 points"));
        QCOMPARE(test::said(words::differenceUnit(share).name()), std::string("percentage points"));
        ChangeSpread spread;
        spread.up = 0.95;
        spread.down = 0.05;
        spread.difference.quantiles[2] = -0.0001;
        spread.difference.quantiles[6] = 0.021;
        QCOMPARE(test::said(words::rangeOfChange(share, spread)), std::string("0 to +2.1 points"));
        const auto& engine = test::engine();
        const auto row = *engine.catalogue().findSeries("open.influence_china");
        const auto push = engine.project(engine.preset("open_weights_push")), base = engine.project(engine.preset("status_quo_2026"));
        const auto spans = spansOf(engine.preset("open_weights_push"), row, push, base);
        QCOMPARE(spans.size(), std::size_t{4});
        QVERIFY(spans[0].isStrong && spans[2].isStrong && !spans[1].isStrong && !spans[3].isStrong);
        QVERIFY2(spans[2].text.starts_with("\u2212") && spans[2].text.ends_with(" points"), spans[2].text.c_str());
        QVERIFY2(spans[0].text.starts_with("With “American open-weights push”"), spans[0].text.c_str());
        QVERIFY2(spans[1].text.starts_with(", Chinese influence"), spans[1].text.c_str());
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
        QCOMPARE(test::said(words::shortValue(cap, "6")), std::string("6 million stacks a year"));
        QCOMPARE(test::said(words::shortValue(cut, "25")), std::string("25\u202f%"));
        const auto& budget = catalogue.measures[*catalogue.findMeasure("enforcement_budget")];
        QCOMPARE(test::said(words::shortValue(budget, "400")), std::string("US$ 400 million"));
        QCOMPARE(test::said(words::change(catalogue, {"hbm_cap_units", "3", test::quarter("2028Q1"), 4}, defaultStart)),
                 std::string("HBM yearly cap: 3 million stacks a year from 2028 Q1, reached over 4 quarters"));
    }
    void theResultSentenceAgreesWithTheRun()
    {
        const auto& engine = test::engine();
        const auto& catalogue = engine.catalogue();
        Scenario open = engine.preset("status_quo_2026");
        open.changes = {{"hbm_export", "open", {}, 1}};
        const auto run = engine.project(open), base = engine.project(engine.preset("status_quo_2026"));
        const auto row = *catalogue.findSeries("compute.china_effective");
        const auto sentence = sentenceOf(open, row, run, base);
        QVERIFY2(sentence.starts_with("With HBM sales to China at “Open” from 2027 Q1, Chinese effective compute in 2028 (annual mean) is "), sentence.c_str());
        const auto [value, before] = words::numbersAlike(run.annualMean(row, 2028), base.annualMean(row, 2028));
        QVERIFY2(sentence.find(test::said(value) + " million H100-equivalents instead of " + test::said(before) + ": ")
                     != std::string::npos,
                 sentence.c_str());
        QVERIFY2(sentence.find(test::said(words::relativeChange(run.annualMean(row, 2028), base.annualMean(row, 2028))))
                     != std::string::npos,
                 sentence.c_str());
        const auto talent = sentenceOf(open, *catalogue.findSeries("talent.us_domestic"), run, base);
        QVERIFY2(talent.ends_with(": no effect."), talent.c_str());
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
        QCOMPARE(test::said(words::narrowSubtitle(finding)), std::string("\u22124.1 points in 2028 · per cent"));
        QCOMPARE(test::said(words::subtitle(share)), std::string("Chinese influence, per cent"));
        finding.isUnclear = true;
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("China: no clear change"));
        finding = {.series = &money, .year = 2028, .value = 899, .before = 899};
        QCOMPARE(test::said(words::title(finding)), std::string("Spending: USD 899 billion a year in 2028"));
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("Spending: USD 899 billion"));
        QCOMPARE(test::said(words::narrowSubtitle(finding)), std::string("USD 899 billion a year in 2028"));
        finding.before = 0;
        QCOMPARE(test::said(words::shortestTitle(finding)), std::string("Spending: from zero"));
    }
    void aConditionTellsHowManyMeasuresAreSet()
    {
        words::Condition condition;
        QCOMPARE(test::said(words::phrase(condition)), std::string("With policy as it is"));
        condition.isAssumed = true;
        QCOMPARE(test::said(words::phrase(condition)), std::string("With own assumptions and policy as it is"));
        condition.kind = words::Condition::Kind::Package;
        condition.measures = 1;
        condition.from = test::quarter("2027Q1");
        QCOMPARE(test::said(words::phrase(condition)), std::string("With 1 measure changed from 2027 Q1 and own assumptions"));
        condition.isAssumed = false;
        condition.measures = 5;
        condition.tableOnly = 2;
        QCOMPARE(test::said(words::phrase(condition)), std::string("With 5 measures changed (2 of them at the table only) from 2027 Q1"));
        const auto& preset = test::engine().preset("full_denial");
        condition.kind = words::Condition::Kind::Preset;
        condition.preset = &preset;
        QCOMPARE(test::said(words::phrase(condition)),
                 std::string("With “Full denial” (5 measures, 2 of them at the table only) from 2027 Q1"));
    }
    void aResultTellsHowFarTheRunsAgree()
    {
        Series dies;
        dies.name = "Output";
        dies.unit = unitOf("M dies/year");
        ChangeSpread spread;
        spread.up = 1;
        spread.relative.quantiles[2] = 0.15;
        spread.relative.quantiles[6] = 0.25;
        words::Finding finding{.series = &dies, .year = 2028, .value = 12, .before = 10, .spread = spread};
        QCOMPARE(test::said(words::resultSentence({}, finding)),
                 std::string("With policy as it is, Output in 2028 (annual mean) is 12 million dies a year instead of 10: +20\u202f% "
                             "(+15\u202f% to +25\u202f% in 8 runs of 10; all runs rise)."));
        finding.before = 12;
        QCOMPARE(test::said(words::resultSentence({}, finding)),
                 std::string("With policy as it is, Output in 2028 (annual mean) is 12 million dies a year."));
    }
    void theLabelOfALineIsShorterThanTheName()
    {
        const auto& catalogue = test::engine().catalogue();
        Scenario own;
        own.changes = {{"hbm_export", "open", {}, 1}};
        QCOMPARE(test::said(words::lineLabel(catalogue, own)), std::string("Open"));
        own.changes.push_back({"hbm_cap_units", "3", {}, 1});
        QCOMPARE(test::said(words::lineLabel(catalogue, own)), std::string("Own package"));
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
        QCOMPARE(words::withoutIds(catalogue, hbm, "see cn_chip_purchase; an open door"), std::string("see “Buying US chips”; an open door"));
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
        QCOMPARE(test::said(words::scenarioLabel(catalogue, one)), std::string("Own package, 2 measures"));
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
