// Takes the scenarios of another copy of a workbook in beside those of this one, so that the two can be compared.
#include "api/Workbook.h"

#include <algorithm>

namespace chokepoint {

std::vector<CopiedScenario> addOtherCopy(Workbook& workbook, const Catalogue& catalogue, const Workbook& other,
                                         const std::function<std::string(const std::string& title)>& titled)
{
    std::vector<CopiedScenario> copied;
    const auto mine = workbook.scenarios; // adding moves the list
    for (const auto& theirs : other.scenarios) {
        const auto isTheSame = [&](const WorkbookScenario& entry) { return entry.scenario == theirs.scenario; };
        if (std::ranges::any_of(mine, isTheSame))
            continue;
        auto scenario = theirs.scenario;
        const auto isMine = [&](const WorkbookScenario& entry) { return entry.scenario.id == scenario.id; };
        const auto counterpart = std::ranges::find_if(mine, isMine);
        if (counterpart != mine.end() || !isPreset(catalogue, scenario)) {
            scenario.title = titled(scenario.title);
            scenario.shortTitle.clear();
        }
        copied.push_back({counterpart == mine.end() ? std::string() : scenario.id, addScenario(workbook, catalogue, scenario)});
        workbook.scenarios.back().notes = theirs.notes;
        workbook.scenarios.back().tags = theirs.tags;
    }
    return copied;
}

} // namespace chokepoint
