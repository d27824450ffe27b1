// Output of a command: to a file, whole or not at all, or to standard output.
#pragma once

#include <string>

namespace chokepoint::app {

/// Writes the text to `target`, "-" for standard output. Throws InputError when it cannot; an older file is then unchanged.
void writeOutput(const std::string& target, const std::string& text);

/// The text with control characters but line ends made visible as "?": titles and ids of files from others reach the terminal.
std::string printable(std::string text);

} // namespace chokepoint::app
