// Turns the options into the scenarios that they name.
#include "options/NamedScenarios.h"

namespace chokepoint::app {

void addNamedScenarios(Options& command, NamedScenarios& named)
{
    command.add("--preset", named.presets, "Start from a ready-made package (may be repeated for a figure)")
        .valueName("NAME")
        .oneValueEachTime();
    command.add("--scenario", named.files, "Start from a scenario file, or from standard input with - (may be repeated for a figure)")
        .valueName("FILE")
        .oneValueEachTime();
    command.add("file", named.changes.file, "Scenario file to open, or standard input with -").valueName("FILE");
    addChangeOptions(command, named.changes);
}

std::vector<ScenarioOptions> eachOf(const NamedScenarios& named)
{
    std::vector<ScenarioOptions> each;
    const auto add = [&](std::string ScenarioOptions::*field, const std::string& name) {
        auto& one = each.emplace_back(named.changes);
        one.file.clear();
        one.*field = name;
    };
    for (const auto& preset : named.presets)
        add(&ScenarioOptions::preset, preset);
    for (const auto& file : named.files)
        add(&ScenarioOptions::file, file);
    if (!named.changes.file.empty() || each.empty())
        add(&ScenarioOptions::file, named.changes.file);
    return each;
}

} // namespace chokepoint::app
