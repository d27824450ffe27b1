// Checks of what options are given, in the words of the program: nothing empty, no number outside its range.
#pragma once

namespace CLI {
class App;
}

namespace chokepoint::app {

/// Adds to every option of all commands that takes a value: it throws InputError when the value is empty, or when the option counts
/// (N, S, T, I, YEAR) and the value is a whole number that is negative or too large for any count. What is no number is left to the
/// parser. The ranges of single options are checked by the commands and the engine.
void refuseWrongValues(CLI::App& cli);

} // namespace chokepoint::app
