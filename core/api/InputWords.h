// Inputs of the equations and own assumptions.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

namespace chokepoint::words {

/// What policy does to a series in a year with the inputs of the data book and with own assumptions, and what the assumptions do to
/// the baseline; from annual means of the four runs.
Message assumptionEffect(const Series& series, int year, double present, double reference, double presentByDefault,
                         double referenceByDefault);

/// How the draws of a parameter are spread, as a phrase.
Message distributionWords(const Parameter& parameter);

/// "0.11", or "5 to 20, central 12".
MessageValue assumptionValue(const Assumption& assumption);

/// The value of an input with its unit, its range and its source, which say together how far it can be trusted: "2.5 years (1.7 to 4.5),
/// source B"; without the unit where there is no room for it.
Message inputEvidence(const Parameter& parameter, bool isWithUnit = true);

/// How many of the uncertain inputs have which grade, as one sentence.
Message evidence(const Catalogue& catalogue);

} // namespace chokepoint::words
