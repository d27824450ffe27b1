// Refuses assumptions outside the range of their parameter.
#include "scenario/Assumptions.h"

#include "api/InputError.h"
#include "api/UnitWords.h"
#include "model/Parameters.h"
#include "numbers/DecimalText.h"

#include <array>
#include <charconv>

namespace chokepoint::scenario {

using numbers::DecimalText;

namespace {

/// Six significant digits, for a message.
Digits shown(double value)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6);
    return {std::string(buffer.data(), end.ptr)};
}

/// A number of an assumption, refused when it is none or outside the parameter's range.
double checked(const Parameter& parameter, const std::string& text, const Place& place)
{
    const auto value = DecimalText::parse(text);
    const auto [low, high] = allowedRange(parameter);
    const auto least = shown(low);
    const auto most = words::withUnit(parameter, shown(high));
    if (!value)
        throw InputError(Refusal("parameter_takes_number", {{"text", text}, {"low", least}, {"high", most}}, place));
    if (*value < low || *value > high)
        throw InputError(Refusal("parameter_out_of_range",
                                 {{"value", Digits{text}}, {"parameter", parameter.id}, {"low", least}, {"high", most}}, place));
    return *value;
}

/// An own range has two ends in order, around the value.
void checkRange(const Parameter& parameter, const Assumption& assumption, double value, const Place& place)
{
    if (assumption.low.empty() && assumption.high.empty())
        return;
    if (assumption.low.empty() || assumption.high.empty())
        throw InputError(Refusal("range_with_one_end", place));
    const double low = checked(parameter, assumption.low, place), high = checked(parameter, assumption.high, place);
    if (!(low < high))
        throw InputError(Refusal("range_turned_round", {{"low", Digits{assumption.low}}, {"high", Digits{assumption.high}}}, place));
    if (value < low || value > high)
        throw InputError(
            Refusal("value_outside_range", {{"value", Digits{assumption.value}}, {"low", shown(low)}, {"high", shown(high)}}, place));
}

} // namespace

std::vector<std::pair<std::size_t, std::string>> checkedAssumptions(const facts::DataBook& book, const Scenario& scenario)
{
    const auto parameters = book.catalogue.parameters.size();
    if (scenario.assumptions.size() > parameters)
        throw InputError(Refusal("more_assumptions_than_parameters",
                                 {{"assumptions", scenario.assumptions.size()}, {"parameters", parameters}},
                                 {.thing = Message("place.scenario", {{"id", scenario.id}})}));
    std::vector<std::pair<std::size_t, std::string>> result;
    for (const auto& assumption : scenario.assumptions) {
        const Place place{.thing = Message("place.assumption", {{"parameter", assumption.parameter}})};
        const auto at = book.catalogue.findParameter(assumption.parameter);
        if (!at)
            throw InputError(Refusal("unknown_parameter", {{"id", assumption.parameter}}, place));
        const auto& parameter = book.catalogue.parameters[*at];
        if (parameter.distribution == Distribution::Fixed)
            throw InputError(Refusal("parameter_is_fixed", {{"id", parameter.id}}, place));
        checkRange(parameter, assumption, checked(parameter, assumption.value, place), place);
        result.emplace_back(model::indexOf(model::parameterTable, parameter.id), assumption.value);
    }
    return result;
}

std::vector<OwnRange> ownRanges(const Scenario& scenario)
{
    std::vector<OwnRange> ranges;
    for (const auto& a : scenario.assumptions)
        if (!a.low.empty())
            ranges.push_back({model::indexOf(model::parameterTable, a.parameter), DecimalText::toDouble(a.low),
                              DecimalText::toDouble(a.value), DecimalText::toDouble(a.high)});
    return ranges;
}

std::vector<bool> heldRows(const facts::DataBook& book, const Scenario& scenario)
{
    std::vector<bool> held(model::parameterTable.size());
    for (const auto& [row, text] : checkedAssumptions(book, scenario))
        held[row] = true;
    for (const auto& range : ownRanges(scenario))
        held[range.row] = false;
    return held;
}

} // namespace chokepoint::scenario
