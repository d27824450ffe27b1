// Hangs checks on the options of the parser; they throw InputError, which the parser lets pass.
#include "OptionChecks.h"

#include "api/InputError.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
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
        throw InputError("An option has an empty value", option, "the text after it is empty", "Give it a value, or leave the option out.");
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
        throw InputError("A number is out of range", option + " " + value, "it must be a whole number from 0 to " + std::string(largest),
                         "Take a number in this range.");
}

/// How people call the option: "--seed", or the name of what stands without one.
std::string nameOf(const CLI::Option& option)
{
    return option.get_lnames().empty() ? option.get_name() : "--" + option.get_lnames().front();
}

void addChecks(CLI::App& command)
{
    for (auto* option : command.get_options([](const CLI::Option* o) { return o->get_type_size() != 0; })) {
        const auto type = option->get_type_name();
        const bool counts = type == "N" || type == "T" || type == "I" || type == "YEAR", seeds = type == "S";
        option->check([name = nameOf(*option), counts, seeds](const std::string& value) {
            refuseEmpty(name, value);
            if (counts || seeds)
                refuseOutOfRange(name, value, seeds ? largestSeed : largestCount);
            return std::string();
        });
    }
}

} // namespace

void refuseWrongValues(CLI::App& cli)
{
    addChecks(cli);
    for (auto* command : cli.get_subcommands([](CLI::App*) { return true; }))
        addChecks(*command);
}

} // namespace chokepoint::app
