// Gathers the parts of which results are made up, from a run.
#pragma once

#include "api/Decomposition.h"
#include "policy/LeverValues.h"
#include "run/Simulation.h"

#include <string_view>
#include <vector>

namespace chokepoint::why {

/// Runs once and keeps the parts of every quarter.
Decompositions decompositionsOf(const run::ParameterValues<double>& parameters, const run::Exogenous<double>& exogenous, const policy::LeverValues<double>& levers);

/// The series that add up to this one in every quarter, in the order in which they are told; empty for a series that is no sum.
std::vector<std::string_view> addendsOf(std::string_view series);

} // namespace chokepoint::why
