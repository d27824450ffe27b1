// Words and numbers for people: signs, zeros, rounding, and sentences that agree with the run.
#include "api/Words.h"
#include "api/Projection.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;

class WordsTest : public QObject {
    Q_OBJECT
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
        QCOMPARE(QString::fromStdString(words::number(value)), text);
    }
    void twoNumbersAreShownToTheSameDigitAndDifferWhereTheyDo()
    {
        using Pair = std::pair<std::string, std::string>;
        QCOMPARE(words::numbersAlike(10.12, 8.71), Pair("10.1", "8.7"));
        QCOMPARE(words::numbersAlike(8.74, 8.71), Pair("8.74", "8.71"));
        QCOMPARE(words::numbersAlike(150.2, 8.71), Pair("150", "8.7"));
        QCOMPARE(words::numbersAlike(-0.52, 1.04), Pair("\u22120.52", "1.04"));
        QCOMPARE(words::numbersAlike(8.7, 8.7), Pair("8.7", "8.7"));
        QCOMPARE(words::numbersAlike(8.7, 8.7 + 1e-9), Pair("8.7", "8.7"));
        QCOMPARE(words::numbersAlike(0, 4.2), Pair("0", "4.2"));
        QCOMPARE(words::numbersAlike(1.0 / 0.0, 4.2), Pair("not defined", "4.2"));
    }
    void aCurrencyStandsBeforeItsNumber()
    {
        QCOMPARE(words::amount("899", "USD billion a year"), std::string("USD 899 billion a year"));
        QCOMPARE(words::amount("12", "USD per GB"), std::string("USD 12 per GB"));
        QCOMPARE(words::amount("4.1", "million dies a year"), std::string("4.1 million dies a year"));
    }
    void infinityIsNotShownAsANumber() { QCOMPARE(words::number(1.0 / 0.0), std::string("not defined")); }
    void changesHaveTheRightSignAndTellZero()
    {
        QCOMPARE(words::relativeChange(111, 100), std::string("+11\u202f%"));
        QCOMPARE(words::relativeChange(99.8, 100), std::string("\u22120.2\u202f%"));
        QCOMPARE(words::relativeChange(101.2, 100), std::string("+1.2\u202f%"));
        QCOMPARE(words::relativeChange(100, 100), std::string("no effect"));
        QCOMPARE(words::relativeChange(100.01, 100), std::string("under 0.1\u202f%"));
        QCOMPARE(words::relativeChange(5, 0), std::string("from zero"));
    }
    void chancesAreSaidAsSharesOfRunsAndNeverRoundedToAllOrNone()
    {
        QCOMPARE(words::shareOfRuns(0), std::string("no run"));
        QCOMPARE(words::shareOfRuns(0.0001), std::string("1\u202f% of runs"));
        QCOMPARE(words::shareOfRuns(0.624), std::string("62\u202f% of runs"));
        QCOMPARE(words::shareOfRuns(0.9999), std::string("99\u202f% of runs"));
        QCOMPARE(words::shareOfRuns(1), std::string("all runs"));
        const auto& catalogue = test::engine().catalogue();
        const auto& compute = catalogue.series[*catalogue.findSeries("compute.china_effective")];
        QCOMPARE(words::oddsSentence(compute, 12.5, true, Quarter{20}, Quarter{23}, 0.62, 0),
                 std::string("It is at least 12.5 million H100-equivalents in some quarter from 2027 Q1 to 2027 Q4 in 62\u202f% of runs; in the baseline in no run."));
        QCOMPARE(words::oddsSentence(compute, 12.5, false, Quarter{20}, Quarter{20}, 1, 0.5),
                 std::string("It is at most 12.5 million H100-equivalents in 2027 Q1 in all runs; in the baseline in 50\u202f% of runs."));
    }
    void doubtIsSaidInWords()
    {
        Series dies;
        dies.unit.words = "million dies";
        ChangeSpread spread;
        QCOMPARE(words::rangeOfChange(dies, spread), std::string("no effect"));
        QCOMPARE(words::agreementOfRuns(spread), std::string("no run changes"));
        spread.up = 0.974;
        spread.down = 0.02;
        spread.relative.quantiles[2] = 0.008;
        spread.relative.quantiles[6] = 0.162;
        QCOMPARE(words::rangeOfChange(dies, spread), std::string("+0.8\u202f% to +16\u202f%"));
        QCOMPARE(words::agreementOfRuns(spread), std::string("97\u202f% of runs rise"));
        QCOMPARE(words::changeWithDoubt(dies, 111, 100, &spread), std::string("+11\u202f%"));
        spread.up = 0.3;
        spread.down = 0.7;
        QVERIFY(spread.isUnclear());
        QCOMPARE(words::changeWithDoubt(dies, 111, 100, &spread), std::string("no clear change"));
        QCOMPARE(words::changeWithDoubt(dies, 100, 100, &spread), std::string("no effect"));
        QCOMPARE(words::agreementOfRuns(spread), std::string("70\u202f% of runs fall, 30\u202f% rise"));
        spread.up = 0.249;
        spread.down = 0.751;
        QVERIFY(!spread.isUnclear());
        spread.up = 0.9999; // never rounded to all
        spread.down = 0.0001;
        QCOMPARE(words::agreementOfRuns(spread), std::string("99\u202f% of runs rise"));
        spread.up = 1;
        QCOMPARE(words::agreementOfRuns(spread), std::string("all runs rise"));
        spread.relative.quantiles[2] = spread.relative.quantiles[6] = -0.0001;
        QCOMPARE(words::rangeOfChange(dies, spread), std::string("about 0\u202f%"));
    }
    void whatAssumptionsDoIsToldApartFromPolicy()
    {
        Series dies;
        dies.name = "Output";
        dies.unit.words = "million dies";
        QCOMPARE(words::assumptionEffect(dies, 2028, 12, 10, 5, 5),
                 std::string("Output in 2028: policy has no effect with the inputs of the data book, and changes it by +20\u202f% under your assumptions. "
                             "The assumptions alone change it by +100\u202f% in the baseline."));
        QVERIFY(words::assumptionEffect(dies, 2028, 12, 0, 5, 5).find("changes it from zero under") != std::string::npos);
    }
    void changesOfSharesAreToldInPoints()
    {
        Series share;
        share.unit = test::engine().catalogue().series[*test::engine().catalogue().findSeries("open.influence_us")].unit;
        QVERIFY(words::isInPoints(share));
        QCOMPARE(words::changeOf(share, 0.53, 0.571), std::string("\u22124.1 points"));
        QCOMPARE(words::changeOf(share, 0.57, 0.57), std::string("no effect"));
        QCOMPARE(words::changeOf(share, 0.5702, 0.57), std::string("under 0.1 points"));
        QCOMPARE(words::differenceUnit(share), std::string("percentage points"));
        ChangeSpread spread;
        spread.up = 0.95;
        spread.down = 0.05;
        spread.difference.quantiles[2] = -0.0001;
        spread.difference.quantiles[6] = 0.021;
        QCOMPARE(words::rangeOfChange(share, spread), std::string("0 to +2.1 points"));
        const auto& engine = test::engine();
        const auto row = *engine.catalogue().findSeries("open.influence_china");
        const auto push = engine.project(engine.preset("open_weights_push")), base = engine.project(engine.preset("status_quo_2026"));
        const auto parts = words::resultParts(engine.catalogue(), engine.preset("open_weights_push"), row, 2028, push, base);
        QVERIFY2(parts.change.ends_with(" points") && parts.change.starts_with("\u2212"), parts.change.c_str());
        QVERIFY2(parts.condition.starts_with("With “American open-weights push”") && parts.whole().starts_with(parts.condition + ", Chinese influence"), parts.whole().c_str());
    }
    void exactNumbersKeepTheirDigits()
    {
        QCOMPARE(words::exactNumber("100000"), std::string("100,000"));
        QCOMPARE(words::exactNumber("0.25"), std::string("0.25"));
        QCOMPARE(words::exactNumber("-1234.5"), std::string("\u22121,234.5"));
    }
    void everySeriesHasAUnitInWords()
    {
        for (const auto& series : test::engine().catalogue().series) {
            const auto unit = words::displayUnit(series).unit;
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
        QCOMPARE(words::shortValue(hbm, "hbm3_cap"), std::string("HBM3, capped"));
        QCOMPARE(words::shortValue(cap, "6"), std::string("6 million stacks a year"));
        QCOMPARE(words::shortValue(cut, "25"), std::string("25\u202f%"));
        const auto& budget = catalogue.measures[*catalogue.findMeasure("enforcement_budget")];
        QCOMPARE(words::shortValue(budget, "400"), std::string("US$ 400 million"));
        QCOMPARE(words::change(catalogue, {"hbm_cap_units", "3", test::quarter("2028Q1"), 4}, defaultStart),
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
        const auto sentence = words::resultParts(catalogue, open, row, 2028, run, base).whole();
        QVERIFY2(sentence.starts_with("With HBM sales to China at “Open” from 2027 Q1, Chinese effective compute in 2028 (annual mean) is "), sentence.c_str());
        const auto [value, before] = words::numbersAlike(run.annualMean(row, 2028), base.annualMean(row, 2028));
        QVERIFY2(sentence.find(value + " million H100-equivalents instead of " + before + ": ") != std::string::npos, sentence.c_str());
        QVERIFY2(sentence.find(words::relativeChange(run.annualMean(row, 2028), base.annualMean(row, 2028))) != std::string::npos, sentence.c_str());
        const auto talent = words::resultParts(catalogue, open, *catalogue.findSeries("talent.us_domestic"), 2028, run, base).whole();
        QVERIFY2(talent.ends_with(": no effect."), talent.c_str());
    }
    void theSentenceTellsOfWhatMoved()
    {
        const auto& engine = test::engine();
        const auto compute = *engine.catalogue().findSeries("compute.china_effective"), people = *engine.catalogue().findSeries("talent.us");
        const auto base = engine.project(engine.preset("status_quo_2026"));
        QCOMPARE(words::mostTelling(compute, {people}, 2028, engine.project(engine.preset("hbm_strict")), base), compute);
        QCOMPARE(words::mostTelling(compute, {people}, 2028, engine.project(engine.preset("talent_drought")), base), people);
        QCOMPARE(words::mostTelling(compute, {people}, 2028, base, base), compute);
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
        QCOMPARE(words::scenarioLabel(catalogue, test::engine().preset("full_denial")), std::string("Full denial"));
        Scenario one;
        one.changes = {{"hbm_export", "open", {}, 1}};
        QCOMPARE(words::scenarioLabel(catalogue, one), std::string("HBM sales to China: Open"));
        one.changes.push_back({"hbm_cap_units", "3", {}, 1});
        QCOMPARE(words::scenarioLabel(catalogue, one), std::string("Own package, 2 measures"));
    }
    void theAnnualTableHasEverySeriesAndEveryBindingQuarter()
    {
        const auto& engine = test::engine();
        const auto table = words::annualTable(engine.catalogue(), engine.project(engine.preset("status_quo_2026")));
        for (const auto& series : engine.catalogue().series)
            if (series.kind != SeriesKind::Category)
                QVERIFY2(table.find("  " + series.name + " ") != std::string::npos, series.name.c_str());
        QVERIFY(table.find("2022 Q1") != std::string::npos && table.find("2035 Q4: ") != std::string::npos);
        QVERIFY(table.find("e+") == std::string::npos);
    }
};

CHOKEPOINT_TEST(WordsTest)
#include "WordsTest.moc"
