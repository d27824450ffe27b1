// Backtest: the run of the recorded history against observations, in-sample, misses first.
//
// The band of levels holds what the inputs leave open and what nobody can know about a level (Discrepancy in api/Catalogue.h).
#pragma once

#include "api/Message.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

struct BacktestRequest {
    std::size_t draws = 500; ///< 20 to 20,000
    std::uint64_t seed = 1;
    int threads = 0; ///< 0 = all; results do not depend on it
};

/// What was observed in a period against the run, both in the unit of the series and over that period.
struct BacktestRow {
    /// Places in the list that was judged, Catalogue::observations or a person's own facts: one for each source of the same figure, at
    /// least one.
    std::vector<std::size_t> observations;
    std::size_t series = 0;      ///< place in Catalogue::series
    std::optional<std::size_t> discrepancy; ///< place in Catalogue::discrepancies; none for a difference, whose two sides share it
    double observed = 0;         ///< the geometric mean over the sources
    std::optional<double> low, high; ///< the least and the most that any of the sources allows
    double central = 0;          ///< of the run with central parameters
    double below = 0;            ///< part of the band of levels at or below the observed value
    double low90 = 0, low80 = 0, median = 0, high80 = 0, high90 = 0; ///< where 5, 10, 50, 90 and 95 per cent of that band lie below
    bool isIn50 = false, isIn80 = false, isIn90 = false; ///< whether the band of levels holds the observed value
    bool runsHold50 = false, runsHold80 = false, runsHold90 = false; ///< whether the draws alone do, without the discrepancy
    bool rangeMeets90 = false;   ///< whether the range of the observation, where it has one, meets the 90 per cent band
    double error = 0;            ///< central less observed, as a part of the observed
};

/// How many figures the bands of 50, 80 and 90 per cent hold. To be expected is that part of all.
struct BandCounts {
    std::size_t all = 0;
    std::size_t in50 = 0, in80 = 0, in90 = 0;                   ///< bands of levels
    std::size_t runsHold50 = 0, runsHold80 = 0, runsHold90 = 0; ///< bands of the runs alone
    friend bool operator==(const BandCounts&, const BandCounts&) = default;
};

struct ClassCoverage {
    std::optional<std::size_t> discrepancy; ///< place in Catalogue::discrepancies; none: differences between packages
    BandCounts counts;
};

/// Whether bands are as wide as they say. Untold: the figures are of too few series.
enum class BandWidth { TooNarrow, Right, TooWide, Untold };

/// The rule, on the band of levels of 80 per cent, which is what charts draw: bands are too narrow or too wide when, if they were right, a
/// count as far from the expected one or further would come about in fewer than 5 of 100 cases. Figures of one series lie high or low
/// together, so the variance of the count is the sum over the series of the squares of what each holds less what it should hold; that
/// leaves open how the figures of a series hang together. It is never taken to be less than that of independent figures, for small samples
/// agree by luck. The probability is that of a normal law, with half a figure taken off the distance. By this rule fewer than five series
/// can prove nothing. What it neglects: that different series share inputs, too.
struct BandVerdict {
    BandWidth width = BandWidth::Untold;
    std::size_t all = 0, held = 0, series = 0; ///< figures, those that the band holds, and the series that they are of
    double expected = 0;
    double chance = 1; ///< the probability of a count so far off if the bands were right
};
inline constexpr std::size_t fewestSeriesForVerdict = 5;

/// The probability integral transform: the figures by the part of the band of levels that lies at or below them, in ten bins. Were the
/// bands right, every bin would hold `expected`, and each nine times in ten between `low` and `high`; those have room for figures of one
/// series that fall together, found as for the verdict, over all bins at once.
struct BandHistogram {
    std::array<std::size_t, 10> counts{};
    double expected = 0, low = 0, high = 0;
};

/// What is left when the figures of one series are not counted. Bands do not hang on the figures, so nothing is fitted anew.
struct LeftOutSeries {
    std::size_t series = 0; ///< place in Catalogue::series
    BandCounts rest;
    BandVerdict verdict;    ///< on the rest
};

struct BacktestSeries {
    std::size_t series = 0;
    std::size_t observations = 0, in80 = 0, in90 = 0;
    double meanError = 0;     ///< mean of the errors: positive where the run lies too high
    double typicalError = 0;  ///< square root of the mean of their squares
};

/// What part of the spread of a series over the draws rests on parameters of which grades.
struct GradeShare {
    std::size_t series = 0;
    int year = 0;          ///< of the annual mean
    double onAB = 0, onCD = 0; ///< variance with only the parameters of these grades drawn, as a part of the variance with all drawn
    double together = 0;   ///< what is left, where both must vary; may be negative
};

struct Backtest {
    Message title;                   ///< says that the comparison is in-sample
    std::vector<BacktestRow> rows;   ///< the HBM stock leads; then misses of the 90 per cent band, then hits, each by the size of the error
    std::vector<BacktestSeries> series; ///< in the order of the catalogue
    BandCounts counts;                  ///< over all rows
    std::vector<ClassCoverage> classes; ///< in the order of the catalogue, differences last; those with rows
    BandVerdict verdict;
    BandHistogram histogram;
    std::vector<LeftOutSeries> leftOut; ///< each series with rows, first the one without which the part that is held moves most
    Message holdOut;                 ///< why the parameters cannot be judged on later facts, with counts; empty for own facts
};

/// The recorded history under the assumptions of `scenario` (its changes are left out) against the observations. Throws as Engine::check
/// does, and InputError for numbers of draws or threads out of range. Some tenths of a second.
Backtest backtestOf(const Engine& engine, const Scenario& scenario, const BacktestRequest& request);

/// For series (places in Catalogue::series, no categories) in a year: what part of the spread rests on grades C and D.
std::vector<GradeShare> gradeSharesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int year,
                                      const BacktestRequest& request);

} // namespace chokepoint
