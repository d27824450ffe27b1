// How a long computation is run: threads, a way to stop it, and reports of how far it is.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace chokepoint {

struct Progress {
    std::size_t done = 0, total = 0;   ///< runs of the model
    std::optional<double> secondsLeft; ///< nothing until it can be told, and without a clock
};

/// Results depend on none of these. The functions are called on the thread that asked, some ten times a second or less often.
struct RunControl {
    int threads = 0;                                ///< 0 = as many as the machine has
    std::function<bool()> isCancelled;              ///< when it answers true the computation ends at its next stop
    std::function<double()> clock;                  ///< seconds; the core has no clock of its own
    std::function<void(const Progress&)> onProgress;
};

} // namespace chokepoint
