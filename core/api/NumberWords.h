// Numbers for people, with decided digits.
#pragma once

#include "api/Message.h"

#include <string>
#include <utility>
#include <vector>

namespace chokepoint::words {

/// A number with two or three significant digits and never an exponent: "1,234", "9.7", "0.034". What is smaller than 0.0005 reads
/// "0", what is not finite "not defined".
MessageValue number(double value);

/// A part of one as a percentage, with the digits of number(): "12%".
MessageValue percent(double part);

/// "+1.2" or "−0.34", "0" only for exactly nothing, "less than 0.0005" for what would read as zero.
MessageValue signedNumber(double value);

/// The same of a fraction as a percentage: "+1.2%", "less than 0.0005%".
MessageValue signedPart(double part);

/// Two numbers to be held against each other: to the same decimal where they are of one size, and to so many that they differ when
/// they do: "10.1" and "8.7", "8.74" and "8.71". In a form of
/// per cent both are hundredths.
std::pair<MessageValue, MessageValue> numbersAlike(double a, double b, Digits::Form form = Digits::Form::Plain);

/// Parts and their sum, rounded so that the parts add up to the sum as both are shown: what rounding leaves over goes to the parts that
/// lose most by it. All have the same decimals, at least two significant digits of the largest; the parts are signed, the sum too.
struct ShownSum {
    std::vector<Digits> parts;
    Digits sum;
};
ShownSum sumAsShown(const std::vector<double>& parts);
ShownSum sumAsShown(const std::vector<double>& parts, int decimals); ///< with as many decimals as are asked for
int decimalsOf(const Digits& digits);                               ///< that it shows

/// What all parts but one add up to, as they are shown: signed, with their decimals.
Digits othersAsShown(const ShownSum& sum, std::size_t part);

/// The two ends of a bar to the same decimal, of three significant digits, or of so many that they differ when they do.
std::pair<MessageValue, MessageValue> endsApart(double low, double high, bool areSigned);

/// A number with all its digits: "100,000", "0.25".
MessageValue exactNumber(const std::string& decimalText);

/// The shortest decimal that reads back as the same double: no exponent between 1e-5 and 1e16, no trailing ".0". For files.
std::string roundTrip(double value);

/// A fraction as a signed percentage: "+0.8%", "−14%", "0%" for what rounds to zero.
MessageValue signedPercent(double fraction);

} // namespace chokepoint::words
