// Points of the bargaining theories against closed forms on convex domains, and the quality of a deal.
#include "PlantedGames.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::bargain;

namespace {

const auto parabola = [](double us) { return 100 - us * us / 100; };

bool isAt(const WorthOf& point, double us) { return std::fabs(point.worth.us - us) < 2e-3; }

} // namespace

class PointsTest : public QObject {
    Q_OBJECT
private slots:
    void pointsOfAParabolaAreThoseOfTheClosedForms()
    {
        const auto frontier = test::curve(parabola);
        const auto points = solutionPoints(frontier, {0, 0});
        QVERIFY(points);
        QVERIFY(isAt(points->nash, 100 / std::sqrt(3.0)));                  // 100 = 3 us^2 / 100
        QVERIFY(isAt(points->kalaiSmorodinsky, 50 * (std::sqrt(5.0) - 1))); // both can gain 100: us = 100 - us^2 / 100
        QVERIFY(isAt(points->egalitarian, 50 * (std::sqrt(5.0) - 1)));
        QVERIFY(isAt(points->utilitarian, 50));                                        // slope -1
        QVERIFY(isAt(*nashWithPower(frontier, {0, 0}, 0.25), std::sqrt(25 / 0.0175))); // 1/4 (100 - us^2/100) = 3/4 us^2/50
        QVERIFY(isAt(*nashWithPower(frontier, {0, 0}, 0.5), 100 / std::sqrt(3.0)));
    }
    void pointsGoByTheGainsOverTheWalkAwayValues()
    {
        const auto frontier = test::curve(parabola);
        const auto points = solutionPoints(frontier, {10, 20});
        QVERIFY(points);
        // (us - 10)(80 - us^2/100): 80 - us^2/100 = (us - 10) us / 50
        QVERIFY(isAt(points->nash, (20 + std::sqrt(400 + 4 * 3 * 8000.0)) / 6));
        // the United States can gain sqrt(8000) - 10, China 79 at us = 10: (us - 10)/a = (80 - us^2/100)/79
        const double a = std::sqrt(8000.0) - 10, slope = 79 / a;
        QVERIFY(isAt(points->kalaiSmorodinsky, (-slope + std::sqrt(slope * slope + 4 * 0.01 * (80 + 10 * slope))) / 0.02));
        // us - 10 = 80 - us^2/100
        QVERIFY(isAt(points->egalitarian, 50 * (std::sqrt(1 + 4 * 0.9) - 1)));
        for (const auto& point : insideZone(frontier, {10, 20}))
            QVERIFY(point.worth.us >= 10 && point.worth.china >= 20);
    }
    void withoutAZoneThereIsNoPoint()
    {
        const auto frontier = test::curve(parabola, 100);
        QVERIFY(!solutionPoints(frontier, {90, 90}) && !nashWithPower(frontier, {90, 90}, 0.5) && insideZone(frontier, {90, 90}).empty());
        QCOMPARE(qualityOf(frontier, {90, 90}, {50, 50}).nashShare, 0.0);
    }
    void patienceIsPower()
    {
        QVERIFY(std::fabs(powerOfPatience({0.9, 0.9}) - 0.5) < 1e-12);
        QVERIFY(std::fabs(powerOfPatience({0.99, 0.9}) - std::log(0.9) / (std::log(0.99) + std::log(0.9))) < 1e-12);
        QVERIFY(powerOfPatience({0.99, 0.9}) > 0.9); // the patient side has it
    }
    void aMediatorFindsWhatBothWouldRatherHave()
    {
        const auto game = test::shippedGame();
        const auto all = allLevels(game->domain());
        const auto walkAway = game->walkAway({0.7, 0.7});
        const auto today = game->domain().statusQuo();
        const auto better = jointImprovement(*game, all, today, walkAway);
        const auto now = game->worthOf(today);
        QVERIFY(better && better->worth.us > now.us && better->worth.china > now.china);
        double most = 0; // by hand over the frontier
        for (const auto& point : game->frontier(all))
            if (point.worth.us > now.us && point.worth.china > now.china)
                most = std::max(most, (point.worth.us - now.us) * (point.worth.china - now.china));
        QVERIFY(std::fabs((better->worth.us - now.us) * (better->worth.china - now.china) - most) < 1e-9);
        QVERIFY(!jointImprovement(*game, all, better->package, walkAway)); // nothing beats the frontier
    }
    void aDealIsJudgedByWhatItLeavesOnTheTable()
    {
        const std::vector<WorthOf> frontier{{{}, {0, 100}}, {{}, {60, 80}}, {{}, {80, 60}}, {{}, {100, 0}}};
        const auto best = qualityOf(frontier, {20, 20}, {60, 80});
        QVERIFY(best.nashShare == 1 && best.distance == 0 && best.gainLeft == 0 && std::fabs(best.fairness - 40.0 / 60) < 1e-12);
        const auto poor = qualityOf(frontier, {20, 20}, {57, 56}); // both points of the middle are better for both
        QVERIFY(std::fabs(poor.gainLeft - 27) < 1e-12 && std::fabs(poor.distance - std::sqrt(23 * 23 + 4 * 4)) < 1e-12);
        QVERIFY(std::fabs(poor.nashShare - 37.0 * 36 / 2400) < 1e-12);
        QVERIFY(qualityOf(frontier, {20, 20}, {10, 90}).nashShare == 0); // outside the zone
    }
};

CHOKEPOINT_TEST(PointsTest)
#include "PointsTest.moc"
