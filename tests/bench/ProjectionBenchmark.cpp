// Time of one projection: the equations alone, with the scenario's checks, in fifty digits, and of loading the data book.
#include "api/Engine.h"
#include "api/Projection.h"
#include "api/Slopes.h"
#include "trace/Recording.h"

#include <benchmark/benchmark.h>

#include <set>

using namespace chokepoint;

namespace {

const std::filesystem::path source = CHOKEPOINT_SOURCE_DIR;

const Engine& engine()
{
    static const Engine loaded(source / "resources", source / "scenarios");
    return loaded;
}

/// Operations in the graph of one quarter, each counted once: the equation count that the times go with.
std::size_t operationsOfAQuarter(const facts::DataBook& book)
{
    const auto recording = trace::recordStep(book);
    std::set<const numbers::Node*> seen;
    const auto visit = [&](const auto& self, const numbers::Node* node) -> void {
        if (!node || node->operation == numbers::Operation::Input || node->operation == numbers::Operation::Constant || !seen.insert(node).second)
            return;
        for (const auto& in : node->inputs)
            self(self, in.get());
    };
    for (const auto& node : recording.variables)
        visit(visit, node.get());
    return seen.size();
}

void equationsAlone(benchmark::State& state)
{
    const auto book = facts::loadDataBook(source / "resources" / "data");
    const auto recorded = policy::recordedSchedule(book);
    const auto exogenous = run::exogenousOf<double>(book, recorded);
    const auto levers = policy::leversOf<double>(book, recorded);
    const auto parameters = run::centralParameters<double>(book);
    std::vector<SeriesValues> series(model::seriesCount);
    for (auto _ : state) {
        run::simulate<double>(parameters, exogenous, levers, [&](int quarter, const auto& variables) {
            variables.forEach([&](std::size_t row, double value) {
                if (row < series.size())
                    series[row][static_cast<std::size_t>(quarter)] = value;
            });
        });
        benchmark::DoNotOptimize(series.data());
        benchmark::ClobberMemory();
    }
    const auto operations = operationsOfAQuarter(book);
    state.counters["variables"] = static_cast<double>(model::variableTable.size());
    state.counters["operations_a_quarter"] = static_cast<double>(operations);
    state.counters["ns_a_quarter"] = benchmark::Counter(quarterCount * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(equationsAlone)->Unit(benchmark::kMicrosecond);

void projectAPreset(benchmark::State& state)
{
    const auto& scenario = engine().preset("full_denial");
    for (auto _ : state)
        benchmark::DoNotOptimize(engine().project(scenario));
}
BENCHMARK(projectAPreset)->Unit(benchmark::kMicrosecond);

void projectInFiftyDigits(benchmark::State& state)
{
    const auto& scenario = engine().preset("full_denial");
    for (auto _ : state)
        benchmark::DoNotOptimize(engine().projectDecimal(scenario));
}
BENCHMARK(projectInFiftyDigits)->Unit(benchmark::kMillisecond);

/// All parameters and levers; the argument is the number of series, 0 for all.
void slopesOfSeries(benchmark::State& state)
{
    const auto& scenario = engine().preset("full_denial");
    std::vector<std::size_t> series;
    const auto& all = engine().catalogue().series;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind != SeriesKind::Category && (state.range(0) == 0 || series.size() < static_cast<std::size_t>(state.range(0))))
            series.push_back(i);
    for (auto _ : state)
        benchmark::DoNotOptimize(slopesOf(engine(), scenario, series));
}
BENCHMARK(slopesOfSeries)->Arg(1)->Arg(12)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime();

void loadTheDataBook(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(Engine(source / "resources", source / "scenarios"));
}
BENCHMARK(loadTheDataBook)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
