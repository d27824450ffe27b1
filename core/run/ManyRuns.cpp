// Runs in blocks over threads, one scalar run after the other in each; between blocks it reports and may be stopped.
#include "run/ManyRuns.h"

#include "run/Parallel.h"

#include <algorithm>

namespace chokepoint::run {
namespace {

constexpr std::size_t block = 512, grain = 8;

/// Where the series stand among all variables: by row of model::variableTable the place in the result, or `unwanted`.
constexpr std::size_t unwanted = model::variableTable.size();

std::vector<std::size_t> placesOf(const std::vector<std::size_t>& series)
{
    std::vector<std::size_t> places(model::variableTable.size(), unwanted);
    for (std::size_t s = 0; s < series.size(); ++s)
        places[series[s]] = s;
    return places;
}

} // namespace

Meter::Meter(const Work& work, std::size_t total) : m_work(work), m_total(total), m_begin(work.clock ? work.clock() : 0) {}

void Meter::add(std::size_t runs)
{
    m_done = std::min(m_done + runs, m_total);
    if (!m_work.onProgress)
        return;
    Progress progress{m_done, m_total, {}};
    if (m_work.clock && m_done > 0)
        progress.secondsLeft = (m_work.clock() - m_begin) / static_cast<double>(m_done) * static_cast<double>(m_total - m_done);
    m_work.onProgress(progress);
}

bool runMany(const Exogenous<double>& exogenous, const RunInput& common, const ManyRuns& runs, Meter& meter)
{
    const auto places = placesOf(runs.series);
    std::vector<SeriesValues> before(runs.series.size());
    model::Variables<double> atStart;
    const auto keepInto = [&](std::vector<SeriesValues>& values) {
        return [&](int quarter, const model::Variables<double>& v) {
            v.forEach([&](std::size_t row, double value) {
                if (places[row] != unwanted)
                    values[places[row]][static_cast<std::size_t>(quarter)] = value;
            });
        };
    };
    if (runs.from > 0)
        simulate<double>(common.parameters, exogenous, common.levers, [&, keep = keepInto(before)](int quarter, const auto& v) {
            keep(quarter, v);
            if (quarter == runs.from - 1)
                atStart = v;
        });

    Parallel parallel(meter.work().threads);
    for (std::size_t first = 0; first < runs.count; first += block) {
        if (meter.isCancelled())
            return false;
        const auto size = std::min(block, runs.count - first);
        parallel.parts(size, grain, [&](std::size_t begin, std::size_t end) {
            RunInput input = common;
            auto values = before;
            const Observer<double> keep = keepInto(values);
            for (auto i = begin; i < end; ++i) {
                if (i > begin)
                    input = common;
                runs.prepare(first + i, input);
                if (runs.from > 0) {
                    auto v = atStart;
                    simulateFrom<double>(runs.from, v, input.parameters, exogenous, input.levers, keep);
                } else {
                    simulate<double>(input.parameters, exogenous, input.levers, keep);
                }
                runs.take(first + i, values);
            }
        });
        meter.add(size);
    }
    return !meter.isCancelled();
}

} // namespace chokepoint::run
