// Refuses numbers of draws and threads out of range, instruction sets that the processor lacks, and more draws than memory holds.
#pragma once

#include "api/InstructionSet.h"

#include <cstddef>
#include <optional>

namespace chokepoint::draws {

/// Throws InputError.
void checkEnsembleNumbers(std::size_t draws, int threads, std::optional<InstructionSet> set);

/// Throws InputError with the number of draws that would fit when these need more memory than the system has free.
void requireMemory(std::size_t draws, std::size_t bytesOfADraw);

} // namespace chokepoint::draws
