// Time of the band on the screen: all draws of twelve series simulated and reduced, on every instruction set, beside a plain loop.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/LiveEnsemble.h"
#include "api/Ensemble.h"
#include "draws/ParameterSampler.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <ctime>

using namespace chokepoint;

namespace {

const std::filesystem::path source = CHOKEPOINT_SOURCE_DIR;
constexpr std::size_t draws = 10000, plainDraws = 500;
constexpr int operationsAQuarter = 1690; ///< of projection_benchmark, row equationsAlone

const Engine& engine()
{
    static const Engine loaded(source / "resources", source / "scenarios");
    return loaded;
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
/// Time of the processor: what one thread does takes no longer because others work too.
double worked() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::size_t> seriesInView()
{
    std::vector<std::size_t> rows;
    for (const char* id : {"compute.china_effective", "revenue.us_allied_total", "accel.dies", "talent.us", "open.influence_china", "drug.clinical_entries_us",
                           "compute.lead", "revenue.chinese_total", "capability.gap", "logic.limit", "hbm.limit", "packaging.limit"})
        rows.push_back(*engine().catalogue().findSeries(id));
    return rows;
}

/// What stands beside the time: draws a second, nanoseconds for an operation of one draw, and the parts of the time.
void count(benchmark::State& state, std::size_t runs, int quarters, double simulate, double quantiles)
{
    const double all = simulate + quantiles, each = static_cast<double>(state.iterations());
    const double many = static_cast<double>(runs);
    state.counters["draws/s"] = benchmark::Counter(many, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["ns/operation"] = simulate * 1e9 / each / many / quarters / operationsAQuarter;
    state.counters["simulate_ms"] = simulate * 1e3 / each;
    state.counters["quantiles_ms"] = quantiles * 1e3 / each;
    state.counters["share_simulating"] = all > 0 ? simulate / all : 0;
}

/// The double run of the same draws, one after the other on one thread, with twelve series kept.
void plainLoop(benchmark::State& state)
{
    const auto book = facts::loadDataBook(source / "resources" / "data");
    const auto recorded = policy::recordedSchedule(book);
    const auto exogenous = run::exogenousOf<double>(book, recorded);
    const auto levers = policy::leversOf<double>(book, recorded);
    const std::vector<bool> held(model::parameterTable.size());
    const auto sample = draws::ParameterSampler(book, 1).draws(0, plainDraws, run::centralParameters<double>(book), held);
    const auto series = seriesInView();
    std::vector<float> kept(series.size() * quarterCount);
    std::vector<std::size_t> slots(model::variableTable.size(), series.size());
    for (std::size_t s = 0; s < series.size(); ++s)
        slots[series[s]] = s;
    double spent = 0;
    for (auto _ : state) {
        const double begin = worked();
        for (const auto& draw : sample)
            run::simulate<double>(draw, exogenous, levers, [&](int quarter, const auto& v) {
                v.forEach([&](std::size_t row, double value) {
                    if (slots[row] < series.size())
                        kept[slots[row] * quarterCount + static_cast<std::size_t>(quarter)] = static_cast<float>(value);
                });
            });
        benchmark::DoNotOptimize(kept.data());
        spent += worked() - begin;
    }
    count(state, plainDraws, quarterCount, spent, 0);
}

/// A move of a lever on the screen: changes from 2027Q1 resume there; `whole` runs change something in 2022Q1.
void moveWithAllDraws(benchmark::State& state, InstructionSet set, int threads, bool whole)
{
    if (!isSupported(set)) {
        state.SkipWithError("this processor lacks the instruction set");
        return;
    }
    LiveOptions options;
    options.draws = draws;
    options.threads = threads;
    options.set = set;
    options.clock = threads == 1 ? worked : seconds;
    LiveEnsemble study(engine(), options);
    auto scenario = engine().preset("status_quo_2026");
    const auto series = seriesInView();
    const Quarter from = whole ? Quarter{0} : defaultStart;
    double simulate = 0, quantiles = 0;
    int budget = 250, quarters = 0;
    const auto move = [&] {
        scenario.changes = {{"enforcement_budget", std::to_string(budget++ % 300 + 200), from, 1}};
        return study.run(startingAt(scenario, from), series, draws);
    };
    move(); // lays out the draws and the quarters before the change
    for (auto _ : state) {
        const auto run = move();
        simulate += run.simulateSeconds;
        quantiles += run.quantileSeconds;
        quarters = quarterCount - run.firstQuarter;
        benchmark::DoNotOptimize(run.spreads.data());
    }
    count(state, draws, quarters, simulate, quantiles);
}

/// Every series in double precision, as `chokepoint-cli ensemble` does.
void everySeriesForAFile(benchmark::State& state, int threads)
{
    EnsembleRequest request;
    request.draws = draws;
    request.threads = threads;
    request.clock = threads == 1 ? worked : seconds;
    for (std::size_t row = 0; row < engine().catalogue().series.size(); ++row)
        if (engine().catalogue().series[row].kind != SeriesKind::Category)
            request.series.push_back(row);
    double simulate = 0, quantiles = 0;
    for (auto _ : state) {
        const auto ensemble = ensembleOf(engine(), engine().preset("hbm_strict"), request);
        simulate += ensemble.simulateSeconds;
        quantiles += ensemble.quantileSeconds;
        state.counters["sample_ms"] = ensemble.sampleSeconds * 1e3;
    }
    count(state, draws, quarterCount, simulate, quantiles);
}

} // namespace

int main(int argc, char** argv)
{
    const auto whole = [](auto* b) { b->Unit(benchmark::kMillisecond)->UseRealTime(); };
    whole(benchmark::RegisterBenchmark("plainLoop", plainLoop));
    for (const auto set : {InstructionSet::Baseline, InstructionSet::V3, InstructionSet::V4})
        for (const int threads : {1, 2}) {
            const std::string name = std::string(nameOf(set)) + "/threads:" + std::to_string(threads);
            whole(benchmark::RegisterBenchmark(("moveFrom2027/" + name).c_str(), moveWithAllDraws, set, threads, false));
            whole(benchmark::RegisterBenchmark(("moveFrom2022/" + name).c_str(), moveWithAllDraws, set, threads, true));
        }
    for (const int threads : {1, 2}) {
        const auto name = "everySeriesForAFile/threads:" + std::to_string(threads);
        whole(benchmark::RegisterBenchmark(name.c_str(), everySeriesForAFile, threads));
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
