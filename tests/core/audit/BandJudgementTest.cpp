// Whether bands are right: counts, histogram and verdict on planted rows with known answers.
#include "audit/BandJudgement.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

/// A figure of a series at a place of its band.
BacktestRow at(std::size_t series, double below, std::optional<std::size_t> discrepancy = 0)
{
    BacktestRow row;
    row.series = series;
    row.discrepancy = discrepancy;
    row.below = below;
    row.isIn50 = 0.25 <= below && below <= 0.75;
    row.isIn80 = 0.1 <= below && below <= 0.9;
    row.isIn90 = 0.05 <= below && below <= 0.95;
    row.runsHold50 = row.isIn50 && series % 2 == 0;
    row.runsHold80 = row.isIn80 && series % 2 == 0;
    row.runsHold90 = row.isIn90 && series % 2 == 0;
    return row;
}

/// Figures spread evenly over the band, `each` of every series.
std::vector<BacktestRow> even(std::size_t series, std::size_t each)
{
    std::vector<BacktestRow> rows;
    const auto all = series * each;
    for (std::size_t i = 0; i < all; ++i)
        rows.push_back(at(i % series, (static_cast<double>(i) + 0.5) / static_cast<double>(all)));
    return rows;
}

} // namespace

class BandJudgementTest : public QObject {
    Q_OBJECT
private slots:
    void countsAreOfEachBandAndOfTheRunsAlone()
    {
        const std::vector<BacktestRow> rows{at(0, 0.5), at(1, 0.2), at(0, 0.07), at(1, 0.99), at(2, 0.75)};
        const auto counts = audit::countsOf(rows);
        QCOMPARE(counts, (BandCounts{5, 2, 3, 4, 2, 2, 3}));
        QCOMPARE(audit::countsOf({}), BandCounts{});
    }
    void classesStandInTheirOrderAndDifferencesLast()
    {
        const std::vector<BacktestRow> rows{at(0, 0.5, 7), at(1, 0.5, std::nullopt), at(2, 0.99, 3), at(3, 0.5, 7)};
        const auto classes = audit::coverageByClass(rows);
        QCOMPARE(classes.size(), std::size_t{3});
        QVERIFY(classes[0].discrepancy == 3 && classes[0].counts.all == 1 && classes[0].counts.in90 == 0);
        QVERIFY(classes[1].discrepancy == 7 && classes[1].counts.all == 2 && classes[1].counts.in50 == 2);
        QVERIFY(!classes[2].discrepancy && classes[2].counts.all == 1);
    }
    void theHistogramCountsTenths()
    {
        const std::vector<BacktestRow> rows{at(0, 0), at(1, 0.099), at(2, 0.1), at(3, 0.55), at(4, 0.59), at(5, 1), at(6, 0.95)};
        const auto histogram = audit::histogramOf(rows);
        QCOMPARE(histogram.counts, (std::array<std::size_t, 10>{2, 1, 0, 0, 0, 2, 0, 0, 0, 2}));
        QVERIFY(std::fabs(histogram.expected - 0.7) < 1e-12);
    }
    void chanceGivesABinOfIndependentFiguresWhatABinomialDoes()
    {
        const auto histogram = audit::histogramOf(even(100, 1));
        QCOMPARE(histogram.expected, 10.0);
        QVERIFY(std::fabs(histogram.high - (10 + 1.6448536269514722 * 3)) < 1e-9);
        QVERIFY(std::fabs(histogram.low - (10 - 1.6448536269514722 * 3)) < 1e-9);
        // figures of a series that lie together count as fewer
        std::vector<BacktestRow> together;
        for (std::size_t i = 0; i < 100; ++i)
            together.push_back(at(i / 10, (static_cast<double>(i / 10) + 0.5) / 10));
        const auto wide = audit::histogramOf(together);
        QCOMPARE(wide.counts, histogram.counts);
        QVERIFY(std::fabs(wide.high - (10 + 1.6448536269514722 * std::sqrt(90))) < 1e-9 && wide.low == 0);
    }
    void evenFiguresSayThatBandsAreRight()
    {
        const auto verdict = audit::verdictOn(even(20, 5));
        QVERIFY(verdict.width == BandWidth::Right && verdict.held == 80 && verdict.all == 100 && verdict.series == 20);
        QCOMPARE(verdict.expected, 80.0);
        QCOMPARE(verdict.chance, 1.0);
    }
    void allAtTheMedianSaysTooWideAndAllOutsideTooNarrow()
    {
        std::vector<BacktestRow> middle, outside;
        for (std::size_t i = 0; i < 60; ++i) {
            middle.push_back(at(i % 12, 0.5));
            outside.push_back(at(i % 12, i % 2 == 0 ? 0.001 : 0.999));
        }
        QVERIFY(audit::verdictOn(middle).width == BandWidth::TooWide);
        QVERIFY(audit::verdictOn(outside).width == BandWidth::TooNarrow);
    }
    void figuresOfOneSeriesProveLessThanOfMany()
    {
        // 40 of 100 held: independent figures would be ten deviations off, ten series of which six miss always are not so sure
        std::vector<BacktestRow> ofMany, ofFew;
        for (std::size_t i = 0; i < 100; ++i) {
            ofMany.push_back(at(i, i < 40 ? 0.5 : 0.99));
            ofFew.push_back(at(i / 10, i < 40 ? 0.5 : 0.99));
        }
        const auto many = audit::verdictOn(ofMany), few = audit::verdictOn(ofFew);
        QVERIFY(many.width == BandWidth::TooNarrow && many.chance < 1e-6);
        // sum of squares: 4 (10 * 0.2)^2 + 6 (10 * 0.8)^2 = 400; (40 - 0.5) / 20 = 1.975
        QVERIFY(std::fabs(few.chance - std::erfc(1.975 / std::sqrt(2.0))) < 1e-12);
        QVERIFY(few.width == BandWidth::TooNarrow);
        ofFew[40].isIn80 = ofFew[50].isIn80 = true; // 37.5 / sqrt(370) = 1.9496
        QVERIFY(audit::verdictOn(ofFew).width == BandWidth::Right);
    }
    void smallSamplesThatAgreeByLuckProveNothing()
    {
        std::vector<BacktestRow> held;
        for (std::size_t i = 0; i < 8; ++i)
            held.push_back(at(i, 0.5));
        QVERIFY(audit::verdictOn(held).width == BandWidth::Right); // 0.8^8 is a sixth
        QVERIFY(audit::verdictOn({held.data(), 4}).width == BandWidth::Untold);
        QVERIFY(audit::verdictOn({held.data(), 5}).width == BandWidth::Right);
        QVERIFY(audit::verdictOn({}).width == BandWidth::Untold);
    }
    void leavingOutTheSeriesThatMissesTurnsTheVerdict()
    {
        auto rows = even(10, 10); // 80 of 100
        for (std::size_t i = 0; i < 30; ++i)
            rows.push_back(at(77, 0.999));
        const auto left = audit::leaveOneOut(rows);
        QCOMPARE(left.size(), std::size_t{11});
        QCOMPARE(left.front().series, std::size_t{77});
        QVERIFY(left.front().rest.all == 100 && left.front().rest.in80 == 80);
        QCOMPARE(left.front().verdict.held, std::size_t{80});
        for (const auto& one : left)
            QVERIFY(one.series == 77 || one.rest.all == 120);
        QVERIFY(audit::leaveOneOut({rows.data() + 100, 30}).empty());
    }
};

CHOKEPOINT_TEST(BandJudgementTest)
#include "BandJudgementTest.moc"
