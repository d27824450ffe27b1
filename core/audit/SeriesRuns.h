// Runs that keep every series in every quarter, and the checks of what is asked of a backtest.
#pragma once

#include "api/Backtest.h"
#include "run/Parallel.h"
#include "run/Simulation.h"

#include <cstddef>
#include <vector>

namespace chokepoint::audit {

using Draw = run::ParameterValues<double>;

/// Throws InputError for numbers of draws and threads out of range.
void checkRequest(const BacktestRequest& request);

/// Calls f with 0 to count - 1, over threads.
template <class F> void share(std::size_t count, int threads, F f)
{
    run::Parallel(threads).parts(count, 1, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            f(i);
    });
}

std::vector<SeriesValues> seriesOf(const Draw& parameters, const run::Exogenous<double>& exogenous,
                                   const policy::LeverValues<double>& levers);

} // namespace chokepoint::audit
