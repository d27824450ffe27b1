// Decimal text, the form in which every number enters the core: read without locale, exactly, into any number type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chokepoint::numbers {

struct DecimalText {
    /// True for an optional minus sign, digits with at most one point, and an optional exponent: "0.25", "-3", "1e6".
    /// NaN, infinity, hexadecimal, blanks, a plus sign and text over 60 characters are refused.
    static bool isValid(std::string_view text);

    /// The nearest double. Precondition: isValid(text).
    static double toDouble(std::string_view text);

    /// The nearest double, or nothing when the text is not valid or not finite.
    static std::optional<double> parse(std::string_view text);

    /// The shortest text that reads back as the same double: no exponent between 1e-5 and 1e16, no trailing ".0".
    static std::string shortest(double value);
};

} // namespace chokepoint::numbers
