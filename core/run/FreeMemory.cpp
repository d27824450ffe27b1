// Asks the system for its memory.
#include "run/FreeMemory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace chokepoint::run {
namespace {

/// The number behind a word of a file of the system; the first number without a word.
std::optional<std::size_t> numberIn(const char* file, const std::string& word)
{
    std::ifstream stream(file);
    std::size_t number = 0;
    for (std::string name; !word.empty() && stream >> name && name != word;) {
    }
    return stream >> number ? std::optional(number) : std::nullopt;
}

std::optional<std::size_t> ofMachine()
{
    const auto kilobytes = numberIn("/proc/meminfo", "MemAvailable:");
    return kilobytes ? std::optional(*kilobytes << 10) : std::nullopt;
}

std::optional<std::size_t> ofContainer()
{
    const auto most = numberIn("/sys/fs/cgroup/memory.max", ""), used = numberIn("/sys/fs/cgroup/memory.current", "");
    return most && used ? std::optional(*most - std::min(*most, *used)) : std::nullopt;
}

std::optional<std::size_t> ofAddressSpace()
{
    rlimit limit;
    const auto pages = numberIn("/proc/self/statm", "");
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || !pages)
        return std::nullopt;
    const auto most = static_cast<std::size_t>(limit.rlim_cur);
    return most - std::min(most, *pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
}

} // namespace

std::optional<std::size_t> freeMemory()
{
    std::optional<std::size_t> least;
    for (const auto& bytes : {ofMachine(), ofContainer(), ofAddressSpace()})
        if (bytes && (!least || *bytes < *least))
            least = bytes;
    return least;
}

} // namespace chokepoint::run
