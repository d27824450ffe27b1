// Lets two computers play, and says their moves one after the other at a table of two people with their sheets.
#include "api/WatchedTalks.h"

#include "api/InputError.h"
#include "numbers/Random.h"

#include <stdexcept>

namespace chokepoint::bargain {
namespace {

const Persona& personaOf(const std::string& id, std::size_t drawn)
{
    if (id.empty())
        return personas()[drawn];
    const auto* found = findPersona(id);
    if (!found)
        throw InputError(Refusal("rehearsal_unknown", {{"word", id}}));
    return *found;
}

} // namespace

struct WatchedTalks::Inside {
    WatchTerms terms;
    Both<const Persona*> personas;
    std::shared_ptr<const Payoffs> payoffs;
    Rehearsal talks;
    GameRecord record;
    std::size_t said = 0; ///< moves of the record
};

WatchedTalks::WatchedTalks(const PackageTable& table, const WatchTerms& terms)
{
    numbers::Random random(terms.seed);
    RehearsalTerms sheets{.people = {}, .opens = terms.opens, .persona = {}, .replay = terms.replay, .rounds = terms.rounds,
                          .seed = terms.seed};
    Both<std::size_t> weightings;
    Both<const Persona*> who;
    for (const auto side : bothSides) {
        const auto all = weightingsOf(table.game(), side);
        weightings.of(side) = all[random.below(all.size())];
        who.of(side) = &personaOf(terms.personas.of(side), random.below(personas().size()));
        sheets.people.of(side) = SeatTerms{table.game().weightings[weightings.of(side)].weights};
    }
    const double chance = SeatTerms().chanceOfRollOver;
    std::shared_ptr<const Payoffs> payoffs = table.payoffs(weightings);
    Rehearsal talks(table, sheets); // checks the rounds as well
    GameTerms game{.rounds = terms.rounds, .opens = terms.opens, .players = {}, .seed = random.next()};
    for (const auto side : bothSides) {
        game.players.of(side) = termsOf(*payoffs, side, who.of(side)->strategy, {chance, chance});
        game.players.of(side).exponent = who.of(side)->exponent;
        game.players.of(side).kindness = who.of(side)->kindness;
    }
    auto record = play(*payoffs, game);
    auto told = terms;
    told.personas = {who.us->id, who.china->id};
    m_inside = std::make_unique<Inside>(Inside{std::move(told), who, std::move(payoffs), std::move(talks), std::move(record), 0});
}

WatchedTalks::~WatchedTalks() = default;
WatchedTalks::WatchedTalks(WatchedTalks&&) noexcept = default;
WatchedTalks& WatchedTalks::operator=(WatchedTalks&&) noexcept = default;

const WatchTerms& WatchedTalks::terms() const { return m_inside->terms; }
const Rehearsal& WatchedTalks::talks() const { return m_inside->talks; }
const Persona& WatchedTalks::persona(Side side) const { return *m_inside->personas.of(side); }
Both<double> WatchedTalks::worthOf(const Package& package) const { return m_inside->payoffs->worthOf(package); }

bool WatchedTalks::step()
{
    auto& inside = *m_inside;
    if (inside.talks.isOver())
        return false;
    if (inside.said == inside.record.moves.size()) { // who has the last word and takes nothing leaves
        inside.talks.breakOff();
        return true;
    }
    const auto& move = inside.record.moves[inside.said++];
    bool isDone = true;
    switch (move.kind) {
    case MoveKind::Offer: isDone = inside.talks.offer(move.package); break;
    case MoveKind::Accept: isDone = inside.talks.accept(); break;
    case MoveKind::BreakOff: inside.talks.breakOff(); break;
    }
    if (!isDone)
        throw std::logic_error("a computer made a move that the table does not know");
    return true;
}

std::optional<Debrief> WatchedTalks::debrief() const
{
    auto debrief = m_inside->talks.debrief();
    if (debrief)
        for (const auto side : bothSides)
            debrief->sides.of(side).persona = m_inside->personas.of(side);
    return debrief;
}

} // namespace chokepoint::bargain
