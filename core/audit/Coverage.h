// How the values of a run and its draws cover what was observed, apart from the model.
#pragma once

#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Projection.h"

#include <cstddef>
#include <span>
#include <vector>

namespace chokepoint::audit {

/// The observations that a run can be judged on: no expectations, and all of their period inside the recorded time. Each entry holds the
/// places of those that give the same figure of the same period by different sources.
std::vector<std::vector<std::size_t>> judgedIn(const std::vector<Observation>& observations);

/// The standard deviation by which a figure of this period may lie off the level of a series of this class.
double deviationFor(const Discrepancy& discrepancy, const Observation& observation);

/// The series over the period of an observation: the mean of the quarters whose middle lies in it (at least one), or for a date the
/// value between the two nearest points of the time axis.
double overPeriod(const SeriesValues& values, SeriesKind kind, const Observation& observation);

/// Places in Catalogue::series.
struct HuaweiPlaces {
    std::size_t units = 0, revenue = 0, spending = 0; ///< packages of all makers, Huawei's revenue, what is spent on all of them
};

/// Packages of Huawei alone, which is what the observations of packages count (observation_map.csv): all of them times Huawei's part of
/// the money spent on Chinese accelerators; all of them when none is spent.
SeriesValues huaweiUnits(const std::vector<SeriesValues>& series, const HuaweiPlaces& places);

/// Observations of one period (at least one) against the central run and the draws (at least one); `observations`, `series`
/// and `discrepancy` of the row are left to the caller.
BacktestRow rowOf(std::span<const Observation> sources, const Discrepancy& discrepancy, double central, std::span<const double> drawn);

/// Counts and errors of the rows by series, in the order of the catalogue; a series without rows is left out.
std::vector<BacktestSeries> coverageBySeries(const std::vector<BacktestRow>& rows);

/// The rows of `leading` first, then misses of the 90 per cent band, then hits, each by the size of the error.
void sortMissesFirst(std::vector<BacktestRow>& rows, std::size_t leading);

/// The mean of the squares around the mean; `sample` not empty.
double varianceOf(std::span<const double> sample);

/// The parts of the variance of a series: with all parameters drawn, and with those of strong and of weak evidence alone. All zero when
/// nothing varies.
GradeShare gradeShare(double all, double strong, double weak);

} // namespace chokepoint::audit
