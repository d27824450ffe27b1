// The text of a batch kernel; included only by the files that compile it for one instruction set each.
//
// Those files may be linked into one program only because nothing in them but templates over the lane count is left out of line:
// the linker would else keep the widest copy for all. tests/architecture/WideCodeTest looks at the machine code.
#pragma once

#include "model/World.h"
#include "numbers/PairedBatch.h"
#include "run/BatchKernel.h"

#include <array>
#include <span>
#include <utility>

namespace chokepoint::run {

/// Batches are packs of `N` lanes of the number type B, which go through each sector one after the other: the instructions of a quarter do
/// not fit into the cache of instructions, those of a sector do.
template <int N, class B = numbers::Batch<N>> class KernelOf final : public BatchKernel {
    using Variables = model::Variables<B>;
    static constexpr std::size_t packs = DrawTable::widest / N;
    using Packs = std::array<Variables, packs>;

    struct Levers final : BatchLevers {
        std::vector<model::Levers<B>> quarters;
    };
    struct States final : BatchStates {
        std::vector<Packs> batches;
    };

public:
    KernelOf(const DrawTable& draws, const Exogenous<double>& exogenous) : m_paths(exogenous.paths), m_knots(exogenous.knots)
    {
        m_draws.reserve(draws.padded() / N);
        for (std::size_t pack = 0; pack < draws.padded() / N; ++pack)
            m_draws.emplace_back([&](std::size_t row, B& value) {
                if (const double* column = draws.column(row))
                    value.read(column + pack * N);
                else
                    value = B::fill(draws.central()[row]);
            });
        for (const auto& values : exogenous.recorded)
            m_recorded.emplace_back([&](std::size_t row, B& value) { value = B::fill(values[row]); });
    }

    std::size_t lanes() const override { return N; }
    std::size_t batches() const override { return m_draws.size() / packs; }
    std::size_t drawsOfBatch() const override { return packs * N; }

    std::unique_ptr<BatchLevers> levers(const policy::LeverValues<double>& values) const override
    {
        auto result = std::make_unique<Levers>();
        for (const auto& ofQuarter : values)
            result->quarters.emplace_back([&](std::size_t row, B& value) { value = B::fill(ofQuarter[row]); });
        return result;
    }

    std::unique_ptr<BatchStates> start() const override
    {
        auto result = std::make_unique<States>();
        result->batches.resize(batches());
        for (std::size_t batch = 0; batch < batches(); ++batch)
            for (std::size_t pack = 0; pack < packs; ++pack)
                result->batches[batch][pack] = model::startOf2022(m_draws[batch * packs + pack].parameters);
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
        Packs v = static_cast<const States&>(states).batches[batch];
        run(static_cast<const Levers&>(levers), v, batch, first, end, rows, sink);
    }

    void runLanes(const LaneInput* lanes, int first, int end, const double* before, const std::vector<std::size_t>& rows) const override
    {
        const Draws draws([&](std::size_t row, B& value) {
            for (int k = 0; k < N; ++k)
                value.setLane(k, (*lanes[k].parameters)[row]);
        });
        auto trends = draws.trendsAt(first);
        Variables v;
        if (before)
            v.forEach([&](std::size_t row, B& value) { value = B::fill(before[row]); });
        else
            v = model::startOf2022(draws.parameters);
        const B* places[model::variableTable.size()];
        v.forEach([&](std::size_t row, const B& value) { places[row] = &value; });
        for (int quarter = first; quarter < end; ++quarter) {
            const auto q = static_cast<std::size_t>(quarter);
            const model::Levers<B> levers([&](std::size_t row, B& value) {
                for (int k = 0; k < N; ++k)
                    value.setLane(k, (*lanes[k].levers)[q][row]);
            });
            auto step = stepOf(v, levers, draws, trends, quarter);
            model::advanceQuarter(step);
            trends.advance();
            for (std::size_t s = 0; s < rows.size(); ++s)
                for (int k = 0; k < N; ++k)
                    lanes[k].values[s][q] = places[rows[s]]->lane(k);
        }
    }

private:
    /// The parameters of the draws of one batch, and their trends in 2022Q1.
    struct Draws {
        model::Parameters<B> parameters;
        model::Trends<B> start;

        template <class F> explicit Draws(const F& fill) : parameters(fill), start(parameters) {}

        /// They are carried on from 2022Q1 wherever a run begins, so that a resumed run has the bits of a whole one.
        model::Trends<B> trendsAt(int quarter) const
        {
            auto trends = start;
            for (int q = 0; q < quarter; ++q)
                trends.advance();
            return trends;
        }
    };

    model::Step<B> stepOf(Variables& v, const model::Levers<B>& levers, const Draws& draws, const model::Trends<B>& trends,
                          int quarter) const
    {
        const auto q = static_cast<std::size_t>(quarter);
        return model::stepOf(v, levers, m_recorded[q], draws.parameters, model::PathValues<B>(m_paths[q]), m_knots,
                             model::Calendar<B>(Quarter{quarter}.middle(), trends));
    }

    void run(const Levers& levers, Packs& v, std::size_t batch, int first, int end, const std::vector<std::size_t>& rows,
             const BatchSink& sink) const
    {
        runPacks(levers, v, &m_draws[batch * packs], batch, first, end, rows, sink, std::make_index_sequence<packs>());
    }

    template <std::size_t... Pack>
    void runPacks(const Levers& levers, Packs& v, const Draws* draws, std::size_t batch, int first, int end,
                  const std::vector<std::size_t>& rows, const BatchSink& sink, std::index_sequence<Pack...>) const
    {
        const B* places[packs][model::variableTable.size()];
        for (std::size_t pack = 0; pack < packs; ++pack)
            v[pack].forEach([&](std::size_t row, const B& value) { places[pack][row] = &value; });
        std::array<model::Trends<B>, packs> trends{draws[Pack].trendsAt(first)...};
        for (int quarter = first; quarter < end; ++quarter) {
            const auto& inForce = levers.quarters[static_cast<std::size_t>(quarter)];
            std::array<model::Step<B>, packs> steps{stepOf(v[Pack], inForce, draws[Pack], trends[Pack], quarter)...};
            model::advanceQuarter(std::span<model::Step<B>>(steps));
            for (auto& trend : trends)
                trend.advance();
            std::size_t place = static_cast<std::size_t>(quarter - sink.firstQuarter) * sink.quarterStride + batch * packs * N;
            for (std::size_t s = 0; s < rows.size(); ++s, place += sink.seriesStride)
                for (std::size_t pack = 0; pack < packs; ++pack)
                    if (sink.singles)
                        places[pack][rows[s]]->write(sink.singles + place + pack * N);
                    else
                        places[pack][rows[s]]->write(sink.doubles + place + pack * N);
        }
    }

    std::vector<Draws> m_draws; ///< by pack
    std::vector<model::Levers<B>> m_recorded; ///< by quarter
    std::vector<typename model::PathValues<B>::Values> m_paths; ///< by quarter
    model::ShiftedKnots<B> m_knots;
};

} // namespace chokepoint::run
