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
    void asATextTheyGoOnWhereTheyWere()
    {
        for (const int moves : {0, 1, 5, 100}) {
            WatchedTalks watched(modelTable(), {.opens = Side::China, .rounds = 4, .seed = 3});
            for (int move = 0; move < moves && watched.step(); ++move) {}
            const auto text = watchedText(watched);
            QVERIFY(isWatchedText(text) && replayOf(text).empty() && sidesOf(text).empty());
            auto again = watchedFrom(modelTable(), text, "kept");
            QCOMPARE(watchedText(again), text);
            const auto before = watched.talks().view(Side::US).moves(), after = again.talks().view(Side::US).moves();
            QCOMPARE(after.size(), before.size());
            for (std::size_t m = 0; m < before.size(); ++m)
                QVERIFY(after[m].package == before[m].package && after[m].side == before[m].side && after[m].kind == before[m].kind);
            QVERIFY(again.talks().isOver() == watched.talks().isOver());
            for (const auto side : bothSides) // drawn by lot, and the same again
                QVERIFY(&again.persona(side) == &watched.persona(side));
            while (again.step() && watched.step()) {}
            while (watched.step()) {}
            QVERIFY(again.debrief()->moves.back().package == watched.debrief()->moves.back().package);
            QVERIFY(again.debrief()->sides.us.weights == watched.debrief()->sides.us.weights);
        }
    }
    void textsThatAreNoWatchedTalksAreRefusedWithTheirLine()
    {
        const auto text = watchedText(WatchedTalks(modelTable(), {.rounds = 4, .seed = 3}));
        const auto with = [&](const std::string& from, const std::string& to) {
            auto bent = text;
            bent.replace(bent.find(from), from.size(), to);
            return test::errorOf([&] { watchedFrom(modelTable(), bent, "bent"); }).refusal();
        };
        QCOMPARE(with("rounds 4", "rounds four").id, std::string("rehearsal_not_read"));
        QCOMPARE(with("rounds 4", "rounds four").place.line, std::size_t{5});
        for (const auto* odd : {"moves 99", "moves -1", "moves -1x", "moves", "hops 1", "\nmoves 0"})
            QVERIFY2(with("moves 0", odd).id == "rehearsal_not_read", odd);
        QCOMPARE(with("opens us", "opens mars").id, std::string("rehearsal_not_read"));
        QCOMPARE(with("rounds 4", "rounds 1").id, std::string("rehearsal_not_read"));
        QCOMPARE(with("talks 1", "talks 2").id, std::string("rehearsal_not_read"));
        QVERIFY(!isWatchedText("chokepoint rehearsal 1\n") && !isWatchedText(""));
        QCOMPARE(replayOf("chokepoint watched talks 1\nwashington late\nreplay customs_block\n"), std::string("customs_block"));
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
