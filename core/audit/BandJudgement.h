// What the rows of a backtest say of the bands: coverage, the histogram of where figures lie in them, and whether they are too narrow.
#pragma once

#include "api/Backtest.h"

#include <span>
#include <vector>

namespace chokepoint::audit {

BandCounts countsOf(std::span<const BacktestRow> rows);

/// By class, in the order of the catalogue; differences last.
std::vector<ClassCoverage> coverageByClass(std::span<const BacktestRow> rows);

/// By the rule that stands at BandVerdict.
BandVerdict verdictOn(std::span<const BacktestRow> rows);

BandHistogram histogramOf(std::span<const BacktestRow> rows);

/// Without each series in turn; none when all rows are of one.
std::vector<LeftOutSeries> leaveOneOut(std::span<const BacktestRow> rows);

/// Fills in all that rests on the rows, which keep their order.
void judge(Backtest& backtest);

} // namespace chokepoint::audit
