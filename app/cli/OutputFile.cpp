// Writes output.
#include "cli/OutputFile.h"

#include "api/Files.h"
#include "api/InputError.h"
#include "options/Terminal.h"

#include <iostream>

namespace chokepoint::app {
namespace {

/// `option`: "none" when the command has none for a file.
void writeStandardOutput(const std::string& text, const std::string& option)
{
    pass(text);
    std::cout.flush();
    if (!std::cout)
        throw InputError(Refusal("output_not_written", {{"option", option}}, {.thing = Message("place.standard_output")}));
}

std::string nameOf(const std::string& target) { return target == "-" ? "/dev/stdout" : target; }

} // namespace

void writeOutput(const std::string& target, const std::string& text, const std::string& option)
{
    if (target == "-")
        writeStandardOutput(text, option);
    else
        writeFile(target, text);
}

void writeOutput(const std::string& text) { writeStandardOutput(text, "none"); }

void refuseSameTarget(const std::string& option, const std::string& target, const std::string& other, const std::string& otherTarget)
{
    if (isSameFile(nameOf(target), nameOf(otherTarget)))
        throw InputError(Refusal("same_target", {{"option", option}, {"other", other}}, {.option = option + " " + target}));
}

void requireOutput() { writeOutput(std::string()); }

} // namespace chokepoint::app
