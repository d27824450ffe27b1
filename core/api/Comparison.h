// Scenarios set side by side: ranks with their certainty, changes with their ranges, and what each gives up against the best.
#pragma once

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/Projection.h"
#include "api/RunControl.h"
#include "api/Scenario.h"
#include "api/SeriesDraws.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace chokepoint {

class Engine;

/// A scenario as it was run: draws, and the central run. Both must outlive the call.
struct ComparedRun {
    const SeriesDraws* draws = nullptr;
    const Projection* central = nullptr;
};

/// What one scenario gives in one outcome, the mean of a series over a year; values in the unit of the series.
struct ComparedFigure {
    double central = 0;    ///< of the central run
    double mean = 0;       ///< over the draws
    ChangeSpread change;   ///< against the baseline, draw by draw; of the baseline itself no change
    double regret = 0;     ///< mean over the draws of how far it stays behind the best of all, the baseline among them
    double shareBest = 0;  ///< of draws in which none does better
    int rank = 1;          ///< 1 = the best: the largest, or the least where less is better
    bool isShared = false; ///< the draws do not tell it from one that ranks beside it
    /// Shares of draws in which it lies ahead of the one that ranks next, above it or below it where less is better, and in which both are
    /// equal; of the last nothing.
    std::optional<double> aheadOfNext, levelWithNext;
};

/// One outcome of all that are compared. Scenarios stand in the order in which they were given, the baseline behind the last.
struct ComparedColumn {
    std::size_t series = 0; ///< place in Catalogue::series
    int year = 0;
    std::vector<ComparedFigure> figures;
    bool moreIsBetter = true;
    std::vector<std::size_t> order; ///< places in `figures`, the best central value first, but for neighbors whose draws say the other way
    double shareOfOrder = 0;        ///< of draws in which none lies behind one that ranks after it
    std::size_t draws = 0;          ///< that all share
};

/// Two that rank beside each other share their rank unless in so many draws in 100 the first lies ahead: the rule that also decides from
/// where a change is told as probable.
inline constexpr int agreementOfRanks = probableAgreement;

/// Compares by the mean over a year, draw by draw. Ranks go by the central run, for that is the value which is shown, unless of two
/// neighbors the second lies ahead in as many draws as part two ranks. Precondition: at
/// least one scenario; all have draws of the series.
ComparedColumn compareOutcome(const std::vector<ComparedRun>& scenarios, const ComparedRun& baseline, std::size_t series, int year,
                              bool moreIsBetter);

/// What two runs say of each other in one outcome: the first less the second.
struct ComparedPair {
    double first = 0, second = 0; ///< central values
    ChangeSpread change;
};
ComparedPair comparePair(const ComparedRun& first, const ComparedRun& second, std::size_t series, int year);

struct ComparisonRequest {
    std::vector<Scenario> scenarios; ///< 1 to mostCompared; all run under the assumptions of the baseline, for these are no policy
    Scenario baseline;
    std::vector<std::pair<std::size_t, int>> outcomes; ///< places in Catalogue::series, no categories, each with a year
    bool moreIsBetter = true;
    std::size_t draws = 4096; ///< 64 to 100,000
    std::uint64_t seed = 1;
    RunControl work;
};
inline constexpr std::size_t mostCompared = 6;

/// Runs in the order of the scenarios, the baseline behind the last, and a column for each outcome.
struct ComparisonResult {
    std::vector<SeriesDraws> draws;
    std::vector<Projection> central;
    std::vector<ComparedColumn> columns;
    ComparedRun run(std::size_t place) const { return {&draws[place], &central[place]}; }
};

/// Runs all of them over the same draws and compares them. Without columns when it is cancelled. Throws InputError as Engine::check does,
/// and for numbers out of range, categories, and more draws than memory holds.
ComparisonResult compareScenarios(const Engine& engine, const ComparisonRequest& request);

/// The spread of scenario over baseline less one, draw by draw, in every quarter; a draw whose baseline is zero counts as no change.
/// Precondition: both have the series.
std::array<Spread, quarterCount> relativeChangesOf(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series);

/// The same of the central runs.
SeriesValues relativeChangesOf(const SeriesValues& scenario, const SeriesValues& baseline);

/// The first quarter in which two central runs differ in any series; nothing when they are the same in all.
std::optional<Quarter> firstDifference(const Projection& first, const Projection& second);

} // namespace chokepoint
