// Where values stand on the time axis of a figure, and what of the baseline is drawn into it.
#pragma once

#include "api/Figure.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint::figure {

/// Stocks stand at the end of their quarter, everything else at its middle.
inline double timeOf(const Series& series, Quarter quarter)
{
    return series.kind == SeriesKind::Stock ? quarter.end() : quarter.middle();
}

/// The joins of a line of the scenario: where it leaves the baseline, and where a later change applies. None for a stock, whose end of a
/// quarter is the beginning of the next. Values as they are shown.
std::vector<FigureJoin> joinsOf(const FigureRuns& runs, const Series& series, const std::vector<double>& present,
                                const std::vector<double>& reference);

/// The scenario less the baseline, as a figure's only line.
FigureLine differenceLine(const FigureRuns& runs, std::size_t row, const std::string& label);

/// The change in a year; nothing without one.
std::optional<YearMark> yearMarkOf(const FigureRuns& runs, std::size_t row, const FigureRequest& request);

/// What was published of a series, or is held against it, in the unit in which it is shown.
std::vector<FigurePoint> pointsOf(const FigureRuns& runs, const Series& series, const std::vector<OwnFact>& ownFacts);

/// The time to which the axis must go: beyond a year that is told and behind the last change, but never beyond the model's time.
double reachOf(const Scenario& scenario, int year);

} // namespace chokepoint::figure
