// Refuses values that no option takes.
#include "options/OptionChecks.h"

#include "api/InputError.h"

#include <algorithm>
#include <string_view>

namespace chokepoint::app {
namespace {

constexpr std::string_view largestSeed = "18446744073709551615", largestCount = "999999999";

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void refuseEmpty(const std::string& option, const std::string& value)
{
    if (value.find_first_not_of(" \t") == std::string::npos)
        throw InputError(Refusal("empty_value", {.option = option}));
}

void refuseOutOfRange(const std::string& option, const std::string& value, std::string_view largest)
{
    const bool isNegative = value.starts_with('-');
    std::string_view digits = value;
    digits.remove_prefix(isNegative || value.starts_with('+') ? 1 : 0);
    if (!areDigits(digits))
        return;
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (isNegative ? digits != "0" : digits.size() > largest.size() || (digits.size() == largest.size() && digits > largest))
        throw InputError(Refusal("count_out_of_range", {{"largest", largest}}, {.option = option + " " + value}));
}

} // namespace

void refuseWrongValue(const std::string& option, const std::string& valueName, const std::string& value)
{
    refuseEmpty(option, value);
    const bool counts = valueName == "N" || valueName == "T" || valueName == "I" || valueName == "YEAR", seeds = valueName == "S";
    if (counts || seeds)
        refuseOutOfRange(option, value, seeds ? largestSeed : largestCount);
}

} // namespace chokepoint::app
