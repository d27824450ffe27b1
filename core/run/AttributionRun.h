// Runs the coalitions of an attribution and turns their series into shares.
#pragma once

#include "api/Attribution.h"
#include "run/ManyRuns.h"
#include "run/Players.h"

#include <vector>

namespace chokepoint::run {

/// `parameters` hold in every run; `draws` are for bands, of at most mostBandPlayers active players. Works as Engine::attribute.
Attribution attribute(const Exogenous<double>& exogenous, const ParameterValues<double>& parameters,
                      const std::vector<ParameterValues<double>>& draws, const Game& game, const AttributionRequest& request);

} // namespace chokepoint::run
