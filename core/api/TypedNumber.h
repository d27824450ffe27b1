// A number as a person types it, read by one rule in all fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chokepoint::words {

struct TypedNumber {
    std::string digits; ///< the person's own digits with a point and a plain minus, without marks of thousands: "-1234.50"
    double value = 0;   ///< finite
};

/// Reads digits with at most one point, after an optional sign ("-", a true minus, "+"). A comma is a mark of thousands and stands
/// only before groups of three digits in front of the point: "1,234.5", never "1,5" or "0,125". Blanks around the number are passed over.
/// Nothing for all else: exponents, other decimal signs, blanks inside, more than 60 characters.
std::optional<TypedNumber> typedNumber(std::string_view typed);

/// True when a comma stands where a decimal point seems to be meant: "1,5".
bool hasDecimalComma(std::string_view typed);

} // namespace chokepoint::words
