// A rehearsal of the model game or of the scored one: people and the computer make offers in rounds, each seat sees its own numbers and an
// estimate of the other's, and the truth of both opens when it is over.
#pragma once

#include "api/BargainModel.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chokepoint::bargain {

/// How the computer bargains.
struct Persona {
    const char* id; ///< words in the families rehearsal_persona and rehearsal_manner
    Strategy strategy;
    double exponent = 0, kindness = 0; ///< as in PlayerTerms
    std::size_t atOnce = 1;            ///< packages that it offers at once
    bool answersPressure = false;      ///< in kind, and never first
};
const std::vector<Persona>& personas();
const Persona* findPersona(std::string_view id);

/// Days of the record to be played again: an item that is left as it is goes as the record did, and another level holds from `start` on.
struct Replay {
    const char* id;           ///< words in the families rehearsal_replay and rehearsal_replay_about
    const char *first, *last; ///< days as ISO 8601
    Quarter start;            ///< of packages
    Side opens = Side::US;    ///< who moved first
    int rounds = 8;
};
const std::vector<Replay>& replays();
const Replay* findReplay(std::string_view id);

/// What a person brings to the table. Private to its side until the debrief.
struct SeatTerms {
    std::vector<int> weights;       ///< by outcome, from 0, adding up to 100
    double chanceOfRollOver = 0.7;  ///< of the truce without a deal, 0 to 1
    std::optional<double> target{}; ///< points that the person hopes for
    std::string guess{};            ///< id of the weighting that the other side is thought to have; may be empty
    std::string note{};             ///< in one line
    std::string lockedAt{};         ///< when the preparation was locked, as it was handed in; empty while it was not
    friend bool operator==(const SeatTerms&, const SeatTerms&) = default;
};

inline constexpr int fewestRehearsalRounds = 2, mostRehearsalRounds = 20;

struct RehearsalTerms {
    Both<std::optional<SeatTerms>> people; ///< the computer plays a side without one; one side at least has a person
    Side opens = Side::US;
    std::string persona{}; ///< of the computer; empty: drawn by the seed
    std::string replay{};  ///< id of days of the record; empty: the truce of today. The packages must have been run from its start on
    int rounds = 8;        ///< in each both move, and after the last the opener may still accept
    std::uint64_t seed = 1;
    /// A number by chance that the seed is mixed with, so that nobody who knows the seed can tell who sits across the table. 0: the seed
    /// alone decides, for exercises that are to be the same for all.
    std::uint64_t secret = 0;
    friend bool operator==(const RehearsalTerms&, const RehearsalTerms&) = default;
};

/// A number of the other side as this side can tell it: a mean over readings of its wishes, and their range.
struct Estimated {
    double value = 0, low = 0, high = 0;
};

/// A measure that a side announces outside the table. From the round in which it takes effect it is what comes without a deal, so that it
/// moves the walk-away values of both; a deal lifts it.
struct Pressure {
    Side side = Side::US;
    std::size_t issue = 0, level = 0;
    int announced = 1, inForce = 1; ///< rounds
    std::size_t afterMoves = 0;     ///< moves that had been made
    bool isAnswer = false;          ///< of the computer, to pressure on it
    friend bool operator==(const Pressure&, const Pressure&) = default;
};
/// By the rules of the table: a level that gives less than today on an issue that the side moves alone, and no red line of its own.
bool mayPress(const Domain& domain, Side side, std::size_t issue, std::size_t level);

/// What pressure would do to what both are left with without a deal, in points.
struct PressureEffect {
    double mine = 0;
    Estimated theirs;
};

/// A move as both saw it, and its worth as this side can tell it.
struct SeenMove {
    Side side = Side::US;
    int round = 1;
    MoveKind kind = MoveKind::Offer;
    Package package;
    double mine = 0;
    Estimated theirs;
    std::optional<StepLabel> step; ///< of an offer that follows another of the same side, by the estimate
    std::vector<Package> others{}; ///< offered with it: of one's own the ones that were not taken up, of the other side's all as good
    bool isPart = false;           ///< an offer to agree on some issues alone
};

/// Something that the other side may want, and how likely that is by its offers, or how much of its weight seems to lie there; 0 to 1.
struct GuessedWish {
    std::string name;
    double share = 0;
};

/// How likely a reading of the other side's wishes is by its offers.
struct Reading {
    std::size_t weighting = 0; ///< place in GameTables::weightings
    double chance = 0;
};

/// What one issue of a package adds for both, against today.
struct IssueShare {
    double mine = 0;
    Estimated theirs;
};

/// What the person in one seat may see at one moment. It is made of the packages, of this side's own terms and of the moves that both saw:
/// weights, walk-away value and strategy of the other side are not in it.
class SeatView {
public:
    struct Sheet;
    /// What is made of the offers of the other side.
    struct Heard {
        std::vector<Reading> readings;                                            ///< of the model game
        std::vector<double> weights;                                              ///< of the scored game by issue, adding up to 1
        std::vector<std::pair<std::shared_ptr<const Payoffs>, double>> estimates; ///< with the chance of each
    };
    SeatView(std::shared_ptr<const Sheet> sheet, std::vector<SeenMove> moves, Heard heard, std::vector<Pressure> pressures = {},
             int round = 1);

