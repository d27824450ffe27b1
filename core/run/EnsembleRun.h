// Runs an ensemble: draws, threads, and the spread of every series in every quarter.
#pragma once

#include "api/Ensemble.h"
#include "run/Simulation.h"

#include <vector>

namespace chokepoint::run {

/// Mean and quantiles of a sample; `values` is sorted by this. The mean is summed in the order given. Not empty.
Spread spreadOf(std::vector<double>& values);

/// All draws are advanced a quarter at a time, so memory grows with draws but not with quarters. Threads share batches and
/// series, and write to places of their own: the result is the same for any number of them.
Ensemble runEnsemble(const std::vector<ParameterValues<double>>& draws, const Exogenous<double>& exogenous,
                     const policy::LeverValues<double>& levers, const EnsembleRequest& request);

} // namespace chokepoint::run
