// Goal seek: planted packages are found, the nearest first, and what is told of them are exact runs.
#include "api/GoalSeek.h"
#include "api/GoalWords.h"
#include "api/Projection.h"
#include "choice/GoalSearch.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace chokepoint;

namespace {

std::size_t seriesSought(const char* id) { return *test::engine().catalogue().findSeries(id); }

GoalRequest goal(const char* id, int year, Bound bound)
{
    GoalRequest request;
    request.from = test::engine().preset("status_quo_2026");
    request.series = seriesSought(id);
    request.year = year;
    request.bound = bound;
    request.draws = 50;
    return request;
}

/// A search in which a package is worth the sum of its moves.
choosing::Search additive(const std::vector<choosing::Move>& moves, const std::vector<double>& worths, double threshold)
{
    choosing::Search search;
    search.moves = moves;
    search.bound = {Comparison::AtLeast, threshold};
    search.evaluate = [worths](const std::vector<choosing::Package>& packages) {
        std::vector<double> values;
        for (const auto& package : packages) {
            double sum = 0;
            for (const auto move : package)
                sum += worths[move];
            values.push_back(sum);
        }
        return values;
    };
    return search;
}

std::vector<choosing::Package> packagesOf(const choosing::SearchResult& result)
{
    std::vector<choosing::Package> packages;
    for (const auto& found : result.found)
        packages.push_back(found.moves);
    return packages;
}

} // namespace

