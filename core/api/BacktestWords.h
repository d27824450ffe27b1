// What is said of a backtest, of observations or of a person's own facts: in the same words by window and command line.
#pragma once

#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/PersonalFacts.h"

#include <string>

namespace chokepoint::words {

/// Whether the bands are too narrow, right or too wide, with the counts, as one sentence.
Message bandVerdict(const BandVerdict& verdict);
/// How many past figures the band of levels holds of which it should hold eight in ten, as a limit of the program.
Message bandsLimit(const BandCounts& counts);
/// By which rule, and what it neglects.
Message bandRule();
/// Whether a single series carries the verdict, or which weighs most; empty when there is only one series.
Message leftOutSentence(const Catalogue& catalogue, const Backtest& backtest);

/// "inside", "in the 9-in-10 band", "ranges overlap" or "outside".
Message figureVerdict(const BacktestRow& row);

/// What a class of discrepancy is about; its id where the language has no words for it; "Differences between packages" for none.
std::string className(const Catalogue& catalogue, const ClassCoverage& coverage, const Language& language);

/// "80.8": a number expected in a band that holds a part of all.
MessageValue expectedIn(const BandCounts& counts, double part);

/// One fact in a sentence, for charts and their tool tips: value, range, source, class and where it lies.
Message factWords(const Catalogue& catalogue, const PersonalFact& fact);

/// Of what scenario a fact is: empty, "Open gates" or "Open gates less Status quo".
MessageValue factPackage(const PersonalFact& fact);

} // namespace chokepoint::words
