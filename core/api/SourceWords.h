// Observations and publications.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

namespace chokepoint::words {

/// The period of an observation, in years: "2024", "2024 Q3", "end of Sep 2024" when both are equal, "mid-2022 to mid-2023".
MessageValue period(double begin, double end);

/// When a figure of the record holds: its period in words, or as its table has it where it is of no common kind.
MessageValue recordedPeriod(const RecordedFigure& figure);

/// Its value with its unit: "13 million stacks", "$4.5 billion".
Message recordedValue(const RecordedFigure& figure);

/// Its value and, where the source gives one, its range: "13 million stacks (10 to 13.5)".
Message recordedWithRange(const RecordedFigure& figure);

/// Period, value and range: "end of Dec 2024: 13 million stacks (10 to 13.5)".
Message recordedSentence(const RecordedFigure& figure);

/// What kind of figure it is: "observed", "estimate", "our estimate" or "forecast by others".
Message recordedKind(const RecordedFigure& figure);

/// Who published a source, or its authors where that is not said.
const std::string& publisherOf(const Source& source);

/// Authors, title, publisher and date as one line, without what is empty.
Message sourceLine(const Source& source);

} // namespace chokepoint::words
