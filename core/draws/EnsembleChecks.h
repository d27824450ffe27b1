// Refuses numbers of draws and threads out of range and instruction sets that the processor lacks.
#pragma once

#include "api/InstructionSet.h"

#include <cstddef>
#include <optional>

namespace chokepoint::draws {

/// Throws InputError.
void checkEnsembleNumbers(std::size_t draws, int threads, std::optional<InstructionSet> set);

} // namespace chokepoint::draws
