// Equations and what they read, by name.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

#include <string>

namespace chokepoint {
class Language;
struct Cause;
} // namespace chokepoint

namespace chokepoint::words {

/// An expression of Equation with its ids said in words, each in brackets: "[HBM stock] / [HBM per accelerator die to mid-2025]".
std::string namedExpression(const Catalogue& catalogue, const std::string& expression, const Language& language);

/// What an equation reads, by name: "Chinese HBM stock, quarter before".
MessageValue causeName(const Cause& cause);

} // namespace chokepoint::words
