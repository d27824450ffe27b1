// Points and sides of a bargaining game as values of messages.
#pragma once

#include "api/Bargain.h"
#include "api/Message.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace chokepoint::words {

inline Message sideName(bargain::Side side) { return Message::ofFamily("bargain_side", side == bargain::Side::US ? "us" : "china"); }

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
