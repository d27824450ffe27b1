// Alternating offers between two players, and what each offer did to the one before.
#include "api/BargainPlay.h"

#include "numbers/Random.h"

#include <cmath>

namespace chokepoint::bargain {
namespace {

/// Differences below this are rounding.
constexpr double nothing = 1e-9;

class Table {
public:
    Table(const Payoffs& payoffs, const GameTerms& terms) : m_payoffs(payoffs), m_terms(terms)
    {
        numbers::Random seeds(terms.seed);
        for (const auto side : bothSides)
            m_players.of(side) = std::make_unique<Counterpart>(payoffs, side, terms.players.of(side), terms.rounds, seeds.next());
    }

    GameRecord played()
    {
        for (int round = 1; round <= m_terms.rounds; ++round)
            for (const auto side : {m_terms.opens, otherThan(m_terms.opens)})
                if (!goesOn(side, round))
                    return std::move(m_record);
        if (m_players.of(m_terms.opens)->takes(*m_onTable))
            close(m_terms.opens, m_terms.rounds, *m_onTable);
        return std::move(m_record);
    }

private:
    bool goesOn(Side side, int round)
    {
        const auto reply = m_players.of(side)->answer(round, m_onTable);
        m_record.round = round;
        if (reply.kind == MoveKind::Accept) {
            close(side, round, reply.package);
            return false;
        }
        if (reply.kind == MoveKind::BreakOff) {
            m_record.moves.push_back({side, round, MoveKind::BreakOff, {}, {}, {}});
            return false;
        }
        Move move{side, round, MoveKind::Offer, reply.package, m_payoffs.worthOf(reply.package), {}};
        if (const auto& last = m_last.of(side))
            move.step = stepBetween(*last, move.worth, side);
        m_last.of(side) = move.worth;
        move.others = reply.others;
        m_record.moves.push_back(move);
        m_onTable = takenUp(otherThan(side), reply);
        return true;
    }

    /// What the other side likes best of what is offered, and answers.
    Package takenUp(Side side, const Reply& reply) const
    {
        auto best = reply.package;
        for (const auto& other : reply.others)
            if (m_terms.players.of(side).accepts.holds(other) && m_payoffs.worth(side, other) > m_payoffs.worth(side, best))
                best = other;
        return best;
    }

    void close(Side side, int round, const Package& package)
    {
        m_record.deal = WorthOf{package, m_payoffs.worthOf(package)};
        m_record.round = round;
        m_record.moves.push_back({side, round, MoveKind::Accept, package, m_record.deal->worth, {}});
    }

    const Payoffs& m_payoffs;
    const GameTerms& m_terms;
    Both<std::unique_ptr<Counterpart>> m_players;
    Both<std::optional<Both<double>>> m_last;
    std::optional<Package> m_onTable;
    GameRecord m_record;
};

int signOf(double change) { return change > nothing ? 1 : change < -nothing ? -1 : 0; }

} // namespace

StepLabel stepBetween(Both<double> before, Both<double> after, Side mover)
{
    const int mine = signOf(after.of(mover) - before.of(mover));
    const int theirs = signOf(after.of(otherThan(mover)) - before.of(otherThan(mover)));
    if (mine == 0)
        return theirs > 0 ? StepLabel::Nice : theirs < 0 ? StepLabel::Unfortunate : StepLabel::Silent;
    if (mine > 0)
        return theirs > 0 ? StepLabel::Fortunate : StepLabel::Selfish;
    return theirs < 0 ? StepLabel::Unfortunate : StepLabel::Concession;
}

std::string wordOf(StepLabel label)
{
    constexpr std::array words{"concession", "selfish", "unfortunate", "fortunate", "nice", "silent"};
    return words[static_cast<std::size_t>(label)];
}

std::string wordOf(Strategy strategy)
{
    constexpr std::array words{"boulware", "linear", "conceder", "matching", "nice_matching", "micro", "random"};
    return words[static_cast<std::size_t>(strategy)];
}

GameRecord play(const Payoffs& payoffs, const GameTerms& terms) { return Table(payoffs, terms).played(); }

PlayerTerms termsOf(const Payoffs& payoffs, Side side, Strategy strategy, Both<double> chanceOfRollOver)
{
    PlayerTerms terms;
    terms.strategy = strategy;
    terms.walkAway = payoffs.walkAway(chanceOfRollOver).of(side);
    terms.accepts = withoutRedLines(payoffs.domain(), side);
    terms.offers = withoutRedLines(payoffs.domain());
    return terms;
}

} // namespace chokepoint::bargain
