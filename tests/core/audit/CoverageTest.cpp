// Coverage: what runs and draws say of observations, on planted numbers with known answers.
#include "audit/Coverage.h"
#include "audit/HoldOut.h"
#include "audit/LevelBand.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>
#include <span>
#include <string>
#include <vector>

using namespace chokepoint;

namespace {

/// The quarters counted from 0.
SeriesValues counting()
{
    SeriesValues values{};
    for (std::size_t q = 0; q < values.size(); ++q)
        values[q] = static_cast<double>(q);
    return values;
}

Observation observed(double value, double begin = 2024, double end = 2025)
{
    Observation observation;
    observation.begin = begin;
    observation.end = end;
    observation.time = (begin + end) / 2;
    observation.value = value;
    return observation;
}

BacktestRow row(std::size_t series, bool isIn80, bool isIn90, double error)
{
    BacktestRow result;
    result.series = series;
    result.isIn80 = isIn80;
    result.isIn90 = isIn90;
    result.error = error;
    return result;
}

/// Against draws of a series without discrepancy.
BacktestRow rowFor(const Observation& observation, double central, const std::vector<double>& drawn)
{
    return audit::rowOf(std::span(&observation, 1), Discrepancy{}, central, drawn);
}

} // namespace

class CoverageTest : public QObject {
    Q_OBJECT
private slots:
    void aPeriodIsTheMeanOfItsQuartersAndADateLiesBetweenTwo()
    {
        const auto values = counting(); // 2024 Q1 is quarter 8
        QCOMPARE(audit::overPeriod(values, SeriesKind::Rate, observed(0, 2024, 2025)), 9.5);
        QCOMPARE(audit::overPeriod(values, SeriesKind::Rate, observed(0, 2024, 2024.5)), 8.5);
        QCOMPARE(audit::overPeriod(values, SeriesKind::Rate, observed(0, 2024.5, 2025.5)), 11.5);
        QCOMPARE(audit::overPeriod(values, SeriesKind::Stock, observed(0, 2026, 2026)), 15.0); // the end of 2025 Q4
        QCOMPARE(audit::overPeriod(values, SeriesKind::Stock, observed(0, 2026.125, 2026.125)), 15.5);
        QCOMPARE(audit::overPeriod(values, SeriesKind::Rate, observed(0, 2024.125, 2024.125)), 8.0); // the middle of 2024 Q1
        QCOMPARE(audit::overPeriod(values, SeriesKind::Rate, observed(0, 2024.25, 2024.25)), 8.5);
        QCOMPARE(audit::overPeriod(values, SeriesKind::Stock, observed(0, 2022, 2022)), 0.0); // before the first point
    }
    void packagesOfHuaweiAreItsPartOfTheMoney()
    {
        std::vector<SeriesValues> series(3);
        series[0].fill(10);
        series[1].fill(3);
        series[2].fill(6);
        series[2][4] = 0;
        const auto units = audit::huaweiUnits(series, {0, 1, 2});
        QVERIFY(units[0] == 5 && units[55] == 5 && units[4] == 10);
    }
    void aRowSaysWhichBandHoldsTheObservation()
    {
        std::vector<double> draws;
        for (int i = 0; i <= 100; ++i)
            draws.push_back(i * 37 % 101); // 0 to 100 in another order
        const auto between = rowFor(observed(92), 46, draws);
        QVERIFY(between.low90 == 5 && between.low80 == 10 && between.high80 == 90 && between.high90 == 95);
        QVERIFY(!between.isIn80 && between.isIn90 && between.rangeMeets90 && between.central == 46);
        QCOMPARE(between.error, -0.5);
        QVERIFY(rowFor(observed(10), 0, draws).isIn80 && rowFor(observed(89), 0, draws).isIn80); // with a tenth of the draws on either side
        QVERIFY(!rowFor(observed(9), 0, draws).isIn80 && !rowFor(observed(90), 0, draws).isIn80);
        QVERIFY(!rowFor(observed(7), 0, draws).isIn80 && rowFor(observed(7), 0, draws).isIn90);
        QVERIFY(!rowFor(observed(4), 0, draws).isIn90 && !rowFor(observed(96), 0, draws).isIn90);
        QVERIFY(!rowFor(observed(96), 0, draws).rangeMeets90);
        QCOMPARE(rowFor(observed(0), 7, draws).error, 0.0);
        auto range = observed(97);
        range.low = 94;
        range.high = 99;
        QVERIFY(rowFor(range, 0, draws).rangeMeets90 && !rowFor(range, 0, draws).isIn90);
        range.low = 96;
        QVERIFY(!rowFor(range, 0, draws).rangeMeets90);
        range.value = 2;
        range.low = 1;
        range.high = 4;
        QVERIFY(!rowFor(range, 0, draws).rangeMeets90);
        range.high = 5;
        QVERIFY(rowFor(range, 0, draws).rangeMeets90);
    }
    void theBandOfLevelsMixesNormalLawsAroundTheDraws()
    {
        // one draw: the band is the law itself
        const audit::LevelBand one(std::vector<double>{10}, false, 0.2);
        QVERIFY(std::fabs(one.below(10) - 0.5) < 1e-15);
        QVERIFY(std::fabs(one.below(10 * std::exp(0.2)) - 0.841344746068543) < 1e-14);
        QVERIFY(std::fabs(one.quantile(0.9) / (10 * std::exp(0.2 * 1.2815515655446004)) - 1) < 1e-11);
        // on the logit no band leaves 0 to 1
        const audit::LevelBand share(std::vector<double>{0.9}, true, 0.6);
        const double odds = 9 * std::exp(0.6 * 1.6448536269514722);
        QVERIFY(std::fabs(share.quantile(0.95) - odds / (1 + odds)) < 1e-12);
        QVERIFY(share.below(1) == 1 && share.below(0) == 0);
        // two draws far apart: half of the band lies between them
        const audit::LevelBand two(std::vector<double>{100, 1}, false, 0.1);
        QVERIFY(std::fabs(two.below(10) - 0.5) < 1e-15);
        QVERIFY(std::fabs(two.quantile(0.25) - 1) < 1e-11 && std::fabs(two.quantile(0.75) - 100) < 1e-8);
        for (const double p : {0.05, 0.1, 0.3, 0.9, 0.95})
            QVERIFY(std::fabs(two.below(two.quantile(p)) - p) < 1e-10);
        // what the scale does not hold stays as it is
        const audit::LevelBand ends(std::vector<double>{0, 0, 4, 4}, false, 0.1);
        QVERIFY(ends.below(1) == 0.5 && ends.quantile(0.3) == 0 && std::fabs(ends.quantile(0.75) - 4) < 1e-11);
        const audit::LevelBand full(std::vector<double>{1, 0.5, 0.5, 0.5}, true, 0.1);
        QVERIFY(std::fabs(full.below(0.9) - 0.75) < 1e-15 && full.quantile(0.8) == 1);
        // without a deviation it is the draws alone
        const audit::LevelBand plain(std::vector<double>{3, 1, 2, -1}, false, 0);
        QVERIFY(plain.below(1) == 0.5 && plain.below(0.5) == 0.25 && plain.quantile(0.5) == 1.5);
    }
    void severalSourcesCountAsTheirGeometricMean()
    {
        auto low = observed(2), high = observed(8);
        low.low = 1;
        high.high = 9;
        const std::vector<Observation> sources{low, high};
        const auto row = audit::rowOf(sources, Discrepancy{}, 5, std::vector<double>{3, 4, 5});
        QVERIFY(std::fabs(row.observed - 4) < 1e-14 && *row.low == 1 && *row.high == 9);
        QVERIFY(std::fabs(row.error - 0.25) < 1e-14);
    }
    void aFigureOfAQuarterLiesFurtherOffThanOneOfAYear()
    {
        const Discrepancy filings{"filings", false, 0.015, 0.05, ""};
        QCOMPARE(audit::deviationFor(filings, observed(1, 2024.25, 2024.5)), 0.05);
        QCOMPARE(audit::deviationFor(filings, observed(1, 2024, 2025)), 0.015);
        QCOMPARE(audit::deviationFor(filings, observed(1, 2024.5, 2025.5)), 0.015);
        QCOMPARE(audit::deviationFor(filings, observed(1, 2026, 2026)), 0.015); // a date
        // the class decides: a band of draws alone would miss this figure, and the one of levels holds it
        const std::vector<double> draws{10, 10, 10};
        const auto figure = observed(10.5, 2024.25, 2024.5);
        const auto row = audit::rowOf(std::span(&figure, 1), filings, 10, draws);
        QVERIFY(row.isIn80 && !row.runsHold90);
    }
    void coverageIsCountedBySeries()
    {
        const auto found = audit::coverageBySeries(
            {row(9, true, true, 0.1), row(2, false, true, 3), row(9, false, false, -0.7), row(2, false, false, -4), row(2, true, true, 0)});
        QCOMPARE(found.size(), std::size_t{2});
        QVERIFY(found[0].series == 2 && found[0].observations == 3 && found[0].in80 == 1 && found[0].in90 == 2);
        QVERIFY(std::fabs(found[0].meanError + 1.0 / 3) < 1e-15 && std::fabs(found[0].typicalError - std::sqrt(25.0 / 3)) < 1e-15);
        QVERIFY(found[1].series == 9 && found[1].observations == 2 && found[1].in80 == 1 && found[1].in90 == 1);
        QVERIFY(std::fabs(found[1].meanError + 0.3) < 1e-15 && std::fabs(found[1].typicalError - 0.5) < 1e-15);
        QVERIFY(audit::coverageBySeries({}).empty());
    }
    void missesComeFirstAndTheLeadingSeriesBeforeThem()
    {
        std::vector<BacktestRow> rows{row(1, true, true, 0.2),  row(1, false, false, 0.1),  row(7, true, true, 0.3),
                                      row(2, true, true, -0.9), row(2, false, false, -0.4), row(7, false, false, 0.1)};
        audit::sortMissesFirst(rows, 7);
        std::vector<double> errors;
        for (const auto& r : rows)
            errors.push_back(r.error);
        QCOMPARE(errors, (std::vector<double>{0.3, 0.1, -0.4, 0.1, -0.9, 0.2}));
        QVERIFY(rows[0].series == 7 && rows[1].series == 7);
    }
    void onlyWhatLiesInTheRecordedTimeIsJudged()
    {
        std::vector<Observation> observations{
            observed(1), observed(1, 2021, 2022), observed(1, 2022, 2023), observed(1, 2026, 2027), observed(1, 2026, 2026.5), observed(1)};
        observations.back().isExpectation = true;
        QCOMPARE(audit::judgedIn(observations), (std::vector<std::vector<std::size_t>>{{0}, {2}, {4}}));
        observations.push_back(observed(3));         // the same figure by another source
        observations.push_back(observed(3));         // another figure of the same series and period
        observations.back().id = "another";
        QCOMPARE(audit::judgedIn(observations), (std::vector<std::vector<std::size_t>>{{0, 6}, {2}, {4}, {7}}));
    }
    void theHoldOutCountsWhatRestsOnEarlySourcesAlone()
    {
        Catalogue catalogue;
        const auto dated = [&](const char* id, const char* date) {
            auto& source = catalogue.sources.emplace_back();
            source.id = id;
            source.date = date;
        };
        dated("old", "2023-12-31");
        dated("older", "2019");
        dated("new", "2024-01-01");
        dated("undated", "no date");
        dated("short", "99");
        const auto& parameters = test::engine().catalogue().parameters;
        auto like = parameters[*test::engine().catalogue().findParameter("world.growth_2027")]; // it has a range
        const std::vector<std::vector<std::string>> sources{{"old"}, {"older", "old"}, {"old", "new"}, {"undated"}, {"short"}, {}};
        for (const auto& own : sources) {
            like.sources = own;
            catalogue.parameters.push_back(like);
        }
        auto fixed =
            *std::ranges::find_if(parameters, [&](const Parameter& p) { return p.distribution != like.distribution && p.low == p.high; });
        fixed.sources = {"old"};
        catalogue.parameters.push_back(fixed);
        for (const char* source : {"old", "new", "older"})
            catalogue.paths.emplace_back().sources = {source};
        const auto counts = audit::holdOutOf(catalogue, 2023);
        QCOMPARE(counts.parameters, std::size_t{6});
        QCOMPARE(counts.earlyParameters, std::size_t{2});
        QCOMPARE(counts.paths, std::size_t{3});
        QCOMPARE(counts.earlyPaths, std::size_t{2});
        QCOMPARE(audit::holdOutOf(catalogue, 2024).earlyParameters, std::size_t{3});
        QCOMPARE(audit::holdOutOf(test::engine().catalogue(), audit::holdOutYear).parameters, std::size_t{224});
        QCOMPARE(audit::holdOutYear, 2023); // the sentence of the backtest names the year
    }
    void thePartsOfASpreadByGrades()
    {
        QCOMPARE(audit::varianceOf(std::vector<double>{1, 3}), 1.0);
        QCOMPARE(audit::varianceOf(std::vector<double>{5}), 0.0);
        const auto part = audit::gradeShare(8, 2, 4);
        QVERIFY(part.onAB == 0.25 && part.onCD == 0.5 && part.together == 0.25);
        const auto overlap = audit::gradeShare(8, 6, 4);
        QVERIFY(overlap.together == -0.25);
        const auto nothing = audit::gradeShare(0, 0, 0);
        QVERIFY(nothing.onAB == 0 && nothing.onCD == 0 && nothing.together == 0);
    }
};

CHOKEPOINT_TEST(CoverageTest)
#include "CoverageTest.moc"
