// Checks of what is asked of an ensemble.
#include "draws/EnsembleChecks.h"

#include "api/InputError.h"
#include "run/FreeMemory.h"
#include "run/RequestChecks.h"

#include <string>
#include <vector>

namespace chokepoint::draws {
namespace {

std::vector<MessageValue> supportedNames()
{
    std::vector<MessageValue> names;
    for (const auto set : supportedSets())
        names.emplace_back(nameOf(set));
    return names;
}

} // namespace

void checkEnsembleNumbers(std::size_t draws, int threads, std::optional<InstructionSet> set)
{
    constexpr std::size_t mostDraws = 1000000;
    run::requireNumber("draws", draws, 1, mostDraws);
    RunControl work;
    work.threads = threads;
    run::requireWork(work);
    if (set && !isSupported(*set))
        throw InputError(Refusal("lacking_instruction_set", {{"name", nameOf(*set)}, {"supported", MessageList{supportedNames()}}},
                                 {.option = "instruction set"}));
}

void requireMemory(std::size_t draws, std::size_t bytesOfADraw)
{
    constexpr std::size_t spare = 64u << 20; // for the data book, threads and texts
    const auto free = run::freeMemory();
    if (!free || draws <= (*free > spare ? *free - spare : 0) / bytesOfADraw)
        return;
    const auto megabytes = [](std::size_t bytes) { return bytes >> 20; };
    throw InputError(Refusal("too_little_memory",
                             {{"draws", draws},
                              {"needed", megabytes(draws * bytesOfADraw)},
                              {"free", megabytes(*free)},
                              {"possible", (*free > spare ? *free - spare : 0) / bytesOfADraw / 1000 * 1000}},
                             {.option = "draws"}));
}

} // namespace chokepoint::draws
