// Decisions: regret and the value of information on planted numbers with known answers, and on the model.
#include "api/Decisions.h"
#include "api/Projection.h"
#include "choice/Information.h"
#include "choice/Regret.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

std::size_t series(const char* id) { return *test::engine().catalogue().findSeries(id); }

/// Sixteen strata of a hundred draws each; in a stratum every other draw lies `spread` above its mean and every other as much below.
std::vector<double> inStrata(const std::vector<double>& means, double spread)
{
    std::vector<double> values;
    for (const double mean : means)
        for (int i = 0; i < 100; ++i)
            values.push_back(mean + (i % 2 ? spread : -spread));
    return values;
}

std::vector<double> rising(std::size_t count)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(i));
    return values;
}

} // namespace

class DecisionsTest : public QObject {
    Q_OBJECT
private slots:
    void regretIsTheDistanceToTheBestOfEachSample()
    {
        const std::vector<std::vector<double>> values{{10, 4, 7}, {8, 9, 7}, {1, 2, 3}};
        QVERIFY((choosing::regretsOf(values, true) == std::vector<std::vector<double>>{{0, 5, 0}, {2, 0, 0}, {9, 7, 4}}));
        QVERIFY((choosing::regretsOf(values, false) == std::vector<std::vector<double>>{{9, 2, 4}, {7, 7, 4}, {0, 0, 0}}));
        const std::vector<std::vector<double>> one(1, std::vector<double>{5, -5}), nothing(1, std::vector<double>{0, 0});
        QVERIFY(choosing::regretsOf(one, true) == nothing); // one package is the best of all
    }
    void theSummaryKeepsCentralAndSetsApartFromDraws()
    {
        auto regrets = rising(101); // draws: 0 to 100
        regrets.insert(regrets.begin(), {1000, 0, 2000});
        const auto summary = choosing::summaryOf(regrets, 2);
        QCOMPARE(summary.central, 1000.0);
        QCOMPARE(summary.underAssumptions, (std::vector<double>{0, 2000}));
        QCOMPARE(summary.mean, 50.0);
        QCOMPARE(summary.median, 50.0);
        QCOMPARE(summary.ninetieth, 90.0);
        QCOMPARE(summary.largest, 100.0);
        QCOMPARE(summary.shareBest, 1.0 / 101);
        QVERIFY(choosing::summaryOf(std::vector<double>{3, 4}, 0).underAssumptions.empty());
    }
    void thePreferredPackageIsTheBetterOneOnAverage()
    {
        const std::vector<double> differences{1, 1, 1, -2}, seldom{-8, 1, 1, 1}, none(4);
        const auto more = choosing::preferenceOf(differences, true), less = choosing::preferenceOf(differences, false);
        QVERIFY(more.meanDifference == 0.25 && more.shareFirstBetter == 0.75 && more.isFirstPreferred);
        QVERIFY(less.meanDifference == 0.25 && less.shareFirstBetter == 0.25 && !less.isFirstPreferred);
        const auto mostly = choosing::preferenceOf(seldom, true); // better in most draws, worse on average
        QVERIFY(mostly.meanDifference == -1.25 && mostly.shareFirstBetter == 0.75 && !mostly.isFirstPreferred);
        const auto alike = choosing::preferenceOf(none, true);
        QVERIFY(alike.isFirstPreferred && alike.shareFirstBetter == 0);
    }
    void anUnknownTurnsTheRankingInTheStrataWhereThePreferredDoesWorse()
    {
        std::vector<double> means(16, 1.0);
        means[0] = -3;
        means[15] = -1;
        const auto found = choosing::resolvedBy(rising(1600), inStrata(means, 0.5));
        QCOMPARE(found.flipShare, 2.0 / 16);
        QVERIFY(std::fabs(found.worth - 4.0 / 16) < 1e-12);
        // sorted by an unknown that has nothing to do with it, every stratum has its part of the bad draws: nothing turns
        auto mixed = rising(1600);
        for (std::size_t i = 0; i < mixed.size(); ++i)
            mixed[i] = static_cast<double>(i % 100);
        QCOMPARE(choosing::resolvedBy(mixed, inStrata(means, 0.5)).flipShare, 0.0);
    }
    void whatLiesWithinTwoStandardErrorsDoesNotTurnTheRanking()
    {
        // the standard error of a stratum's mean is sqrt(100 / 99 / 100), a little over a tenth
        std::vector<double> means(16, 1.0);
        means[3] = -0.15; // 1.5 errors
        const auto noise = choosing::resolvedBy(rising(1600), inStrata(means, 1));
        QCOMPARE(noise.flipShare, 0.0);
        QVERIFY(std::fabs(noise.worth - 0.15 / 16) < 1e-12); // the gain counts all the same
        means[3] = -0.25;                                    // 2.5 errors
        QCOMPARE(choosing::resolvedBy(rising(1600), inStrata(means, 1)).flipShare, 1.0 / 16);
    }
    void unknownsThatFlipMostOftenComeFirst()
    {
        std::vector<Unknown> unknowns{{1, 0, 5}, {2, 0.5, 1}, {3, 0.5, 2}, {4, 0, 5}, {5, 0, 6}};
        choosing::sortByFlips(unknowns);
        std::vector<std::size_t> order;
        for (const auto& unknown : unknowns)
            order.push_back(unknown.parameter);
        QCOMPARE(order, (std::vector<std::size_t>{3, 2, 5, 1, 4}));
    }
    void regretIsZeroForTheBestAndNeverNegative()
    {
        const auto& engine = test::engine();
        const std::vector<Scenario> packages{engine.preset("status_quo_2026"), engine.preset("open_gates"), engine.preset("full_denial")};
        DecisionRequest request;
        request.aim = {series("compute.china_effective"), test::quarter("2033Q4"), true};
        request.draws = 256;
        const auto table = regretOf(engine, packages, {{{"world.growth_2027", "0.5"}}, {}}, request);
        QVERIFY(table.isComplete && table.packages.size() == 3);
        QVERIFY(table.packages[1].shareBest == 1 && table.packages[1].largest == 0 && table.packages[1].central == 0);
        for (const auto& row : table.packages)
            QVERIFY(row.mean >= 0 && row.median <= row.ninetieth && row.ninetieth <= row.largest && row.underAssumptions.size() == 2);
        QVERIFY(table.packages[2].underAssumptions[1] == table.packages[2].central);
        const auto run = request.aim.at.in(engine.project(packages[1]).series[request.aim.series])
                       - request.aim.at.in(engine.project(packages[2]).series[request.aim.series]);
        QVERIFY(table.packages[2].central == run);
        QVERIFY(test::errorOf([&] { regretOf(engine, {}, {}, request); }).refusal().id == "no_package");
    }
    void informationIsWorthSomethingOnlyWhereTheRankingCanTurn()
    {
        const auto& engine = test::engine();
        DecisionRequest request;
        request.aim = {series("compute.china_effective"), test::quarter("2033Q4"), false};
        request.draws = 1024;
        const auto sure = valueOfInformation(engine, engine.preset("full_denial"), engine.preset("open_gates"), request);
        QVERIFY(sure.isComplete && sure.isFirstPreferred && sure.shareFirstBetter > 0.95 && sure.unknowns.front().flipShare == 0);
        auto open = engine.preset("status_quo_2026"), free = open;
        open.changes = {{"hbm_export", "open", {}, 1}};
        free.changes = {{"cn_chip_purchase", "free", {}, 1}};
        const auto unsure = valueOfInformation(engine, open, free, request);
        qInfo("first better in %.2f of draws; %s flips in %.2f", unsure.shareFirstBetter,
              engine.catalogue().parameters[unsure.unknowns.front().parameter].id.c_str(), unsure.unknowns.front().flipShare);
        for (std::size_t i = 1; i < unsure.unknowns.size(); ++i)
            QVERIFY(unsure.unknowns[i].flipShare <= unsure.unknowns[i - 1].flipShare && unsure.unknowns[i].worth >= 0);
    }
};

CHOKEPOINT_TEST(DecisionsTest)
#include "DecisionsTest.moc"
