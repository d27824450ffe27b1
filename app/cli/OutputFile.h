// Output of a command: to a file, whole or not at all, or to standard output.
#pragma once

#include <string>

namespace chokepoint::app {

/// Writes the text to `target`, "-" for standard output. `option`: the one that named the target, for what is said when it cannot be
/// written. Throws InputError then; an older file is unchanged.
void writeOutput(const std::string& target, const std::string& text, const std::string& option);

/// Writes to standard output for a command whose output has no other place. Throws InputError when it cannot be written.
void writeOutput(const std::string& text);

/// Throws InputError when two options name one target, "-" being standard output: one would be written over the other.
void refuseSameTarget(const std::string& option, const std::string& target, const std::string& other, const std::string& otherTarget);

/// Throws InputError unless all that was said reached standard output.
void requireOutput();

} // namespace chokepoint::app
