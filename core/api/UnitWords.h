// The data book names the words of its units, and the language has them: what is said when one does not fit the other.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"

namespace chokepoint::words {

/// Throws InputError when a unit of the data book names words that the language lacks: a value, a small value and a difference need the
/// families unit, amount and amount_alone, a parameter needs unit.
void requireUnitWords(const Catalogue& catalogue, const Language& language);

} // namespace chokepoint::words