class GoalSeekTest : public QObject {
    Q_OBJECT
private slots:
    void enoughDrawsMeetTheGoalAndWhatItCostsStandsBeside()
    {
        const auto& engine = test::engine();
        auto request = goal("compute.china_effective", 2030, {});
        const double present = engine.project(request.from).annualMean(request.series, 2030);
        request.bound = {Comparison::AtLeast, present * 1.03};
        request.draws = 200;
        request.beside = {seriesSought("revenue.us_allied_total"), seriesSought("talent.us")};
        const auto least = seekGoal(engine, request);
        request.leastInTen = 8;
        const auto sure = seekGoal(engine, request);
        QVERIFY(!least.packages.empty() && !sure.packages.empty());
        QVERIFY(least.packages.front().shareOfDraws < 0.8); // the nearest would not do
        for (const auto& package : sure.packages) {
            QVERIFY(package.shareOfDraws >= 0.8 && request.bound.holds(package.value));
            const auto projection = engine.project(package.scenario);
            for (std::size_t i = 0; i < request.beside.size(); ++i)
                QCOMPARE(package.beside[i], projection.annualMean(request.beside[i], 2030));
        }
        QCOMPARE(sure.presentBeside[0], engine.project(request.from).annualMean(request.beside[0], 2030));
        // the central run may meet a goal that too few draws meet
        request.bound.threshold = present * 0.999;
        QVERIFY(!seekGoal(engine, request).isMetAlready);
        request.leastInTen = 0;
        QVERIFY(seekGoal(engine, request).isMetAlready);
        // what no package reaches in enough draws is said with the surest share
        request.bound.threshold = present * 1.03;
        request.leastInTen = 10;
        request.movable = {*engine.catalogue().findMeasure("hbm_export")};
        const auto never = seekGoal(engine, request);
        QVERIFY(never.packages.empty() && never.isComplete);
    }
    void fewerThanTenDrawsCannotSayHowManyInTen()
    {
        auto request = goal("compute.china_effective", 2030, {});
        request.draws = 9;
        request.leastInTen = 8;
        const auto refused = test::errorOf([&] { seekGoal(test::engine(), request); });
        QVERIFY2(refused.problem.starts_with("9 is out of range for the number of draws"), refused.what());
        QVERIFY2(refused.reason.find("from 10 to") != std::string::npos, refused.what());
    }
    void theSearchFindsPlantedPackages()
    {
        // 12 measures of 3 values; only moves 4 and 10 together, or 1, 20 and 30 together, reach 10
        choosing::Search search;
        for (std::size_t m = 0; m < 12; ++m)
            for (std::size_t value = 1; value <= 3; ++value)
                search.moves.push_back({m, value});
        search.bound = {Comparison::AtLeast, 10};
        const auto worth = [](const choosing::Package& p) {
            const auto has = [&](std::size_t move) { return std::ranges::find(p, move) != p.end(); };
            double value = 0.01 * static_cast<double>(p.size());
            value += has(4) && has(10) ? 10 : has(4) || has(10) ? 1 : 0;
            value += has(1) && has(20) && has(30) ? 10 : 2.5 * (has(1) + has(20) + has(30));
            return value;
        };
        search.evaluate = [&](const std::vector<choosing::Package>& packages) {
            std::vector<double> values;
            for (const auto& p : packages)
                values.push_back(worth(p));
            return values;
        };
        search.wanted = 2;
        const auto found = choosing::searchGoal(search);
        QVERIFY(found.isComplete && found.found.size() == 2);
        QVERIFY((found.found[0].moves == choosing::Package{4, 10}) && (found.found[1].moves == choosing::Package{1, 20, 30}));
        search.bound.threshold = 1000;
        const auto none = choosing::searchGoal(search);
        QVERIFY(none.found.empty() && none.nearest > 10);
        search.evaluate = [](const std::vector<choosing::Package>&) { return std::vector<double>{}; };
        QVERIFY(!choosing::searchGoal(search).isComplete);
    }
    void noFoundPackageHasANeedlessMeasureOrTwoMovesOfOne()
    {
        // measures 0 to 3 with one move each, and a second move of measure 0
        auto search = additive({{0, 1}, {1, 1}, {2, 1}, {3, 1}, {0, 2}}, {10, 6, 5, 0, 4}, 10);
        search.wanted = 9;
        search.mostChanges = 3;
        const auto found = choosing::searchGoal(search);
        // the first move does it alone, so nothing with it is told; the last does it with measure 1, and 1 and 2 do it together
        QVERIFY((packagesOf(found) == std::vector<choosing::Package>{{0}, {1, 2}, {1, 4}}));
    }
    void ofPackagesOfTheSameMeasuresOnlyTheNearestIsTold()
    {
        auto search = additive({{0, 1}, {0, 2}, {1, 1}}, {10, 12, 11}, 10);
        search.wanted = 9;
        const auto found = choosing::searchGoal(search);
        QVERIFY((packagesOf(found) == std::vector<choosing::Package>{{0}, {2}})); // the second move of measure 0 goes two steps
        QCOMPARE(found.tried, std::size_t{3});
    }
    void stepsComeBeforeTheNumberOfChangesWhenAskedFor()
    {
        auto search = additive({{0, 9}, {1, 1}, {2, 1}}, {10, 5, 5}, 10);
        QVERIFY((packagesOf(choosing::searchGoal(search)) == std::vector<choosing::Package>{{0}, {1, 2}}));
        search.countSteps = true;
        QVERIFY((packagesOf(choosing::searchGoal(search)) == std::vector<choosing::Package>{{1, 2}, {0}}));
        search.wanted = 1; // with steps to count it does not end at the first size that is enough
        QVERIFY((packagesOf(choosing::searchGoal(search)) == std::vector<choosing::Package>{{1, 2}}));
    }
    void theNearestValueIsToldOfBothSides()
    {
        auto search = additive({{0, 1}, {1, 1}}, {3, 5}, 100);
        search.present = 1;
        search.mostChanges = 1;
        QCOMPARE(choosing::searchGoal(search).nearest, 5.0);
        search.bound = {Comparison::AtMost, -100};
        QCOMPARE(choosing::searchGoal(search).nearest, 1.0); // nothing comes nearer than what is there
    }
    void goalSeekFindsThePackageOfAPlantedValue()
    {
        // a package sets the goal; goal seek must find it or a nearer one that truly meets it
        const auto& engine = test::engine();
        auto planted = engine.preset("status_quo_2026");
        planted.changes = {{"hbm_export", "open", test::quarter("2027Q1"), 1}, {"cn_chip_purchase", "free", test::quarter("2027Q1"), 1}};
        const double value = engine.project(planted).annualMean(seriesSought("compute.china_effective"), 2030);
        auto request = goal("compute.china_effective", 2030, {Comparison::AtLeast, value});
        for (const char* id : {"hbm_export", "cn_chip_purchase", "cn_rare_earth", "opt"})
            request.movable.push_back(*engine.catalogue().findMeasure(id));
        const auto answer = seekGoal(engine, request);
        QVERIFY(answer.isComplete && !answer.isMetAlready && !answer.packages.empty());
        const auto& nearest = answer.packages.front();
        QCOMPARE(nearest.moves.size(), std::size_t{2});
        QVERIFY(nearest.moves[0].measure == "hbm_export" && nearest.moves[1].measure == "cn_chip_purchase");
        for (const auto& package : answer.packages) {
            QVERIFY(package.value >= value && package.value == engine.project(package.scenario).annualMean(request.series, 2030));
            QVERIFY(package.shareOfDraws > 0 && package.shareOfDraws < 1);
        }
        QVERIFY(words::goalText(engine.catalogue(), request, answer, test::english(Program::CommandLine)).find("HBM sales to China")
                != std::string::npos);
    }
    void goalSeekOverAllMeasuresGivesThreeDifferentPackages()
    {
        const auto& engine = test::engine();
        const double now = engine.project(engine.preset("status_quo_2026")).annualMean(seriesSought("compute.china_effective"), 2031);
        auto request = goal("compute.china_effective", 2031, {Comparison::AtMost, now * 0.93});
        request.mostChanges = 2;
        for (const auto nearest : {GoalRequest::Nearest::FewestChanges, GoalRequest::Nearest::LeastChanges}) {
            request.nearest = nearest;
            const auto answer = seekGoal(engine, request);
            QCOMPARE(answer.packages.size(), std::size_t{3});
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(answer.packages[i].value <= now * 0.93);
                if (i > 0)
                    QVERIFY(nearest == GoalRequest::Nearest::LeastChanges
                                ? answer.packages[i].steps >= answer.packages[i - 1].steps
                                : answer.packages[i].moves.size() >= answer.packages[i - 1].moves.size());
            }
        }
    }
    void goalSeekSaysWhatCannotBeReached()
    {
        auto request = goal("compute.china_effective", 2030, {Comparison::AtLeast, 1e6});
        request.movable = {*test::engine().catalogue().findMeasure("opt")};
        const auto answer = seekGoal(test::engine(), request);
        QVERIFY(answer.isComplete && answer.packages.empty() && answer.nearestValue < 1e6 && answer.tried > 0);
        request.bound.threshold = 0;
        QVERIFY(seekGoal(test::engine(), request).isMetAlready);
        request.movable = {*test::engine().catalogue().findMeasure("us_tariff")};
        QVERIFY(test::errorOf([&] { seekGoal(test::engine(), request); }).place == "measure “us_tariff”");
        request.movable.clear();
        request.year = 2050;
        QVERIFY(test::errorOf([&] { seekGoal(test::engine(), request); }).problem == "The year 2050 is out of range.");
    }
    void whatTheScenarioDidBeforeItsStartStays()
    {
        const auto& engine = test::engine();
        auto request = goal("compute.china_effective", 2030, {Comparison::AtLeast, 0});
        request.from.changes = {{"hbm_export", "open", test::quarter("2025Q1"), 1}, {"hbm_export", "full", test::quarter("2026Q1"), 1}};
        request.movable = {*engine.catalogue().findMeasure("hbm_export")};
        request.mostChanges = 1;
        const double now = engine.project(request.from).annualMean(request.series, 2030);
        request.bound.threshold = now * 1.001;
        const auto answer = seekGoal(engine, request);
        QVERIFY(!answer.packages.empty());
        const auto before = engine.project(request.from);
        for (const auto& package : answer.packages) {
            QCOMPARE(package.scenario.changes.size(), std::size_t{3});
            const auto run = engine.project(package.scenario);
            for (int q = 0; q < request.from.start.index; ++q)
                QVERIFY(run.at(request.series, Quarter{q}) == before.at(request.series, Quarter{q}));
            QCOMPARE(package.value, run.annualMean(request.series, 2030));
        }
    }
    void stepsAreTheLevelsPassedOver()
    {
        const auto& engine = test::engine();
        const auto measure = *engine.catalogue().findMeasure("hbm_export");
        const auto& levels = engine.catalogue().measures[measure].levels;
        const auto place = [&](const std::string& id) { return std::ranges::find(levels, id, &Level::id) - levels.begin(); };
        auto request = goal("compute.china_effective", 2030, {Comparison::AtLeast, 0});
        request.movable = {measure};
        request.bound.threshold = engine.project(request.from).annualMean(request.series, 2030) * 1.001;
        const auto answer = seekGoal(engine, request);
        QVERIFY(!answer.packages.empty());
        const auto& package = answer.packages.front();
        QCOMPARE(static_cast<std::ptrdiff_t>(package.steps),
                 std::abs(place(package.moves[0].value) - place(engine.catalogue().measures[measure].statusQuo)));
        QVERIFY(package.steps > 0);
    }
};

CHOKEPOINT_TEST(GoalSeekTest)
#include "GoalSeekTest.moc"
