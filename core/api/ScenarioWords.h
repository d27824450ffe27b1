// Names for scenarios.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

namespace chokepoint::words {

/// The preset with the same changes, whatever the own assumptions are; nullptr when there is none.
const Scenario* presetLike(const Catalogue& catalogue, const Scenario& scenario);

/// A name for a scenario: the title of the preset that it equals, its one change, or "Own package" with the number of its measures.
MessageValue scenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// The same in a few words: the short title of the preset that it equals where there is one.
MessageValue shortScenarioLabel(const Catalogue& catalogue, const Scenario& scenario);

/// The same for the end of a line, where the next line says no more: its one level, or its name without what it counts.
MessageValue lineLabel(const Catalogue& catalogue, const Scenario& scenario);

/// "own assumptions (2)" for what shows a result under them; empty without any.
Message assumptionStamp(const Scenario& scenario);

} // namespace chokepoint::words
