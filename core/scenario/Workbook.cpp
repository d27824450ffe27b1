// Makes workbooks, and keeps the scenarios in them apart by id and title.
#include "api/Workbook.h"

#include "api/ScenarioEdits.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>

namespace chokepoint {
namespace {

constexpr std::string_view ownPrefix = "own_";
constexpr std::string_view bindingSeries = "accel.binding"; // a chart that names it has the strip of what binds

/// The place of the scenario of an id; behind the last when there is none.
std::size_t placeOf(const Workbook& workbook, std::string_view id)
{
    const auto isIt = [&](const WorkbookScenario& entry) { return entry.scenario.id == id; };
    return static_cast<std::size_t>(std::ranges::find_if(workbook.scenarios, isIt) - workbook.scenarios.begin());
}

/// A title without the number in brackets at its end, and that number; 1 without one.
std::pair<std::string, int> numbered(const std::string& title)
{
    const auto open = title.rfind(" (");
    if (open == std::string::npos || open == 0 || !title.ends_with(')'))
        return {title, 1};
    int number = 0;
    const char *begin = title.data() + open + 2, *end = title.data() + title.size() - 1;
    const auto [stop, error] = std::from_chars(begin, end, number);
    const bool isCount = error == std::errc{} && stop == end && number >= 2 && number < 1'000'000;
    return isCount ? std::pair(title.substr(0, open), number) : std::pair(title, 1);
}

/// The scenario as the preset of an id under its own assumptions and start.
Scenario asPreset(Scenario scenario, const Scenario& preset)
{
    scenario.id = preset.id;
    scenario.title = preset.title;
    scenario.shortTitle = preset.shortTitle;
    scenario.description = preset.description;
    scenario.subject = preset.subject;
    scenario.basedOn = preset.basedOn;
    return scenario;
}

/// Ids and titles of all scenarios of a workbook but one.
struct Taken {
    Taken(const Workbook& workbook, std::size_t self)
    {
        for (std::size_t i = 0; i < workbook.scenarios.size(); ++i)
            if (i != self)
                add(workbook.scenarios[i].scenario);
    }
    void add(const Scenario& scenario)
    {
        ids.push_back(scenario.id);
        titles.push_back(scenario.title);
    }
    bool hasId(const std::string& id) const { return std::ranges::find(ids, id) != ids.end(); }

