// A scenario as it was read, with the lines of its parts, so that what is wrong in its content can be shown in the file.
#pragma once

#include "api/Scenario.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::scenario {

/// Lines from 1; 0 where it is not known.
struct ScenarioWithLines {
    Scenario scenario;
    std::vector<std::size_t> changeLines, assumptionLines; ///< by Scenario::changes and Scenario::assumptions
    std::size_t baselineLine = 0;
};

/// Throws as readScenario does.
ScenarioWithLines readWithLines(std::string_view text, const std::string& place);

} // namespace chokepoint::scenario
