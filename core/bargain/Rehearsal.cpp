// The protocol of a rehearsal: whose turn it is, what may be said, and how the computer answers.
#include "api/InputError.h"
#include "bargain/RehearsalInside.h"
#include "numbers/Random.h"
#include "run/RequestChecks.h"

#include <algorithm>
#include <numeric>

namespace chokepoint::bargain {
namespace {

constexpr double computersChance = 0.7; ///< of a roll-over, as the computer takes it

void check(const PackageTable& table, const RehearsalTerms& terms)
{
    if (terms.rounds < fewestRehearsalRounds || terms.rounds > mostRehearsalRounds)
        run::requireNumber("rounds", static_cast<std::size_t>(std::max(0, terms.rounds)), fewestRehearsalRounds, mostRehearsalRounds);
    if (!terms.persona.empty() && !findPersona(terms.persona))
        throw InputError(Refusal("rehearsal_unknown", {{"word", terms.persona}}));
    const bool isOfModel = table.game().isOfModel;
    if (const auto* replay = findReplay(terms.replay);
        !terms.replay.empty() && (!isOfModel || !replay || replay->start != table.terms().start))
        throw InputError(Refusal("rehearsal_unknown", {{"word", terms.replay}}));
    if (!terms.people.us && !terms.people.china)
        throw InputError(Refusal("rehearsal_nobody"));
    for (const auto side : bothSides) {
        const auto& person = terms.people.of(side);
        if (!person)
            continue;
        if (!isOfModel && !person->guess.empty())
            throw InputError(Refusal("rehearsal_unknown", {{"word", person->guess}}));
        const bool isWhole = person->weights.size() == table.game().outcomes.size()
                          && std::ranges::all_of(person->weights, [](int weight) { return weight >= 0 && weight <= 100; })
                          && std::accumulate(person->weights.begin(), person->weights.end(), 0) == 100;
        if (!isWhole)
            throw InputError(Refusal("rehearsal_weights", {{"outcomes", table.game().outcomes.size()}}));
        if (!(person->chanceOfRollOver >= 0 && person->chanceOfRollOver <= 1))
            throw InputError(Refusal("chance_out_of_range", {{"typed", std::to_string(person->chanceOfRollOver)}}));
    }
}

/// Weights of a side: a person's own, or a weighting that the seed draws for the computer.
RevealedSide sideOf(const PackageTable& table, const RehearsalTerms& terms, Side side, numbers::Random& random)
{
    RevealedSide revealed;
    const auto all = weightingsOf(table.game(), side);
    const auto drawn = all[random.below(all.size())];
    const auto& persona = personas()[random.below(personas().size())];
    if (const auto& person = terms.people.of(side)) {
        revealed.weights = {person->weights.begin(), person->weights.end()};
        revealed.chanceOfRollOver = person->chanceOfRollOver;
        for (const auto w : all)
            if (table.game().weightings[w].weights == person->weights)
                revealed.weighting = w;
        return revealed;
    }
    revealed.weighting = drawn;
    revealed.weights = {table.game().weightings[drawn].weights.begin(), table.game().weightings[drawn].weights.end()};
    revealed.chanceOfRollOver = computersChance;
    revealed.persona = terms.persona.empty() ? &persona : findPersona(terms.persona);
    return revealed;
}

} // namespace

const std::vector<Persona>& personas()
{
    static const std::vector<Persona> all{{"late", Strategy::Boulware, 0.2},
                                          {"steady", Strategy::Linear},
                                          {"dealmaker", Strategy::Conceder, 1.5, 0, mostAtOnce},
                                          {"mirror", Strategy::Matching, 0, 0.5, 1, true},
                                          {"technocrat", Strategy::NiceMatching, 0, 0, mostAtOnce},
                                          {"patient", Strategy::Micro, 0, 0, 1, true}};
    return all;
}

const Persona* findPersona(std::string_view id)
{
    const auto at = std::ranges::find(personas(), id, [](const Persona& persona) { return std::string_view(persona.id); });
    return at == personas().end() ? nullptr : &*at;
}

const std::vector<Replay>& replays()
{
    constexpr auto quarterOf = [](int year, int quarter) { return Quarter{(year - firstYear) * 4 + quarter - 1}; };
    static const std::vector<Replay> all{{"h20_week", "2025-04-04", "2025-04-16", quarterOf(2025, 2), Side::US, 5},
                                         {"five_weeks", "2025-09-29", "2025-10-30", quarterOf(2025, 4), Side::US, 5},
                                         {"customs_block", "2026-01-13", "2026-01-28", quarterOf(2026, 1), Side::US, 4}};
    return all;
}

const Replay* findReplay(std::string_view id)
{
    const auto at = std::ranges::find(replays(), id, [](const Replay& replay) { return std::string_view(replay.id); });
    return at == replays().end() ? nullptr : &*at;
}

std::optional<Package> Rehearsal::Inside::onTable() const
{
    for (auto move = said.rbegin(); move != said.rend(); ++move)
        if (move->side != turn && move->kind == MoveKind::Offer)
            return move->package;
    return std::nullopt;
}

std::vector<Package> Rehearsal::Inside::allOnTable() const
{
    for (auto move = said.rbegin(); move != said.rend(); ++move)
        if (move->side != turn && move->kind == MoveKind::Offer) {
            std::vector<Package> packages{move->package};
            if (!terms.people.of(move->side)) // a person's others were not taken up
                packages.insert(packages.end(), move->others.begin(), move->others.end());
            return packages;
        }
    return {};
}

Both<double> Rehearsal::Inside::walkAway() const
{
    const auto package = withoutDeal(payoffs->domain(), pressures, round);
    return {walkAwayFrom(*payoffs, Side::US, truth.us.chanceOfRollOver, package),
            walkAwayFrom(*payoffs, Side::China, truth.china.chanceOfRollOver, package)};
}

void Rehearsal::Inside::say(MoveKind kind, const Package& package, bool isPart)
{
    said.push_back({turn, round, kind, package, 0, {}, {}, {}, isPart});
    if (kind == MoveKind::Offer)
        return;
    isOver = true;
    if (kind == MoveKind::Accept)
        deal = package;
}

/// After an offer: the other side moves, and a new round begins when it is the opener again.
void Rehearsal::Inside::goOn()
{
    turn = otherThan(turn);
    if (turn != terms.opens)
        return;
    if (round < terms.rounds)
        ++round;
    else
        isLastWord = true;
}

void Rehearsal::Inside::letComputerMove()
{
    if (isOver || terms.people.of(turn))
        return;
    answerPressure();
    computer->setWalkAway(walkAway().of(turn));
    if (isLastWord)
        return letComputerHaveTheLastWord();
    const auto reply = computer->answer(round, onTable());
    say(reply.kind, reply.package);
    said.back().others = reply.others;
    if (!isOver)
        goOn();
}

bool Rehearsal::Inside::isPart(const Package& accepted) const
{
    return std::ranges::any_of(said, [&](const SeenMove& move) { return move.isPart && move.package == accepted; });
}

/// It takes what lies on the table, or proposes what both last offers have in common, or leaves.
void Rehearsal::Inside::letComputerHaveTheLastWord()
{
    const auto theirs = *onTable();
    if (computer->takes(theirs))
        return say(MoveKind::Accept, theirs);
    turn = otherThan(turn);
    const auto mine = onTable();
    turn = otherThan(turn);
    const auto part = mine ? commonPart(payoffs->domain(), theirs, *mine) : std::nullopt;
    if (turn != terms.opens || !part || !computer->takes(*part))
        return say(MoveKind::BreakOff, {});
    say(MoveKind::Offer, *part, true);
    turn = otherThan(turn);
}

/// In kind: of what it may announce, what costs the person most by its estimate over what it costs itself, with the same delay.
void Rehearsal::Inside::answerPressure()
{
    const auto side = turn;
    if (pressures.empty() || !truth.of(side).persona->answersPressure || pressures.back().side == side)
        return;
    const auto& domain = payoffs->domain();
    const auto before = withoutDeal(domain, pressures, terms.rounds + Rehearsal::latestPressure);
    const auto costTo = [&](const Package& package) {
        return (computer->estimate(before) - computer->estimate(package)) - (payoffs->worth(side, before) - payoffs->worth(side, package));
    };
    std::optional<Pressure> best;
    double most = 0;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l) {
            if (!mayPress(domain, side, i, l) || std::ranges::find(pressures, i, &Pressure::issue) != pressures.end())
                continue;
            auto after = before;
            after.levels[i] = static_cast<std::uint8_t>(l);
            const auto& asked = pressures.back();
            if (const double cost = costTo(after); !best || cost > most) {
                best = Pressure{side, i, l, round, round + asked.inForce - asked.announced, said.size(), true};
                most = cost;
            }
        }
    if (best)
        pressures.push_back(*best);
}

