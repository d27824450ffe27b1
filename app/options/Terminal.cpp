// The only place that writes to the standard streams.
#include "options/Terminal.h"

#include "api/TerminalText.h"

#include <iostream>

namespace chokepoint::app {

void tell(std::string_view text) { std::cout << printable(text); }

void tellError(std::string_view text) { std::cerr << printable(text) << std::flush; }

void tellProgress(std::string_view text, bool isLast)
{
    std::cerr << "\r" << printable(text) << (isLast ? "\n" : "   ") << std::flush;
}

void pass(std::string_view data) { std::cout << data; }

} // namespace chokepoint::app
