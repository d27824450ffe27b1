// Rehearsals: strategies of the computer, alternating offers between two players, and tournaments.
#pragma once

#include "api/Bargain.h"
#include "api/RunControl.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint::bargain {

/// How a player comes down from its best package to its walk-away value.
enum class Strategy {
    Boulware,     ///< holds out until late
    Linear,       ///< the same step in every round
    Conceder,     ///< gives early
    Matching,     ///< gives what it is given, with a first step and small gifts so that two of them begin
    NiceMatching, ///< the same, and never further than the Nash point that it estimates
    Micro,        ///< steps down by one bin when the other side has made as many different offers
    Random,       ///< for tests
};
inline constexpr std::array<Strategy, 7> allStrategies{Strategy::Boulware,     Strategy::Linear, Strategy::Conceder, Strategy::Matching,
                                                       Strategy::NiceMatching, Strategy::Micro,  Strategy::Random};
/// "boulware", "linear", "conceder", "matching", "nice_matching", "micro", "random"
std::string wordOf(Strategy strategy);
/// The exponent of the time-dependent ones: 0.2, 1 and 4.
double exponentOf(Strategy strategy);

/// r + (M - r) (1 - t^(1/e)): what a time-dependent player asks for at time t from 0 to 1.
double targetAt(double time, double exponent, double walkAway, double most);

/// So many packages may be offered at once.
inline constexpr std::size_t mostAtOnce = 3;

struct PlayerTerms {
    Strategy strategy = Strategy::Boulware;
    double exponent = 0; ///< 0: that of the strategy
    double kindness = 0; ///< points that a matching player gives on top of what it is given
    double walkAway = 0; ///< it never offers or accepts a package that is worth less to it
    Allowed accepts;     ///< without its own red lines, which it never offers or accepts
    Allowed offers;      ///< of these, what it thinks the other side could agree to
    std::size_t atOnce = 1; ///< packages of like worth to it that it offers at once where it finds so many, up to `mostAtOnce`
};

enum class MoveKind { Offer, Accept, BreakOff };

struct Reply {
    MoveKind kind = MoveKind::BreakOff;
    Package package; ///< offered or accepted
    std::vector<Package> others{}; ///< offered with it, each worth as much to the one who offers, within 1.5 points
};

/// The computer on one side of a table. Deterministic for a seed.
class Counterpart {
public:
    /// `payoffs` must live as long as this.
    Counterpart(const Payoffs& payoffs, Side side, const PlayerTerms& terms, int rounds, std::uint64_t seed);
    ~Counterpart();
    Counterpart(Counterpart&&) noexcept;

    /// Its move in a round from 1 on, to an offer of the other side if there is one.
    Reply answer(int round, const std::optional<Package>& theirs);
    /// After the last round: whether it takes what lies on the table.
    bool takes(const Package& theirs);
    /// What it is left with without a deal has changed.
    void setWalkAway(double walkAway);
    /// What the other side's worth seems to be from its offers, in points.
    double estimate(const Package& package) const;
    /// How likely each reading of the other side's wishes is; empty where there are none to choose from.
    std::vector<double> readings() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// What a move did to the worth of the same player's offer before it.
enum class StepLabel { Concession, Selfish, Unfortunate, Fortunate, Nice, Silent };
/// "concession", "selfish" and so on.
std::string wordOf(StepLabel label);
StepLabel stepBetween(Both<double> before, Both<double> after, Side mover);

struct Move {
    Side side = Side::US;
    int round = 1;
    MoveKind kind = MoveKind::Offer;
    Package package;
    Both<double> worth;
    std::optional<StepLabel> step; ///< of an offer that follows another of the same player
    std::vector<Package> others{}; ///< offered with it
    bool isPart = false;           ///< an offer to agree on some issues of the other side's offer, with the rest as today
};

struct GameTerms {
    int rounds = 20; ///< at least 2; in each both move, and after the last the opener may still accept
    Side opens = Side::US;
    Both<PlayerTerms> players;
    std::uint64_t seed = 1;
};

struct GameRecord {
    std::vector<Move> moves;
    std::optional<WorthOf> deal;
    int round = 0; ///< in which it ended
};
GameRecord play(const Payoffs& payoffs, const GameTerms& terms);

/// The terms of a player that keeps its red lines and takes those of the other side in the domain as known.
PlayerTerms termsOf(const Payoffs& payoffs, Side side, Strategy strategy, Both<double> chanceOfRollOver);

struct TournamentTerms {
    std::vector<Strategy> strategies{allStrategies.begin(), allStrategies.end()};
    std::size_t seeds = 1000; ///< games of each pair; a seed decides who opens, how hard the curves are, and the payoffs
    int rounds = 20;
    Both<double> chanceOfRollOver{0.7, 0.7};
    double spread = 0.2; ///< exponents lie so far around those of the strategies, as a factor
    std::uint64_t seed = 1;
    RunControl work{};
};

/// One strategy of the United States against one of China; means are over the games with a deal.
struct PairResult {
    Strategy us = Strategy::Boulware, china = Strategy::Boulware;
    std::size_t games = 0, deals = 0;
    Both<double> worth, gain; ///< of the deals, and over the walk-away values
    double nashShare = 0;     ///< Nash product as a share of the best one
    double gainLeft = 0;      ///< points that both together leave on the table
    double round = 0;
};

/// The payoffs of a game by its seed; the function is called from several threads.
using PayoffsOfSeed = std::function<std::shared_ptr<const Payoffs>(std::uint64_t seed)>;
/// The scored game with every weight up to `spread` away from its own, as a factor.
PayoffsOfSeed variedScoredGame(const ScoredGame& game, double spread);

/// Every pair of strategies, those of the United States outside. Empty when cancelled. The result depends on the terms alone. Throws
/// InputError for no strategy and for numbers out of range.
std::vector<PairResult> tournament(const PayoffsOfSeed& payoffs, const TournamentTerms& terms);

} // namespace chokepoint::bargain
