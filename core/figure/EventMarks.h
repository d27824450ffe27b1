// Which events of the record are marked on a chart.
#pragma once

#include "api/Figure.h"

#include <cstddef>
#include <vector>

namespace chokepoint::figure {

/// Places in Catalogue::eventMarks, what moved the series most first; without those that hardly moved it.
std::vector<std::size_t> tellingEvents(const Engine& engine, std::size_t series);

/// The mark of one of them: "Dec 2024: HBM rule", and the whole of it with date, source and grade.
FigureMark eventMark(const FigureRuns& runs, std::size_t place);

} // namespace chokepoint::figure