Rehearsal::Rehearsal(const PackageTable& table, const RehearsalTerms& terms)
{
    check(table, terms);
    m_inside = std::make_unique<Inside>(Inside{table, terms, {}, {}, {}, {}, {}, {}, {}, {}});
    auto& inside = *m_inside;
    numbers::Random random(terms.secret == 0 ? terms.seed : numbers::Random(terms.seed).next() ^ terms.secret);
    for (const auto side : bothSides)
        inside.truth.of(side) = sideOf(table, terms, side, random);
    inside.payoffs = table.payoffs(Both<std::vector<double>>{inside.truth.us.weights, inside.truth.china.weights});
    const auto walkAway = inside.payoffs->walkAway({inside.truth.us.chanceOfRollOver, inside.truth.china.chanceOfRollOver});
    inside.turn = terms.opens;
    for (const auto side : bothSides) {
        inside.truth.of(side).walkAway = inside.truth.of(side).atFirst = walkAway.of(side);
        if (const auto& person = terms.people.of(side)) {
            inside.sheets.of(side) = std::make_shared<const SeatView::Sheet>(table, side, *person);
            continue;
        }
        const auto& persona = *inside.truth.of(side).persona;
        auto player =
            termsOf(*inside.payoffs, side, persona.strategy, {inside.truth.us.chanceOfRollOver, inside.truth.china.chanceOfRollOver});
        player.exponent = persona.exponent;
        player.kindness = persona.kindness;
        player.atOnce = persona.atOnce;
        inside.computer.emplace(*inside.payoffs, side, player, terms.rounds, random.next());
    }
    inside.letComputerMove();
}

