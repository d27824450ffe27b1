// Checks of what is asked of an ensemble.
#include "draws/EnsembleChecks.h"

#include "api/InputError.h"

#include <string>

namespace chokepoint::draws {
namespace {

std::string supportedNames()
{
    std::string list;
    for (const auto set : supportedSets())
        list += (list.empty() ? "" : ", ") + std::string(nameOf(set));
    return list;
}

} // namespace

void checkEnsembleNumbers(std::size_t draws, int threads, std::optional<InstructionSet> set)
{
    constexpr std::size_t mostDraws = 1000000;
    constexpr int mostThreads = 256;
    if (draws < 1 || draws > mostDraws)
        throw InputError("The number of draws is out of range", "draws", "it must be from 1 to 1,000,000", "Take for instance 10000.");
    if (threads < 0 || threads > mostThreads)
        throw InputError("The number of threads is out of range", "threads", "it must be from 1 to 256, or 0 for all", "Take for instance 2.");
    if (set && !isSupported(*set))
        throw InputError("This processor lacks the instruction set \"" + std::string(nameOf(*set)) + "\"", "instruction set",
                         "it has: " + supportedNames(), "Take one of these, or leave the choice to the program; the results are the same.");
}

} // namespace chokepoint::draws
