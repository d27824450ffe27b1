// Parameters and own assumptions in words, and what a person types as one.
#include "api/TypedNumber.h"
#include "api/WhyWords.h"
#include "api/Words.h"

#include "api/InputError.h"
#include "numbers/DecimalText.h"

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

/// Decimal text with a true or a plain minus, inside the range of the parameter.
std::pair<std::string, double> numberIn(const Parameter& parameter, const std::string& text)
{
    const auto number = typedNumber(text);
    if (!number)
        throw InputError(text.empty() ? "There is no number" : "\u201c" + text + "\u201d is not a number", parameter.description,
                         "it takes a number, or a range such as " + exactNumber(parameter.low) + " to " + exactNumber(parameter.high),
                         "Write digits with a point; a comma stands between thousands.");
    const auto [low, high] = allowedRange(parameter);
    if (number->value < low || number->value > high)
        throw InputError(exactNumber(number->digits) + " is out of range", parameter.description,
                         "it takes " + exactNumber(DecimalText::shortest(low)) + " to " + exactNumber(DecimalText::shortest(high))
                             + (parameterUnit(parameter).empty() ? "" : " " + parameterUnit(parameter)),
                         "Take a number inside the range.");
    return {number->digits, number->value};
}

} // namespace

std::string distributionWords(const Parameter& parameter)
{
    switch (parameter.distribution) {
    case Distribution::Triangular:
        return "two straight sides that meet at the central value; half of the draws lie below it";
    case Distribution::Uniform:
        return "every value of the range equally likely";
    case Distribution::Lognormal:
        return "lognormal about the central value; 9 draws in 10 lie in the range, none beyond " + DecimalText::shortest(lognormalReach)
             + " times it";
    case Distribution::Fixed:
        break;
    }
    return "fixed: an anchor of the equations, never changed";
}

Assumption typedAssumption(const Parameter& parameter, const std::string& typed)
{
    if (parameter.distribution == Distribution::Fixed)
        throw InputError("This input is fixed", parameter.description, "it anchors the equations", "Change one that has a range.");
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
        throw InputError(exactNumber(low) + " to " + exactNumber(high) + " is no range", parameter.description,
                         "its low end must be below its high end", "Write the smaller number first, or a single number.");
    assumption.low = low;
    assumption.high = high;
    // the central line stays where the data book has it when that is possible
    const double central = DecimalText::toDouble(parameter.central);
    const double middle = parameter.distribution == Distribution::Lognormal ? std::sqrt(lowValue * highValue) : (lowValue + highValue) / 2;
    assumption.value = central >= lowValue && central <= highValue ? parameter.central : DecimalText::shortest(middle);
    return assumption;
}

std::string assumptionValue(const Assumption& assumption)
{
    if (assumption.low.empty())
        return exactNumber(assumption.value);
    return exactNumber(assumption.low) + " to " + exactNumber(assumption.high) + ", central " + exactNumber(assumption.value);
}

std::string assumptionStamp(const Scenario& scenario)
{
    return scenario.assumptions.empty() ? std::string() : "own assumptions (" + std::to_string(scenario.assumptions.size()) + ")";
}

std::string evidence(const Catalogue& catalogue)
{
    std::array<int, 4> counts{};
    int all = 0;
    for (const auto& parameter : catalogue.parameters) {
        if (parameter.distribution == Distribution::Fixed)
            continue;
        ++all;
        ++counts[static_cast<std::size_t>(parameter.grade)];
    }
    return "Of the " + std::to_string(all) + " uncertain inputs " + std::to_string(counts[0]) + " were read in a primary source (grade A), "
         + std::to_string(counts[1]) + " in a secondary source (B), " + std::to_string(counts[2])
         + " recalled with the primary source named (C), and " + std::to_string(counts[3]) + " are judgement (D).";
}

std::string period(double begin, double end)
{
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto year = [](double time) { return std::to_string(static_cast<int>(std::floor(time))); };
    const double length = end - begin, ofYear = begin - std::floor(begin);
    if (length == 0) {
        const int month = static_cast<int>(std::lround(ofYear * 12)); // 0: the end of the year before
        return month == 0 ? "end of Dec " + year(begin - 0.5)
                          : "end of " + std::string(months[static_cast<std::size_t>(month - 1)]) + " " + year(begin);
    }
    if (length == 1)
        return ofYear == 0 ? year(begin) : "mid-" + year(begin) + " to mid-" + year(end);
    return year(begin) + " Q" + std::to_string(static_cast<int>(ofYear * 4) + 1);
}

std::string sourceLine(const Source& source)
{
    std::string line;
    for (const auto* part : {&source.authors, &source.title, &source.publisher, &source.date})
        if (!part->empty() && *part != "-")
            line += (line.empty() ? "" : part == &source.title ? ": " : ", ") + *part;
    return line;
}

std::string assumptionEffect(const Series& series, int year, double present, double reference, double presentByDefault,
                             double referenceByDefault)
{
    const auto said = [&](const std::string& verb, double value, double against) {
        if (value == against)
            return std::string(verb == "change" ? "have no effect" : "has no effect");
        return verb + " it " + (against == 0 ? "" : "by ") + changeOf(series, value, against); // "from zero" is no amount
    };
    return series.name + " in " + std::to_string(year) + ": policy " + said("changes", presentByDefault, referenceByDefault)
         + " with the inputs of the data book, and " + said("changes", present, reference)
         + " under your assumptions. The assumptions alone " + said("change", reference, referenceByDefault) + " in the baseline.";
}

} // namespace chokepoint::words
