// What a program says to people. Text of data, files and options passes here, so that nothing in it acts on the terminal.
#pragma once

#include <string_view>

namespace chokepoint::app {

/// To standard output, with "?" for what is not printable.
void tell(std::string_view text);

/// To standard error, the same.
void tellError(std::string_view text);

/// A line on standard error that the next one replaces, unless it is the last.
void tellProgress(std::string_view text, bool isLast);

/// To standard output as it is: CSV, JSON and what else another program reads.
void pass(std::string_view data);

} // namespace chokepoint::app
