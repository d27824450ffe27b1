// The computer on one side of a table: what it asks for in each round, what it offers for that, and what it takes.
#include "api/BargainPlay.h"

#include "bargain/Seat.h"
#include "numbers/Elementary.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace chokepoint::bargain {
namespace {

constexpr double firstStep = 1, gift = 1; ///< points that a matching player gives unasked
constexpr int roundsOfGift = 3;
constexpr double lateTime = 0.9;      ///< from which MiCRO steps once more
constexpr int roundsOfCombi = 2;      ///< in the last of them the best offer so far is taken when it clears the walk-away value
constexpr double assumedChance = 0.7; ///< of a roll-over, in what the other side is thought to have without a deal

} // namespace

double exponentOf(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Boulware: return 0.2;
    case Strategy::Conceder: return 4;
    default: return 1;
    }
}

double targetAt(double time, double exponent, double walkAway, double most)
{
    const double given = time <= 0 ? 0 : time >= 1 ? 1 : numbers::elementary::pow(time, 1 / exponent);
    return walkAway + (most - walkAway) * (1 - given);
}

struct Counterpart::Inside {
    const Payoffs& payoffs;
    std::unique_ptr<Seat> seat;
    PlayerTerms terms;
    int rounds;
    numbers::Random random;
    double most = 0, target = 0, lastReceived = 0, bestReceived = -1;
    int steps = 0, turns = 0; ///< of MiCRO: bins that it went down; moves so far
    bool canOffer = false, wasHeard = false, hasSteppedLate = false;
    std::set<Package> received;
    std::vector<Package> made;

    Inside(const Payoffs& of, Side side, const PlayerTerms& given, int all, std::uint64_t seed)
        : payoffs(of), seat(of.seat(side, given.offers)), terms(given), rounds(all), random(seed)
    {
        if (terms.exponent <= 0)
            terms.exponent = exponentOf(terms.strategy);
        // the best package of those that the other side would not plainly leave for; of all of them when that is below the walk-away value
        auto best = seat->most(seat->estimate(of.domain().noAgreement()));
        if (!best || *best < terms.walkAway)
            best = seat->most(0);
        canOffer = best && *best >= terms.walkAway;
        most = target = canOffer ? *best : terms.walkAway;
    }

    double timeOf(int round) const { return rounds > 1 ? static_cast<double>(round - 1) / (rounds - 1) : 1; }

    void hear(const Package& theirs, double time)
    {
        seat->hear(theirs, time);
        received.insert(theirs);
        bestReceived = std::max(bestReceived, seat->worth(theirs));
    }

    bool isAcceptable(const Package& theirs, double least) const
    {
        return terms.accepts.holds(theirs) && seat->worth(theirs) >= std::max(least, terms.walkAway);
    }

    /// What the estimated Nash point is worth here; the walk-away value when nothing seems to clear both.
    double ownNashWorth() const
    {
        const auto& domain = payoffs.domain();
        const double theirs =
            assumedChance * seat->estimate(domain.statusQuo()) + (1 - assumedChance) * seat->estimate(domain.noAgreement());
        double best = 0, worth = terms.walkAway;
        for (const auto& [mine, other] : seat->estimatedFrontier())
            if (mine > terms.walkAway && other > theirs && (mine - terms.walkAway) * (other - theirs) > best) {
                best = (mine - terms.walkAway) * (other - theirs);
                worth = mine;
            }
        return worth;
    }

    double matched(int round, const std::optional<Package>& theirs)
    {
        double given = 0;
        if (theirs) {
            const double now = seat->worth(*theirs);
            given = wasHeard ? std::max(0.0, terms.kindness + now - lastReceived) : 0;
            lastReceived = now;
            wasHeard = true;
        }
        if (turns == 1)
            given = std::max(given, firstStep);
        else if (round % roundsOfGift == 0)
            given += gift;
        const double floor = terms.strategy == Strategy::NiceMatching ? std::max(terms.walkAway, ownNashWorth()) : terms.walkAway;
        return std::min(target, std::max(floor, target - given));
    }

    /// Bins follow the rounds, so that the last one is the walk-away value.
    double bin(int step) const { return step >= rounds - 1 ? terms.walkAway : most - step * (most - terms.walkAway) / (rounds - 1); }

    bool mayStep(double time)
    {
        if (steps <= static_cast<int>(received.size()))
            return true;
        const bool isLate = time >= lateTime && !hasSteppedLate;
        hasSteppedLate = hasSteppedLate || isLate;
        return isLate;
    }

    Reply micro(const std::optional<Package>& theirs, double time)
    {
        const bool steppsDown = mayStep(time);
        const double willing = bin(steppsDown ? steps : std::max(0, steps - 1));
        if (theirs && isAcceptable(*theirs, willing))
            return {MoveKind::Accept, *theirs};
        if (!steppsDown && !made.empty())
            return {MoveKind::Offer, made[random.below(made.size())]};
        ++steps;
        return offered(willing);
    }

    Reply offered(double least)
    {
        const auto package = terms.strategy == Strategy::Random ? seat->anyOffer(std::max(least, terms.walkAway), random)
                                                                : seat->offer(std::max(least, terms.walkAway));
        if (!package)
            return {MoveKind::BreakOff, {}};
        made.push_back(*package);
        Reply reply{MoveKind::Offer, *package};
        if (terms.atOnce > 1 && terms.strategy != Strategy::Random)
            reply.others = seat->beside(*package, std::max(least, terms.walkAway), std::min(terms.atOnce, mostAtOnce) - 1);
        return reply;
    }

    double nextTarget(int round, double time, const std::optional<Package>& theirs)
    {
        switch (terms.strategy) {
        case Strategy::Matching:
        case Strategy::NiceMatching: return matched(round, theirs);
        case Strategy::Random: return terms.walkAway + (most - terms.walkAway) * random.unit();
        default: return targetAt(time, terms.exponent, terms.walkAway, most);
        }
    }

    Reply answer(int round, const std::optional<Package>& theirs)
    {
        const double time = timeOf(round);
        if (theirs)
            hear(*theirs, time);
        const bool isCombi = theirs && round > rounds - roundsOfCombi && isAcceptable(*theirs, bestReceived);
        if (isCombi)
            return {MoveKind::Accept, *theirs};
        if (!canOffer)
            return {MoveKind::BreakOff, {}};
        if (terms.strategy == Strategy::Micro)
            return micro(theirs, time);
        target = nextTarget(round, time, theirs);
        ++turns;
        if (theirs && isAcceptable(*theirs, target))
            return {MoveKind::Accept, *theirs};
        return offered(target);
    }
};

Counterpart::Counterpart(const Payoffs& payoffs, Side side, const PlayerTerms& terms, int rounds, std::uint64_t seed)
    : m_inside(std::make_unique<Inside>(payoffs, side, terms, rounds, seed))
{}
Counterpart::~Counterpart() = default;
Counterpart::Counterpart(Counterpart&&) noexcept = default;

Reply Counterpart::answer(int round, const std::optional<Package>& theirs) { return m_inside->answer(round, theirs); }

bool Counterpart::takes(const Package& theirs) { return m_inside->isAcceptable(theirs, m_inside->terms.walkAway); }

void Counterpart::setWalkAway(double walkAway) { m_inside->terms.walkAway = walkAway; }

double Counterpart::estimate(const Package& package) const { return m_inside->seat->estimate(package); }

std::vector<double> Counterpart::readings() const { return m_inside->seat->readings(); }

} // namespace chokepoint::bargain
