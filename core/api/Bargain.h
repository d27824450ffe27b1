// Bargaining: issues with levels, what packages of them are worth to two sides, the frontier and the points on it. No model is in it.
#pragma once

#include "api/Scenario.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {
class Engine;
}

namespace chokepoint::bargain {

enum class Side { US, China };
inline constexpr std::array<Side, 2> bothSides{Side::US, Side::China};
constexpr Side otherThan(Side side) { return side == Side::US ? Side::China : Side::US; }

/// One value for each side.
template <class T> struct Both {
    T us{}, china{};

    T& of(Side side) { return side == Side::US ? us : china; }
    const T& of(Side side) const { return side == Side::US ? us : china; }
    friend bool operator==(const Both&, const Both&) = default;
};

/// Who gives when an issue moves.
enum class Mover { US, China, Both };

/// An ally whose consent a level needs, and the level that is left without it.
struct Consent {
    std::size_t ally = 0, rule = 0; ///< places in GameTables::allies and GameTables::consents
    std::size_t without = 0;
};

struct IssueLevel {
    std::string id, label;
    std::vector<Change> changes{}; ///< what it does to measures; none at the status quo, and none in a game without the model
    Both<bool> isRedLine{};        ///< a side that never agrees to it
    std::string shortLabel{};      ///< for where there is little room
    std::vector<Consent> consents{};
};

struct Issue {
    std::string id, name;
    Mover mover = Mover::Both;
    std::vector<IssueLevel> levels; ///< from what gives most to what gives least
    std::size_t statusQuo = 0;
    std::optional<std::size_t> noAgreement{}; ///< the level that comes without a deal, where that is a package too
    std::string pair{};                       ///< issues with the same letter move, lapse and snap back together; may be empty
};

inline constexpr std::size_t mostIssues = 16, mostLevels = 16;

/// The level of each issue; places behind the last issue are zero.
struct Package {
    std::array<std::uint8_t, mostIssues> levels{};
    friend auto operator<=>(const Package&, const Package&) = default;
};

struct Domain {
    std::vector<Issue> issues;

    std::size_t packageCount() const;
    Package statusQuo() const;
    Package noAgreement() const; ///< the status quo where an issue has no such level
    /// Packages in order: the last issue moves fastest.
    Package packageAt(std::size_t index) const;
    std::size_t indexOf(const Package& package) const;
    /// Issues in which two packages differ.
    int changesBetween(const Package& a, const Package& b) const;
};

/// A package on some issues alone, by issue: the rest stays as today. Issues of a pair come together or not at all.
Package partOf(const Domain& domain, const Package& package, const std::vector<bool>& issues);
/// What two packages have in common, pairs whole; nothing when that is no more than today.
std::optional<Package> commonPart(const Domain& domain, const Package& a, const Package& b);

/// Which levels may be agreed, a mask for each issue.
struct Allowed {
    std::vector<std::uint32_t> masks;

    bool allows(std::size_t issue, std::size_t level) const { return (masks[issue] >> level & 1u) != 0; }
    bool holds(const Package& package) const;
};
Allowed allLevels(const Domain& domain);
/// Without the red lines of a side, or of both.
Allowed withoutRedLines(const Domain& domain, Side side);
Allowed withoutRedLines(const Domain& domain);
std::size_t countOf(const Allowed& allowed, const Domain& domain);

/// A package with what it is worth, in points from 0 to 100.
struct WorthOf {
    Package package;
    Both<double> worth;
};

/// Inside of a player; seen by the core alone.
class Seat;

/// What every package is worth to both sides. Immutable; may be used by several threads at once.
class Payoffs {
public:
    explicit Payoffs(Domain domain) : m_domain(std::move(domain)) {}
    virtual ~Payoffs();
    Payoffs(const Payoffs&) = delete;
    Payoffs& operator=(const Payoffs&) = delete;

