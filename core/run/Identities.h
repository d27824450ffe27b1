// Gathers the parts of which results are made up, from a run.
#pragma once

#include "api/Identity.h"
#include "policy/LeverSchedule.h"
#include "run/Simulation.h"

#include <string_view>
#include <vector>

namespace chokepoint::run {

/// Runs once and keeps the parts of every quarter.
Identities identitiesOf(const ParameterValues<double>& parameters, const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers);

/// The series that add up to this one in every quarter, in the order in which they are told; empty for a series that is no sum.
std::vector<std::string_view> addendsOf(std::string_view series);

} // namespace chokepoint::run
