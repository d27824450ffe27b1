// Scenario discovery: planted boxes are found and told, and answers are exact runs.
#include "numbers/Random.h"
#include "api/ClaimWords.h"
#include "api/Discovery.h"
#include "api/Projection.h"
#include "why/Boxes.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

namespace {

std::size_t series(const char* id) { return *test::engine().catalogue().findSeries(id); }

std::vector<std::vector<double>> uniformInputs(std::size_t dimensions, std::size_t cases)
{
    numbers::Random random(11);
    std::vector<std::vector<double>> columns(dimensions, std::vector<double>(cases));
    for (auto& column : columns)
        for (auto& value : column)
            value = random.unit();
    return columns;
}

} // namespace

class DiscoveryTest : public QObject {
    Q_OBJECT
private slots:
    void primFindsAPlantedBox()
    {
        const auto columns = uniformInputs(20, 4000);
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
        const auto columns = uniformInputs(4, 1000);
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
        const auto columns = uniformInputs(4, 500);
        QCOMPARE(why::primBoxes(columns, std::vector<bool>(500, true), 20, 1).size(), std::size_t{1});
        QCOMPARE(why::primBoxes(columns, std::vector<bool>(500, false), 20, 1).size(), std::size_t{1});
    }
    void limitsThatChanceMadeAreTakenAway()
    {
        const auto columns = uniformInputs(3, 400);
        std::vector<bool> holds;
        for (std::size_t i = 0; i < 400; ++i)
            holds.push_back(columns[0][i] > 0.5);
        // the first limit makes the box, the second leaves out a tenth of the cases at random
        why::PrimBox box{{0.5, 0.1, -why::PrimBox::none}, {why::PrimBox::none, why::PrimBox::none, why::PrimBox::none}, 0, 0};
        for (std::size_t i = 0; i < 400; ++i)
            if (columns[0][i] > 0.5 && columns[1][i] < 0.1) {
                holds[i] = false; // so the second limit helps, but by one case only
                break;
            }
        box = why::counted(box, columns, holds, 3);
        QVERIFY(box.density() == 1);
        const auto left = why::pruned(box, columns, holds);
        QVERIFY(left.limits(0) && !left.limits(1) && !left.limits(2));
        QCOMPARE(left.inside, static_cast<std::size_t>(std::ranges::count_if(columns[0], [](double x) { return x > 0.5; })));
    }
    void aBoxTellsItsLimitsAndWhatEachIsGoodFor()
    {
        // inside are cases 7, 8 and 9; it holds in 6, 7 and 8
        const why::BoxColumns columns{{30, 20, 10}, {4, 3, 8.5},
                                      {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {0, 1, 2, 3, 4, 9, 9, 5, 5, 5}, {5, 5, 5, 5, 5, 5, 5, 5, 5, 5}}};
        const std::vector<bool> holds{false, false, false, false, false, false, true, true, true, false};
        const double none = why::PrimBox::none;
        const auto prim = why::counted({{4.5, -none, 1.5}, {none, 6.5, 8.5}, 0, 0}, columns.values, holds, 3);
        const auto box = why::boxOf(prim, columns, holds);
        QVERIFY(box.density == 2.0 / 3 && box.coverage == 2.0 / 3 && box.mass == 3.0 / 10 && !box.holdsCentral);
        QCOMPARE(box.limits.size(), std::size_t{3});
        const auto &first = box.limits[0], &second = box.limits[1], &third = box.limits[2]; // by density without them
        QVERIFY(first.parameter == 30 && first.low == 4.5 && !first.high && first.densityWithout == 2.0 / 8);
        QVERIFY(!first.holdsCentral && first.central == 4);
        QVERIFY(second.parameter == 20 && !second.low && second.high == 6.5 && second.densityWithout == 3.0 / 5 && second.holdsCentral);
        QVERIFY(third.parameter == 10 && third.low == 1.5 && third.high == 8.5 && third.densityWithout == 2.0 / 3);
        QVERIFY(!third.holdsCentral); // it lies on the upper limit
        const auto around = why::boxOf(prim, {columns.parameters, {5, 6, 8}, columns.values}, holds);
        QVERIFY(around.holdsCentral && around.limits[0].holdsCentral && around.limits[2].holdsCentral);
        const auto below = why::boxOf(prim, {columns.parameters, {5, 6, 1.5}, columns.values}, holds);
        QVERIFY(!below.holdsCentral);
        QCOMPARE(why::boxOf(prim, columns, std::vector<bool>(10)).coverage, 0.0); // it never holds: there is nothing to catch
    }
    void boxesHoldAtLeastTwentyDraws()
    {
        why::BoxColumns columns{{0, 1}, {0.5, 0.5}, uniformInputs(2, 200)};
        std::vector<bool> holds;
        for (const double x : columns.values[0])
            holds.push_back(x < 0.06);
        const auto boxes = why::boxesOf(columns, holds, 1);
        QVERIFY(boxes.size() > 3);
        for (std::size_t b = 0; b < boxes.size(); ++b) {
            QVERIFY(boxes[b].mass * 200 > 19.5);
            QVERIFY(b == 0 || boxes[b].mass < boxes[b - 1].mass);
        }
        QVERIFY(boxes.front().limits.empty() && boxes.front().mass == 1 && boxes.back().density < 1);
        QVERIFY(boxes.back().limits.size() == 1 && boxes.back().limits[0].parameter == 0);
    }
    void theSuggestedBoxBalancesCoverageAndDensity()
    {
        const auto box = [](double coverage, double density) { return Box{{}, coverage, density, 1, true}; };
        QCOMPARE(why::bestBalanced({box(1, 0.2), box(0.8, 0.5), box(0.3, 1)}), std::size_t{1});
        QCOMPARE(why::bestBalanced({box(1, 0.2), box(0.5, 0.5), box(0.4, 1)}), std::size_t{2});
        QCOMPARE(why::bestBalanced({box(1, 0.2), box(0.5, 0.5)}), std::size_t{1}); // by the sum the first would win
        QCOMPARE(why::bestBalanced({box(0.5, 0.25), box(0.25, 0.5)}), std::size_t{0});
        QCOMPARE(why::bestBalanced({box(0, 0)}), std::size_t{0});
    }
    void aBoxOfTheModelTellsWhatHasToBeTrue()
    {
        DiscoveryRequest request;
        request.question = {test::engine().preset("open_gates"), test::engine().preset("status_quo_2026"), test::quarter("2033Q4"),
                            series("compute.china_effective"), {}, Contrast::Difference};
        request.bound = {Comparison::AtLeast, 110};
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
        const auto at = request.question.at;
        QVERIFY(found.central == at.in(run.series[request.question.series]) - at.in(reference.series[request.question.series]));
        request.work.isCancelled = [] { return true; };
        QVERIFY(!discover(test::engine(), request).isComplete);
        request.draws = 3;
        QVERIFY(test::errorOf([&] { discover(test::engine(), request); }).place == "draws");
    }
};

CHOKEPOINT_TEST(DiscoveryTest)
#include "DiscoveryTest.moc"
