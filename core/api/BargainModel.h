// The bargaining game whose payoffs come out of the economic model: issues move measures, a package is a run, and a side's worth is a
// weighted sum over twelve outcomes of that run.
#pragma once

#include "api/Bargain.h"
#include "api/BargainPlay.h"
#include "api/RunControl.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint::bargain {

/// How the number of an outcome is read off a run.
enum class OutcomeKind {
    LogSeries, ///< the natural logarithm of a series
    Series,    ///< a series
    Amounts,   ///< numbers of measures, each times a factor, summed
    Tightness, ///< measures from the loosest level, 0, to the tightest, 100, on average
};

/// What a side wants of it.
enum class Better { Up, Down, Today, Neutral };

struct OutcomeReading {
    std::size_t place = 0; ///< in Catalogue::series, or in Catalogue::measures
    double factor = 1;
};

struct Outcome {
    std::string id, name;
    OutcomeKind kind = OutcomeKind::Series;
    Both<std::vector<OutcomeReading>> reads;
    Both<Better> better;
    std::string why; ///< why it has its weights
    std::vector<std::string> sources;
};

/// What one side wants, as a hundred points over the outcomes.
struct Weighting {
    std::string id, name, about;
    Side side = Side::US;
    std::vector<int> weights; ///< by outcome
};

/// Somebody at home who may block a deal, and the weighting by which it judges.
struct VetoPlayer {
    std::string id, name;
    std::size_t weighting = 0; ///< place in GameTables::weightings
};

/// A country whose makers and licenses a measure hangs on.
struct Ally {
    std::string id, name;
};

/// Without the consent of the ally the measure stays at `without` when it was to go to `value`.
struct ConsentRule {
    std::size_t ally = 0; ///< place in GameTables::allies
    std::string measure, value, without, why;
    std::vector<std::string> sources;
};

/// The tables of a game that is talked about. The scored game has its issues as outcomes and one weighting for each side, the printed
/// sheet, without a name; nobody blocks a deal there, and no consent is needed.
struct GameTables {
    bool isOfModel = true; ///< else no run is behind a package, and worths are points of the sheets
    Domain domain;
    std::vector<Outcome> outcomes;
    std::vector<Weighting> weightings; ///< the first of each side is its usual one
    std::vector<VetoPlayer> vetoPlayers;
    std::vector<Ally> allies;
    std::vector<ConsentRule> consents; ///< of any measure of the data book, on the table or not
};
const GameTables& modelGameOf(const Engine& engine);

/// Places in GameTables::weightings of one side.
std::vector<std::size_t> weightingsOf(const GameTables& game, Side side);

/// What is left of a package when an ally refuses.
struct PackageRefusal {
    std::size_t ally = 0;
    std::vector<std::size_t> rules; ///< places in GameTables::consents, each once
    std::vector<std::size_t> issues;
    Package left; ///< those issues at the level without the ally; its run is that of its scenario
};
/// By ally whose consent is needed, in the order of GameTables::allies; empty when none is.
std::vector<PackageRefusal> refusalsOf(const GameTables& game, const Package& package);
/// The same with what is left worth to both.
struct WeighedRefusal : PackageRefusal {
    Both<double> worth;
};
std::vector<WeighedRefusal> refusalsOf(const GameTables& game, const Payoffs& payoffs, const Package& package);

/// A package as a scenario: the changes of its levels from `start` on.
Scenario scenarioOf(const GameTables& game, const Package& package, Quarter start = defaultStart);

struct WorthTerms {
    Quarter start = defaultStart;
    double lateShare = 0.25;      ///< weight of 2035; the rest is the mean of 2027 to 2030
    bool areLossesDearer = false; ///< what lies below today counts one and a half times
    bool keepsRedLines = true;    ///< else what no side would sell lies on the table too
    double kept = 1;              ///< chance that a promise is kept; else the deal is broken and all of it snaps back
    int quartersToSnapBack = 2;   ///< from the start of a deal that is broken
    friend bool operator==(const WorthTerms&, const WorthTerms&) = default;
};

/// The values of all packages by outcome. Of the model they come out of runs: 50 is today, 0 and 100 the worst and the best of the
/// ready-made packages. Of the scored game they are those of the levels, 0 and 100 the worst and the best of an issue.
class PackageTable {
public:
    struct Inside;
    explicit PackageTable(std::shared_ptr<const Inside> inside) : m_inside(std::move(inside)) {}