    std::vector<std::string> ids, titles;
};

/// Gives a scenario that is to stand at a place of the workbook an id and a title of its own. `ownTitle`: of a preset that is no preset any
/// more; empty: it keeps its title as far as that is free.
Scenario named(Scenario scenario, const Workbook& workbook, const Catalogue& catalogue, std::size_t place, const std::string& ownTitle)
{
    Taken taken(workbook, place);
    if (isPreset(catalogue, scenario) && !taken.hasId(scenario.id))
        return scenario;
    if (const auto left = catalogue.findPreset(scenario.id)) {
        scenario.basedOn = scenario.id;
        if (scenario.subject == catalogue.presets[*left].subject)
            scenario.subject.clear(); // it speaks of the preset
        scenario.id = std::string(ownPrefix) + scenario.id;
        if (!ownTitle.empty()) {
            scenario.title = ownTitle;
            scenario.description.clear();
        }
    }
    for (const auto& preset : catalogue.presets)
        taken.add(preset);
    scenario.id = uniqueId(scenario.id.empty() ? "scenario" : scenario.id, taken.ids);
    const auto title = uniqueTitle(scenario.title.empty() ? scenario.id : scenario.title, taken.titles);
    if (title != scenario.title || title == ownTitle)
        scenario.shortTitle.clear();
    scenario.title = title;
    return scenario;
}

/// Puts a scenario in the place of another; what named the other by its id names this one.
void replace(Workbook& workbook, std::size_t place, Scenario scenario)
{
    const auto before = workbook.scenarios[place].scenario.id;
    if (workbook.onTable == before)
        workbook.onTable = scenario.id;
    if (auto* baseline = std::get_if<WorkbookBaseline>(&workbook.comparedWith); baseline && baseline->id == before)
        baseline->id = scenario.id;
    workbook.scenarios[place].scenario = std::move(scenario);
}

} // namespace

Workbook freshWorkbook(const Catalogue& catalogue)
{
    Workbook workbook;
    const auto& statusQuo = catalogue.presets.at(0);
    workbook.scenarios.push_back({statusQuo, {}, {}});
    workbook.onTable = statusQuo.id;
    workbook.comparedWith = PresetBaseline{statusQuo.id};
    workbook.view.charts = startCharts(catalogue);
    workbook.view.focus.series = workbook.view.charts.at(0).series;
    return workbook;
}

std::vector<BoardChart> startCharts(const Catalogue& catalogue)
{
    std::vector<BoardChart> charts;
    for (const auto& place : catalogue.charts) {
        auto& chart = charts.emplace_back();
        chart.series = place.series;
        chart.companions = place.companions;
        chart.withStrip = place.hasStrip;
    }
    return charts;
}

const WorkbookScenario* findScenario(const Workbook& workbook, std::string_view id)
{
    const auto place = placeOf(workbook, id);
    return place < workbook.scenarios.size() ? &workbook.scenarios[place] : nullptr;
}

const Scenario& scenarioOnTable(const Workbook& workbook)
{
    if (const auto* entry = findScenario(workbook, workbook.onTable))
        return entry->scenario;
    throw std::logic_error("the workbook has no scenario \"" + workbook.onTable + "\"");
}

std::optional<Scenario> baselineOf(const Workbook& workbook, const Catalogue& catalogue)
{
    if (const auto* own = std::get_if<OwnBaseline>(&workbook.comparedWith))
        return own->scenario;
    if (const auto* other = std::get_if<WorkbookBaseline>(&workbook.comparedWith)) {
        const auto* entry = findScenario(workbook, other->id);
        return entry ? std::optional(entry->scenario) : std::nullopt;
    }
    const auto preset = catalogue.findPreset(std::get<PresetBaseline>(workbook.comparedWith).id);
    if (!preset)
        return std::nullopt;
    Scenario baseline = catalogue.presets[*preset];
    baseline.start = scenarioOnTable(workbook).start;
    return baseline;
}

std::optional<Scenario> scenarioOf(const Workbook& workbook, const Catalogue& catalogue, std::string_view id)
{
    if (const auto* entry = findScenario(workbook, id))
        return entry->scenario;
    const auto preset = catalogue.findPreset(std::string(id));
    return preset ? std::optional(startingAt(catalogue.presets[*preset], scenarioOnTable(workbook).start)) : std::nullopt;
}

std::string uniqueTitle(const std::string& title, const std::vector<std::string>& taken)
{
    const std::set<std::string> all(taken.begin(), taken.end());
    if (!all.contains(title))
        return title;
    const auto [words, number] = numbered(title);
    for (int next = number + 1;; ++next)
        if (auto other = words + " (" + std::to_string(next) + ")"; !all.contains(other))
            return other;
}

std::string uniqueId(const std::string& id, const std::vector<std::string>& taken)
{
    const std::set<std::string> all(taken.begin(), taken.end());
    if (!all.contains(id))
        return id;
    for (int next = 2;; ++next)
        if (auto other = id + "_" + std::to_string(next); !all.contains(other))
            return other;
}

bool isPreset(const Catalogue& catalogue, const Scenario& scenario)
{
    const auto place = catalogue.findPreset(scenario.id);
    if (!place || catalogue.presets[*place].title != scenario.title)
        return false;
    Scenario preset = catalogue.presets[*place];
    preset.start = scenario.start;
    return edit::canonical(catalogue, preset).changes == edit::canonical(catalogue, scenario).changes;
}

std::string assumptionSetOf(const Workbook& workbook, const Catalogue& catalogue, const Scenario& scenario)
{
    const auto assumed = [&](const std::vector<Assumption>& assumptions) {
        Scenario only;
        only.assumptions = assumptions;
        return edit::canonical(catalogue, only).assumptions;
    };
    const auto present = assumed(scenario.assumptions);
    const auto isIt = [&](const auto& set) { return !present.empty() && assumed(set.assumptions) == present; };
    if (const auto own = std::ranges::find_if(workbook.assumptionSets, isIt); own != workbook.assumptionSets.end())
        return own->id;
    const auto shipped = std::ranges::find_if(catalogue.assumptionSets, isIt);
    return shipped == catalogue.assumptionSets.end() ? std::string() : shipped->id;
}

std::string addScenario(Workbook& workbook, const Catalogue& catalogue, Scenario scenario)
{
    workbook.scenarios.push_back({named(std::move(scenario), workbook, catalogue, workbook.scenarios.size(), {}), {}, {}});
    return workbook.scenarios.back().scenario.id;
}

std::string openScenario(Workbook& workbook, const Catalogue& catalogue, Scenario scenario)
{
    const auto baseline = scenario.baseline;
    workbook.onTable = addScenario(workbook, catalogue, std::move(scenario));
    compareWith(workbook, catalogue, PresetBaseline{baseline});
    return workbook.onTable;
}

std::string duplicateScenario(Workbook& workbook, const Catalogue& catalogue, std::string_view id)
{
    const auto place = placeOf(workbook, id);
    if (place == workbook.scenarios.size())
        return {};
    const auto original = workbook.scenarios[place]; // adding moves the list
    const auto copy = addScenario(workbook, catalogue, original.scenario);
    workbook.scenarios.back().notes = original.notes;
    workbook.scenarios.back().tags = original.tags;
    return copy;
}

std::string renameScenario(Workbook& workbook, const Catalogue& catalogue, std::string_view id, const std::string& title)
{
    const auto place = placeOf(workbook, id);
    if (place == workbook.scenarios.size())
        return {};
    auto scenario = workbook.scenarios[place].scenario;
    if (!title.empty() && title != scenario.title) {
        scenario.title = title;
        scenario.shortTitle.clear();
        replace(workbook, place, named(std::move(scenario), workbook, catalogue, place, {}));
    }
    return workbook.scenarios[place].scenario.id;
}

std::string newScenario(Workbook& workbook, const Catalogue& catalogue, const std::string& title)
{
    Scenario scenario;
    scenario.id = "own_package";
    scenario.title = title;
    scenario.start = scenarioOnTable(workbook).start;
    scenario.assumptions = scenarioOnTable(workbook).assumptions;
    workbook.onTable = addScenario(workbook, catalogue, std::move(scenario));
    return workbook.onTable;
}

void removeScenario(Workbook& workbook, std::string_view id)
{
    const auto place = placeOf(workbook, id);
    if (place == workbook.scenarios.size() || workbook.scenarios.size() == 1)
        return;
    const auto removed = workbook.scenarios[place].scenario;
    workbook.scenarios.erase(workbook.scenarios.begin() + static_cast<std::ptrdiff_t>(place));
    if (workbook.onTable == removed.id)
        workbook.onTable = workbook.scenarios[std::min(place, workbook.scenarios.size() - 1)].scenario.id;
    if (const auto* baseline = std::get_if<WorkbookBaseline>(&workbook.comparedWith); baseline && baseline->id == removed.id)
        workbook.comparedWith = OwnBaseline{removed};
}

void putOnTable(Workbook& workbook, std::string_view id)
{
    if (findScenario(workbook, id))
        workbook.onTable = id;
}

void editOnTable(Workbook& workbook, const Catalogue& catalogue, Scenario edited, const std::string& ownTitle)
{
    const auto place = placeOf(workbook, workbook.onTable);
    if (place == workbook.scenarios.size())
        return;
    const auto preset = catalogue.findPreset(edited.basedOn);
    const bool hasOwnName = edited.id.starts_with(std::string(ownPrefix) + edited.basedOn)
                         && (edited.title == ownTitle || numbered(edited.title).first == ownTitle);
    if (preset && hasOwnName)
        if (auto back = asPreset(edited, catalogue.presets[*preset]); isPreset(catalogue, back))
            edited = std::move(back);
    replace(workbook, place, named(std::move(edited), workbook, catalogue, place, ownTitle));
}

void compareWith(Workbook& workbook, const Catalogue& catalogue, ComparedWith comparedWith)
{
    if (const auto* preset = std::get_if<PresetBaseline>(&comparedWith)) {
        const auto place = placeOf(workbook, workbook.onTable);
        if (!catalogue.findPreset(preset->id) || place == workbook.scenarios.size())
            return;
        workbook.scenarios[place].scenario.baseline = preset->id;
    } else if (const auto* other = std::get_if<WorkbookBaseline>(&comparedWith); other && !findScenario(workbook, other->id)) {
        return;
    }
    const auto* own = std::get_if<OwnBaseline>(&workbook.comparedWith);
    const bool isLeft = own && own->scenario.id.starts_with(lawBaselineId) && !std::holds_alternative<OwnBaseline>(comparedWith);
    const auto law = isLeft ? own->scenario : Scenario();
    workbook.comparedWith = std::move(comparedWith);
    if (isLeft)
        addScenario(workbook, catalogue, law);
}

} // namespace chokepoint
