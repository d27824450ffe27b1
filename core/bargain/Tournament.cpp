// Plays every pair of strategies over many seeds, on several threads; what comes out depends on the terms alone.
#include "api/BargainPlay.h"
#include "api/InputError.h"

#include "numbers/Random.h"
#include "run/Parallel.h"
#include "run/RequestChecks.h"

namespace chokepoint::bargain {
namespace {

/// What one game adds to the means of its pair.
struct GameOutcome {
    bool isDeal = false;
    Both<double> worth, gain;
    double nashShare = 0, gainLeft = 0;
    int round = 0;
};

void checkTournament(const TournamentTerms& terms)
{
    if (terms.strategies.empty())
        throw InputError(Refusal("no_strategy", {.option = "strategies"}));
    run::requireNumber("seeds", terms.seeds, 1, 100000);
    run::requireNumber("rounds", static_cast<std::size_t>(std::max(0, terms.rounds)), 2, 1000);
    run::requireWork(terms.work);
}

/// All pairs with the payoffs of one seed, in the order of the results.
std::vector<GameOutcome> gamesOf(const Payoffs& payoffs, const TournamentTerms& terms, std::uint64_t seed)
{
    numbers::Random random(seed);
    const auto opens = random.below(2) == 0 ? Side::US : Side::China;
    const auto factor = [&] { return 1 + terms.spread * (2 * random.unit() - 1); };
    const Both<double> hardness{factor(), factor()};
    const auto walkAway = payoffs.walkAway(terms.chanceOfRollOver);
    const auto frontier = payoffs.frontier(withoutRedLines(payoffs.domain()));
    std::vector<GameOutcome> outcomes;
    for (const auto us : terms.strategies)
        for (const auto china : terms.strategies) {
            GameTerms game{terms.rounds, opens, {}, random.next()};
            game.players = {termsOf(payoffs, Side::US, us, terms.chanceOfRollOver),
                            termsOf(payoffs, Side::China, china, terms.chanceOfRollOver)};
            for (const auto side : bothSides)
                game.players.of(side).exponent = exponentOf(game.players.of(side).strategy) * hardness.of(side);
            const auto record = play(payoffs, game);
            GameOutcome outcome;
            if (record.deal) {
                const auto quality = qualityOf(frontier, walkAway, record.deal->worth);
                const auto& worth = record.deal->worth;
                outcome = {true,        worth, {worth.us - walkAway.us, worth.china - walkAway.china}, quality.nashShare, quality.gainLeft,
                           record.round};
            }
            outcomes.push_back(outcome);
        }
    return outcomes;
}

PairResult summaryOf(const std::vector<std::vector<GameOutcome>>& outcomes, std::size_t pair)
{
    PairResult result;
    result.games = outcomes.size();
    for (const auto& ofSeed : outcomes) {
        const auto& one = ofSeed[pair];
        result.deals += one.isDeal ? 1 : 0;
        result.worth = {result.worth.us + one.worth.us, result.worth.china + one.worth.china};
        result.gain = {result.gain.us + one.gain.us, result.gain.china + one.gain.china};
        result.nashShare += one.nashShare;
        result.gainLeft += one.gainLeft;
        result.round += one.round;
    }
    const auto deals = static_cast<double>(std::max<std::size_t>(result.deals, 1));
    for (double* sum :
         {&result.worth.us, &result.worth.china, &result.gain.us, &result.gain.china, &result.nashShare, &result.gainLeft, &result.round})
        *sum /= deals;
    return result;
}

} // namespace

PayoffsOfSeed variedScoredGame(const ScoredGame& game, double spread)
{
    return [&game, spread](std::uint64_t seed) {
        numbers::Random random(seed);
        std::vector<Both<double>> weights;
        for (const auto& weight : game.weights) {
            const double us = weight.us * (1 + spread * (2 * random.unit() - 1));
            weights.push_back({us, weight.china * (1 + spread * (2 * random.unit() - 1))});
        }
        return payoffsOf(game, weights);
    };
}

std::vector<PairResult> tournament(const PayoffsOfSeed& payoffs, const TournamentTerms& terms)
{
    constexpr std::size_t block = 64; // seeds between two reports
    checkTournament(terms);
    std::vector<std::vector<GameOutcome>> outcomes(terms.seeds);
    run::Parallel parallel(terms.work.threads);
    const auto begin = terms.work.clock ? terms.work.clock() : 0;
    for (std::size_t first = 0; first < terms.seeds; first += block) {
        if (terms.work.isCancelled && terms.work.isCancelled())
            return {};
        const auto count = std::min(block, terms.seeds - first);
        parallel.parts(count, 1, [&](std::size_t from, std::size_t to) {
            for (auto s = first + from; s < first + to; ++s) {
                const auto seed = numbers::Random(terms.seed + s).next();
                outcomes[s] = gamesOf(*payoffs(seed), terms, seed);
            }
        });
        if (terms.work.onProgress) {
            Progress progress{first + count, terms.seeds, {}};
            if (terms.work.clock)
                progress.secondsLeft =
                    (terms.work.clock() - begin) / static_cast<double>(progress.done) * static_cast<double>(progress.total - progress.done);
            terms.work.onProgress(progress);
        }
    }
    std::vector<PairResult> results;
    for (std::size_t u = 0; u < terms.strategies.size(); ++u)
        for (std::size_t c = 0; c < terms.strategies.size(); ++c) {
            auto& result = results.emplace_back(summaryOf(outcomes, results.size()));
            result.us = terms.strategies[u];
            result.china = terms.strategies[c];
        }
    return results;
}

} // namespace chokepoint::bargain
