// Makes a line of the news log law in a workbook.
#include "api/Workbook.h"

#include "api/ScenarioEdits.h"

#include <algorithm>

namespace chokepoint {
namespace {

/// The scenario with a law in the place of what it says about the same quarters. Every change carries its date, as a law does.
Scenario underLaw(Scenario scenario, const NewsEntry& entry, const std::vector<Change>& law)
{
    const auto from = *entry.setting->from;
    const auto isReplaced = [&](const Change& change) {
        const auto quarter = edit::quarterOf(scenario, change);
        return change.measure == entry.setting->measure && quarter >= from && (!entry.until || quarter < *entry.until);
    };
    std::erase_if(scenario.changes, isReplaced);
    std::ranges::copy(law, std::back_inserter(scenario.changes));
    return scenario;
}

} // namespace

std::vector<Change> lawOf(const NewsEntry& entry, const Scenario& scenario, const Catalogue& catalogue,
                          const edit::RecordedValues& recorded)
{
    if (!entry.setting || !entry.setting->from)
        return {};
    std::vector<Change> law{*entry.setting};
    const auto place = catalogue.findMeasure(entry.setting->measure);
    if (!entry.until || !place)
        return law;
    const auto later = edit::changesOf(scenario, entry.setting->measure);
    if (std::ranges::none_of(later, [&](const Change& change) { return *change.from == *entry.until; }))
        law.push_back({entry.setting->measure, edit::valueInForce(scenario, catalogue, *place, *entry.until, recorded), *entry.until, 1});
    return law;
}

bool hasLaw(const Scenario& scenario, const std::vector<Change>& law)
{
    return std::ranges::all_of(law, [&](const Change& wanted) {
        return std::ranges::any_of(scenario.changes, [&](const Change& change) {
            return change.measure == wanted.measure && change.value == wanted.value && change.over == wanted.over
                && edit::quarterOf(scenario, change) == *wanted.from;
        });
    });
}

std::vector<Change> sharedLaw(const Scenario& scenario, const Scenario& baseline)
{
    std::vector<Change> shared;
    if (baseline.id.starts_with(lawBaselineId) && scenario.id != baseline.id)
        std::ranges::copy_if(scenario.changes, std::back_inserter(shared), [&](const Change& change) {
            auto dated = change;
            dated.from = edit::quarterOf(scenario, change);
            return hasLaw(baseline, {dated});
        });
    return shared;
}

Scenario recordLaw(Workbook& workbook, const Catalogue& catalogue, const NewsEntry& entry, const edit::RecordedValues& recorded,
                   const std::string& baselineTitle)
{
    const auto before = baselineOf(workbook, catalogue);
    if (!entry.setting || !entry.setting->from || !before)
        return scenarioOnTable(workbook);
    const auto ofMeasure = [&](const Scenario& scenario) { return edit::changesOf(scenario, entry.setting->measure); };
    const auto gets = [&](const Scenario& scenario) { return ofMeasure(scenario) == ofMeasure(*before); };
    const auto edited = [&](const Scenario& scenario) { return underLaw(scenario, entry, lawOf(entry, scenario, catalogue, recorded)); };
    for (auto& other : workbook.scenarios)
        if (other.scenario.id != workbook.onTable && !isPreset(catalogue, other.scenario) && gets(other.scenario))
            other.scenario = edited(other.scenario);
    auto baseline = edited(*before);
    if (!std::holds_alternative<OwnBaseline>(workbook.comparedWith)) {
        std::vector<std::string> ids, titles;
        for (const auto& other : workbook.scenarios) {
            ids.push_back(other.scenario.id);
            titles.push_back(other.scenario.title);
        }
        baseline.basedOn = catalogue.findPreset(baseline.id) ? baseline.id : baseline.basedOn;
        baseline.id = uniqueId(std::string(lawBaselineId), ids);
        baseline.title = baseline.shortTitle = uniqueTitle(baselineTitle, titles);
        baseline.description.clear();
        baseline.subject.clear();
    }
    workbook.comparedWith = OwnBaseline{std::move(baseline)};
    const auto& onTable = scenarioOnTable(workbook);
    return gets(onTable) ? edited(onTable) : onTable;
}

} // namespace chokepoint
