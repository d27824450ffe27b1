// Measures, their settings and their changes, and why one does nothing.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/MoveAnswer.h"

#include <string>
#include <vector>

namespace chokepoint {
class Language;
} // namespace chokepoint

namespace chokepoint::words {

/// The one short name of a setting: "Dec 2024 rule", "6m stacks".
MessageValue shortValue(const Measure& measure, const std::string& value);

/// A setting as a condition: "if Washington opens HBM sales to China".
MessageValue ifSet(const Measure& measure, const std::string& value);

/// The whole label of a level, or a number with its whole unit: "6 million stacks a year".
MessageValue longValue(const Measure& measure, const std::string& value);

/// What the number of a measure may be: "0 to 20 million stacks a year", "$150m to $600m".
Message rangeOf(const Measure& measure);

/// "HBM sales to China: Open".
Message setting(const Measure& measure, const std::string& value);

/// "Done before", "Announced" or "Never tried".
Message difficulty(Difficulty difficulty);

/// "In force", "Suspended until 9 November 2026", "Proposed" or "Hypothetical"; a date of another status reads "In force, due for
/// decision on 31 December 2026".
Message statusLine(const MeasureNotes& notes);

/// A text of the data book with every date of the form 2026-11-09 or 2026-11 in words.
std::string withDatesInWords(const std::string& text, const Language& language);

/// A text of the data book about a measure with the ids in it said in words: level ids by their short labels, measure ids by
/// their short names. Words that are ids by chance, such as "open", stay.
std::string withoutIds(const Catalogue& catalogue, const Measure& measure, const std::string& text);

/// "HBM sales to China: HBM3, capped from 2027 Q1".
Message change(const Catalogue& catalogue, const Change& change, Quarter start);

/// Why a change does nothing that is shown, or from when it bites when that is later than its quarter; empty when it acts at once.
Message moveReason(const Catalogue& catalogue, const MoveAnswer& answer, std::size_t measure);

/// "HBM sales to China: Open and Best chip allowed: H20".
MessageList settings(const Catalogue& catalogue, const std::vector<Change>& moves);

} // namespace chokepoint::words
