// Refuses assumptions outside the range of their parameter.
#include "scenario/Assumptions.h"

#include "api/InputError.h"
#include "model/Parameters.h"
#include "numbers/DecimalText.h"

#include <array>
#include <charconv>

namespace chokepoint::scenario {

using numbers::DecimalText;

namespace {

/// Six significant digits, for a message.
std::string shown(double value)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6);
    return {buffer.data(), end.ptr};
}

/// A number of an assumption, refused when it is none or outside the parameter's range.
double checked(const Parameter& parameter, const std::string& text, const std::string& place)
{
    const auto value = DecimalText::parse(text);
    if (!value)
        throw InputError("\"" + text + "\" is not a decimal number", place, "a parameter takes a number in " + parameter.unit,
                         "Write digits with a point, for instance \"0.11\".");
    const double widen = parameter.distribution == "lognormal" ? 1.5 : 1.0;
    const double low = DecimalText::toDouble(parameter.low) / widen, high = DecimalText::toDouble(parameter.high) * widen;
    if (*value < low || *value > high)
        throw InputError(text + " is out of range for \"" + parameter.id + "\"", place,
                         "its range is " + shown(low) + " to " + shown(high) + " " + parameter.unit, "Take a number inside the range.");
    return *value;
}

/// An own range has two ends in order, around the value.
void checkRange(const Parameter& parameter, const Assumption& assumption, double value, const std::string& place)
{
    if (assumption.low.empty() && assumption.high.empty())
        return;
    if (assumption.low.empty() || assumption.high.empty())
        throw InputError("An own range has one end only", place, "a range needs its low and its high end", "Give both, or none for a single value.");
    const double low = checked(parameter, assumption.low, place), high = checked(parameter, assumption.high, place);
    if (!(low < high))
        throw InputError(assumption.low + " to " + assumption.high + " is no range", place, "its low end must be below its high end", "Write the smaller number first.");
    if (value < low || value > high)
        throw InputError(assumption.value + " is outside the own range", place, "the central line must lie between " + shown(low) + " and " + shown(high),
                         "Take a value inside the own range.");
}

} // namespace

std::vector<std::pair<std::size_t, std::string>> checkedAssumptions(const facts::DataBook& book, const Scenario& scenario)
{
    const auto parameters = book.catalogue.parameters.size();
    if (scenario.assumptions.size() > parameters)
        throw InputError("The scenario has " + std::to_string(scenario.assumptions.size()) + " assumptions", "scenario \"" + scenario.id + "\"",
                         "the data book has " + std::to_string(parameters) + " parameters, and one assumption sets one of them",
                         "Keep one assumption for each parameter.");
    std::vector<std::pair<std::size_t, std::string>> result;
    for (const auto& assumption : scenario.assumptions) {
        const std::string place = "assumption \"" + assumption.parameter + "\"";
        const auto at = book.catalogue.findParameter(assumption.parameter);
        if (!at)
            throw InputError("There is no parameter \"" + assumption.parameter + "\"", place, "no parameter of the data book has this id",
                             "List them with: chokepoint-cli catalogue parameters");
        const auto& parameter = book.catalogue.parameters[*at];
        if (parameter.distribution == "fixed")
            throw InputError("The parameter \"" + parameter.id + "\" is fixed", place, "fixed parameters anchor the equations and are not changed",
                             "Leave it out, or change a parameter that has a range.");
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
            ranges.push_back({model::indexOf(model::parameterTable, a.parameter), DecimalText::toDouble(a.low), DecimalText::toDouble(a.value), DecimalText::toDouble(a.high)});
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
