// A scenario: changes to measures over time, and own assumptions about parameters, kept apart from them.
#pragma once

#include "api/Quarter.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

/// One change of one measure. A measure that a scenario names follows the scenario alone from its first change on.
struct Change {
    std::string measure;         ///< id of a measure
    std::string value;           ///< id of a level, or the decimal text of a number in the measure's unit
    std::optional<Quarter> from; ///< without it the change applies from the start of its scenario
    int over = 1;                ///< quarters over which a number ramps; 1 = at once; levels do not ramp

    friend bool operator==(const Change&, const Change&) = default;
};

/// A parameter set to another value inside its range, or given a range of one's own inside it. Assumptions are no policy: they hold
/// in the scenario and in what it is compared with.
struct Assumption {
    std::string parameter;       ///< id of a parameter
    std::string value;           ///< decimal text in the parameter's unit: the central line
    std::string low{}, high{};   ///< decimal text of an own range, which holds the value; both empty: the value stays in every draw
    std::string reason{};        ///< why, in words; may be empty

    friend bool operator==(const Assumption&, const Assumption&) = default;
};

/// More changes or assumptions than any package has are refused at once, before any of them is looked at.
inline constexpr std::size_t mostChanges = 4000, mostAssumptions = 4000;

struct Scenario {
    std::string id;
    std::string title;
    std::string description;
    std::string baseline = "status_quo_2026"; ///< id of the preset it is compared with
    std::vector<Change> changes;              ///< a later change of the same measure from the same quarter wins
    std::vector<Assumption> assumptions;
    std::string shortTitle = {}; ///< a few words for the end of a line; may be empty
    Quarter start = defaultStart; ///< changes without a date apply from here, and move with it
    std::string subject = {};     ///< as the subject of a sentence: "A grand bargain"; of presets, else empty
    std::string basedOn = {};     ///< id of the preset that an own package was made of; empty for presets and for what has no model

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// The scenario with its changes without a date applying from another quarter.
inline Scenario startingAt(Scenario scenario, Quarter start)
{
    scenario.start = start;
    return scenario;
}

} // namespace chokepoint
