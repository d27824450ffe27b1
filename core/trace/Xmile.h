// The recorded equations as a model file for other programs.
#pragma once

#include "api/Catalogue.h"
#include "trace/EquationBook.h"

#include <string>

namespace chokepoint::trace {

struct XmileInputs {
    const run::ParameterValues<double>& parameters;
    const run::Exogenous<double>& exogenous;
    const policy::LeverValues<double>& levers;
};

/// XMILE 1.0. At time t, the beginning of a quarter, auxiliaries hold the quarter's values; a stock "ID_previous" holds the state at
/// the end of the quarter before. Levers and paths are graphical functions with a point for each quarter, or constants.
std::string xmileText(const EquationBook& book, const Catalogue& catalogue, const XmileInputs& inputs, const std::string& title);

} // namespace chokepoint::trace
