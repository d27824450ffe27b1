// Which scenarios and outcomes of a workbook are set side by side.
#include "api/ScenarioEdits.h"
#include "api/Workbook.h"

#include <algorithm>

namespace chokepoint {
namespace {

/// The charts of the start page have the outcomes that matter most: the first in two years, the second in the later one.
constexpr int yearsBetween = 2;

} // namespace

std::vector<Scenario> comparedScenarios(const Workbook& workbook, const Catalogue& catalogue)
{
    const auto& onTable = scenarioOnTable(workbook);
    auto ids = workbook.view.comparison.scenarios;
    if (std::ranges::find(ids, onTable.id) == ids.end())
        ids.insert(ids.begin(), onTable.id);
    std::vector<Scenario> scenarios;
    for (const auto& id : ids) {
        auto scenario = scenarioOf(workbook, catalogue, id);
        if (!scenario || std::ranges::find(scenarios, id, &Scenario::id) != scenarios.end())
            continue;
        scenario->assumptions = onTable.assumptions; // they are no policy and hold in all
        scenarios.push_back(std::move(*scenario));
    }
    if (auto baseline = baselineOf(workbook, catalogue)) {
        baseline->assumptions = onTable.assumptions;
        const auto isBaseline = [&](const Scenario& scenario) { return edit::hasSameContent(catalogue, scenario, *baseline); };
        if (!std::ranges::all_of(scenarios, isBaseline))
            std::erase_if(scenarios, isBaseline);
    }
    if (scenarios.size() > WorkbookComparison::mostScenarios)
        scenarios.resize(WorkbookComparison::mostScenarios);
    return scenarios;
}

std::vector<ComparedOutcome> comparedOutcomes(const Workbook& workbook, const Catalogue& catalogue)
{
    if (!workbook.view.comparison.outcomes.empty())
        return workbook.view.comparison.outcomes;
    const auto charts = startCharts(catalogue);
    const int year = freshWorkbook(catalogue).view.year;
    std::vector<ComparedOutcome> outcomes{{charts.at(0).series, year}, {charts.at(0).series, year + yearsBetween}};
    if (charts.size() > 1)
        outcomes.push_back({charts[1].series, year + yearsBetween});
    return outcomes;
}

} // namespace chokepoint
