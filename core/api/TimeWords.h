// Quarters and years in sentences; tables and axes say "2027 Q1", which is what a Quarter given to a message reads.
#pragma once

#include "api/Message.h"
#include "api/Period.h"

namespace chokepoint::words {

/// When a policy starts, behind "from": "2027" for a first quarter, "April 2027", "July 2027" or "October 2027" for the others.
Message startOfPolicy(Quarter quarter);

/// The quarter of a result, behind "in", "from", "by" or "until": "early 2028", "the second quarter of 2028", "the third quarter of 2028",
/// "late 2028".
Message quarterOfResult(Quarter quarter);

/// "2028", or "2028 Q4": behind "in", in titles and in the heads of tables.
MessageValue periodName(Period period);

/// "2028", or "late 2028": behind "in", in sentences.
MessageValue periodOfResult(Period period);

} // namespace chokepoint::words
