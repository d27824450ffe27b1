// Parameters and own assumptions in words.
#include "api/ChangeWords.h"
#include "api/InputWords.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "numbers/DecimalText.h"
#include "words/Units.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::words {

using numbers::DecimalText;

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

namespace {

/// An end of a range, with three significant digits where it has more behind the point: "0.781" for 0.7813. The list of inputs has all.
MessageValue endOfRange(const std::string& decimalText)
{
    const auto value = DecimalText::parse(decimalText);
    if (!value || *value == 0)
        return exactNumber(decimalText);
    double scale = 1; // a power of ten that lifts the third digit to the ones
    while (std::fabs(*value) * scale < 100)
        scale *= 10;
    return exactNumber(DecimalText::shortest(std::round(*value * scale) / scale));
}

} // namespace

Message inputEvidence(const Parameter& parameter, bool isWithUnit)
{
    const auto number = exactNumber(parameter.central);
    const auto central = isWithUnit ? withUnit(parameter, number) : number;
    const auto grade = letterOf(parameter.grade);
    if (parameter.distribution == Distribution::Fixed)
        return Message("input.evidence_fixed", {{"central", central}, {"grade", grade}});
    return Message("input.evidence", {{"central", central},
                                      {"low", endOfRange(parameter.low)},
                                      {"high", endOfRange(parameter.high)},
                                      {"grade", grade}});
}

const std::string& publisherOf(const Source& source) { return source.publisher.empty() ? source.authors : source.publisher; }

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
        return value == against ? "none" : against == 0 && !isDifferenceTold(series) ? "from_zero" : "by";
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
