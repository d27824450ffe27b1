// Runs an ensemble for a file: every wanted series of all draws, and its spread, year by year.
#pragma once

#include "api/Ensemble.h"
#include "draws/LevelNoise.h"
#include "run/DrawTable.h"
#include "run/Simulation.h"

#include <vector>

namespace chokepoint::draws {

/// Bytes that an ensemble of so many series keeps for each draw: its parameters twice and what follows from them, its states and a year of
/// the series.
std::size_t bytesOfADraw(std::size_t series);

/// All draws are advanced a year at a time, so memory grows with draws but not with quarters. Threads share batches and
/// series, and write to places of their own: the result is the same for any number of them. Fills all but `sampleSeconds`.
/// `noise`: empty, or one for each series of the request. Precondition: the request's instruction set is supported.
Ensemble runEnsemble(const run::DrawTable& draws, const run::Exogenous<double>& exogenous, const policy::LeverValues<double>& levers,
                     const EnsembleRequest& request, const std::vector<LevelNoise>& noise = {});

} // namespace chokepoint::draws
