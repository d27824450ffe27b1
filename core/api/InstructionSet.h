// The instruction sets for which ensembles are compiled; which one is used changes the time and not one bit of a result.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace chokepoint {

enum class InstructionSet {
    Baseline, ///< what every processor of the family has; SSE2 on x86-64
    V3,       ///< x86-64-v3, with AVX2
    V4,       ///< x86-64-v4, with AVX-512
};

/// "baseline", "v3", "v4".
std::string_view nameOf(InstructionSet set);

/// The set with this name, or nothing.
std::optional<InstructionSet> instructionSetOf(std::string_view name);

/// True when this program was compiled for the set and this processor has it.
bool isSupported(InstructionSet set);

/// The sets that isSupported() grants, narrowest first; never empty.
std::vector<InstructionSet> supportedSets();

} // namespace chokepoint
