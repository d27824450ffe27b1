// Parameters and own assumptions in words, and what a person types as one.
#include "api/InputError.h"
#include "api/TypedNumber.h"
#include "numbers/DecimalText.h"
#include "words/Units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace chokepoint::words {
namespace {

using numbers::DecimalText;

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

Place placeOf(const Parameter& parameter) { return {.thing = Message("place.input", {{"input", parameter.description}})}; }

/// Decimal text with a true or a plain minus, inside the range of the parameter.
std::pair<std::string, double> numberIn(const Parameter& parameter, const std::string& text)
{
    const auto number = typedNumber(text);
    const auto place = placeOf(parameter);
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

Message distributionWords(const Parameter& parameter)
{
    switch (parameter.distribution) {
    case Distribution::Triangular: return Message("distribution.triangular");
    case Distribution::Uniform: return Message("distribution.uniform");
    case Distribution::Lognormal: return Message("distribution.lognormal", {{"beyond", Digits{DecimalText::shortest(lognormalReach)}}});
    case Distribution::Fixed: break;
    }
    return Message("distribution.fixed");
}

Assumption typedAssumption(const Parameter& parameter, const std::string& typed)
{
    if (parameter.distribution == Distribution::Fixed)
        throw InputError(Refusal("input_fixed", placeOf(parameter)));
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
        throw InputError(Refusal("input_no_range", {{"low", exactNumber(low)}, {"high", exactNumber(high)}}, placeOf(parameter)));
    assumption.low = low;
    assumption.high = high;
    // the central line stays where the data book has it when that is possible
    const double central = DecimalText::toDouble(parameter.central);
    const double middle = parameter.distribution == Distribution::Lognormal ? std::sqrt(lowValue * highValue) : (lowValue + highValue) / 2;
    assumption.value = central >= lowValue && central <= highValue ? parameter.central : DecimalText::shortest(middle);
    return assumption;
}

MessageValue assumptionValue(const Assumption& assumption)
{
    if (assumption.low.empty())
        return exactNumber(assumption.value);
    return Message(
        "assumed.range",
        {{"low", exactNumber(assumption.low)}, {"high", exactNumber(assumption.high)}, {"central", exactNumber(assumption.value)}});
}

Message evidence(const Catalogue& catalogue)
{
    std::array<int, 4> counts{};
    int all = 0;
    for (const auto& parameter : catalogue.parameters) {
        if (parameter.distribution == Distribution::Fixed)
            continue;
        ++all;
        ++counts[static_cast<std::size_t>(parameter.grade)];
    }
    return Message("evidence.grades", {{"all", all}, {"a", counts[0]}, {"b", counts[1]}, {"c", counts[2]}, {"d", counts[3]}});
}

MessageValue period(double begin, double end)
{
    const auto year = [](double time) { return static_cast<int>(std::floor(time)); };
    const double length = end - begin, ofYear = begin - std::floor(begin);
    if (length == 0) {
        const int month = static_cast<int>(std::lround(ofYear * 12)); // 0: the end of the year before
        const auto name = Message::ofFamily("month_short", std::to_string(month == 0 ? 12 : month));
        return Message("period.end", {{"month", name}, {"year", month == 0 ? year(begin - 0.5) : year(begin)}});
    }
    if (length == 1 && ofYear == 0)
        return Message("period.year", {{"year", year(begin)}});
    if (length == 1)
        return Message("period.mid_years", {{"fromYear", year(begin)}, {"toYear", year(end)}});
    return Message("quarter.table", {{"year", year(begin)}, {"quarter", static_cast<int>(ofYear * 4) + 1}});
}

Message sourceLine(const Source& source)
{
    const auto isKnown = [](const std::string& part) { return !part.empty() && part != "-"; };
    MessageList parts{{}, MessageList::Joint::Comma};
    for (const auto* part : {&source.title, &source.publisher, &source.date})
        if (isKnown(*part))
            parts.items.emplace_back(*part);
    if (isKnown(source.authors) && isKnown(source.title))
        return Message("source.of_authors", {{"authors", source.authors}, {"parts", parts}});
    if (isKnown(source.authors))
        parts.items.insert(parts.items.begin(), source.authors);
    return Message("source.plain", {{"parts", parts}});
}

Message assumptionEffect(const Series& series, int year, double present, double reference, double presentByDefault,
                         double referenceByDefault)
{
    const auto way = [&](double value, double against) {
        return value == against ? "none" : against == 0 && !isInPoints(series) ? "from_zero" : "by";
    };
    return Message("assumed.effect", {{"series", series.name},
                                      {"year", year},
                                      {"wayByDefault", way(presentByDefault, referenceByDefault)},
                                      {"changeByDefault", changeOf(series, presentByDefault, referenceByDefault)},
                                      {"wayAssumed", way(present, reference)},
                                      {"changeAssumed", changeOf(series, present, reference)},
                                      {"wayAlone", way(reference, referenceByDefault)},
                                      {"changeAlone", changeOf(series, reference, referenceByDefault)}});
}

} // namespace chokepoint::words
