// Checks of what options are given, in the words of the program: nothing empty, no number outside its range.
#pragma once

#include <string>

namespace chokepoint::app {

/// Throws InputError when the value of an option is empty, or when the option counts (its `valueName` is N, S, T, I or YEAR) and the
/// value is a whole number that is negative or too large for any count. What is no number is left to the parser. The ranges of single
/// options are checked by the commands and the engine. `option` is how people call it: "--seed".
void refuseWrongValue(const std::string& option, const std::string& valueName, const std::string& value);

} // namespace chokepoint::app