Rehearsal::~Rehearsal() = default;
Rehearsal::Rehearsal(Rehearsal&&) noexcept = default;
Rehearsal& Rehearsal::operator=(Rehearsal&&) noexcept = default;

const GameTables& Rehearsal::game() const { return m_inside->table.game(); }
const RehearsalTerms& Rehearsal::terms() const { return m_inside->terms; }
const WorthTerms& Rehearsal::worthTerms() const { return m_inside->table.terms(); }
bool Rehearsal::isOver() const { return m_inside->isOver; }
int Rehearsal::round() const { return m_inside->round; }
bool Rehearsal::isLastWord() const { return m_inside->isLastWord; }

std::optional<Side> Rehearsal::turn() const { return m_inside->isOver ? std::nullopt : std::optional(m_inside->turn); }

SeatView Rehearsal::view(Side side) const
{
    if (!m_inside->sheets.of(side))
        throw std::logic_error("nobody sits there");
    return viewOf(m_inside->sheets.of(side), m_inside->said, m_inside->terms.rounds, m_inside->pressures, m_inside->round);
}

bool Rehearsal::offer(const Package& package)
{
    if (m_inside->isOver || m_inside->isLastWord || !m_inside->sheets.of(m_inside->turn)->offerable.holds(package))
        return false;
    m_inside->say(MoveKind::Offer, package);
    m_inside->goOn();
    m_inside->letComputerMove();
    return true;
}

