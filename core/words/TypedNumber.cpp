// Reads what a person types as a number.
#include "api/TypedNumber.h"

#include "numbers/DecimalText.h"

#include <algorithm>

namespace chokepoint::words {
namespace {

constexpr std::size_t groupSize = 3;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool areDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Takes the sign off the front; true for a minus.
bool takeSign(std::string_view& text)
{
    for (const std::string_view sign : {"-", "\u2212", "+"})
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return sign != "+";
        }
    return false;
}

/// The digits in front of the point without their marks; nothing when a mark stands in a wrong place.
std::optional<std::string> withoutMarks(std::string_view whole)
{
    std::string digits;
    for (auto mark = whole.find(','); mark != std::string_view::npos; mark = whole.find(',')) {
        const auto group = whole.substr(0, mark);
        if (!areDigits(group) || (digits.empty() ? group.size() > groupSize || group[0] == '0' : group.size() != groupSize))
            return std::nullopt;
        digits += group;
        whole.remove_prefix(mark + 1);
        if (whole.find(',') == std::string_view::npos && whole.size() != groupSize)
            return std::nullopt;
    }
    if (!whole.empty() && !areDigits(whole))
        return std::nullopt;
    return digits + std::string(whole);
}

} // namespace

std::optional<TypedNumber> typedNumber(std::string_view typed)
{
    auto text = trimmed(typed);
    const bool isNegative = takeSign(text);
    const auto point = text.find('.');
    const auto whole = withoutMarks(text.substr(0, point));
    const auto fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!whole || (whole->empty() && fraction.empty()) || !(fraction.empty() || areDigits(fraction)))
        return std::nullopt;
    const auto digits = (isNegative ? "-" : "") + (whole->empty() ? "0" : *whole) + (fraction.empty() ? "" : "." + std::string(fraction));
    const auto value = numbers::DecimalText::parse(digits);
    return value ? std::optional(TypedNumber{digits, *value}) : std::nullopt;
}

bool hasDecimalComma(std::string_view typed)
{
    const auto comma = typed.find(',');
    if (comma == std::string_view::npos || typed.find_first_of(",.", comma + 1) != std::string_view::npos || typedNumber(typed))
        return false;
    auto withPoint = std::string(typed);
    withPoint[comma] = '.';
    return typedNumber(withPoint).has_value();
}

} // namespace chokepoint::words
