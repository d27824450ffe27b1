// Words of reasons: what is told of planted boxes, bars, indices and runs.
#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/DecisionWords.h"
#include "api/Discovery.h"
#include "api/Projection.h"
#include "api/Sensitivity.h"
#include "api/Telling.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <string>
#include <vector>

using namespace chokepoint;

namespace {

/// A run of as many series as values, each the same in all quarters.
Projection flat(const std::vector<double>& values)
{
    Projection run;
    for (const double value : values)
        run.series.emplace_back().fill(value);
    return run;
}

} // namespace

class WhyWordsTest : public QObject {
    Q_OBJECT
private slots:
    void anotherSeriesIsToldOnlyWhenTheChosenOneHardlyMoves()
    {
        const auto base = flat({100, 100, 0});
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({101, 150, 0}), base), std::size_t{0}); // 1 per cent is enough
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({100.2, 150, 0}), base), std::size_t{0});
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({100.05, 150, 0}), base), std::size_t{1});
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({99.95, 50, 0}), base), std::size_t{1}); // a fall counts like a rise
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({100, 150, 7}), base), std::size_t{2});  // something out of nothing
        QCOMPARE(mostTelling(0, {1, 2}, 2028, flat({100, 100, 0}), base), std::size_t{0});
    }
    void aLimitSaysWhetherTheCentralValueMeetsIt()
    {
        Catalogue catalogue;
        catalogue.parameters.emplace_back().description = "Growth";
        Box box;
        box.density = 0.5;
        auto& limit = box.limits.emplace_back();
        limit.high = 3;
        limit.central = 2;
        const auto meets = words::boxText(catalogue, box, test::english());
        limit.holdsCentral = false;
        limit.central = 4;
        const auto doesNot = words::boxText(catalogue, box, test::english());
        QVERIFY2(meets.find("does not meet") == std::string::npos && doesNot.find("does not meet") != std::string::npos, doesNot.c_str());
    }
    void barsAreOrderedByTheirWidthAndThoseWithoutAreLeftOut()
    {
        Tornado tornado;
        const auto add = [&](double low, double high) {
            auto& bar = tornado.bars.emplace_back();
            bar.low[5] = low;
            bar.high[5] = high;
            bar.lowDifference[5] = high; // the other way round, and none for the first
            bar.highDifference[5] = tornado.bars.size() == 1 ? high : low;
        };
        add(1, 2);
        add(4, 4);
        add(9, 3);
        QCOMPARE(widestBars(tornado, Quarter{5}, Contrast::Value), (std::vector<std::size_t>{2, 0}));
        QCOMPARE(widestBars(tornado, Quarter{5}, Contrast::Difference), (std::vector<std::size_t>{2}));
        QVERIFY(widestBars(tornado, Quarter{6}, Contrast::Value).empty());
    }
    /// The largest of three shares reads 1.8 among the others and 1.9 alone; the sentence says what its bar says.
    void theSentenceOfAShareSaysTheNumberOfItsBar()
    {
        const auto& catalogue = test::engine().catalogue();
        Attribution attribution;
        attribution.series.emplace_back().series = *catalogue.findSeries("compute.world");
        auto& series = attribution.series[0];
        const auto display = words::displayUnit(catalogue.series[series.series]);
        double total = 0;
        for (const double share : {1.87, 0.58, -0.51}) {
            attribution.players.push_back({{}, {}, {attribution.players.size()}, true});
            series.shares.emplace_back().fill(share / display.scale);
            total += share;
        }
        series.total.fill(total / display.scale);
        const auto year = Period::ofYear(2030);
        QCOMPARE(test::said(words::shownShares(series, year, display.scale).parts[0]), std::string("+1.8"));
        const auto name = words::playerName(catalogue, attribution.players[0]);
        const auto said = test::said(words::attributionFinding(catalogue, attribution, 0, year));
        QVERIFY2(said.starts_with("Most of it comes from " + name + ": 1.8 of 1.9 "), said.c_str());
        series.shares[1].fill(-1.2 / display.scale);
        series.total.fill((1.87 - 1.2 - 0.51) / display.scale);
        const auto more = test::said(words::attributionFinding(catalogue, attribution, 0, year));
        QVERIFY2(more.find("adds 1.9 ") != std::string::npos && more.find("take back 1.7.") != std::string::npos, more.c_str());
        // of a share the difference is in points
        series.series = *catalogue.findSeries("logic.yield");
        const auto points = test::said(words::attributionFinding(catalogue, attribution, 0, year));
        QVERIFY2(points.find(" points in 2030") != std::string::npos && points.find('%') == std::string::npos, points.c_str());
        QCOMPARE(words::unitOfChange(catalogue.series[series.series], 0.1).id, words::differenceUnit(catalogue.series[series.series]).id);
    }
    /// Beside "+1.8" stands no "−0.019" and no "less than 0.0005": what would read as nothing is told by the last digit of the others.
    void smallSharesAreToldWithTheDigitsOfTheOthers()
    {
        const auto said = [](double share, int decimals) { return test::said(words::shareAsShown(share, decimals)); };
        QCOMPARE(said(-0.019, 1), std::string("less than 0.1"));
        QCOMPARE(said(0.0002, 2), std::string("less than 0.01"));
        QCOMPARE(said(0.3, 0), std::string("less than 1"));
        QCOMPARE(said(-0.29, 1), std::string("\u22120.3"));
        QCOMPARE(said(0, 1), std::string("0.0"));
    }
    void aPeriodIsReadFromItsNameAndNothingElse()
    {
        QCOMPARE(Period::parse("2030").value(), Period::ofYear(2030));
        QCOMPARE(Period::parse("2030Q4").value(), Period(endOf(2030)));
        QVERIFY(Period::ofYear(2030) != Period(endOf(2030)));
        for (const char* wrong : {"2036", "2021", "203", "02030", "2030 ", "2030Q5", "", "-2030"})
            QVERIFY2(!Period::parse(wrong), wrong);
        for (const auto period : {Period::ofYear(2022), Period(Quarter{0}), Period()})
            QCOMPARE(Period::parse(period.text()).value(), period);
        QCOMPARE(test::said(words::periodName(Period::ofYear(2030))), std::string("2030"));
        QCOMPARE(test::said(words::periodName(endOf(2030))), std::string("2030 Q4"));
        QCOMPARE(test::said(words::periodOfResult(endOf(2030))), std::string("late 2030"));
    }
    void indicesAreOrderedByTheirTotalAndThoseOfNothingLeftOut()
    {
        Indices indices;
        indices.parameters = {3, 4, 5, 6};
        indices.indices.resize(1, std::vector<SobolIndex>(4));
        indices.indices[0][1].total = 0.2;
        indices.indices[0][3].total = 0.7;
        indices.indices[0][2].first = 0.9; // alone does not count without a total
        QCOMPARE(largestIndices(indices, 0), (std::vector<std::size_t>{3, 1}));
    }
};

CHOKEPOINT_TEST(WhyWordsTest)
#include "WhyWordsTest.moc"