    Side side() const;
    const GameTables& game() const;
    const SeatTerms& terms() const;
    const WorthTerms& worthTerms() const; ///< under which the packages were run
    /// Levels that this side has not ruled out, and of these the ones that the record does not rule out for the other side.
    const Allowed& acceptable() const;
    const Allowed& offerable() const;

    double worth(const Package& package) const;
    double today() const;    ///< what the status quo is worth
    double walkAway() const; ///< with the pressure that is in force
    Estimated estimate(const Package& package) const;
    Estimated walkAwayOfOther() const; ///< with the chance of a roll-over that is usual
    /// Empty in the scored game, where the estimate is made of issues and levels.
    const std::vector<Reading>& readings() const { return m_heard.readings; }
    /// The readings by name, or in the scored game the issues.
    std::vector<GuessedWish> wishes() const;
    const std::vector<SeenMove>& moves() const { return m_moves; }
    std::optional<Package> lastOffer(Side of) const;
    /// All packages of that offer, the first one first; any of them may be accepted. Empty before an offer.
    std::vector<Package> lastOffers(Side of) const;
    /// What the last offers of both sides have in common, for a deal on that alone; nothing when it is no more than today.
    std::optional<Package> commonPart() const;
    /// Measures that were announced outside the table, in order.
    const std::vector<Pressure>& pressures() const { return m_pressures; }
    /// What holds without a deal when the truce rolls over: today, and the pressure in force.
    Package withoutDeal() const;
    /// What this side may still announce, as issue and level.
    std::vector<std::pair<std::size_t, std::size_t>> possiblePressures() const;
    PressureEffect effectOfPressure(std::size_t issue, std::size_t level) const;
    /// Points by outcome; they add up to worth() where no loss is dearer.
    std::vector<double> pointsOf(const Package& package) const;
    /// Points over today by outcome; they add up to worth() - today().
    std::vector<double> partsOf(const Package& package) const;
    /// Shares by issue: what moves in it adds on average over all orders in which the issues could have been changed. They add up to the
    /// difference from today, and an issue that is as today has zero.
    std::vector<IssueShare> sharesOf(const Package& package) const;
    std::optional<Swap> swap(const Package& package) const;
    /// By veto player of the game, whose weights anybody may know: the chance that it blocks a package at home.
    std::vector<double> vetoChances(const Package& package) const;
    /// Reading of Swap::worseUnder.
    const Weighting& readingOf(std::size_t place) const { return game().weightings[readings()[place].weighting]; }
    /// Weights for draws: one's own, and for the other side those that are usual, which say nothing of the one across the table; where
    /// they would, in the scored game, all issues weigh the same.
    const Both<std::vector<double>>& openWeights() const;

private:
    Estimated mixed(const std::vector<double>& byReading) const;
    Estimated mixed(const std::function<double(const Payoffs&)>& number) const;

    std::shared_ptr<const Sheet> m_sheet;
    std::vector<SeenMove> m_moves;
    Heard m_heard;
    std::vector<Pressure> m_pressures;
    int m_round;
};

/// A side as the debrief opens it.
struct RevealedSide {
    std::vector<double> weights;
    std::optional<std::size_t> weighting; ///< of the game, where the weights are one of them
    double chanceOfRollOver = 0;
    double walkAway = 0;              ///< at the end, with the pressure in force
    double atFirst = 0;               ///< the same before any pressure
    const Persona* persona = nullptr; ///< of the computer
};

/// What an issue could move for the other side: the most over the least of its levels with all else as today, in points.
struct GuessedReach {
    std::optional<double> guess; ///< by the weighting that the person expected
    double program = 0;          ///< by the estimate of the program at the end
    double truth = 0;
};

/// A cell of the plane of both worths.
struct PlaneCell {
    int us = 0, china = 0; ///< lower edges, in half points
    std::size_t count = 0;
    bool isInZone = false;
};

struct Debrief {
    std::shared_ptr<const GameTables> game;
    std::vector<Move> moves; ///< with true worths
    std::vector<Pressure> pressures;
    bool isPartial = false; ///< the deal is on some issues of an offer alone
    std::optional<WorthOf> deal;
    int round = 0;               ///< in which it ended
    bool isSettledAfter = false; ///< the deal took the place of an earlier one after the end
    Both<RevealedSide> sides;
    Both<double> today;    ///< what the status quo is worth
    WorthTerms worthTerms; ///< under which the packages were run
    std::vector<WorthOf> frontier;
    std::optional<SolutionPoints> points;
    std::optional<Quality> quality;              ///< of the deal
    std::optional<WorthOf> better;               ///< what both would rather have than the deal, or without one than none
    std::size_t betterCount = 0;                 ///< packages that are better for both than the deal, or than their walk-away values
    std::size_t allowedCount = 0, zoneCount = 0; ///< packages inside the red lines, and of these the ones that clear both walk-away values
    std::vector<PlaneCell> cells;
    Both<std::vector<GuessedReach>> guesses; ///< of the side, about the other one; by issue
    std::vector<double> vetoChances;         ///< of the deal by veto player; empty without one
    std::vector<WeighedRefusal> refusals;    ///< of allies whose consent the deal needs
};

