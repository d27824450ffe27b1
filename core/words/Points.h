// Points of a bargaining game as digits.
#pragma once

#include "api/Message.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace chokepoint::words {

/// A number with one decimal, and never "-0.0".
inline Digits oneDecimal(double value, Digits::Form form = Digits::Form::Plain)
{
    std::array<char, 32> buffer{};
    const double rounded = std::fabs(value) < 0.05 ? 0 : value;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, 1);
    return {std::string(buffer.data(), end.ptr), form};
}

/// A chance from 0 to 1 in whole percent.
inline Digits wholePercent(double part) { return {std::to_string(static_cast<int>(std::lround(part * 100))), Digits::Form::Percent}; }

} // namespace chokepoint::words
