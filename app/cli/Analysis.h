// What the commands of analysis share: names of series and quarters, CSV fields, and progress on the terminal.
#pragma once

#include "Catalogue.h"
#include "Quarter.h"
#include "Work.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::app {

/// Places of series from "a,b". Throws InputError for an unknown one.
std::vector<std::size_t> seriesNamed(const Catalogue& catalogue, const std::string& list);

/// Throws InputError that names `option`.
Quarter quarterNamed(const std::string& text, const std::string& option);

/// The text in quotation marks where CSV asks for them.
std::string csvField(const std::string& text);

/// Gives the work a clock and, where standard error is a terminal, lets it tell there how far it is.
void watchOnTerminal(Work& work);

} // namespace chokepoint::app