    const GameTables& game() const;
    std::shared_ptr<const GameTables> sharedGame() const; ///< for what outlives the table
    const WorthTerms& terms() const;                      ///< under which it was run; of the scored game as they are by default
    /// By outcome, of a package, or of what comes when the truce ends in a spiral.
    std::vector<Both<double>> valuesOf(const Package& package) const;
    std::vector<Both<double>> valuesOfSpiral() const;
    /// By veto player: the chance that it blocks a package.
    std::vector<double> vetoChances(const Package& package) const;
    /// Payoffs under weights by outcome, which are scaled to add up to 100.
    std::unique_ptr<Payoffs> payoffs(const Both<std::vector<double>>& weights) const;
    /// Under two of the weightings of the game.
    std::unique_ptr<Payoffs> payoffs(Both<std::size_t> weightings) const;

private:
    std::shared_ptr<const Inside> m_inside;
};

/// The table of the scored game, which is made at once.
PackageTable packageTableOf(const ScoredGame& game);

/// The chance that a player blocks what is worth so much to it: even when it loses six points against today, and falling with its worth.
double vetoChance(double worth, double today);

/// Runs every package. Throws InputError for terms out of range; nothing when cancelled.
std::optional<PackageTable> packageTableOf(const Engine& engine, const WorthTerms& terms, const RunControl& work = {});

/// A deal is told to the press, written into law and takes effect; the model sees the last.
struct DealDates {
    Quarter announced = defaultStart, legal = defaultStart, effective = defaultStart; ///< none before the one ahead of it
    friend bool operator==(const DealDates&, const DealDates&) = default;
};
/// Its dates, and after how many quarters in effect it is broken.
struct DealTimes {
    DealDates dates;
    int quarters = 4; ///< 1 to `latestBreak`
    friend bool operator==(const DealTimes&, const DealTimes&) = default;
};
inline constexpr int latestBreak = 20;
/// The dates rise, and the deal is broken within the model's time.
bool isOrdered(const DealTimes& times);

/// A deal that is broken some quarters after it takes effect: all of it goes back to what it is today.
struct BrokenDeal {
    DealDates dates;
    Quarter back;
    std::vector<std::size_t> returns;      ///< issues that the deal had moved
    std::vector<Both<double>> kept, broken; ///< values by outcome: 50 is today, so that what is not 50 in `broken` stays
};
/// Throws InputError for dates that do not rise, a deal that goes back after the model ends, and terms out of range. The start of
/// `terms` is not asked for: the deal begins where it takes effect.
BrokenDeal brokenDealOf(const Engine& engine, const WorthTerms& terms, const Package& package, const DealDates& dates, int quarters);

/// What values by outcome add for a side under its weights, in points over today, which is 50 in every outcome of the model.
std::vector<double> partsOf(Side side, const std::vector<double>& weights, const std::vector<Both<double>>& values);

/// Payoffs of tournaments: a seed draws the weightings of both sides.
PayoffsOfSeed variedModelGame(const PackageTable& table);

/// Worths of some packages in draws of the inputs. The scale of a draw is set by the ready-made packages in that draw, so that today is
/// worth 50 in every draw.
struct DrawWorths {
    std::vector<std::vector<Both<double>>> worths; ///< by package and draw
    std::vector<Both<double>> spiral;              ///< by draw: without a deal and without a roll-over
};
std::optional<DrawWorths> drawWorthsOf(const Engine& engine, const WorthTerms& terms, const Both<std::vector<double>>& weights,
                                       const std::vector<Package>& packages, std::size_t draws, std::uint64_t seed,
                                       const RunControl& work = {});

/// The share of draws in which a package clears the walk-away value of each side, and in which it clears both.
struct ClearedShare {
    Both<double> by;
    double both = 0;
};
ClearedShare clearedShareOf(const DrawWorths& draws, std::size_t package, Both<double> chanceOfRollOver);

/// The weights of two weightings, as decimals.
Both<std::vector<double>> weightsOf(const GameTables& game, Both<std::size_t> weightings);

} // namespace chokepoint::bargain
