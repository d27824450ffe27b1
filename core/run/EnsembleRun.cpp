// The ensemble's loop over quarters.
#include "run/EnsembleRun.h"

#include "run/BatchKernel.h"
#include "run/Parallel.h"
#include "run/Quantiles.h"

namespace chokepoint::run {

Ensemble runEnsemble(const DrawTable& draws, const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers,
                     const EnsembleRequest& request)
{
    const auto now = [&] { return request.clock ? request.clock() : 0.0; };
    Ensemble result;
    result.series = request.series;
    result.spreads.resize(request.series.size());
    const double begin = now();
    result.set = request.set.value_or(supportedSets().back());
    const auto kernel = makeKernel(result.set, draws, exogenous);
    const auto laidOut = kernel->levers(levers);
    const auto states = kernel->start();
    result.simulateSeconds = now() - begin;

    std::vector<double> values(request.series.size() * draws.padded());
    const auto sampleOf = [&](std::size_t s) { return std::span<const double>(values).subspan(s * draws.padded(), draws.size()); };
    BatchSink sink;
    sink.doubles = values.data();
    sink.seriesStride = draws.padded();
    Parallel parallel(request.threads);
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        if (request.isCancelled && request.isCancelled())
            return {};
        const double start = now();
        parallel.parts(kernel->batches(), 16, [&](std::size_t first, std::size_t end) {
            for (auto batch = first; batch < end; ++batch)
                kernel->advance(*laidOut, *states, batch, quarter, quarter + 1, request.series, sink);
        });
        const double simulated = now();
        parallel.parts(request.series.size(), 1, [&](std::size_t first, std::size_t end) {
            QuantileScratch<double> scratch;
            for (auto s = first; s < end; ++s)
                result.spreads[s][static_cast<std::size_t>(quarter)] = spreadOf(sampleOf(s), scratch);
        });
        if (request.samplesAt == Quarter{quarter})
            for (std::size_t s = 0; s < request.series.size(); ++s)
                result.samples.emplace_back(sampleOf(s).begin(), sampleOf(s).end());
        result.simulateSeconds += simulated - start;
        result.quantileSeconds += now() - simulated;
    }
    return result;
}

} // namespace chokepoint::run
