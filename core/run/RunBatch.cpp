// Runs in blocks over threads, as many runs side by side as a kernel has lanes; between blocks it reports and may be stopped.
#include "run/RunBatch.h"

#include "run/BatchKernel.h"
#include "run/Parallel.h"

#include <algorithm>

namespace chokepoint::run {
namespace {

constexpr std::size_t block = 1024, grain = 4; // runs between two reports, groups of runs that a thread takes at a time

/// The time before the first difference, which all runs share.
struct Trunk {
    std::vector<SeriesValues> values;    ///< of the wanted rows
    std::vector<double> state;           ///< all variables at its end, by row; empty when there is no such time
};

Trunk trunkOf(const Exogenous<double>& exogenous, const RunInput& common, const RunBatch& runs)
{
    Trunk trunk{std::vector<SeriesValues>(runs.series.size()), {}};
    if (runs.from == 0)
        return trunk;
    std::vector<double> state(model::variableTable.size());
    simulate<double>(common.parameters, exogenous, common.levers, [&](int quarter, const auto& v) {
        if (quarter >= runs.from)
            return;
        v.forEach([&](std::size_t row, double value) { state[row] = value; });
        for (std::size_t s = 0; s < runs.series.size(); ++s)
            trunk.values[s][static_cast<std::size_t>(quarter)] = state[runs.series[s]];
    });
    trunk.state = std::move(state);
    return trunk;
}

/// Runs one group after the other; each thread has one of these for the groups that it takes.
class Groups {
public:
    Groups(const BatchKernel& kernel, const RunInput& common, const RunBatch& runs, const Trunk& trunk)
        : m_kernel(kernel),
          m_common(common),
          m_runs(runs),
          m_trunk(trunk),
          m_inputs(kernel.lanes(), common),
          m_values(kernel.lanes(), trunk.values)
    {
        for (std::size_t k = 0; k < kernel.lanes(); ++k)
            m_lanes.push_back({&m_inputs[k].parameters, &m_inputs[k].levers, m_values[k].data()});
    }

    /// Runs `first` to `end`, at most as many as there are lanes; lanes without a run repeat the last one.
    void run(std::size_t first, std::size_t end)
    {
        for (std::size_t k = 0; k < m_lanes.size(); ++k) {
            m_inputs[k] = m_common;
            m_runs.prepare(std::min(first + k, end - 1), m_inputs[k]);
        }
        m_kernel.runLanes(m_lanes.data(), m_runs.from, m_runs.end, m_trunk.state.empty() ? nullptr : m_trunk.state.data(), m_runs.series);
        for (auto run = first; run < end; ++run)
            m_runs.take(run, m_values[run - first]);
    }

private:
    const BatchKernel& m_kernel;
    const RunInput& m_common;
    const RunBatch& m_runs;
    const Trunk& m_trunk;
    std::vector<RunInput> m_inputs;
    std::vector<std::vector<SeriesValues>> m_values;
    std::vector<LaneInput> m_lanes;
};

} // namespace

RunBudget::RunBudget(const RunControl& work, std::size_t total) : m_work(work), m_total(total), m_begin(work.clock ? work.clock() : 0) {}

void RunBudget::add(std::size_t runs)
{
    m_done = std::min(m_done + runs, m_total);
    if (!m_work.onProgress)
        return;
    Progress progress{m_done, m_total, {}};
    if (m_work.clock && m_done > 0)
        progress.secondsLeft = (m_work.clock() - m_begin) / static_cast<double>(m_done) * static_cast<double>(m_total - m_done);
    m_work.onProgress(progress);
}

bool runBatch(const Exogenous<double>& exogenous, const RunInput& common, const RunBatch& runs, RunBudget& meter)
{
    const auto trunk = trunkOf(exogenous, common, runs);
    const auto kernel = makeKernel(runs.set.value_or(supportedSets().back()), DrawTable(1, common.parameters, {}), exogenous);
    const auto lanes = kernel->lanes();
    Parallel parallel(meter.work().threads);
    for (std::size_t first = 0; first < runs.count; first += block) {
        if (meter.isCancelled())
            return false;
        const auto size = std::min(block, runs.count - first);
        parallel.parts((size + lanes - 1) / lanes, grain, [&](std::size_t begin, std::size_t end) {
            Groups groups(*kernel, common, runs, trunk);
            for (auto group = begin; group < end; ++group)
                groups.run(first + group * lanes, first + std::min(size, (group + 1) * lanes));
        });
        meter.add(size);
    }
    return !meter.isCancelled();
}

} // namespace chokepoint::run