bool Rehearsal::offerAny(const std::vector<Package>& packages)
{
    if (packages.empty() || packages.size() > mostAtOnce || m_inside->isOver || m_inside->terms.people.of(otherThan(m_inside->turn)))
        return false;
    const auto side = m_inside->turn;
    const auto& offerable = m_inside->sheets.of(side)->offerable;
    const auto worth = [&](Side of) { return [this, of](const Package& package) { return m_inside->payoffs->worth(of, package); }; };
    const auto [least, most] = std::ranges::minmax(packages, {}, worth(side));
    if (worth(side)(most) - worth(side)(least) > widestOffer
        || !std::ranges::all_of(packages, [&](const Package& package) { return offerable.holds(package); }))
        return false;
    const auto taken = *std::ranges::max_element(packages, {}, worth(otherThan(side)));
    const auto place = m_inside->said.size();
    if (!offer(taken))
        return false;
    for (const auto& package : packages)
        if (package != taken)
            m_inside->said[place].others.push_back(package);
    return true;
}

bool Rehearsal::accept()
{
    const auto theirs = m_inside->isOver ? std::nullopt : m_inside->onTable();
    return theirs && accept(*theirs);
}

bool Rehearsal::accept(const Package& package)
{
    const auto all = m_inside->isOver ? std::vector<Package>{} : m_inside->allOnTable();
    if (std::ranges::find(all, package) == all.end() || !m_inside->sheets.of(m_inside->turn)->acceptable.holds(package))
        return false;
    m_inside->say(MoveKind::Accept, package);
    return true;
}

bool Rehearsal::offerPart(const std::vector<bool>& issues)
{
    auto& inside = *m_inside;
    const auto theirs = inside.isOver ? std::nullopt : inside.onTable();
    if (!theirs || issues.size() != inside.payoffs->domain().issues.size() || (inside.isLastWord && inside.turn != inside.terms.opens))
        return false;
    const auto part = partOf(inside.payoffs->domain(), *theirs, issues);
    if (part == inside.payoffs->domain().statusQuo() || part == *theirs || !inside.sheets.of(inside.turn)->offerable.holds(part))
        return false;
    inside.say(MoveKind::Offer, part, true);
    if (!inside.isLastWord) {
        inside.goOn();
        inside.letComputerMove();
        return true;
    }
    inside.turn = otherThan(inside.turn);
    inside.letComputerMove();
    return true;
}

bool Rehearsal::press(std::size_t issue, std::size_t level, int afterRounds)
{
    auto& inside = *m_inside;
    if (inside.isOver || afterRounds < 0 || afterRounds > latestPressure || !mayPress(inside.payoffs->domain(), inside.turn, issue, level)
        || std::ranges::find(inside.pressures, issue, &Pressure::issue) != inside.pressures.end())
        return false;
    inside.pressures.push_back({inside.turn, issue, level, inside.round, inside.round + afterRounds, inside.said.size(), false});
    return true;
}

void Rehearsal::breakOff()
{
    if (!m_inside->isOver)
        m_inside->say(MoveKind::BreakOff, {});
}

std::optional<Package> Rehearsal::mediated(const Package& draft) const
{
    const auto better = jointImprovement(*m_inside->payoffs, withoutRedLines(m_inside->payoffs->domain()), draft, m_inside->walkAway());
    return better ? std::optional(better->package) : std::nullopt;
}

bool Rehearsal::settleAfter(const Package& package)
{
    if (!m_inside->deal || !withoutRedLines(m_inside->payoffs->domain()).holds(package))
        return false;
    const auto before = m_inside->payoffs->worthOf(m_inside->afterwards.value_or(*m_inside->deal)),
               after = m_inside->payoffs->worthOf(package);
    if (!(after.us > before.us && after.china > before.china))
        return false;
    m_inside->afterwards = package;
    return true;
}

} // namespace chokepoint::bargain
