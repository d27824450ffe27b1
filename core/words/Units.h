// Numbers with decided digits, and the units of the data book by the ids of their words.
#pragma once

#include "api/UnitWords.h"

namespace chokepoint::words {

/// A decimal with so many digits behind the point, without a minus before what reads as zero.
Digits rounded(double value, int decimals, Digits::Form form = Digits::Form::Plain);

/// A difference in points or months, with as many decimals as a change in percent has.
Digits signedDifference(double value);

/// A share of runs in whole per cent that never rounds to none or all.
Digits percentOfRuns(double share);

} // namespace chokepoint::words