    const Domain& domain() const { return m_domain; }
    virtual double worth(Side side, const Package& package) const = 0;
    Both<double> worthOf(const Package& package) const { return {worth(Side::US, package), worth(Side::China, package)}; }
    /// What is left without a deal when the truce rolls over with chance p: p times the status quo, the rest what comes without a deal.
    virtual Both<double> walkAway(Both<double> chanceOfRollOver) const = 0;
    /// What every allowed package is worth to both, in no order.
    virtual Both<std::vector<double>> worths(const Allowed& allowed) const = 0;
    /// Packages worth at least so much to both, or more than that.
    virtual std::size_t countAbove(const Allowed& allowed, Both<double> least, bool isStrict) const = 0;
    /// Packages than which none is better for one side and no worse for the other, rising for the United States, each pair of worths
    /// once: of packages that are worth the same the one that changes fewest issues.
    virtual std::vector<WorthOf> frontier(const Allowed& allowed) const = 0;
    /// What a player of this side sees: its own worth, and an estimate of the other's that it makes of offers.
    virtual std::unique_ptr<Seat> seat(Side side, const Allowed& allowed) const = 0;

private:
    Domain m_domain;
};

/// A game whose worths are sums of points, in a table that people can read: it needs no model.
struct ScoredGame {
    Domain domain;
    std::vector<Both<int>> weights;             ///< by issue; they add up to 100 for each side
    std::vector<std::vector<Both<int>>> values; ///< by issue and level, in hundredths from 0, the worst, to 100
};

/// scored_issues.csv and scored_levels.csv of the data book.
const ScoredGame& scoredGameOf(const Engine& engine);
/// Sums in exact hundredths of a point.
std::unique_ptr<Payoffs> payoffsOf(const ScoredGame& game);
/// The same with weights of one's own, which need not be whole and are scaled to add up to 100.
std::unique_ptr<Payoffs> payoffsOf(const ScoredGame& game, const std::vector<Both<double>>& weights);

// Points on the frontier. They are looked for among the packages that clear both walk-away values; without one there is no point.

std::vector<WorthOf> insideZone(const std::vector<WorthOf>& frontier, Both<double> walkAway);

struct SolutionPoints {
    WorthOf nash;             ///< the product of both gains over the walk-away values is largest
    WorthOf kalaiSmorodinsky; ///< the smaller share of what each could gain at most is largest
    WorthOf egalitarian;      ///< the smaller gain is largest; means something only where both scales are made alike
    WorthOf utilitarian;      ///< the sum is largest; hangs on the scales
};
std::optional<SolutionPoints> solutionPoints(const std::vector<WorthOf>& frontier, Both<double> walkAway);

/// The Nash point when the United States has the bargaining power `power` in (0, 1) and China the rest.
std::optional<WorthOf> nashWithPower(const std::vector<WorthOf>& frontier, Both<double> walkAway, double power);
/// The power of the United States that follows from what each round of waiting leaves of a deal's worth, both in (0, 1).
double powerOfPatience(Both<double> keptByRound);

/// How good a package is for both together.
struct Quality {
    double nashShare = 0; ///< its Nash product over the best one; 0 outside the zone
    double distance = 0;  ///< in points, to the nearest package of the frontier
    double gainLeft = 0;  ///< the largest sum of points that some package gives beyond it without a loss for either
    double fairness = 0;  ///< the smaller over the larger share of what each could gain; 0 where one gains nothing
};
Quality qualityOf(const std::vector<WorthOf>& frontier, Both<double> walkAway, Both<double> worth);

/// What a neutral third proposes that knows both sheets and tells neither: a text that is better for both than the one on the table and
/// clears both walk-away values, at the Nash point from there; nothing when there is none. Of a deal that is made it is the proposal after
/// the settlement.
std::optional<WorthOf> jointImprovement(const Payoffs& payoffs, const Allowed& allowed, const Package& text, Both<double> walkAway);

/// Another package that is worth as much or more to me and more to them by my estimate, with at most two issues changed.
struct Swap {
    Package package;
    double mine = 0, theirs = 0;             ///< by how many points it is better than the package it came from
    std::optional<std::size_t> worseUnder{}; ///< the reading of their wishes under which it is worst for them, if it is worse there
    double theirsThere = 0;                  ///< by how many points
};
using Estimate = std::function<double(const Package& package)>;
/// The one they would gain most by. `readings`: other estimates of their wishes, to tell when the swap would be worse for them.
std::optional<Swap> swapFor(const Payoffs& payoffs, Side mine, const Allowed& allowed, const Package& package, const Estimate& theirs,
                            const std::vector<Estimate>& readings = {});

} // namespace chokepoint::bargain
