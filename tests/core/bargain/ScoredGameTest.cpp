// The scored game by full enumeration against the figures of its research note, and its tables, which refuse what is malformed.
#include "PlantedGames.h"
#include "SpoiledTables.h"
#include "TestProgram.h"
#include "facts/BargainTables.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::bargain;

namespace {

bool isNear(Both<double> worth, double us, double china, double within = 0.005)
{
    return std::fabs(worth.us - us) <= within + 1e-9 && std::fabs(worth.china - china) <= within + 1e-9;
}

/// Why the tables are refused once the first `from` of a file reads `to`.
test::Refused refusedScored(const char* file, const std::string& from, const std::string& to)
{
    return test::refusedFor({"scored_issues.csv", "scored_levels.csv"}, file, from, to,
                            [](const std::filesystem::path& folder) { facts::loadScoredGame(folder, test::engine().catalogue()); });
}

std::vector<std::string> levelsOf(const Domain& domain, const Package& package)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        ids.push_back(domain.issues[i].levels[package.levels[i]].id);
    return ids;
}

} // namespace

class ScoredGameTest : public QObject {
    Q_OBJECT
private slots:
    void allPackagesAreCountedInExactHundredths()
    {
        const auto game = test::shippedGame();
        const auto all = allLevels(game->domain());
        const auto today = game->worthOf(game->domain().statusQuo());
        QCOMPARE(game->domain().packageCount(), std::size_t{2488320});
        QCOMPARE(countOf(all, game->domain()), std::size_t{2488320});
        QCOMPARE(game->countAbove(all, today, true), std::size_t{62883});
        QCOMPARE(game->countAbove(all, today, false), std::size_t{63152});
        QVERIFY(isNear(today, 71.06, 46.51) && isNear(game->worthOf(game->domain().noAgreement()), 53.81, 18.58));
    }
    void theFrontierHasOneHundredThirtyThreePoints()
    {
        const auto game = test::shippedGame();
        const auto frontier = game->frontier(allLevels(game->domain()));
        QCOMPARE(frontier.size(), std::size_t{133});
        for (std::size_t i = 1; i < frontier.size(); ++i)
            QVERIFY(frontier[i].worth.us > frontier[i - 1].worth.us && frontier[i].worth.china < frontier[i - 1].worth.china);
        for (const auto& point : frontier) // nothing beats a point of it, by counting all packages
            if (&point == &frontier.front() || &point == &frontier[66] || &point == &frontier.back()) {
                const auto atLeast = game->countAbove(allLevels(game->domain()), point.worth, false);
                QVERIFY(atLeast >= 1
                        && game->countAbove(allLevels(game->domain()), {point.worth.us + 1e-9, point.worth.china}, false) == 0);
                QVERIFY(game->countAbove(allLevels(game->domain()), {point.worth.us, point.worth.china + 1e-9}, false) == 0);
            }
    }
    void countingAndFrontierTakeAFifthOfASecond()
    {
        QElapsedTimer timer;
        timer.start();
        const auto game = test::shippedGame();
        const auto all = allLevels(game->domain());
        const auto inside = game->countAbove(all, game->walkAway({0.7, 0.7}), false);
        const auto frontier = game->frontier(all).size();
        qInfo("%zu in the zone, %zu on the frontier, %.1f ms", inside, frontier, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QVERIFY(timer.elapsed() < 20'000); // a hundred times what is asked, for sanitizers on a machine that does other things too
    }
    void walkAwayValuesZonesAndPointsAreThoseOfTheNote_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("us");
        QTest::addColumn<double>("china");
        QTest::addColumn<double>("share");
        QTest::addRow("half") << 0.50 << 62.4 << 32.5 << 29.5;
        QTest::addRow("seven in ten") << 0.70 << 65.9 << 38.1 << 16.1;
        QTest::addRow("more") << 0.85 << 68.5 << 42.3 << 7.8;
    }
    void walkAwayValuesZonesAndPointsAreThoseOfTheNote()
    {
        QFETCH(double, p);
        QFETCH(double, us);
        QFETCH(double, china);
        QFETCH(double, share);
        const auto game = test::shippedGame();
        const auto all = allLevels(game->domain());
        const auto walkAway = game->walkAway({p, p});
        QVERIFY(isNear(walkAway, us, china, 0.05));
        QVERIFY(std::fabs(100.0 * static_cast<double>(game->countAbove(all, walkAway, false)) / 2488320 - share) <= 0.05);
        const auto points = solutionPoints(game->frontier(all), walkAway);
        QVERIFY(points && isNear(points->nash.worth, 79.93, 57.04));
        QCOMPARE(levelsOf(game->domain(), points->nash.package),
                 (std::vector<std::string>{"hbm2e", "h200", "susp_short", "dec2024", "fast_gl", "t12", "large", "free", "welcome", "mutual",
                                           "auto"}));
        if (p == 0.70) {
            QVERIFY(isNear(points->kalaiSmorodinsky.worth, 79.93, 57.04));
            QVERIFY(isNear(points->egalitarian.worth, 82.0, 54.4, 0.05));
            QVERIFY(isNear(points->utilitarian.worth, 67.7, 71.1, 0.05));
        }
    }
    void redLinesLeaveTheirLevelsOut()
    {
        auto planted = scoredGameOf(test::engine());
        planted.domain.issues[0].levels[3].isRedLine.us = true;    // HBM2E
        planted.domain.issues[4].levels[1].isRedLine.china = true; // general licenses
        const auto game = payoffsOf(planted);
        const auto allowed = withoutRedLines(game->domain());
        QCOMPARE(countOf(allowed, game->domain()), std::size_t{2488320} / 24 * 15);
        const auto frontier = game->frontier(allowed);
        QVERIFY(!frontier.empty());
        for (const auto& point : frontier)
            QVERIFY(point.package.levels[0] != 3 && point.package.levels[4] != 1 && allowed.holds(point.package));
        QVERIFY(withoutRedLines(game->domain(), Side::US).allows(4, 1) && !withoutRedLines(game->domain(), Side::US).allows(0, 3));
    }
    void packagesAreNumbered()
    {
        const auto& domain = scoredGameOf(test::engine()).domain;
        for (const std::size_t index : {std::size_t{0}, std::size_t{1}, std::size_t{1234567}, std::size_t{2488319}})
            QCOMPARE(domain.indexOf(domain.packageAt(index)), index);
        QCOMPARE(domain.changesBetween(domain.packageAt(0), domain.packageAt(1)), 1);
    }
    void aSwapIsBetterForThemAtNoCostToMe()
    {
        const auto game = test::shippedGame();
        const auto all = allLevels(game->domain());
        const auto today = game->domain().statusQuo();
        const auto theirs = [&](const Package& package) { return game->worth(Side::China, package); };
        const auto hardliner = [&](const Package& package) {
            return -10.0 * (package.levels[7] != today.levels[7]) - 5.0 * (package.levels[5] != today.levels[5]);
        };
        const auto swap = swapFor(*game, Side::US, all, today, theirs, {theirs, hardliner});
        QVERIFY(swap && swap->mine >= -1e-9 && swap->theirs > 0 && game->domain().changesBetween(today, swap->package) <= 2);
        // every package with at most two changes, one by one
        double best = 0;
        const auto& issues = game->domain().issues;
        for (std::size_t i = 0; i < issues.size(); ++i)
            for (std::size_t j = i; j < issues.size(); ++j)
                for (std::size_t a = 0; a < issues[i].levels.size(); ++a)
                    for (std::size_t b = 0; b < issues[j].levels.size(); ++b) {
                        auto package = today;
                        package.levels[i] = static_cast<std::uint8_t>(a);
                        package.levels[j] = static_cast<std::uint8_t>(b);
                        if (game->worth(Side::US, package) >= game->worth(Side::US, today))
                            best = std::max(best, theirs(package) - theirs(today));
                    }
        QVERIFY(std::fabs(swap->theirs - best) < 1e-9);
        const double there = hardliner(swap->package) - hardliner(today);
        QCOMPARE(swap->worseUnder.has_value(), there < 0);
        const auto nash = solutionPoints(game->frontier(all), game->walkAway({0.7, 0.7}))->nash.package;
        QVERIFY(!swapFor(*game, Side::US, all, nash, theirs)); // on the frontier there is none
    }
    void malformedTablesAreRefusedWithFileLineAndField()
    {
        const auto weight = refusedScored("scored_issues.csv", "hbm_export,18,20", "hbm_export,17,20");
        QCOMPARE(weight.reason, std::string("The weights of each side must add up to 100."));
        const auto value = refusedScored("scored_levels.csv", "under a yearly cap,0.22", "under a yearly cap,0.225");
        QCOMPARE(value.reason, std::string("“0.225” has too many decimals."));
        QVERIFY(value.refusal().place.line == 3 && value.refusal().place.field == "us_value");
        QCOMPARE(refusedScored("scored_levels.csv", "under a yearly cap,0.22", "under a yearly cap,1.22").reason,
                 std::string("1.22 is outside 0 to 1."));
        QCOMPARE(refusedScored("scored_levels.csv", "0.1,status_quo", "0.1,").reason,
                 std::string("An issue must have one level of today and one that comes without a deal."));
        QCOMPARE(refusedScored("scored_levels.csv", "0.62,,", "0.62,no_agreement,").refusal().place.field, std::string("stands"));
        QCOMPARE(refusedScored("scored_levels.csv", ",,HBM2E", ",,").refusal().place.field, std::string("short"));
        QCOMPARE(refusedScored("scored_levels.csv", "hbm,open", "ram,open").reason, std::string("scored_issues.csv has no “ram”."));
        QCOMPARE(refusedScored("scored_issues.csv", "us,hbm_export", "us,hbm_import").reason,
                 std::string("measures.csv has no “hbm_import”."));
        QCOMPARE(refusedScored("scored_issues.csv", "sales,us", "sales,eu").reason,
                 std::string("“eu” is not one of these: us, china, both."));
        QCOMPARE(refusedScored("scored_issues.csv", "\naccel,", "\nhbm,").reason, std::string("“hbm” is in line 2 already."));
    }
};

CHOKEPOINT_TEST(ScoredGameTest)
#include "ScoredGameTest.moc"
