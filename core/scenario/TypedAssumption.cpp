// Reads what a person types as an own assumption, and refuses it in words for people.
#include "api/TypedAssumption.h"

#include "api/InputError.h"
#include "api/NumberWords.h"
#include "api/TypedNumber.h"
#include "api/UnitWords.h"
#include "numbers/DecimalText.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace chokepoint {
namespace {

using numbers::DecimalText;
using words::exactNumber;
using words::withUnit;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

/// "5 to 20", "5 – 20" or "5 .. 20" as its two ends; nothing for a single value.
std::optional<std::pair<std::string, std::string>> endsOf(const std::string& typed)
{
    for (const std::string_view between : {" to ", " \u2013 ", "\u2013", ".."}) {
        const auto at = typed.find(between);
        if (at != std::string::npos)
            return std::pair(trimmed(std::string_view(typed).substr(0, at)), trimmed(std::string_view(typed).substr(at + between.size())));
    }
    return std::nullopt;
}

Place placeOfInput(const Parameter& parameter) { return {.thing = Message("place.input", {{"input", parameter.description}})}; }

/// Decimal text with a true or a plain minus, inside the range of the parameter.
std::pair<std::string, double> numberIn(const Parameter& parameter, const std::string& text)
{
    const auto number = words::typedNumber(text);
    const auto place = placeOfInput(parameter);
    if (!number && text.empty())
        throw InputError(Refusal("input_empty", {{"low", exactNumber(parameter.low)}, {"high", exactNumber(parameter.high)}}, place));
    if (!number)
        throw InputError(Refusal("input_no_number",
                                 {{"typed", text}, {"low", exactNumber(parameter.low)}, {"high", exactNumber(parameter.high)}}, place));
    const auto [low, high] = allowedRange(parameter);
    if (number->value < low || number->value > high)
        throw InputError(Refusal("input_out_of_range",
                                 {{"typed", exactNumber(number->digits)},
                                  {"low", exactNumber(DecimalText::shortest(low))},
                                  {"high", withUnit(parameter, exactNumber(DecimalText::shortest(high)))}},
                                 place));
    return {number->digits, number->value};
}

} // namespace

Assumption typedAssumption(const Parameter& parameter, const std::string& typed)
{
    if (parameter.distribution == Distribution::Fixed)
        throw InputError(Refusal("input_fixed", placeOfInput(parameter)));
    Assumption assumption;
    assumption.parameter = parameter.id;
    const auto ends = endsOf(typed);
    if (!ends) {
        assumption.value = numberIn(parameter, trimmed(typed)).first;
        return assumption;
    }
    const auto [low, lowValue] = numberIn(parameter, ends->first);
    const auto [high, highValue] = numberIn(parameter, ends->second);
    if (!(lowValue < highValue))
        throw InputError(Refusal("input_no_range", {{"low", exactNumber(low)}, {"high", exactNumber(high)}}, placeOfInput(parameter)));
    assumption.low = low;
    assumption.high = high;
    // the central line stays where the data book has it when that is possible
    const double central = DecimalText::toDouble(parameter.central);
    const double middle = parameter.distribution == Distribution::Lognormal ? std::sqrt(lowValue * highValue) : (lowValue + highValue) / 2;
    assumption.value = central >= lowValue && central <= highValue ? parameter.central : DecimalText::shortest(middle);
    return assumption;
}

} // namespace chokepoint
