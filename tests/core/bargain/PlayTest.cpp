// Strategies and the protocol: curves, step labels, models of the other side, and what no player ever does.
#include "PlantedGames.h"
#include "TestProgram.h"
#include "api/BargainPlay.h"
#include "bargain/FrequencyModel.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <set>

using namespace chokepoint;
using namespace chokepoint::bargain;

namespace {

GameTerms playTerms(const Payoffs& payoffs, Strategy us, Strategy china, int rounds, std::uint64_t seed)
{
    return {rounds,
            seed % 2 ? Side::US : Side::China,
            {termsOf(payoffs, Side::US, us, {0.7, 0.7}), termsOf(payoffs, Side::China, china, {0.7, 0.7})},
            seed};
}

bool isSame(const GameRecord& a, const GameRecord& b)
{
    if (a.moves.size() != b.moves.size() || a.deal.has_value() != b.deal.has_value() || a.round != b.round)
        return false;
    for (std::size_t i = 0; i < a.moves.size(); ++i)
        if (a.moves[i].package != b.moves[i].package || a.moves[i].kind != b.moves[i].kind || a.moves[i].worth != b.moves[i].worth)
            return false;
    return true;
}

/// What a player did that it must never do; empty when nothing.
QString faultIn(const Payoffs& payoffs, const GameTerms& terms, const GameRecord& record)
{
    for (const auto& move : record.moves) {
        const auto& own = terms.players.of(move.side);
        if (move.kind == MoveKind::BreakOff)
            continue;
        if (payoffs.worth(move.side, move.package) < own.walkAway)
            return "below the walk-away value";
        if (!own.accepts.holds(move.package))
            return "across a red line";
        for (const auto& other : move.others) {
            const double worth = payoffs.worth(move.side, other);
            if (worth < own.walkAway || std::fabs(worth - payoffs.worth(move.side, move.package)) > 1.5)
                return "another package that is not of like worth";
            if (!own.offers.holds(other) || other == move.package)
                return "another package that may not be offered";
        }
    }
    if (record.deal)
        for (const auto side : bothSides)
            if (record.deal->worth.of(side) < terms.players.of(side).walkAway
                || !terms.players.of(side).accepts.holds(record.deal->package))
                return "a deal that a side cannot have";
    return {};
}

} // namespace

