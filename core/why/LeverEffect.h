// Asks what one change of a scenario does, by running the scenario without it and with other measures moved.
#pragma once

#include "api/Catalogue.h"
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "facts/DataBook.h"

#include <functional>
#include <vector>

namespace chokepoint::why {

/// Runs a scenario.
using Runner = std::function<Projection(const Scenario&)>;

/// `measure`: place in the catalogue; `displayed`: places of the series that count.
/// Runs the model twice when the change has an effect, up to some 400 times when it has none.
MoveAnswer answerMove(const facts::DataBook& book, const Scenario& scenario, std::size_t measure,
                      const std::vector<std::size_t>& displayed, const Runner& run);

/// True when another value of the measure, in place of what the scenario sets, would change any series.
bool canAct(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const Runner& run);

} // namespace chokepoint::why
