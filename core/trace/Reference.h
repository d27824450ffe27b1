// The technical reference: what the model computes, from what, and what it leaves out.
#pragma once

#include "api/Catalogue.h"
#include "api/Equations.h"

#include <string>
#include <vector>

namespace chokepoint::trace {

std::string referenceText(const Catalogue& catalogue, const std::vector<Equation>& equations, ReferenceFormat format);

} // namespace chokepoint::trace
