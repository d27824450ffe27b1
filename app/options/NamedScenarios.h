// The scenarios that a call of the window names: one, but for a figure, which sets several side by side.
#pragma once

#include "options/ScenarioOptions.h"

#include <string>
#include <vector>

namespace chokepoint::app {

struct NamedScenarios {
    std::vector<std::string> presets, files;
    ScenarioOptions changes = {}; ///< what is changed in each; its `file` is the one without an option
};

/// Adds the options of addScenarioOptions() with --preset and --scenario several times, and a file without an option before it.
void addNamedScenarios(Options& command, NamedScenarios& named);

/// Ready-made packages first, then files, in the order of the call; one, which names none, when the call names none.
std::vector<ScenarioOptions> eachOf(const NamedScenarios& named);

} // namespace chokepoint::app
