// The law of a date, held forward: what the record says was in force then, with nothing that came after.
#pragma once

#include "policy/MeasureSchedule.h"

#include <vector>

namespace chokepoint::scenario {

/// A scenario in which every measure that the record changes after the quarter stays as it was in it.
Scenario lawAsOf(const facts::DataBook& book, const policy::MeasureSchedule& recorded, Quarter quarter);

/// The quarters in which the record changes a measure, rising, the first one (2022Q1) included.
std::vector<Quarter> lawDates(const policy::MeasureSchedule& recorded);

} // namespace chokepoint::scenario
