// What the requests of long computations have in common: checks that refuse with what, where, why and what next.
#pragma once

#include "api/Catalogue.h"
#include "api/RunControl.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint::run {

/// Throws InputError unless least <= value <= most. `name`: what it counts, "draws".
void requireNumber(const std::string& name, std::size_t value, std::size_t least, std::size_t most);

/// Throws InputError for a number of threads out of range.
void requireWork(const RunControl& work);

/// Throws InputError for a category, a place outside the catalogue, or no series at all.
void requireSeries(const Catalogue& catalogue, const std::vector<std::size_t>& series);

} // namespace chokepoint::run
