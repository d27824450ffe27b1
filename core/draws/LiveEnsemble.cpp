// Runs scenarios over the draws of a study, resuming at the first quarter in which a lever differs.
#include "api/LiveEnsemble.h"

#include "scenario/Assumptions.h"
#include "run/BatchKernel.h"
#include "run/Case.h"
#include "draws/EnsembleChecks.h"
#include "draws/LevelNoise.h"
#include "run/Parallel.h"
#include "draws/Quantiles.h"
#include "draws/ParameterSampler.h"

#include <algorithm>
#include <atomic>
#include <deque>

namespace chokepoint {
namespace {

using Assumptions = std::vector<Assumption>;
using Spreads = std::vector<std::array<Spread, quarterCount>>;

/// What is known of the quarters before the first change: the states at their end, and the values of the series in view.
struct Prefix {
    std::vector<std::size_t> series;
    std::unique_ptr<run::BatchStates> states;
    std::shared_ptr<SeriesDraws::Part> part;
    Spreads spreads, levelSpreads;
};

/// The draws under one set of own assumptions.
struct Drawn {
    Assumptions assumptions;
    std::unique_ptr<run::BatchKernel> kernel;
    std::unique_ptr<run::BatchStates> start;
    std::unique_ptr<run::BatchLevers> recorded;
    Prefix prefix;
};

std::shared_ptr<SeriesDraws::Part> newPart(int first, int end, std::size_t series, std::size_t stride)
{
    auto part = std::make_shared<SeriesDraws::Part>();
    part->first = first;
    part->end = end;
    part->stride = stride;
    part->values.resize(series * static_cast<std::size_t>(end - first) * stride);
    return part;
}

run::BatchSink sinkOf(SeriesDraws::Part& part)
{
    run::BatchSink sink;
    sink.singles = part.values.data();
    sink.quarterStride = part.stride;
    sink.seriesStride = part.stride * static_cast<std::size_t>(part.end - part.first);
    sink.firstQuarter = part.first;
    return sink;
}

} // namespace

struct LiveEnsemble::Impl {
    const Engine::Impl& engine;
    LiveOptions options;
    draws::ParameterSampler sampler;
    run::Parallel parallel;
    std::deque<Drawn> drawn; ///< the last used first
    std::vector<draws::LevelNoise> noise; ///< by place in Catalogue::discrepancies: the same under all assumptions

    static constexpr std::size_t mostDrawn = 2;

    Drawn& drawnFor(const Scenario& scenario)
    {
        const auto assumptions = scenario::checkedAssumptions(engine.book, scenario);
        auto found = std::ranges::find(drawn, scenario.assumptions, &Drawn::assumptions);
        if (found == drawn.end()) {
            auto central = engine.parameters;
            run::assume(central, assumptions);
            const auto fixed = scenario::heldRows(engine.book, scenario);
            const auto own = scenario::ownRanges(scenario);
            Drawn made;
            made.assumptions = scenario.assumptions;
            made.kernel = run::makeKernel(
                options.set.value_or(supportedSets().back()),
                (own.empty() ? sampler : draws::ParameterSampler(engine.book, options.seed, own))
                    .table(0, options.draws, central, fixed, options.threads),
                engine.exogenous);
            made.start = made.kernel->start();
            made.recorded = made.kernel->levers(engine.exogenous.recorded);
            drawn.push_front(std::move(made));
            if (drawn.size() > mostDrawn)
                drawn.pop_back();
        } else {
            std::rotate(drawn.begin(), found, found + 1);
        }
        return drawn.front();
    }

    /// Calls body(batch) for batches that hold the first `draws` draws; false when cancelled.
    template <class Body>
    bool forBatches(const run::BatchKernel& kernel, std::size_t draws, const std::function<bool()>& isCancelled, const Body& body)
    {
        std::atomic<bool> cancelled = false;
        parallel.parts((draws + kernel.drawsOfBatch() - 1) / kernel.drawsOfBatch(), 1, [&](std::size_t first, std::size_t end) {
            for (auto batch = first; batch < end; ++batch) {
                if (isCancelled && isCancelled())
                    cancelled = true;
                if (cancelled)
                    return;
                body(batch);
            }
        });
        return !cancelled;
    }

