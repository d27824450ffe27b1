// Opens the truth of a rehearsal that is over.
#include "bargain/RehearsalInside.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace chokepoint::bargain {
namespace {

constexpr double cellsPerPoint = 2;

std::vector<Move> trueMoves(const std::vector<SeenMove>& said, const Payoffs& payoffs)
{
    std::vector<Move> moves;
    Both<std::optional<Both<double>>> last;
    for (const auto& seen : said) {
        Move move{seen.side, seen.round, seen.kind, seen.package, {}, {}, seen.others, seen.isPart};
        if (seen.kind != MoveKind::BreakOff)
            move.worth = payoffs.worthOf(seen.package);
        if (seen.kind == MoveKind::Offer) {
            if (const auto& before = last.of(seen.side))
                move.step = stepBetween(*before, move.worth, seen.side);
            last.of(seen.side) = move.worth;
        }
        moves.push_back(move);
    }
    return moves;
}

/// The most over the least that one issue gives, with all else as today.
template <class WorthAt> double reachOf(const Domain& domain, const Allowed& allowed, std::size_t issue, const WorthAt& worth)
{
    auto package = domain.statusQuo();
    double least = worth(package), most = least;
    for (std::size_t l = 0; l < domain.issues[issue].levels.size(); ++l)
        if (allowed.allows(issue, l)) {
            package.levels[issue] = static_cast<std::uint8_t>(l);
            least = std::min(least, worth(package));
            most = std::max(most, worth(package));
        }
    return most - least;
}

std::vector<GuessedReach> guessesOf(const SeatView& view, const SeatView::Sheet& sheet, const Payoffs& payoffs)
{
    const auto& domain = payoffs.domain();
    const auto allowed = withoutRedLines(domain);
    const auto other = otherThan(view.side());
    std::vector<GuessedReach> guesses(domain.issues.size());
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        guesses[i].program = reachOf(domain, allowed, i, [&](const Package& of) { return view.estimate(of).value; });
        guesses[i].truth = reachOf(domain, allowed, i, [&](const Package& of) { return payoffs.worth(other, of); });
        for (std::size_t r = 0; r < sheet.weightings.size(); ++r)
            if (view.game().weightings[sheet.weightings[r]].id == sheet.terms.guess)
                guesses[i].guess = reachOf(domain, allowed, i, [&](const Package& of) { return sheet.readings[r]->worth(other, of); });
    }
    return guesses;
}

/// Counts packages by cell, and those that clear the walk-away values or are better than the deal.
void countPackages(const Payoffs& payoffs, const Allowed& allowed, Both<double> walkAway, Both<double> from, Debrief& debrief)
{
    const auto worths = payoffs.worths(allowed);
    debrief.allowedCount = worths.us.size();
    if (worths.us.empty())
        return;
    const auto cellOf = [](double worth) { return static_cast<int>(std::floor(worth * cellsPerPoint)); };
    const int left = cellOf(std::ranges::min(worths.us)), right = cellOf(std::ranges::max(worths.us));
    const int low = cellOf(std::ranges::min(worths.china)), high = cellOf(std::ranges::max(worths.china));
    const auto tall = static_cast<std::size_t>(high - low + 1);
    std::vector<PlaneCell> cells(static_cast<std::size_t>(right - left + 1) * tall); // the scored game has millions of packages
    for (std::size_t p = 0; p < worths.us.size(); ++p) {
        const double us = worths.us[p], china = worths.china[p];
        const bool isInZone = us >= walkAway.us && china >= walkAway.china;
        debrief.zoneCount += isInZone ? 1 : 0;
        debrief.betterCount += us > from.us && china > from.china ? 1 : 0;
        auto& cell = cells[static_cast<std::size_t>(cellOf(us) - left) * tall + static_cast<std::size_t>(cellOf(china) - low)];
        cell.us = cellOf(us);
        cell.china = cellOf(china);
        ++cell.count;
        cell.isInZone = cell.isInZone || isInZone;
    }
    std::ranges::copy_if(cells, std::back_inserter(debrief.cells), [](const PlaneCell& cell) { return cell.count > 0; });
}

} // namespace

std::optional<Debrief> Rehearsal::debrief() const
{
    if (!m_inside->isOver)
        return std::nullopt;
    const auto& inside = *m_inside;
    const auto& payoffs = *inside.payoffs;
    const auto allowed = withoutRedLines(payoffs.domain());
    const auto walkAway = inside.walkAway();
    Debrief debrief;
    debrief.game = inside.table.sharedGame();
    debrief.today = payoffs.worthOf(payoffs.domain().statusQuo());
    debrief.moves = trueMoves(inside.said, payoffs);
    debrief.round = inside.round;
    debrief.sides = inside.truth;
    for (const auto side : bothSides)
        debrief.sides.of(side).walkAway = walkAway.of(side);
    debrief.pressures = inside.pressures;
    debrief.worthTerms = inside.table.terms();
    debrief.frontier = payoffs.frontier(allowed);
    debrief.points = solutionPoints(debrief.frontier, walkAway);
    debrief.isSettledAfter = inside.afterwards.has_value();
    if (inside.deal) {
        const auto package = inside.afterwards.value_or(*inside.deal);
        debrief.deal = WorthOf{package, payoffs.worthOf(package)};
        debrief.quality = qualityOf(debrief.frontier, walkAway, debrief.deal->worth);
        debrief.better = jointImprovement(payoffs, allowed, package, walkAway);
        debrief.isPartial = !inside.afterwards && inside.isPart(*inside.deal);
        debrief.vetoChances = inside.table.vetoChances(package);
        debrief.refusals = refusalsOf(inside.table.game(), payoffs, package);
    } else if (debrief.points) {
        debrief.better = debrief.points->nash;
    }
    countPackages(payoffs, allowed, walkAway, debrief.deal ? debrief.deal->worth : walkAway, debrief);
    for (const auto side : bothSides)
        if (inside.sheets.of(side))
            debrief.guesses.of(side) = guessesOf(view(side), *inside.sheets.of(side), payoffs);
    return debrief;
}

} // namespace chokepoint::bargain
