// The number of a quantity, for what reads a run and is no equation.
#pragma once

#include "numbers/Quantity.h"

namespace chokepoint {

/// The number alone, in the unit of the quantity.
template <class Value> double bare(const Value& value) { return numbers::Raw::value(value); }

} // namespace chokepoint