class PlayTest : public QObject {
    Q_OBJECT
private slots:
    void curvesEqualTheirFormulas()
    {
        for (const double e : {0.2, 1.0, 4.0, 0.37})
            for (int i = 0; i <= 20; ++i) {
                const double t = i / 20.0;
                QVERIFY(std::fabs(targetAt(t, e, 40, 90) - (40 + 50 * (1 - std::pow(t, 1 / e)))) < 1e-12);
            }
        QVERIFY(targetAt(0, 0.2, 40, 90) == 90 && targetAt(1, 4, 40, 90) == 40);
        QVERIFY(targetAt(0.5, exponentOf(Strategy::Boulware), 40, 90) > targetAt(0.5, exponentOf(Strategy::Linear), 40, 90));
        QVERIFY(targetAt(0.5, exponentOf(Strategy::Linear), 40, 90) > targetAt(0.5, exponentOf(Strategy::Conceder), 40, 90));
    }
    void offersOfTimeDependentPlayersFollowTheirCurves()
    {
        const auto game = test::shippedGame();
        for (const auto strategy : {Strategy::Boulware, Strategy::Linear, Strategy::Conceder}) {
            auto terms = termsOf(*game, Side::US, strategy, {0.7, 0.7});
            Counterpart player(*game, Side::US, terms, 11, 1);
            std::optional<double> most;
            for (int round = 1; round <= 11; ++round) {
                const auto reply = player.answer(round, {});
                QVERIFY(reply.kind == MoveKind::Offer);
                const double worth = game->worth(Side::US, reply.package);
                most = most.value_or(worth);
                const double target = targetAt((round - 1) / 10.0, exponentOf(strategy), terms.walkAway, *most);
                QVERIFY2(worth >= target - 1e-9 && worth <= target + 1.5, qPrintable(QString("%1 for %2").arg(worth).arg(target)));
            }
        }
    }
    void stepsHaveTheLabelsOfTheLiterature()
    {
        const Both<double> from{60, 40};
        QVERIFY(stepBetween(from, {55, 45}, Side::US) == StepLabel::Concession
                && stepBetween(from, {55, 45}, Side::China) == StepLabel::Selfish);
        QVERIFY(stepBetween(from, {55, 40}, Side::US) == StepLabel::Concession
                && stepBetween(from, {65, 40}, Side::US) == StepLabel::Selfish);
        QVERIFY(stepBetween(from, {55, 35}, Side::US) == StepLabel::Unfortunate
                && stepBetween(from, {60, 35}, Side::US) == StepLabel::Unfortunate);
        QVERIFY(stepBetween(from, {65, 45}, Side::US) == StepLabel::Fortunate && stepBetween(from, {60, 45}, Side::US) == StepLabel::Nice);
        QVERIFY(stepBetween(from, from, Side::China) == StepLabel::Silent);
    }
    void theFrequencyModelFindsTheOrderOfPlantedWeights()
    {
        // the other side holds fast to the first issue and moves each later one more often, the last in every other offer
        Domain domain;
        for (int i = 0; i < 6; ++i)
            domain.issues.push_back({std::to_string(i), "issue", Mover::Both, {{"a", "a"}, {"b", "b"}, {"c", "c"}}});
        FrequencyModel model(domain, Side::China);
        Package offer;
        constexpr int offers = 60;
        for (int time = 0; time < offers; ++time) {
            for (int issue = 1; issue < 6; ++issue)
                if (time % (7 - issue) == 0) {
                    auto& level = offer.levels[static_cast<std::size_t>(issue)];
                    level = static_cast<std::uint8_t>((level + 1) % 3);
                }
            model.hear(offer, static_cast<double>(time) / offers);
        }
        for (std::size_t i = 1; i < 6; ++i)
            QVERIFY(model.weights()[i] < model.weights()[i - 1]);
        double sum = 0;
        for (const double weight : model.weights())
            sum += weight;
        QVERIFY(std::fabs(sum - 1) < 1e-12);
        Package kept, moved;
        moved.levels[0] = 2; // a level that it never offered
        QVERIFY(model.estimate(kept) > model.estimate(moved));
    }
    void aChoiceAmongPackagesTeachesTheFrequencyModelTheIssueThatDecidedIt()
    {
        // three issues in which Washington gives; of two packages, one gives more on the first, one on the second
        Domain domain;
        for (int i = 0; i < 3; ++i)
            domain.issues.push_back({std::to_string(i), "issue", Mover::US, {{"a", "a"}, {"b", "b"}, {"c", "c"}}});
        FrequencyModel model(domain, Side::China);
        Package onFirst, onSecond;
        onFirst.levels = {0, 2, 1}; // the first level gives most
        onSecond.levels = {2, 0, 1};
        QCOMPARE(model.estimate(onFirst), model.estimate(onSecond));
        model.hearChoice(onFirst, {onSecond});
        // by the formula: values 1 and 0, so 0.5 was to be expected of either issue, and the step is exp(0.5) up and down
        const double up = std::exp(0.5), sum = up + 1 / up + 1;
        QVERIFY(std::fabs(model.weights()[0] - up / sum) < 1e-12 && std::fabs(model.weights()[1] - 1 / (up * sum)) < 1e-12);
        QVERIFY(std::fabs(model.weights()[2] - 1 / sum) < 1e-12); // was the same in both
        const auto learnt = model.weights();
        model.hearChoice(onFirst, {onSecond}); // expected now: teaches next to nothing
        QVERIFY(std::fabs(model.weights()[0] - learnt[0]) < 1e-6);
        model.hearChoice(onSecond, {onFirst}); // a surprise teaches more than twice what was to be expected
        QVERIFY(model.weights()[0] < model.weights()[1]);
    }
    void gamesAreTheSameForASeed()
    {
        const auto game = test::shippedGame();
        for (const auto strategy : {Strategy::Micro, Strategy::Random, Strategy::NiceMatching}) {
            const auto first = play(*game, playTerms(*game, strategy, Strategy::Random, 12, 7));
            QVERIFY(isSame(first, play(*game, playTerms(*game, strategy, Strategy::Random, 12, 7))));
        }
        QVERIFY(!isSame(play(*game, playTerms(*game, Strategy::Random, Strategy::Random, 12, 7)),
                        play(*game, playTerms(*game, Strategy::Random, Strategy::Random, 12, 9))));
    }
    void twoMatchingPlayersBegin()
    {
        const auto game = test::shippedGame();
        const auto record = play(*game, playTerms(*game, Strategy::Matching, Strategy::Matching, 40, 1));
        double first = -1, last = -1;
        for (const auto& move : record.moves)
            if (move.side == Side::US && move.kind == MoveKind::Offer) {
                first = first < 0 ? move.worth.us : first;
                last = move.worth.us;
            }
        QVERIFY(last < first - 2);
    }
    void microMakesNoMoreStepsThanItIsGiven()
    {
        const auto game = test::shippedGame();
        const auto terms = termsOf(*game, Side::US, Strategy::Micro, {0.7, 0.7});
        Counterpart player(*game, Side::US, terms, 20, 3);
        std::set<Package> made;
        const auto theirs = game->domain().noAgreement();
        for (int round = 1; round <= 18; ++round) { // before it steps once more of its own accord
            const auto reply = player.answer(round, theirs);
            QVERIFY(reply.kind == MoveKind::Offer);
            made.insert(reply.package);
        }
        QCOMPARE(made.size(), std::size_t{2}); // one of its own, one for the one that it saw again and again
    }
    void noPlayerGoesBelowItsWalkAwayValueOrAcrossARedLine()
    {
        numbers::Random random(20261010);
        std::ptrdiff_t deals = 0, breaks = 0, several = 0;
        QElapsedTimer timer;
        timer.start();
        for (std::uint64_t g = 0; g < 10000; ++g) {
            const auto payoffs = test::randomGame(random, 2 + random.below(3));
            const auto us = allStrategies[random.below(allStrategies.size())], china = allStrategies[random.below(allStrategies.size())];
            auto terms = playTerms(*payoffs, us, china, 2 + static_cast<int>(random.below(8)), g);
            if (g % 3 == 0) // asks for more than the domain may hold
                terms.players.us.walkAway += random.unit() * 40;
            terms.players.us.atOnce = 1 + g % mostAtOnce;
            terms.players.china.atOnce = 1 + g / 7 % mostAtOnce;
            const auto record = play(*payoffs, terms);
            const auto fault = faultIn(*payoffs, terms, record);
            QVERIFY2(fault.isEmpty(), qPrintable(QString("game %1: %2").arg(g).arg(fault)));
            several += std::ranges::count_if(record.moves, [](const Move& move) { return !move.others.empty(); });
            deals += record.deal.has_value();
            breaks += !record.moves.empty() && record.moves.back().kind == MoveKind::BreakOff;
        }
        qInfo("%td deals, %td broken off, %td offers of several packages, %.1f s", deals, breaks, several,
              static_cast<double>(timer.elapsed()) / 1000);
        QVERIFY(deals > 1000 && breaks > 100 && several > 100); // the games are neither all the same nor all without a zone
    }
    void aTournamentIsTheSameForAnyNumberOfThreads()
    {
        const auto& game = scoredGameOf(test::engine());
        TournamentTerms terms;
        terms.strategies = {Strategy::Linear, Strategy::Micro, Strategy::Random};
        terms.seeds = 10;
        terms.work.threads = 1;
        const auto one = tournament(variedScoredGame(game, 0.2), terms);
        terms.work.threads = 3;
        const auto three = tournament(variedScoredGame(game, 0.2), terms);
        QCOMPARE(one.size(), std::size_t{9});
        for (std::size_t i = 0; i < one.size(); ++i)
            QVERIFY(one[i].deals == three[i].deals && one[i].worth == three[i].worth && one[i].gainLeft == three[i].gainLeft);
        QVERIFY(one[1].us == Strategy::Linear && one[1].china == Strategy::Micro);
        for (const auto& pair : one)
            QVERIFY(pair.games == 10 && pair.deals > 0 && pair.gain.us >= 0 && pair.gain.china >= 0 && pair.nashShare <= 1 + 1e-12);
    }
    void aTournamentCanBeStoppedAndRefusesNonsense()
    {
        const auto payoffs = variedScoredGame(scoredGameOf(test::engine()), 0.2);
        TournamentTerms terms;
        terms.work.isCancelled = [] { return true; };
        QVERIFY(tournament(payoffs, terms).empty());
        terms.strategies.clear();
        QCOMPARE(test::errorOf([&] { tournament(payoffs, terms); }).refusal().id, std::string("no_strategy"));
        terms.strategies = {Strategy::Linear};
        terms.rounds = 1;
        QCOMPARE(test::errorOf([&] { tournament(payoffs, terms); }).refusal().id, std::string("number_out_of_range"));
    }
    void variedWeightsAddUpAndLieAroundTheirOwn()
    {
        const auto& game = scoredGameOf(test::engine());
        const auto varied = variedScoredGame(game, 0.2)(5);
        const auto own = payoffsOf(game);
        Package best;
        double most = 0;
        for (std::size_t i = 0; i < game.values.size(); ++i)
            for (std::size_t l = 0; l < game.values[i].size(); ++l)
                if (game.values[i][l].us >= game.values[i][best.levels[i]].us)
                    best.levels[i] = static_cast<std::uint8_t>(l);
        most = varied->worth(Side::US, best);
        QVERIFY(most > 97 && most <= 100 + 1e-9);
        QVERIFY(varied->worth(Side::US, game.domain.statusQuo()) != own->worth(Side::US, game.domain.statusQuo()));
        QVERIFY(std::fabs(varied->worth(Side::US, game.domain.statusQuo()) - own->worth(Side::US, game.domain.statusQuo())) < 8);
    }
};

CHOKEPOINT_TEST(PlayTest)
#include "PlayTest.moc"
