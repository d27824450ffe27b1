// How much memory the program may still take.
#pragma once

#include <cstddef>
#include <optional>

namespace chokepoint::run {

/// Bytes, the least of what the machine has available, what its container allows and what the address space of the program leaves.
/// Nothing where none of them can be read.
std::optional<std::size_t> freeMemory();

} // namespace chokepoint::run
