// Backtest: the run of the recorded history against observations, in-sample, misses first.
//
// The band of levels holds what the inputs leave open and what nobody can know about a level (Discrepancy in api/Catalogue.h).
#pragma once

#include "api/Message.h"

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
    std::vector<std::size_t> observations; ///< places in Catalogue::observations: one for each source of the same figure, at least one
    std::size_t series = 0;      ///< place in Catalogue::series
    double observed = 0;         ///< the geometric mean over the sources
    std::optional<double> low, high; ///< the least and the most that any of the sources allows
    double central = 0;          ///< of the run with central parameters
    double below = 0;            ///< part of the band of levels at or below the observed value
    double low90 = 0, low80 = 0, high80 = 0, high90 = 0; ///< where 5, 10, 90 and 95 per cent of that band lie below
    bool isIn80 = false, isIn90 = false; ///< whether the band of levels holds the observed value
    bool runsHold80 = false, runsHold90 = false; ///< whether the draws alone do, without the discrepancy of the series
    bool rangeMeets90 = false;   ///< whether the range of the observation, where it has one, meets the 90 per cent band
    double error = 0;            ///< central less observed, as a part of the observed
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
    std::size_t in80 = 0, in90 = 0;  ///< over all rows
    std::size_t runsHold80 = 0, runsHold90 = 0; ///< over all rows
    Message holdOut;                 ///< why the parameters cannot be judged on later facts, with counts
};

/// The recorded history under the assumptions of `scenario` (its changes are left out) against the observations. Throws as Engine::check
/// does, and InputError for numbers of draws or threads out of range. Some tenths of a second.
Backtest backtestOf(const Engine& engine, const Scenario& scenario, const BacktestRequest& request);

/// For series (places in Catalogue::series, no categories) in a year: what part of the spread rests on grades C and D.
std::vector<GradeShare> gradeSharesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int year,
                                      const BacktestRequest& request);

} // namespace chokepoint
