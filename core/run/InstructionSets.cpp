// Asks the processor what it has and picks the kernel.
#include "api/InstructionSet.h"
#include "run/BatchKernel.h"

#include <array>
#include <utility>

namespace chokepoint {
namespace {

constexpr std::array<std::pair<InstructionSet, std::string_view>, 3> names{
    {{InstructionSet::Baseline, "baseline"}, {InstructionSet::V3, "v3"}, {InstructionSet::V4, "v4"}}};

} // namespace

std::string_view nameOf(InstructionSet set) { return names[static_cast<std::size_t>(set)].second; }

std::optional<InstructionSet> instructionSetOf(std::string_view name)
{
    for (const auto& [set, text] : names)
        if (text == name)
            return set;
    return std::nullopt;
}

bool isSupported(InstructionSet set)
{
#ifdef CHOKEPOINT_WIDE_KERNELS
    if (set == InstructionSet::V3)
        return __builtin_cpu_supports("x86-64-v3");
    if (set == InstructionSet::V4)
        return __builtin_cpu_supports("x86-64-v4");
#endif
    return set == InstructionSet::Baseline;
}

std::vector<InstructionSet> supportedSets()
{
    std::vector<InstructionSet> sets;
    for (const auto& [set, text] : names)
        if (isSupported(set))
            sets.push_back(set);
    return sets;
}

namespace run {

std::unique_ptr<BatchKernel> makeKernel(InstructionSet set, const DrawTable& draws, const Exogenous<double>& exogenous)
{
#ifdef CHOKEPOINT_WIDE_KERNELS
    if (set == InstructionSet::V3)
        return std::unique_ptr<BatchKernel>(newV3Kernel(draws, exogenous));
    if (set == InstructionSet::V4)
        return std::unique_ptr<BatchKernel>(newV4Kernel(draws, exogenous));
#else
    static_cast<void>(set);
#endif
    return std::unique_ptr<BatchKernel>(newBaselineKernel(draws, exogenous));
}

} // namespace run
} // namespace chokepoint
