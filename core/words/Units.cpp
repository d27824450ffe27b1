// Units of series and parameters: how far a value is scaled for show, and the id of the unit's words.
#include "words/Units.h"

#include "api/DecisionWords.h"

#include <array>
#include <string_view>

namespace chokepoint::words {

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

DisplayUnit differenceUnit(const Series& series)
{
    const auto& unit = series.unit;
    return unit.difference.empty() ? displayUnit(unit) : DisplayUnit{unit.scale, unit.difference};
}

bool isInPoints(const Series& series) { return series.unit.isInPoints; }

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

DisplayUnit unitOfChange(const Series& series, double largest)
{
    constexpr double readable = 0.05;
    const auto& unit = series.unit;
    return largest * unit.scale >= readable || unit.smallWords.empty() ? displayUnit(unit) : DisplayUnit{unit.smallScale, unit.smallWords};
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
    const auto unit = parameterUnit(parameter);
    if (unit.isEmpty())
        return number;
    return Message("amount_otherwise.of_input", {{"number", number}, {"unit", unit}});
}

} // namespace chokepoint::words
