// Reads worths and estimates off the sheet of a seat.
#include "bargain/AdditivePayoffs.h"
#include "bargain/Seat.h"
#include "bargain/SeatSheet.h"
#include "numbers/Elementary.h"

#include <algorithm>
#include <bit>

namespace chokepoint::bargain {
namespace {

constexpr double usualChance = 0.7;    ///< of a roll-over, in what the other side is thought to have without a deal
constexpr double leastOfRange = 0.005; ///< a reading that is less likely does not widen a range

/// The number of a reading in a range, shares of players who come in any order with like chance.
std::vector<double> shapley(const Payoffs& payoffs, Side side, const Package& package, const std::vector<std::size_t>& changed)
{
    const auto count = changed.size();
    const auto statusQuo = payoffs.domain().statusQuo();
    std::vector<double> worth(std::size_t{1} << count), share(count), chance(count);
    for (std::size_t set = 0; set < worth.size(); ++set) {
        auto some = statusQuo;
        for (std::size_t k = 0; k < count; ++k)
            if (set >> k & 1u)
                some.levels[changed[k]] = package.levels[changed[k]];
        worth[set] = payoffs.worth(side, some);
    }
    // s! (n - s - 1)! / n! by the number s of those who came before
    for (std::size_t s = 0; s < count; ++s) {
        double choose = 1;
        for (std::size_t k = 0; k < s; ++k)
            choose = choose * static_cast<double>(count - 1 - k) / static_cast<double>(k + 1);
        chance[s] = 1 / (static_cast<double>(count) * choose);
    }
    for (std::size_t set = 0; set < worth.size(); ++set)
        for (std::size_t k = 0; k < count; ++k)
            if (!(set >> k & 1u))
                share[k] += chance[static_cast<std::size_t>(std::popcount(set))] * (worth[set | std::size_t{1} << k] - worth[set]);
    return share;
}

/// What the other side takes up of several packages says what it wants: the likelier by a reading, the more it gains by it.
void learnFromChoice(const SeatView::Sheet& sheet, const SeenMove& move, std::vector<Reading>& readings)
{
    double sum = 0;
    for (std::size_t r = 0; r < readings.size(); ++r) {
        const double taken = sheet.readings[r]->worth(otherThan(sheet.side), move.package);
        double all = 1;
        for (const auto& other : move.others)
            all += numbers::elementary::exp((sheet.readings[r]->worth(otherThan(sheet.side), other) - taken) / spreadOfChoice);
        sum += readings[r].chance /= all;
    }
    for (auto& reading : readings)
        reading.chance /= sum;
}

/// An estimate of issues and levels is one for all.
SeatView::Heard heardOf(const SeatView::Sheet& sheet, const Seat& seat, const std::vector<SeenMove>& said)
{
    SeatView::Heard heard;
    const auto wasChoice = [&](const SeenMove& move) { return move.side == sheet.side && !move.others.empty(); };
    if (const auto* ofIssues = seat.ofIssues()) {
        auto model = *ofIssues;
        for (const auto& move : said)
            if (wasChoice(move))
                model.hearChoice(move.package, move.others);
        const auto& domain = sheet.own->domain();
        LevelPoints points(domain.issues.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l)
                points[i].emplace_back().of(otherThan(sheet.side)) = model.points(i, l) * hundredthsOfPoint;
        heard.estimates.emplace_back(std::make_shared<AdditivePayoffs>(domain, std::move(points)), 1);
        heard.weights = model.weights();
        return heard;
    }
    const auto chances = seat.readings();
    for (std::size_t r = 0; r < chances.size(); ++r)
        heard.readings.push_back({sheet.weightings[r], chances[r]});
    for (const auto& move : said)
        if (wasChoice(move))
            learnFromChoice(sheet, move, heard.readings);
    for (std::size_t r = 0; r < chances.size(); ++r)
        heard.estimates.emplace_back(sheet.readings[r], heard.readings[r].chance);
    return heard;
}

} // namespace

SeatView::Sheet::Sheet(const PackageTable& of, Side seat, const SeatTerms& seatTerms) : table(of), side(seat), terms(seatTerms)
{
    const auto& game = table.game();
    const auto other = otherThan(side);
    weights.of(side) = {terms.weights.begin(), terms.weights.end()};
    acceptable = withoutRedLines(game.domain, side);
    offerable = withoutRedLines(game.domain);
    if (!game.isOfModel) {
        weights.of(other).assign(game.outcomes.size(), 1);
        own = table.payoffs(weights);
        return;
    }
    weightings = weightingsOf(game, other);
    for (const auto w : weightings) {
        auto both = weights;
        both.of(other) = {game.weightings[w].weights.begin(), game.weightings[w].weights.end()};
        readings.push_back(table.payoffs(both));
    }
    const auto& usual = game.weightings[weightings.front()].weights;
    weights.of(other) = {usual.begin(), usual.end()};
    own = readings.front();
}

SeatView::SeatView(std::shared_ptr<const Sheet> sheet, std::vector<SeenMove> moves, Heard heard, std::vector<Pressure> pressures, int round)
    : m_sheet(std::move(sheet)), m_moves(std::move(moves)), m_heard(std::move(heard)), m_pressures(std::move(pressures)), m_round(round)
{}

Side SeatView::side() const { return m_sheet->side; }
const GameTables& SeatView::game() const { return m_sheet->table.game(); }
const SeatTerms& SeatView::terms() const { return m_sheet->terms; }
const WorthTerms& SeatView::worthTerms() const { return m_sheet->table.terms(); }
const Allowed& SeatView::acceptable() const { return m_sheet->acceptable; }
const Allowed& SeatView::offerable() const { return m_sheet->offerable; }
const Both<std::vector<double>>& SeatView::openWeights() const { return m_sheet->weights; }

double SeatView::worth(const Package& package) const { return m_sheet->own->worth(side(), package); }

double SeatView::today() const { return worth(game().domain.statusQuo()); }

double SeatView::walkAway() const { return walkAwayFrom(*m_sheet->own, side(), terms().chanceOfRollOver, withoutDeal()); }

Estimated SeatView::mixed(const std::vector<double>& byReading) const
{
    Estimated estimated;
    bool isFirst = true;
    for (std::size_t r = 0; r < m_heard.estimates.size(); ++r) {
        const double chance = m_heard.estimates[r].second;
        estimated.value += chance * byReading[r];
        if (chance < leastOfRange)
            continue;
        estimated.low = isFirst ? byReading[r] : std::min(estimated.low, byReading[r]);
        estimated.high = isFirst ? byReading[r] : std::max(estimated.high, byReading[r]);
        isFirst = false;
    }
    return estimated;
}

Estimated SeatView::mixed(const std::function<double(const Payoffs&)>& number) const
{
    std::vector<double> byReading;
    for (const auto& [payoffs, chance] : m_heard.estimates)
        byReading.push_back(number(*payoffs));
    return mixed(byReading);
}

std::vector<GuessedWish> SeatView::wishes() const
{
    std::vector<GuessedWish> wishes;
    for (const auto& reading : m_heard.readings)
        wishes.push_back({game().weightings[reading.weighting].name, reading.chance});
    for (std::size_t i = 0; i < m_heard.weights.size(); ++i)
        wishes.push_back({game().domain.issues[i].name, m_heard.weights[i]});
    return wishes;
}

Estimated SeatView::estimate(const Package& package) const
{
    return mixed([&](const Payoffs& payoffs) { return payoffs.worth(otherThan(side()), package); });
}

Estimated SeatView::walkAwayOfOther() const
{
    return mixed([&](const Payoffs& payoffs) { return walkAwayFrom(payoffs, otherThan(side()), usualChance, withoutDeal()); });
}

std::optional<Package> SeatView::lastOffer(Side of) const
{
    for (auto move = m_moves.rbegin(); move != m_moves.rend(); ++move)
        if (move->side == of && move->kind == MoveKind::Offer)
            return move->package;
    return std::nullopt;
}

std::vector<Package> SeatView::lastOffers(Side of) const
{
    for (auto move = m_moves.rbegin(); move != m_moves.rend(); ++move)
        if (move->side == of && move->kind == MoveKind::Offer) {
            std::vector<Package> packages{move->package};
            packages.insert(packages.end(), move->others.begin(), move->others.end());
            return packages;
        }
    return {};
}

std::optional<Package> SeatView::commonPart() const
{
    const auto mine = lastOffer(side()), theirs = lastOffer(otherThan(side()));
    return mine && theirs ? bargain::commonPart(game().domain, *theirs, *mine) : std::nullopt;
}

Package SeatView::withoutDeal() const { return bargain::withoutDeal(game().domain, m_pressures, m_round); }

std::vector<std::pair<std::size_t, std::size_t>> SeatView::possiblePressures() const
{
    std::vector<std::pair<std::size_t, std::size_t>> possible;
    const auto& issues = game().domain.issues;
    for (std::size_t i = 0; i < issues.size(); ++i)
        for (std::size_t l = 0; l < issues[i].levels.size(); ++l)
            if (mayPress(game().domain, side(), i, l) && std::ranges::find(m_pressures, i, &Pressure::issue) == m_pressures.end())
                possible.emplace_back(i, l);
    return possible;
}

PressureEffect SeatView::effectOfPressure(std::size_t issue, std::size_t level) const
{
    const auto before = withoutDeal();
    auto after = before;
    after.levels.at(issue) = static_cast<std::uint8_t>(level);
    const auto change = [&](const Payoffs& payoffs, Side of, double chance) {
        return walkAwayFrom(payoffs, of, chance, after) - walkAwayFrom(payoffs, of, chance, before);
    };
    return {change(*m_sheet->own, side(), terms().chanceOfRollOver),
            mixed([&](const Payoffs& payoffs) { return change(payoffs, otherThan(side()), usualChance); })};
}

std::vector<double> SeatView::partsOf(const Package& package) const
{
    const auto& weights = m_sheet->weights.of(side());
    auto parts = bargain::partsOf(side(), weights, m_sheet->table.valuesOf(package));
    const auto today = bargain::partsOf(side(), weights, m_sheet->table.valuesOf(game().domain.statusQuo()));
    for (std::size_t o = 0; o < parts.size(); ++o)
        parts[o] -= today[o];
    return parts;
}

std::vector<double> SeatView::pointsOf(const Package& package) const
{
    const auto values = m_sheet->table.valuesOf(package);
    std::vector<double> points;
    for (std::size_t o = 0; o < values.size(); ++o)
        points.push_back(m_sheet->weights.of(side())[o] * values[o].of(side()) / 100);
    return points;
}

std::vector<IssueShare> SeatView::sharesOf(const Package& package) const
{
    const auto& domain = game().domain;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        if (package.levels[i] != domain.issues[i].statusQuo)
            changed.push_back(i);
    const auto mine = shapley(*m_sheet->own, side(), package, changed);
    std::vector<std::vector<double>> theirs;
    for (const auto& [payoffs, chance] : m_heard.estimates)
        theirs.push_back(shapley(*payoffs, otherThan(side()), package, changed));
    std::vector<IssueShare> shares(domain.issues.size());
    for (std::size_t k = 0; k < changed.size(); ++k) {
        std::vector<double> byReading;
        for (const auto& share : theirs)
            byReading.push_back(share[k]);
        shares[changed[k]] = {mine[k], mixed(byReading)};
    }
    return shares;
}

std::optional<Swap> SeatView::swap(const Package& package) const
{
    std::vector<Estimate> each;
    for (const auto& estimated : m_heard.estimates)
        each.push_back([&payoffs = *estimated.first, other = otherThan(side())](const Package& of) { return payoffs.worth(other, of); });
    return swapFor(
        *m_sheet->own, side(), offerable(), package, [this](const Package& of) { return estimate(of).value; }, each);
}

std::vector<double> SeatView::vetoChances(const Package& package) const { return m_sheet->table.vetoChances(package); }

bool mayPress(const Domain& domain, Side side, std::size_t issue, std::size_t level)
{
    if (issue >= domain.issues.size() || level >= domain.issues[issue].levels.size())
        return false;
    const auto& of = domain.issues[issue];
    const bool isOwn = of.mover == (side == Side::US ? Mover::US : Mover::China);
    return isOwn && level > of.statusQuo && !of.levels[level].isRedLine.of(side);
}

Package withoutDeal(const Domain& domain, const std::vector<Pressure>& pressures, int round)
{
    auto package = domain.statusQuo();
    for (const auto& pressure : pressures)
        if (pressure.inForce <= round)
            package.levels[pressure.issue] = static_cast<std::uint8_t>(pressure.level);
    return package;
}

double walkAwayFrom(const Payoffs& payoffs, Side side, double chanceOfRollOver, const Package& withoutDeal)
{
    const double spiral = payoffs.walkAway({0, 0}).of(side);
    return chanceOfRollOver * payoffs.worth(side, withoutDeal) + (1 - chanceOfRollOver) * spiral;
}

SeatView viewOf(std::shared_ptr<const SeatView::Sheet> sheet, const std::vector<SeenMove>& said, int rounds,
                const std::vector<Pressure>& pressures, int round)
{
    const auto side = sheet->side;
    const auto seat = sheet->own->seat(side, sheet->offerable);
    for (const auto& move : said)
        if (move.side != side && move.kind == MoveKind::Offer && !move.isPart) { // a part of one's own offer tells little of its wishes
            const double time = static_cast<double>(move.round - 1) / (rounds - 1);
            seat->hear(move.package, time);
            for (const auto& other : move.others)
                seat->hear(other, time);
        }
    const auto heard = heardOf(*sheet, *seat, said);
    const SeatView bare(sheet, {}, heard);
    auto moves = said;
    Both<std::optional<Both<double>>> last;
    for (auto& move : moves) {
        if (move.kind == MoveKind::BreakOff)
            continue;
        move.mine = bare.worth(move.package);
        move.theirs = bare.estimate(move.package);
        Both<double> worth;
        worth.of(side) = move.mine;
        worth.of(otherThan(side)) = move.theirs.value;
        move.step.reset();
        if (const auto& before = last.of(move.side); before && move.kind == MoveKind::Offer)
            move.step = stepBetween(*before, worth, move.side);
        last.of(move.side) = worth;
    }
    return {std::move(sheet), std::move(moves), heard, pressures, round};
}

} // namespace chokepoint::bargain
