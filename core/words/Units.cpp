// Units of series and parameters: how far a value is scaled for show, and the id of the unit's words.
#include "words/Units.h"

#include "api/ChangeWords.h"
#include "api/DecisionWords.h"
#include "api/InputError.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace chokepoint::words {
namespace {

void requireMessage(const Language& language, const DataUnit& unit, std::string_view family, const std::string& words)
{
    const auto id = std::string(family) + words;
    if (!words.empty() && !language.knows(id))
        throw InputError(Refusal("unit_without_words", {{"unit", unit.id}, {"message", id}}, {.file = "units.csv"}));
}

} // namespace

void requireUnitWords(const Catalogue& catalogue, const Language& language)
{
    for (const auto& unit : catalogue.units) {
        for (const auto& words : {unit.words, unit.difference, unit.smallWords})
            for (const std::string_view family : {"unit.", "amount.", "amount_alone."})
                requireMessage(language, unit, family, words);
        for (const std::string_view family : {"unit.", "amount."})
            requireMessage(language, unit, family, unit.inputWords);
    }
}

MessageValue DisplayUnit::name() const
{
    if (id.empty())
        return unknown;
    return Message::ofFamily("unit", id);
}

DisplayUnit displayUnit(const DataUnit& unit)
{
    return unit.words.empty() ? DisplayUnit{unit.scale, {}, unit.id} : DisplayUnit{unit.scale, unit.words};
}

DisplayUnit displayUnit(const Series& series) { return displayUnit(series.unit); }

MessageValue unscaledUnit(const Series& series)
{
    const auto& unit = series.unit;
    if (unit.scale == 1 || unit.inputWords.empty())
        return unit.scale == 1 ? displayUnit(unit).name() : MessageValue(unit.id);
    return Message::ofFamily("unit", unit.inputWords);
}

DisplayUnit differenceUnit(const Series& series)
{
    const auto& unit = series.unit;
    return unit.difference.empty() ? displayUnit(unit) : DisplayUnit{unit.scale, unit.difference};
}

bool isInPoints(const Series& series) { return series.unit.isInPoints; }

bool isDifferenceTold(const Series& series) { return changeUnit(series) != "percent"; }

Digits signedDifference(double value) { return rounded(value, std::fabs(value) < 9.95 ? 1 : 0, Digits::Form::Signed); }

std::string changeUnit(const Series& series)
{
    constexpr std::string_view lag = "months"; // words of the unit
    return isInPoints(series) ? "points" : series.unit.words == lag ? "months" : "percent";
}

Message amount(const MessageValue& number, const DisplayUnit& unit)
{
    if (unit.id.empty())
        return Message("amount_otherwise.unknown", {{"number", number}, {"unit", unit.unknown}});
    return Message::ofFamily("amount", unit.id, {{"number", number}});
}

Message amountWithoutUnit(const MessageValue& number, const DisplayUnit& unit)
{
    return Message::ofFamily("amount_alone", unit.id.empty() ? "index" : unit.id, {{"number", number}});
}

MessageValue unitBeside(const DisplayUnit& unit)
{
    constexpr std::array<std::string_view, 4> shortened{"million_h100e", "usd_billion_year", "candidates_year", "times"};
    constexpr std::array<std::string_view, 2> said{"people", "per_cent"};
    if (std::ranges::count(said, unit.id) > 0)
        return Message();
    if (std::ranges::count(shortened, unit.id) > 0)
        return Message::ofFamily("unit_beside", unit.id);
    return unit.name();
}

DisplayUnit unitOfChange(const Series& series, double largest)
{
    constexpr double readable = 0.05;
    const auto& unit = series.unit;
    const bool isReadable = largest * unit.scale >= readable || unit.smallWords.empty();
    return isReadable ? differenceUnit(series) : DisplayUnit{unit.smallScale, unit.smallWords};
}

Message unitOfInput(ScarceInput input)
{
    constexpr std::array<std::string_view, 3> inputs{"million_gb_hbm_year", "million_dies_year", "million_packages_year"};
    return Message::ofFamily("unit", inputs[static_cast<std::size_t>(input)]);
}

Message parameterUnit(const Parameter& parameter)
{
    return parameter.unit.inputWords.empty() ? Message() : Message::ofFamily("unit", parameter.unit.inputWords);
}

MessageValue withUnit(const Parameter& parameter, const MessageValue& number)
{
    const auto& words = parameter.unit.inputWords;
    return words.empty() ? number : MessageValue(Message::ofFamily("amount", words, {{"number", number}}));
}

} // namespace chokepoint::words