    /// Fills the spreads of the quarters of one part, as they are drawn and once discrepancies are added.
    void spread(const SeriesDraws& samples, const SeriesDraws::Part& part, Spreads& spreads, Spreads& levelSpreads)
    {
        const auto quarters = static_cast<std::size_t>(part.end - part.first);
        const auto& all = engine.book.catalogue.series;
        parallel.parts(samples.series().size() * quarters, 1, [&](std::size_t first, std::size_t end) {
            draws::QuantileScratch<float> scratch;
            std::vector<float> moved;
            for (auto i = first; i < end; ++i) {
                const auto s = i / quarters, q = static_cast<std::size_t>(part.first) + i % quarters;
                const auto& series = all[samples.series()[s]];
                if (series.kind == SeriesKind::Category)
                    continue;
                const auto sample = std::span(part.values).subspan(i * part.stride, samples.draws());
                spreads[s][q] = levelSpreads[s][q] = draws::spreadOf(sample, scratch);
                if (const auto& missed = noise[series.discrepancy]; !missed.factors.empty()) {
                    missed.apply(sample, moved);
                    levelSpreads[s][q] = draws::spreadOf(std::span<const float>(moved), scratch);
                }
            }
        });
    }

    /// Makes the prefix of these series up to a quarter; false when cancelled.
    bool makePrefix(Drawn& d, int end, const std::vector<std::size_t>& series, const std::function<bool()>& isCancelled)
    {
        Prefix prefix{series, d.kernel->start(), newPart(0, end, series.size(), d.kernel->batches() * d.kernel->drawsOfBatch()),
                      Spreads(series.size()), Spreads(series.size())};
        const auto sink = sinkOf(*prefix.part);
        if (!forBatches(*d.kernel, options.draws, isCancelled,
                        [&](std::size_t batch) { d.kernel->advance(*d.recorded, *prefix.states, batch, 0, end, series, sink); }))
            return false;
        spread(SeriesDraws(series, options.draws, {prefix.part}), *prefix.part, prefix.spreads, prefix.levelSpreads);
        d.prefix = std::move(prefix);
        return true;
    }

    /// The first quarter in which a lever is not as recorded, or 0 when none is.
    int firstChange(const policy::LeverValues<double>& levers) const
    {
        for (int q = 0; q < quarterCount; ++q)
            if (levers[static_cast<std::size_t>(q)] != engine.exogenous.recorded[static_cast<std::size_t>(q)])
                return q;
        return 0;
    }
};

LiveEnsemble::LiveEnsemble(const Engine& engine, LiveOptions options)
{
    draws::checkEnsembleNumbers(options.draws, options.threads, options.set);
    m_impl = std::make_unique<Impl>(
        Impl{engine.impl(), options, draws::ParameterSampler(engine.impl().book, options.seed), run::Parallel(options.threads), {}, {}});
    const auto shifts = m_impl->sampler.levelShifts(0, options.draws);
    for (const auto& discrepancy : engine.catalogue().discrepancies)
        m_impl->noise.push_back(draws::levelNoise(discrepancy, shifts));
}

LiveEnsemble::~LiveEnsemble() = default;

const LiveOptions& LiveEnsemble::options() const { return m_impl->options; }

LiveRun LiveEnsemble::run(const Scenario& scenario, const std::vector<std::size_t>& series, std::size_t draws,
                    const std::function<bool()>& isCancelled)
{
    auto& in = *m_impl;
    const auto now = [&] { return in.options.clock ? in.options.clock() : 0.0; };
    draws = std::clamp<std::size_t>(draws, 1, in.options.draws);
    const auto levers = run::leversIn(in.engine, scenario);
    auto& d = in.drawnFor(scenario);
    const double begin = now();
    int first = in.firstChange(levers);
    const auto isReady = [&] { return d.prefix.states && d.prefix.part->end == first && d.prefix.series == series; };
    // a rough run does not wait for the prefix of all draws
    if (first > 0 && !isReady() && draws < in.options.draws / 4)
        first = 0;
    if (first > 0 && !isReady() && !in.makePrefix(d, first, series, isCancelled))
        return {};

    LiveRun result;
    result.firstQuarter = first;
    const auto laidOut = d.kernel->levers(levers);
    const auto padded = (draws + run::DrawTable::widest - 1) / run::DrawTable::widest * run::DrawTable::widest;
    const auto part = newPart(first, quarterCount, series.size(), padded);
    const auto sink = sinkOf(*part);
    const auto& from = first > 0 ? *d.prefix.states : *d.start;
    if (!in.forBatches(*d.kernel, draws, isCancelled,
                       [&](std::size_t batch) { d.kernel->advanceCopy(*laidOut, from, batch, first, quarterCount, series, sink); }))
        return {};
    const double simulated = now();
    std::vector<std::shared_ptr<const SeriesDraws::Part>> parts;
    if (first > 0)
        parts.push_back(d.prefix.part);
    parts.push_back(part);
    result.samples = SeriesDraws(series, draws, std::move(parts));
    result.spreads = first > 0 ? d.prefix.spreads : Spreads(series.size());
    result.levelSpreads = first > 0 ? d.prefix.levelSpreads : Spreads(series.size());
    in.spread(result.samples, *part, result.spreads, result.levelSpreads);
    result.simulateSeconds = simulated - begin;
    result.quantileSeconds = now() - simulated;
    return result;
}

} // namespace chokepoint
