// When which measure is in force: the recorded history, overlaid by what a scenario names.
#pragma once

#include "api/Scenario.h"
#include "facts/DataBook.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint::policy {

/// One change of one measure at a quarter.
struct ScheduledChange {
    int quarter = 0;
    std::size_t level = 0; ///< of a level-valued measure
    std::string number;    ///< of a number-valued one: decimal text
    int over = 1;          ///< quarters of the ramp, 1 = at once
};

/// Changes by measure (in the order of catalogue.measures), quarters rising, one a quarter at most. The first entry of every
/// measure is the record of 2022Q1.
using MeasureSchedule = std::vector<std::vector<ScheduledChange>>;

/// The measures as they were.
MeasureSchedule recordedSchedule(const facts::DataBook& book);

/// The record overlaid by the scenario: a measure that it names follows it alone from its first change on. Changes without a
/// date apply from its start. Throws InputError for an unknown measure or level, a number that is malformed or out of range,
/// and a ramp of a level or of fewer than 1 or more than 56 quarters; and at once, before any is looked at, for more than mostChanges.
MeasureSchedule scheduleOf(const facts::DataBook& book, const MeasureSchedule& recorded, const Scenario& scenario);

/// True for a measure that the scenario names, in the order of catalogue.measures. Throws as scheduleOf.
std::vector<bool> namedMeasures(const facts::DataBook& book, const Scenario& scenario);

} // namespace chokepoint::policy