class Rehearsal {
public:
    /// Throws InputError for terms out of range.
    Rehearsal(const PackageTable& table, const RehearsalTerms& terms);
    ~Rehearsal();
    Rehearsal(Rehearsal&&) noexcept;
    Rehearsal& operator=(Rehearsal&&) noexcept;

    const GameTables& game() const;
    const RehearsalTerms& terms() const;
    const WorthTerms& worthTerms() const; ///< under which the packages were run
    SeatView view(Side side) const;
    bool isOver() const;
    int round() const;
    /// Whose person has to move; nothing once it is over.
    std::optional<Side> turn() const;
    /// After the last round the opener can only accept or leave.
    bool isLastWord() const;

    /// The move of the person whose turn it is; the computer answers at once. An offer crosses no red line, an acceptance none of one's
    /// own; acceptance asks for an offer on the table. Otherwise nothing happens and it answers false.
    bool offer(const Package& package);
    /// Up to three packages at once, of like worth to the one who offers: no two lie further apart than `widestOffer`. The computer takes
    /// up the one that it likes best and answers that; its choice teaches the estimate. Not for two people.
    bool offerAny(const std::vector<Package>& packages);
    static constexpr std::size_t mostAtOnce = bargain::mostAtOnce;
    static constexpr double widestOffer = 2; ///< points
    bool accept();
    /// One of the packages that the other side offered at once.
    bool accept(const Package& package);
    /// Proposes to agree on some issues of the other side's offer and to leave the rest as today; pairs stay whole. It is a counter-offer,
    /// and the opener may make it even after the last round: then the other side takes it or leaves.
    bool offerPart(const std::vector<bool>& issues);
    /// Announces a measure outside the table, which takes effect after so many rounds, from 0 to `latestPressure`. It is no move: the
    /// table waits for one as before. A persona that answers in kind announces its own with its next move.
    bool press(std::size_t issue, std::size_t level, int afterRounds);
    static constexpr int latestPressure = 4;
    void breakOff();

    /// A text that both would rather have than `draft` and that clears both walk-away values; it tells no number of either side.
    std::optional<Package> mediated(const Package& draft) const;
    /// Of a deal that was made: puts a better one in its place if both gain. False when the deal stands.
    bool settleAfter(const Package& package);

    /// Nothing before it is over.
    std::optional<Debrief> debrief() const;

private:
    friend std::string wholeText(const Rehearsal& rehearsal);
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// A rehearsal against the computer as a text that its own seat may keep: its terms and what was said at the table. What is private to the
/// computer is not in it, and is drawn again from the seed and the secret. The secret stands there veiled and tied to the terms above it:
/// nobody reads it off the file, and it fits no other rehearsal. The program itself can lift the veil, or it could not go on: a copy that
/// is opened and broken off tells the truth, as the rehearsal itself would. Empty for two people, whose sheets are not for one file.
std::string rehearsalText(const Rehearsal& rehearsal);
inline constexpr std::size_t largestRehearsalText = 1 << 20;
/// The id of the replay that such a text is about, or one of watched talks, so that the packages can be run for it; empty without one, and
/// for what is no such text.
std::string replayOf(std::string_view text);
/// Whether such a text, or one of watched talks, is about the scored game.
bool isOfScoredGame(std::string_view text);
/// Plays it again. `place` names the file in messages. Throws InputError for what is no such text, for one of another game than the
/// table's, and for one with two people.
Rehearsal rehearsalFrom(const PackageTable& table, std::string_view text, const std::string& place);

/// The same for whoever keeps each side's sheet apart from the others: what both saw, and by side what is private to it. Against the
/// computer what its moves are drawn from is in the sheet of the person.
struct RehearsalParts {
    std::string talks;
    Both<std::string> sheets;                 ///< empty without a person
    Both<std::optional<Package>> drafts = {}; ///< not sent yet; they are lines of the sheets
    std::optional<DealTimes> times = {};      ///< of the deal, as a person chose them; a line of each sheet, where they are ordered
};
/// `drafts` and `times` go into the sheets of the sides that have a person.
RehearsalParts rehearsalParts(const Rehearsal& rehearsal, const Both<std::optional<Package>>& drafts = {},
                              const std::optional<DealTimes>& times = {});
/// The sides whose sheets belong to such talks.
std::vector<Side> sidesOf(std::string_view talks);
/// Plays it again; the drafts and the times that it had are put into `parts`. Throws InputError for what are no such parts.
Rehearsal rehearsalFrom(const PackageTable& table, RehearsalParts& parts, const std::string& place);

} // namespace chokepoint::bargain
