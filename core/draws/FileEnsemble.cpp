// The ensemble's loop over quarters.
#include "draws/FileEnsemble.h"

#include "run/BatchKernel.h"
#include "run/LargePages.h"
#include "run/Parallel.h"
#include "draws/Quantiles.h"
#include "model/Trends.h"
#include "model/Variables.h"

namespace chokepoint::draws {
namespace {

constexpr int quartersAtATime = 4;
static_assert(quarterCount % quartersAtATime == 0);

} // namespace

std::size_t bytesOfADraw(std::size_t series)
{
    constexpr auto ahead = model::divisors.size() + model::growths.size() + 2 * model::trendTable.size();
    return sizeof(double) * (2 * model::parameterTable.size() + ahead + model::variableTable.size() + (quartersAtATime + 1) * series);
}

Ensemble runEnsemble(const run::DrawTable& draws, const run::Exogenous<double>& exogenous, const policy::LeverValues<double>& levers,
                     const EnsembleRequest& request, const std::vector<LevelNoise>& noise)
{
    const auto now = [&] { return request.clock ? request.clock() : 0.0; };
    Ensemble result;
    result.series = request.series;
    result.spreads.resize(request.series.size());
    const double begin = now();
    result.set = request.set.value_or(supportedSets().back());
    const auto kernel = run::makeKernel(result.set, draws, exogenous);
    const auto laidOut = kernel->levers(levers);
    const auto states = kernel->start();
    result.simulateSeconds = now() - begin;

    // a year at a time: a batch's state is fetched once for four quarters
    std::vector<double, run::LargePages<double>> values(request.series.size() * quartersAtATime * draws.padded());
    run::BatchSink sink;
    sink.doubles = values.data();
    sink.quarterStride = draws.padded();
    sink.seriesStride = quartersAtATime * draws.padded();
    const auto sampleOf = [&](std::size_t s, int quarter) {
        return std::span<const double>(values).subspan(
            s * sink.seriesStride + static_cast<std::size_t>(quarter - sink.firstQuarter) * sink.quarterStride, draws.size());
    };
    run::Parallel parallel(request.threads);
    for (int quarter = 0; quarter < quarterCount; quarter += quartersAtATime) {
        sink.firstQuarter = quarter;
        if (request.isCancelled && request.isCancelled())
            return {};
        const double start = now();
        parallel.parts(kernel->batches(), 4, [&](std::size_t first, std::size_t end) {
            for (auto batch = first; batch < end; ++batch)
                kernel->advance(*laidOut, *states, batch, quarter, quarter + quartersAtATime, request.series, sink);
        });
        const double simulated = now();
        parallel.parts(request.series.size(), 1, [&](std::size_t first, std::size_t end) {
            QuantileScratch<double> scratch;
            std::vector<double> moved;
            for (auto s = first; s < end; ++s)
                for (int q = quarter; q < quarter + quartersAtATime; ++q) {
                    auto sample = sampleOf(s, q);
                    if (!noise.empty() && !noise[s].factors.empty()) {
                        noise[s].apply(sample, moved);
                        sample = moved;
                    }
                    result.spreads[s][static_cast<std::size_t>(q)] = spreadOf(sample, scratch);
                }
        });
        if (const auto at = request.samplesAt; at && at->index >= quarter && at->index < quarter + quartersAtATime)
            for (std::size_t s = 0; s < request.series.size(); ++s)
                result.samples.emplace_back(sampleOf(s, at->index).begin(), sampleOf(s, at->index).end());
        result.simulateSeconds += simulated - start;
        result.quantileSeconds += now() - simulated;
    }
    return result;
}

} // namespace chokepoint::draws
