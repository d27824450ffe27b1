// Refuses assumptions outside the range of their parameter.
#include "run/Assumptions.h"

#include "api/InputError.h"
#include "model/Parameters.h"
#include "numbers/DecimalText.h"

#include <array>
#include <charconv>

namespace chokepoint::run {

using numbers::DecimalText;

namespace {

/// Six significant digits, for a message.
std::string shown(double value)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6);
    return {buffer.data(), end.ptr};
}

} // namespace

std::vector<std::pair<std::size_t, std::string>> checkedAssumptions(const facts::DataBook& book, const Scenario& scenario)
{
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
        const auto value = DecimalText::parse(assumption.value);
        if (!value)
            throw InputError("\"" + assumption.value + "\" is not a decimal number", place, "a parameter takes a number in " + parameter.unit,
                             "Write digits with a point, for instance \"0.11\".");
        const double widen = parameter.distribution == "lognormal" ? 1.5 : 1.0;
        const double low = DecimalText::toDouble(parameter.low) / widen, high = DecimalText::toDouble(parameter.high) * widen;
        if (*value < low || *value > high)
            throw InputError(assumption.value + " is out of range for \"" + parameter.id + "\"", place,
                             "its range is " + shown(low) + " to " + shown(high) + " " + parameter.unit,
                             "Take a number inside the range.");
        result.emplace_back(model::indexOf(model::parameterTable, parameter.id), assumption.value);
    }
    return result;
}

} // namespace chokepoint::run
