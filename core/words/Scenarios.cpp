// Scenarios: what they are called.
#include "api/Catalogue.h"
#include "api/MeasureWords.h"
#include "api/ScenarioWords.h"
#include "words/Phrases.h"

#include <algorithm>
#include <set>
#include <utility>

namespace chokepoint::words {
namespace {

/// Changes in an order of their own: the order in which measures were set does not matter.
std::vector<Change> inOrder(std::vector<Change> changes)
{
    std::ranges::stable_sort(changes, {}, [](const Change& c) { return std::pair(c.measure, c.from); });
    return changes;
}

std::size_t changedMeasures(const Scenario& scenario)
{
    std::set<std::string> measures;
    for (const auto& change : scenario.changes)
        measures.insert(change.measure);
    return measures.size();
}

/// A person's own package that changes nothing yet: it is not called by the name of the status quo.
bool isOwnBeginning(const Catalogue& catalogue, const Scenario& scenario)
{
    return scenario.changes.empty() && !scenario.title.empty() && !catalogue.findPreset(scenario.id)
        && scenario.id.starts_with("own_package");
}

/// The name of a scenario as far as it has one: of the preset that it equals, or of its file.
const std::string* ownName(const Catalogue& catalogue, const Scenario& scenario)
{
    if (isOwnBeginning(catalogue, scenario))
        return &scenario.title;
    if (const auto* preset = presetLike(catalogue, scenario))
        return &preset->title;
    return !catalogue.findPreset(scenario.id) && !scenario.title.empty() ? &scenario.title : nullptr;
}

const std::string* shortName(const Catalogue& catalogue, const Scenario& scenario)
{
    if (isOwnBeginning(catalogue, scenario))
        return &scenario.title;
    for (const auto& preset : catalogue.presets)
        if (!preset.shortTitle.empty() && preset.changes == scenario.changes && preset.assumptions == scenario.assumptions)
            return &preset.shortTitle;
    const bool isOwn = !catalogue.findPreset(scenario.id) && !presetLike(catalogue, scenario);
    return isOwn && !scenario.shortTitle.empty() ? &scenario.shortTitle : ownName(catalogue, scenario);
}

MessageValue namedByChanges(const Catalogue& catalogue, const Scenario& scenario)
{
    if (scenario.changes.size() == 1)
        return setting(measureOf(catalogue, scenario.changes[0]), scenario.changes[0].value);
    if (const auto count = changedMeasures(scenario))
        return Message("scenario.package", {{"measures", count}});
    return Message("scenario.assumptions");
}

} // namespace

const Scenario* presetLike(const Catalogue& catalogue, const Scenario& scenario)
{
    for (const auto& preset : catalogue.presets)
        // own assumptions are no policy and leave a package its name
        if ((preset.assumptions.empty() || preset.assumptions == scenario.assumptions)
            && inOrder(preset.changes) == inOrder(scenario.changes))
            return &preset;
    return nullptr;
}

MessageValue scenarioLabel(const Catalogue& catalogue, const Scenario& scenario)
{
    const auto* name = ownName(catalogue, scenario);
    return name ? *name : namedByChanges(catalogue, scenario);
}

MessageValue shortScenarioLabel(const Catalogue& catalogue, const Scenario& scenario)
{
    const auto* name = shortName(catalogue, scenario);
    return name ? *name : namedByChanges(catalogue, scenario);
}

MessageValue lineLabel(const Catalogue& catalogue, const Scenario& scenario)
{
    const bool isOwnLaw = scenario.id.starts_with("own_baseline"); // which has a name of its own, however little it changes
    if (scenario.changes.size() == 1 && !isOwnLaw)
        return shortValue(measureOf(catalogue, scenario.changes[0]), scenario.changes[0].value);
    if (const auto* name = shortName(catalogue, scenario))
        return *name;
    return scenario.changes.empty() ? Message("scenario.assumptions") : Message("scenario.package_alone");
}

Message assumptionStamp(const Scenario& scenario)
{
    return scenario.assumptions.empty() ? Message() : Message("assumed.stamp", {{"assumptions", scenario.assumptions.size()}});
}

} // namespace chokepoint::words
