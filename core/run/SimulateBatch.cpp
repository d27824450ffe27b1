// The model over four draws side by side: whole runs, and many draws advanced a quarter at a time.
#include "numbers/Batch.h"
#include "run/BatchRun.h"
#include "run/SimulationText.h"

namespace chokepoint::run {

using Batch = numbers::Batch<BatchRun::lanes>;
template Exogenous<Batch> exogenousOf<Batch>(const facts::DataBook&, const policy::Schedule&);
template void simulate<Batch>(const ParameterValues<Batch>&, const Exogenous<Batch>&, const policy::LeverValues<Batch>&, const Observer<Batch>&);

namespace {

/// The same number in every lane.
template <class Record, class Values> void fillAll(Record& record, const Values& values)
{
    record.forEach([&](std::size_t row, Batch& value) { value = Batch::fill(values[row]); });
}

} // namespace

struct BatchRun::Inside {
    struct Lane {
        model::Parameters<Batch> p;
        model::Variables<Batch> v;
    };
    std::size_t draws = 0;
    std::vector<Lane> states;
    model::Knots<Batch> cxmtProfile;
    std::vector<model::Levers<Batch>> levers, recorded; ///< by quarter
    std::vector<model::Paths<Batch>> paths;
};

BatchRun::BatchRun(const std::vector<ParameterValues<double>>& draws, const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers)
    : m_inside(std::make_unique<Inside>())
{
    auto& in = *m_inside;
    in.draws = draws.size();
    in.states.resize((draws.size() + lanes - 1) / lanes);
    for (std::size_t b = 0; b < in.states.size(); ++b) {
        in.states[b].p.forEach([&](std::size_t row, Batch& value) {
            for (std::size_t k = 0; k < lanes; ++k)
                value.setLane(static_cast<int>(k), draws[std::min(b * lanes + k, draws.size() - 1)][row]);
        });
        in.states[b].v = model::startOf2022(in.states[b].p);
    }
    for (const auto& [year, value] : exogenous.cxmtProfile)
        in.cxmtProfile.emplace_back(Batch::fill(year), Batch::fill(value));
    for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q) {
        fillAll(in.levers.emplace_back(), levers[q]);
        fillAll(in.recorded.emplace_back(), exogenous.recorded[q]);
        fillAll(in.paths.emplace_back(), exogenous.paths[q]);
    }
}

BatchRun::~BatchRun() = default;

std::size_t BatchRun::batches() const { return m_inside->states.size(); }

void BatchRun::advance(std::size_t batch, int quarter, const std::vector<std::size_t>& series, std::vector<std::vector<double>>& out)
{
    auto& in = *m_inside;
    auto& state = in.states[batch];
    const auto q = static_cast<std::size_t>(quarter);
    model::Step<Batch> step{state.v, in.levers[q], in.recorded[q], state.p, in.paths[q], in.cxmtProfile,
                            model::Calendar<Batch>(Quarter{quarter}.middle()), model::quarterOfAYear<Batch>()};
    model::advanceQuarter(step);
    std::array<const Batch*, model::seriesCount> values;
    state.v.forEach([&](std::size_t row, const Batch& value) {
        if (row < model::seriesCount)
            values[row] = &value;
    });
    for (std::size_t s = 0; s < series.size(); ++s)
        for (std::size_t k = 0; k < lanes && batch * lanes + k < in.draws; ++k)
            out[s][batch * lanes + k] = values[series[s]]->lane(static_cast<int>(k));
}

} // namespace chokepoint::run
