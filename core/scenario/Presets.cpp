// Loads the presets.
#include "scenario/Presets.h"

#include "api/InputError.h"
#include "api/ScenarioText.h"

#include <algorithm>

namespace chokepoint::scenario {

std::vector<Scenario> loadPresets(const std::filesystem::path& folder, const facts::DataBook& book, const policy::MeasureSchedule& recorded)
{
    const std::string mend = "Install the scenarios that came with the program again, or name another folder with --scenarios.";
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    if (error || files.empty())
        throw InputError("The presets are missing", folder.string(), error ? error.message() : "the folder holds no scenario files", mend);
    std::ranges::sort(files);

    std::vector<Scenario> presets;
    for (const auto& file : files) {
        auto scenario = readScenarioFile(file);
        policy::scheduleOf(book, recorded, scenario);
        if (std::ranges::find(presets, scenario.id, &Scenario::id) != presets.end())
            throw InputError("Two presets have the id \"" + scenario.id + "\"", file.filename().string(), "an id names one preset", mend);
        presets.push_back(std::move(scenario));
    }
    if (!presets.front().changes.empty())
        throw InputError("The first preset is not the status quo", files.front().filename().string(), "it changes measures", mend);
    for (const auto& preset : presets)
        if (std::ranges::find(presets, preset.baseline, &Scenario::id) == presets.end())
            throw InputError("A preset has an unknown baseline", "preset \"" + preset.id + "\"",
                             "there is no preset \"" + preset.baseline + "\"", mend);
    return presets;
}

std::vector<Scenario> loadAssumptionSets(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "assumptions", error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Scenario> sets;
    for (const auto& file : files) {
        auto set = readScenarioFile(file);
        if (!set.changes.empty())
            throw InputError("A set of assumptions changes measures", file.filename().string(), "assumptions are kept apart from policy",
                             "Take the changes out of the file.");
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace chokepoint::scenario
