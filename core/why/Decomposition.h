// Gathers the parts of which results are made up, from a run.
#pragma once

#include "api/Decomposition.h"
#include "policy/LeverValues.h"
#include "run/Simulation.h"

namespace chokepoint::why {

/// Runs once and keeps the parts of every quarter.
Decompositions decompositionsOf(const run::ParameterValues<double>& parameters, const run::Exogenous<double>& exogenous,
                                const policy::LeverValues<double>& levers);

} // namespace chokepoint::why
