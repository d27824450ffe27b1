// Scenario discovery, goal seek and decisions: planted boxes and packages are found, and answers are exact runs.
#include "numbers/Random.h"
#include "api/Claims.h"
#include "api/Decisions.h"
#include "api/Discovery.h"
#include "api/GoalSeek.h"
#include "api/Projection.h"
#include "choice/GoalSearch.h"
#include "why/Prim.h"
#include "why/Strata.h"

#include "TestData.h"
#include "api/WhyWords.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

std::size_t series(const char* id) { return *test::engine().catalogue().findSeries(id); }

std::vector<std::vector<double>> uniformColumns(std::size_t dimensions, std::size_t cases)
{
    numbers::Random random(11);
    std::vector<std::vector<double>> columns(dimensions, std::vector<double>(cases));
    for (auto& column : columns)
        for (auto& value : column)
            value = random.unit();
    return columns;
}

GoalRequest goal(const char* id, int year, Bound bound)
{
    GoalRequest request;
    request.from = test::engine().preset("status_quo_2026");
    request.series = series(id);
    request.year = year;
    request.bound = bound;
    request.draws = 50;
    return request;
}

} // namespace

class DiscoveryTest : public QObject {
    Q_OBJECT
private slots:
    void primFindsAPlantedBox()
    {
        const auto columns = uniformColumns(20, 4000);
        std::vector<bool> holds;
        for (std::size_t i = 0; i < 4000; ++i)
            holds.push_back(columns[3][i] > 0.6 && columns[7][i] < 0.5 && columns[11][i] > 0.2 && columns[11][i] < 0.9);
        const auto boxes = why::primBoxes(columns, holds, 20, 2);
        const auto& last = boxes.back();
        for (std::size_t k = 0; k < columns.size(); ++k)
            QCOMPARE(last.limits(k), k == 3 || k == 7 || k == 11);
        qInfo("planted 0.6, 0.5, 0.2 to 0.9; found %.3f, %.3f, %.3f to %.3f", last.low[3], last.high[7], last.low[11], last.high[11]);
        QVERIFY(std::fabs(last.low[3] - 0.6) < 0.04 && std::fabs(last.high[7] - 0.5) < 0.04);
        QVERIFY(std::fabs(last.low[11] - 0.2) < 0.06 && std::fabs(last.high[11] - 0.9) < 0.06);
        QVERIFY(last.density() > 0.95 && static_cast<double>(last.interesting) > 0.9 * static_cast<double>(boxes.front().interesting));
        for (std::size_t b = 1; b < boxes.size(); ++b)
            QVERIFY(boxes[b].density() >= boxes[b - 1].density());
    }
    void primCountsWhatLiesInside()
    {
        const auto columns = uniformColumns(4, 1000);
        std::vector<bool> holds;
        for (std::size_t i = 0; i < 1000; ++i)
            holds.push_back(columns[0][i] + columns[1][i] > 1.2);
        for (const auto& box : why::primBoxes(columns, holds, 20, 1)) {
            const auto again = why::counted(box, columns, holds, columns.size());
            QVERIFY(again.inside == box.inside && again.interesting == box.interesting);
        }
    }
    void primLeavesAloneWhatHoldsAlwaysOrNever()
    {
        const auto columns = uniformColumns(4, 500);
        QCOMPARE(why::primBoxes(columns, std::vector<bool>(500, true), 20, 1).size(), std::size_t{1});
        QCOMPARE(why::primBoxes(columns, std::vector<bool>(500, false), 20, 1).size(), std::size_t{1});
    }
    void aBoxOfTheModelTellsWhatHasToBeTrue()
    {
        DiscoveryRequest request;
        request.question = {test::engine().preset("open_gates"), test::engine().preset("status_quo_2026"), defaultStart, test::quarter("2033Q4"),
                            series("compute.china_effective"), {}, Contrast::Difference};
        request.bound = {Comparison::AtLeast, 45};
        request.draws = 1000;
        const auto found = discover(test::engine(), request);
        QVERIFY(found.isComplete && found.share > 0.05 && found.share < 0.95);
        QCOMPARE(found.answers.size(), std::size_t{1000});
        const auto& box = found.boxes[found.suggested];
        QVERIFY(box.density > found.share && !box.limits.empty());
        for (const auto& limit : box.limits)
            QVERIFY(limit.densityWithout <= box.density + 0.1);
        const auto text = words::boxText(test::engine().catalogue(), box, test::english(Program::CommandLine));
        QVERIFY2(text.find("central") != std::string::npos && text.find("demand.") == std::string::npos, text.c_str());
        const auto run = test::engine().project(request.question.scenario), reference = test::engine().project(request.question.baseline);
        QVERIFY(found.central == run.at(request.question.series, request.question.at) - reference.at(request.question.series, request.question.at));
        request.work.isCancelled = [] { return true; };
        QVERIFY(!discover(test::engine(), request).isComplete);
        request.draws = 3;
        QVERIFY(test::errorOf([&] { discover(test::engine(), request); }).place == "draws");
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
    void goalSeekFindsThePackageOfAPlantedValue()
    {
        // a package sets the goal; goal seek must find it or a nearer one that truly meets it
        const auto& engine = test::engine();
        auto planted = engine.preset("status_quo_2026");
        planted.changes = {{"hbm_export", "open", test::quarter("2027Q1"), 1}, {"cn_chip_purchase", "free", test::quarter("2027Q1"), 1}};
        const double value = engine.project(planted).annualMean(series("compute.china_effective"), 2030);
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
        QVERIFY(words::goalText(engine.catalogue(), request, answer, test::english(Program::CommandLine)).find("HBM sales to China") != std::string::npos);
    }
    void goalSeekOverAllMeasuresGivesThreeDifferentPackages()
    {
        const auto& engine = test::engine();
        const double now = engine.project(engine.preset("status_quo_2026")).annualMean(series("compute.china_effective"), 2031);
        auto request = goal("compute.china_effective", 2031, {Comparison::AtMost, now * 0.93});
        request.mostChanges = 2;
        for (const auto nearest : {GoalRequest::Nearest::FewestChanges, GoalRequest::Nearest::LeastChanges}) {
            request.nearest = nearest;
            const auto answer = seekGoal(engine, request);
            QCOMPARE(answer.packages.size(), std::size_t{3});
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(answer.packages[i].value <= now * 0.93);
                if (i > 0)
                    QVERIFY(nearest == GoalRequest::Nearest::LeastChanges ? answer.packages[i].steps >= answer.packages[i - 1].steps
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
        QVERIFY(test::errorOf([&] { seekGoal(test::engine(), request); }).place == "measure us_tariff");
        request.movable.clear();
        request.year = 2050;
        QVERIFY(test::errorOf([&] { seekGoal(test::engine(), request); }).place == "year 2050");
    }
    void strataExplainWhatTheyMake()
    {
        const auto columns = uniformColumns(3, 3000);
        std::vector<double> values;
        for (std::size_t i = 0; i < 3000; ++i)
            values.push_back(3 * columns[0][i] + columns[1][i]);
        const auto found = why::explainedInTurn(columns, values, 0.01);
        QCOMPARE(found.size(), std::size_t(2)); // not the third
        QCOMPARE(found[0].column, std::size_t(0));
        QCOMPARE(found[1].column, std::size_t(1));
        QVERIFY(std::fabs(found[0].share - 0.9) < 0.02 && std::fabs(found[1].share - 0.1) < 0.03);
    }
    void chanceExplainsNothing()
    {
        for (const std::size_t draws : {1000, 4000}) {
            const auto columns = uniformColumns(301, draws);
            const auto values = columns.back(); // which none of the others makes
            QVERIFY(why::explainedInTurn(std::span(columns).first(300), values, 0.0).empty());
            QCOMPARE(why::explainedInTurn(columns, values, 0.0).size(), std::size_t(1));
        }
    }
    void aColumnThatRunsAlikeDoesNotCountTwice()
    {
        auto columns = uniformColumns(2, 2000);
        columns.push_back(columns[0]); // runs like the first
        for (auto& value : columns[2])
            value += 0.05 * columns[1][static_cast<std::size_t>(&value - columns[2].data())];
        const auto found = why::explainedInTurn(columns, columns[0], 0.01);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].column, std::size_t(0));
        QVERIFY(found[0].share > 0.99 && found[0].share <= 1);
        QVERIFY(why::explainedInTurn(columns, std::vector<double>(2000, 4.0), 0.01).empty()); // nothing to explain
    }
    void inputsThatDecideAClaimExplainNoMoreThanAll()
    {
        for (const auto& claim : claimsOf(test::engine()))
            for (const auto& part : answerClaim(test::engine(), claim, {drawsToWeighInputs, 1, {}}).parts) {
                double explained = 0;
                for (const auto& input : part.inputs)
                    explained += input.explained;
                QVERIFY2(explained > 0.3 && explained <= 1, qPrintable(QString::number(explained)));
            }
        const auto& claim = claimsOf(test::engine()).front();
        const auto few = answerClaim(test::engine(), claim, {200, 1, {}}).parts.front();
        QVERIFY(few.inputs.empty());
        const auto told = words::claimPartText(test::engine().catalogue(), claim.parts.front(), few, test::english(Program::CommandLine));
        QVERIFY2(told.find("cannot be told from so few draws") != std::string::npos, told.c_str());
    }
    void regretIsZeroForTheBestAndNeverNegative()
    {
        const auto& engine = test::engine();
        const std::vector<Scenario> packages{engine.preset("status_quo_2026"), engine.preset("open_gates"), engine.preset("full_denial")};
        DecisionRequest request;
        request.aim = {series("compute.china_effective"), test::quarter("2033Q4"), true};
        request.draws = 256;
        const auto table = regretOf(engine, startingAt(packages, defaultStart), {{{"world.growth_2027", "0.5"}}, {}}, request);
        QVERIFY(table.isComplete && table.packages.size() == 3);
        QVERIFY(table.packages[1].shareBest == 1 && table.packages[1].largest == 0 && table.packages[1].central == 0);
        for (const auto& row : table.packages)
            QVERIFY(row.mean >= 0 && row.median <= row.ninetieth && row.ninetieth <= row.largest && row.underAssumptions.size() == 2);
        QVERIFY(table.packages[2].underAssumptions[1] == table.packages[2].central);
        const auto run = engine.project(packages[1]).at(request.aim.series, request.aim.at) - engine.project(packages[2]).at(request.aim.series, request.aim.at);
        QVERIFY(table.packages[2].central == run);
        QVERIFY(test::errorOf([&] { regretOf(engine, startingAt({}, defaultStart), {}, request); }).place == "packages");
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

QTEST_APPLESS_MAIN(DiscoveryTest)
#include "DiscoveryTest.moc"
