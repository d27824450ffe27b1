// Reads and writes decimal text with the locale-free functions of the standard library.
#include "numbers/DecimalText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace chokepoint::numbers {

bool DecimalText::isValid(std::string_view text)
{
    if (text.empty() || text.size() > 60)
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t at = text[0] == '-' ? 1 : 0;
    int digits = 0, points = 0;
    for (; at < text.size() && (isDigit(text[at]) || text[at] == '.'); ++at)
        ++(text[at] == '.' ? points : digits);
    if (digits == 0 || points > 1)
        return false;
    if (at == text.size())
        return true;
    if (text[at] != 'e' && text[at] != 'E')
        return false;
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        ++at;
    const std::size_t exponent = text.size() - at;
    if (exponent == 0 || exponent > 3)
        return false;
    for (; at < text.size(); ++at)
        if (!isDigit(text[at]))
            return false;
    return true;
}

double DecimalText::toDouble(std::string_view text)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<double> DecimalText::parse(std::string_view text)
{
    if (!isValid(text))
        return std::nullopt;
    const double value = toDouble(text);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string DecimalText::shortest(double value)
{
    std::array<char, 400> buffer;
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-5 && size < 1e16);
    const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                           : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

} // namespace chokepoint::numbers
