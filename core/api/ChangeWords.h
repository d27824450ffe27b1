// Changes against a baseline, and what the runs say of them.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/SeriesDraws.h"

#include <string>
#include <utility>

namespace chokepoint::words {

/// The relative change of `value` against `baseline`: "+11%", "−0.2%", "no effect" when they are equal,
/// "less than 0.1%" when it rounds to zero, "from zero" when the baseline is zero.
MessageValue relativeChange(double value, double baseline);

/// What changes of a series are told in, as messages choose by it: "percent" of the baseline for amounts, "points" for shares, "months"
/// for lags.
std::string changeUnit(const Series& series);

/// True when changes of a series are told as a difference, in points or months, which is scaled as values are.
bool isDifferenceTold(const Series& series);

/// The change of a series as people say it: relativeChange(), but of a share in points and of a lag in months: "−4.1 points", "less than
/// 0.1 months".
MessageValue changeOf(const Series& series, double value, double baseline);

/// The ends between which 8 runs in 10 change, relative to the baseline, in points or in months: "+0.8% to +16%", "no effect" when no run
/// changes.
Message rangeOfChange(const Series& series, const ChangeSpread& spread);

/// The two ends by themselves: percent of the baseline, or points or months without their unit.
std::pair<MessageValue, MessageValue> endsOfRange(const Series& series, const ChangeSpread& spread);

/// What the runs say of the sign: "all runs rise", "97% of runs rise", "62% of runs rise, 38% fall", "no run changes".
Message agreementOfRuns(const ChangeSpread& spread);

/// A share of runs in whole per cent, which never rounds to none or all: "no run", "62% of runs", "all runs".
Message shareOfRuns(double share);

/// The chance of a threshold in one sentence, the scenario's and the baseline's: "It is at least 12 million H100-equivalents
/// in some quarter
/// from 2027 Q1 to 2030 Q4 in 62% of runs; in the baseline in 35% of runs." `threshold` in the display unit of the series.
Message oddsSentence(const Series& series, double threshold, bool above, Quarter from, Quarter by, double share, double shareOfBaseline);

/// changeOf(), but "probably −0.2%" or "no clear effect" as certaintyOf() has it. Without a spread the same as changeOf().
MessageValue changeWithDoubt(const Series& series, double value, double baseline, const ChangeSpread* spread);
MessageValue changeWithDoubt(const Series& series, double value, double baseline, Certainty certainty);

} // namespace chokepoint::words
