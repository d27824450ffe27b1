// What one change of a scenario does to the series on the screen, and when it does nothing, why.
#pragma once

#include "api/Projection.h"
#include "api/Quarter.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

struct MoveAnswer {
    enum class Kind {
        Effect,      ///< a displayed series changes, from `firstEffect` on
        Elsewhere,   ///< only series that are not displayed change: `series` and `others` more
        TableOnly,   ///< the equations do not read the measure
        SameLevers,  ///< its levels write the same as those of `like`, the value without the change
        Bound,       ///< it moves what the input `own` allows, and from `boundFrom` on another input is the bottleneck: `bottleneck`
        Blocked,     ///< the measure `blocker` is in the way: at `freeingValue` the change would have an effect
        NotFound,    ///< no single other measure would free it, and nothing else is known
        NotChanged,  ///< the scenario does not change the measure
    };
    Kind kind = Kind::NotChanged;
    Quarter firstEffect;         ///< the first quarter in which a displayed series differs
    Quarter from;                ///< the quarter from which the change applies
    std::size_t series = 0;      ///< place in Catalogue::series
    std::size_t others = 0;      ///< so many more series change
    std::string like;            ///< a value of the measure
    bool isSlight = false;       ///< displayed series differ, and none by as much as 0.05 in a hundred
    BindingInput own = BindingInput::Logic, bottleneck = BindingInput::Logic;
    Quarter boundFrom;           ///< the first quarter in which the measure moves what its input allows
    std::size_t blocker = 0;     ///< place in Catalogue::measures
    std::string blockerValue;    ///< what the blocker is now
    std::string freeingValue;    ///< a value of the blocker at which the change has an effect
};

/// What the scenario's change of one measure does to the displayed series (places in Catalogue::series), and when nothing,
/// why, found by running the scenario without it and with other measures moved. Throws as Engine::check does. About a fifth of a
/// millisecond when the change has an effect, some hundred runs when it has none.
MoveAnswer answerMove(const Engine& engine, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed);

/// True when another value of the measure, in place of what the scenario sets, would change any series: a sub-control that
/// cannot act now. Throws as Engine::check does. A run for each of its levels or marks, until one differs.
bool canAct(const Engine& engine, const Scenario& scenario, std::size_t measure);

} // namespace chokepoint
