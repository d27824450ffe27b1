// The text of a batch kernel; included only by the files that compile it for one instruction set each.
//
// Those files may be linked into one program only because nothing in them but templates over the lane count is left out of line:
// the linker would else keep the widest copy for all. tests/architecture/WideCodeTest looks at the machine code.
#pragma once

#include "model/World.h"
#include "numbers/PairedBatch.h"
#include "run/BatchKernel.h"

namespace chokepoint::run {

/// `N` lanes of the number type B.
template <int N, class B = numbers::Batch<N>> class KernelOf final : public BatchKernel {
    using Variables = model::Variables<B>;

    struct Levers final : BatchLevers {
        std::vector<model::Levers<B>> quarters;
    };
    struct States final : BatchStates {
        std::vector<Variables> batches;
    };

public:
    KernelOf(const DrawTable& draws, const Exogenous<double>& exogenous) : m_parameters(draws.padded() / N)
    {
        for (std::size_t batch = 0; batch < m_parameters.size(); ++batch)
            m_parameters[batch].forEach([&](std::size_t row, B& value) {
                if (const double* column = draws.column(row))
                    for (int k = 0; k < N; ++k)
                        value.setLane(k, column[batch * N + static_cast<std::size_t>(k)]);
                else
                    value = B::fill(draws.central()[row]);
            });
        for (std::size_t i = 0; i < m_knots.size(); ++i)
            for (const auto& [year, value] : exogenous.knots[i])
                m_knots[i].emplace_back(B::fill(year), B::fill(value));
        m_recorded.resize(quarterCount);
        m_paths.resize(quarterCount);
        for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q) {
            m_recorded[q].forEach([&](std::size_t row, B& value) { value = B::fill(exogenous.recorded[q][row]); });
            m_paths[q].forEach([&](std::size_t row, B& value) { value = B::fill(exogenous.paths[q][row]); });
        }
    }

    std::size_t lanes() const override { return N; }
    std::size_t batches() const override { return m_parameters.size(); }

    std::unique_ptr<BatchLevers> levers(const policy::LeverValues<double>& values) const override
    {
        auto result = std::make_unique<Levers>();
        result->quarters.resize(quarterCount);
        for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q)
            result->quarters[q].forEach([&](std::size_t row, B& value) { value = B::fill(values[q][row]); });
        return result;
    }

    std::unique_ptr<BatchStates> start() const override
    {
        auto result = std::make_unique<States>();
        result->batches.resize(batches());
        for (std::size_t batch = 0; batch < batches(); ++batch)
            result->batches[batch] = model::startOf2022(m_parameters[batch]);
        return result;
    }

    void advance(const BatchLevers& levers, BatchStates& states, std::size_t batch, int first, int end,
                 const std::vector<std::size_t>& rows, const BatchSink& sink) const override
    {
        run(static_cast<const Levers&>(levers), static_cast<States&>(states).batches[batch], batch, first, end, rows, sink);
    }

    void advanceCopy(const BatchLevers& levers, const BatchStates& states, std::size_t batch, int first, int end,
                     const std::vector<std::size_t>& rows, const BatchSink& sink) const override
    {
        Variables v = static_cast<const States&>(states).batches[batch];
        run(static_cast<const Levers&>(levers), v, batch, first, end, rows, sink);
    }

    void runLanes(const LaneInput* lanes, int first, int end, const double* before, const std::vector<std::size_t>& rows) const override
    {
        model::Parameters<B> parameters;
        parameters.forEach([&](std::size_t row, B& value) {
            for (int k = 0; k < N; ++k)
                value.setLane(k, (*lanes[k].parameters)[row]);
        });
        Variables v;
        if (before)
            v.forEach([&](std::size_t row, B& value) { value = B::fill(before[row]); });
        else
            v = model::startOf2022(parameters);
        const B* places[model::variableTable.size()];
        v.forEach([&](std::size_t row, const B& value) { places[row] = &value; });
        model::Levers<B> levers;
        for (int quarter = first; quarter < end; ++quarter) {
            const auto q = static_cast<std::size_t>(quarter);
            levers.forEach([&](std::size_t row, B& value) {
                for (int k = 0; k < N; ++k)
                    value.setLane(k, (*lanes[k].levers)[q][row]);
            });
            runQuarter(v, levers, parameters, quarter);
            for (std::size_t s = 0; s < rows.size(); ++s)
                for (int k = 0; k < N; ++k)
                    lanes[k].values[s][q] = places[rows[s]]->lane(k);
        }
    }

private:
    void runQuarter(Variables& v, const model::Levers<B>& levers, const model::Parameters<B>& parameters, int quarter) const
    {
        const auto q = static_cast<std::size_t>(quarter);
        auto step = model::stepOf(v, levers, m_recorded[q], parameters, m_paths[q], m_knots, model::Calendar<B>(Quarter{quarter}.middle()));
        model::advanceQuarter(step);
    }

    void run(const Levers& levers, Variables& v, std::size_t batch, int first, int end, const std::vector<std::size_t>& rows,
             const BatchSink& sink) const
    {
        const B* places[model::variableTable.size()];
        v.forEach([&](std::size_t row, const B& value) { places[row] = &value; });
        for (int quarter = first; quarter < end; ++quarter) {
            runQuarter(v, levers.quarters[static_cast<std::size_t>(quarter)], m_parameters[batch], quarter);
            std::size_t place = static_cast<std::size_t>(quarter - sink.firstQuarter) * sink.quarterStride + batch * N;
            for (std::size_t s = 0; s < rows.size(); ++s, place += sink.seriesStride)
                for (int k = 0; k < N; ++k) {
                    const double value = places[rows[s]]->lane(k);
                    if (sink.singles)
                        sink.singles[place + static_cast<std::size_t>(k)] = static_cast<float>(value);
                    else
                        sink.doubles[place + static_cast<std::size_t>(k)] = value;
                }
        }
    }

    std::vector<model::Parameters<B>> m_parameters; ///< by batch
    model::ShiftedKnots<B> m_knots;
    std::vector<model::Levers<B>> m_recorded; ///< by quarter
    std::vector<model::PathValues<B>> m_paths; ///< by quarter
};

} // namespace chokepoint::run
