// Units of the data book and of its parameters, beside those of series in Words.h.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/Message.h"

namespace chokepoint::words {

/// Throws InputError when a unit of the data book names words that the language lacks: a value, a small value and a difference need the
/// families unit, amount and amount_alone, a parameter needs unit.
void requireUnitWords(const Catalogue& catalogue, const Language& language);

/// A number with the unit of a parameter, if it has one: "5 million GB a year", "0.06".
MessageValue withUnit(const Parameter& parameter, const MessageValue& number);

} // namespace chokepoint::words
