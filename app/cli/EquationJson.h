// Equations and causes as JSON, for the commands that write them.
#pragma once

#include "api/Equations.h"
#include "cli/Json.h"

namespace chokepoint::app {

Json asJson(const Equation& equation);
Json asJson(const Cause& cause);

} // namespace chokepoint::app
