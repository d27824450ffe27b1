// The presets: scenario files that ship with the program.
#pragma once

#include "policy/Schedule.h"

#include <filesystem>
#include <vector>

namespace chokepoint::policy {

/// Reads every *.toml of the folder in order of file names and checks it. The first must be the status quo, without changes.
/// Throws InputError for a missing or empty folder, a malformed file, a doubled id or an unknown baseline.
std::vector<Scenario> loadPresets(const std::filesystem::path& folder, const facts::DataBook& book, const Schedule& recorded);

} // namespace chokepoint::policy
