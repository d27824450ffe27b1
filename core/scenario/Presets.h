// The presets: scenario files that ship with the program.
#pragma once

#include "policy/MeasureSchedule.h"

#include <filesystem>
#include <vector>

namespace chokepoint::scenario {

/// Reads every *.toml of the folder in order of file names and checks it. The first must be the status quo, without changes.
/// Throws InputError for a missing or empty folder, a malformed file, a doubled id or an unknown baseline.
std::vector<Scenario> loadPresets(const std::filesystem::path& folder, const facts::DataBook& book,
                                  const policy::MeasureSchedule& recorded);

/// Reads every *.toml of `folder`/assumptions, in the order of file names; none when there is no such folder. Throws InputError for a
/// malformed file and for one that changes measures. Whether the values lie in their ranges is for run::checkedAssumptions.
std::vector<Scenario> loadAssumptionSets(const std::filesystem::path& folder);

} // namespace chokepoint::scenario
