// Loads the presets.
#include "scenario/Presets.h"

#include "api/InputError.h"
#include "api/ScenarioText.h"

#include <algorithm>

namespace chokepoint::scenario {

std::vector<Scenario> loadPresets(const std::filesystem::path& folder, const facts::DataBook& book, const policy::MeasureSchedule& recorded)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    if (error || files.empty())
        throw InputError(Refusal("no_presets", {{"folder", error ? "unreadable" : "empty"}}, {.file = folder.string()}));
    std::ranges::sort(files);

    std::vector<Scenario> presets;
    for (const auto& file : files) {
        auto scenario = readScenarioFile(file);
        policy::scheduleOf(book, recorded, scenario);
        if (std::ranges::find(presets, scenario.id, &Scenario::id) != presets.end())
            throw InputError(Refusal("two_presets_of_one_id", {{"id", scenario.id}}, {.file = file.filename().string()}));
        presets.push_back(std::move(scenario));
    }
    if (!presets.front().changes.empty())
        throw InputError(Refusal("first_preset_changes", {.file = files.front().filename().string()}));
    for (const auto& preset : presets)
        if (std::ranges::find(presets, preset.baseline, &Scenario::id) == presets.end())
            throw InputError(Refusal("preset_unknown_baseline", {{"baseline", preset.baseline}},
                                     {.thing = Message("place.preset", {{"id", preset.id}})}));
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
            throw InputError(Refusal("assumptions_change_measures", {.file = file.filename().string()}));
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace chokepoint::scenario
