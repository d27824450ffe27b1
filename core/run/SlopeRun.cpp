// Passes of the model in Dual, shared out over threads.
#include "run/SlopeRun.h"

#include "model/World.h"
#include "numbers/Dual.h"
#include "run/Parallel.h"

#include <algorithm>
#include <array>
#include <span>

namespace chokepoint::run {
namespace {

using Dual = numbers::Dual<slopeLanes>;
using Pass = numbers::DualPass<slopeLanes>;

struct Inputs {
    const ParameterValues<double>& parameters;
    const Exogenous<double>& exogenous;
    const policy::LeverValues<double>& levers;
    const std::vector<std::size_t>& series;
};

/// Where each row of a record stands, so that single rows can be reached by number.
template <class Record> auto placesIn(Record& record)
{
    std::array<Dual*, Record::size()> places;
    record.forEach([&](std::size_t row, Dual& value) { places[row] = &value; });
    return places;
}

/// Makes a row an input of the pass, once, and lets it move along a lane.
void move(Dual& input, Pass& pass, int lane, double slope)
{
    if (!input.pass)
        input = Dual::input(input.value, &pass);
    input.partials.set(lane, slope);
}

/// Advances the model along at most slopeLanes directions, towards them (sign 1) or against them (sign -1), into one pass of a table.
void runPass(const Inputs& in, std::span<const Direction> directions, double sign, Pass& pass, double* block)
{
    std::array<Dual, model::parameterTable.size()> parameters;
    for (std::size_t row = 0; row < parameters.size(); ++row)
        parameters[row] = Dual(in.parameters[row]);
    for (int k = 0; k < static_cast<int>(directions.size()); ++k) {
        const auto& direction = directions[static_cast<std::size_t>(k)];
        pass.closeness.set(k, direction.closeness);
        if (!direction.isLever)
            move(parameters[direction.row], pass, k, sign * direction.step);
    }
    const model::Parameters<Dual> p([&](std::size_t row, Dual& value) { value = parameters[row]; });
    model::Trends<Dual> trends(p);
    auto v = model::startOf2022(p);
    const auto variables = placesIn(v);
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        const auto q = static_cast<std::size_t>(quarter);
        std::array<Dual, model::leverTable.size()> levers;
        for (std::size_t row = 0; row < levers.size(); ++row)
            levers[row] = Dual(in.levers[q][row]);
        for (int k = 0; k < static_cast<int>(directions.size()); ++k)
            if (const auto& d = directions[static_cast<std::size_t>(k)]; d.isLever && d.from <= quarter && quarter < d.until)
                move(levers[d.row], pass, k, sign * d.step);
        const model::Levers<Dual> inForce([&](std::size_t row, Dual& value) { value = levers[row]; });
        const model::Levers<Dual> recorded([&](std::size_t row, Dual& value) { value = Dual(in.exogenous.recorded[q][row]); });
        auto step = model::stepOf(v, inForce, recorded, p, model::PathValues<Dual>(in.exogenous.paths[q]), in.exogenous.knots,
                                  model::Calendar<Dual>(Quarter{quarter}.middle(), trends));
        model::advanceQuarter(step);
        trends.advance();
        for (std::size_t s = 0; s < in.series.size(); ++s) {
            const auto& value = *variables[in.series[s]];
            for (int k = 0; k < slopeLanes; ++k)
                *block++ = value.pass ? sign * value.partials[k] : 0;
        }
    }
}

/// A table of the slopes along all directions; `passes` learn what each pass met.
SlopeTable runPasses(const Inputs& in, std::span<const Direction> directions, double sign, std::vector<Pass>& passes, int threads)
{
    const std::size_t block = in.series.size() * quarterCount * slopeLanes;
    passes.resize((directions.size() + slopeLanes - 1) / slopeLanes);
    SlopeTable table{in.series.size(), {}};
    table.values.resize(passes.size() * block);
    Parallel(threads).parts(passes.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            runPass(in, directions.subspan(i * slopeLanes, std::min<std::size_t>(slopeLanes, directions.size() - i * slopeLanes)), sign,
                    passes[i], table.values.data() + i * block);
    });
    return table;
}

} // namespace

DirectionSlopes slopesAlong(const std::vector<Direction>& directions, const ParameterValues<double>& parameters,
                            const Exogenous<double>& exogenous, const policy::LeverValues<double>& levers,
                            const std::vector<std::size_t>& series, int threads)
{
    const Inputs in{parameters, exogenous, levers, series};
    DirectionSlopes result;
    std::vector<Pass> passes, back;
    result.above = runPasses(in, directions, 1, passes, threads);

    std::vector<Direction> tied;
    for (std::size_t i = 0; i < directions.size(); ++i) {
        const auto& pass = passes[i / slopeLanes];
        const int lane = static_cast<int>(i % slopeLanes);
        result.ahead.push_back(pass.ahead[lane]);
        result.behind.push_back(pass.behind[lane]);
        if (!pass.isTied(lane))
            continue;
        result.twoSided.push_back(i);
        tied.push_back(directions[i]);
    }
    result.below = runPasses(in, tied, -1, back, threads);
    return result;
}

} // namespace chokepoint::run
