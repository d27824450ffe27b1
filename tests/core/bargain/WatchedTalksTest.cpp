// Talks of two computers: they go move by move as the strategies play them, and the debrief opens who they were.
#include "ModelTable.h"
#include "TestData.h"
#include "TestProgram.h"

#include "api/InputError.h"
#include "api/WatchedTalks.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::bargain;
using test::modelTable;

class WatchedTalksTest : public QObject {
    Q_OBJECT
private slots:
    void bothViewsAreOpenAndTheTalksEndWithTheTruthOfBoth()
    {
        int deals = 0;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const auto opens = seed % 2 ? Side::US : Side::China;
            WatchedTalks watched(modelTable(), {.personas = {"late", ""}, .opens = opens, .rounds = 4, .seed = seed});
            QVERIFY(watched.talks().turn() == opens && !watched.debrief());
            QCOMPARE(watched.persona(Side::US).id, findPersona("late")->id);
            int moves = 0;
            while (watched.step()) {
                ++moves;
                for (const auto side : bothSides) {
                    const auto view = watched.talks().view(side);
                    const auto& last = view.moves().back();
                    if (last.kind != MoveKind::BreakOff) // what a seat sees of its own is the truth of its side
                        QVERIFY(std::fabs(view.worth(last.package) - watched.worthOf(last.package).of(side)) < 1e-9);
                }
            }
            QVERIFY(moves >= 2 && moves <= 10 && watched.talks().isOver());
            const auto debrief = *watched.debrief();
            QCOMPARE(debrief.sides.us.persona->id, "late");
            QVERIFY(debrief.sides.china.persona == &watched.persona(Side::China));
            if (debrief.deal) {
                ++deals;
                for (const auto side : bothSides)
                    QVERIFY(debrief.deal->worth.of(side) >= debrief.sides.of(side).walkAway - 1e-9);
            }
        }
        QVERIFY(deals > 0);
    }
    void theSameSeedPlaysTheSameTalks()
    {
        const auto movesOf = [](std::uint64_t seed) {
            WatchedTalks watched(modelTable(), {.seed = seed});
            while (watched.step()) {}
            std::vector<Package> packages;
            const auto debrief = *watched.debrief();
            for (const auto& move : debrief.moves)
                packages.push_back(move.package);
            return packages;
        };
        QVERIFY(movesOf(7) == movesOf(7));
        QVERIFY(movesOf(7) != movesOf(8));
    }
    void whatIsUnknownIsRefused()
    {
        QCOMPARE(test::errorOf([] {
                     WatchedTalks(modelTable(), {.personas = {"nobody", ""}});
                 })
                     .refusal()
                     .id,
                 std::string("rehearsal_unknown"));
        QVERIFY(!test::errorOf([] { WatchedTalks(modelTable(), {.rounds = 1}); }).refusal().id.empty());
    }
};

CHOKEPOINT_TEST(WatchedTalksTest)
#include "WatchedTalksTest.moc"
