// The ensemble's loop over quarters with oneTBB.
#include "run/EnsembleRun.h"

#include "run/BatchRun.h"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace chokepoint::run {

Spread spreadOf(std::vector<double>& values)
{
    Spread spread;
    double sum = 0;
    for (const double value : values)
        sum += value;
    spread.mean = sum / static_cast<double>(values.size());
    std::ranges::sort(values);
    for (std::size_t k = 0; k < quantileLevels.size(); ++k) {
        const double place = quantileLevels[k] * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, values.size() - 1);
        spread.quantiles[k] = values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
    }
    return spread;
}

Ensemble runEnsemble(const std::vector<ParameterValues<double>>& draws, const Exogenous<double>& exogenous,
                     const policy::LeverValues<double>& levers, const EnsembleRequest& request)
{
    const auto now = [&] { return request.clock ? request.clock() : 0.0; };
    Ensemble result;
    result.series = request.series;
    result.spreads.resize(request.series.size());
    const double begin = now();
    BatchRun run(draws, exogenous, levers);
    result.simulateSeconds += now() - begin;
    std::vector<std::vector<double>> values(request.series.size(), std::vector<double>(draws.size()));
    // more threads than processors are allowed when they are asked for
    const auto most = request.threads > 0 ? static_cast<std::size_t>(request.threads) : static_cast<std::size_t>(tbb::task_arena(tbb::task_arena::automatic).max_concurrency());
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, most);
    tbb::task_arena arena(request.threads > 0 ? request.threads : tbb::task_arena::automatic);
    const auto inParallel = [&](std::size_t count, const auto& body) {
        arena.execute([&] {
            tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count), [&](const tbb::blocked_range<std::size_t>& range) {
                for (auto i = range.begin(); i != range.end(); ++i)
                    body(i);
            });
        });
    };
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        if (request.isCancelled && request.isCancelled())
            return {};
        const double start = now();
        inParallel(run.batches(), [&](std::size_t batch) { run.advance(batch, quarter, request.series, values); });
        const double simulated = now();
        inParallel(values.size(), [&](std::size_t s) {
            auto sample = values[s];
            result.spreads[s][static_cast<std::size_t>(quarter)] = spreadOf(sample);
        });
        result.simulateSeconds += simulated - start;
        result.quantileSeconds += now() - simulated;
    }
    return result;
}

} // namespace chokepoint::run
