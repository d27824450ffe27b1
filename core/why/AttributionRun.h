// Runs the coalitions of an attribution and turns their series into shares.
#pragma once

#include "api/Attribution.h"
#include "run/RunBatch.h"
#include "why/Game.h"

#include <vector>

namespace chokepoint::why {

/// `parameters` hold in every run; `draws` are for bands. Works as Engine::attribute.
Attribution attribute(const run::Exogenous<double>& exogenous, const run::ParameterValues<double>& parameters,
                      const std::vector<run::ParameterValues<double>>& draws, const Game& game, const AttributionRequest& request);

} // namespace chokepoint::why
