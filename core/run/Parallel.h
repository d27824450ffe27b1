// Loops over threads with oneTBB; what is computed never depends on their number.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstddef>

namespace chokepoint::run {

/// The wanted number when the system gives so many threads, else 1, the calling one. A library that is refused one ends the program.
std::size_t grantedThreads(std::size_t wanted);

class Parallel {
public:
    /// `threads` 0: as many as the machine has. More than that are allowed when they are asked for, one is used when the system
    /// refuses them.
    explicit Parallel(int threads)
        : m_most(grantedThreads(static_cast<std::size_t>(threads > 0 ? threads : tbb::this_task_arena::max_concurrency()))),
          m_arena(static_cast<int>(m_most))
    {
    }

    /// Calls body(begin, end) for parts of 0 to count; each call may happen on another thread.
    template <class Body> void parts(std::size_t count, std::size_t grain, const Body& body)
    {
        const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, m_most);
        m_arena.execute([&] {
            tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain),
                              [&](const tbb::blocked_range<std::size_t>& range) { body(range.begin(), range.end()); });
        });
    }

private:
    std::size_t m_most;
    tbb::task_arena m_arena;
};

} // namespace chokepoint::run
