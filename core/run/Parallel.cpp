// Tries whether the system gives threads.
#include "run/Parallel.h"

#include <atomic>
#include <latch>
#include <system_error>
#include <thread>
#include <vector>

namespace chokepoint::run {

std::size_t grantedThreads(std::size_t wanted)
{
    // Threads that were given once are not tried again: the pool keeps them. It changes no result.
    static std::atomic<std::size_t> given{1};
    if (wanted <= given)
        return wanted;
    std::latch end(1);
    std::vector<std::jthread> threads;
    try {
        while (threads.size() + 1 < wanted)
            threads.emplace_back([&end] { end.wait(); });
        given = wanted;
    } catch (const std::system_error&) { // what the pool needs beside its threads would make it fail with fewer too
    }
    end.count_down();
    return wanted <= given ? wanted : 1;
}

} // namespace chokepoint::run
