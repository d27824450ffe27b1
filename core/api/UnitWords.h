// Units of the data book, and amounts in them.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

#include <string>

namespace chokepoint {
class Language;
} // namespace chokepoint

namespace chokepoint::words {

/// How a series is shown: its values times `scale`, a power of ten, in a unit of the family "unit" of en.toml.
struct DisplayUnit {
    double scale = 1;
    std::string id;           ///< "million_h100e"
    std::string unknown = {}; ///< the unit as the data book writes it, where the program has no words for it
    /// The unit alone: "million H100-equivalents".
    MessageValue name() const;
};
DisplayUnit displayUnit(const DataUnit& unit);
DisplayUnit displayUnit(const Series& series);

/// The unit of a series whose figures are not scaled for show: "thousand people" where displayUnit() has people.
MessageValue unscaledUnit(const Series& series);

/// The unit of a difference between two values of a series: that of the series, but percentage points for a share.
DisplayUnit differenceUnit(const Series& series);

/// A number in words with its unit, a currency before it: "4.1m dies a year", "$899bn a year".
Message amount(const MessageValue& number, const DisplayUnit& unit);

/// An amount without its unit but with its scale, for titles and cards whose unit stands apart: "4.1m", "$899bn".
Message amountWithoutUnit(const MessageValue& number, const DisplayUnit& unit);

/// The unit in a word or two beside such an amount: "H100e", "a year"; empty where name and amount say it already.
MessageValue unitBeside(const DisplayUnit& unit);

/// True when changes of a series are told in points: a share, of which a part in a hundred is easily taken for a point.
bool isInPoints(const Series& series);

/// The unit of a parameter, empty for pure numbers: "a year", "million GB a year".
Message parameterUnit(const Parameter& parameter);

/// Throws InputError when a unit of the data book names words that the language lacks: a value, a small value and a difference need the
/// families unit, amount and amount_alone, a parameter needs unit and amount.
void requireUnitWords(const Catalogue& catalogue, const Language& language);

/// A number with the unit of a parameter, if it has one: "5m GB a year", "0.06".
MessageValue withUnit(const Parameter& parameter, const MessageValue& number);

} // namespace chokepoint::words
