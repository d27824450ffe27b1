// What an engine holds: the loaded data book and what every run shares. Seen by the core alone.
#pragma once

#include "api/Claims.h"
#include "api/Engine.h"
#include "api/Overlay.h"
#include "facts/DataBook.h"
#include "policy/MeasureSchedule.h"
#include "run/Simulation.h"

#include <vector>

namespace chokepoint {

struct Engine::Impl {
    facts::DataBook book;
    policy::MeasureSchedule recorded;
    std::vector<Claim> claims;
    std::vector<StaleText> staleTexts;
    run::Exogenous<double> exogenous;
    run::ParameterValues<double> parameters; ///< central
};

} // namespace chokepoint
