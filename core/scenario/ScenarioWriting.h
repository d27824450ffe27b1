// Parts of scenario text, as writing a whole one and editing an old one need them.
#pragma once

#include "api/Catalogue.h"
#include "api/Scenario.h"

#include <string>

namespace chokepoint::scenario {

/// A TOML string that reads as the text.
std::string quoted(const std::string& text);

/// A change with its line [[change]], and an assumption with its line [[assumption]]; each line ends.
std::string changeBlock(const Change& change, const Catalogue& catalogue);
std::string assumptionBlock(const Assumption& assumption);

/// "level" or "number", by the measure.
std::string valueKey(const Change& change, const Catalogue& catalogue);

/// True for an assumption that a line of [assumptions] can say: a value alone.
bool isShort(const Assumption& assumption);

} // namespace chokepoint::scenario
