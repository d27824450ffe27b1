// How long a workbook of many scenarios takes to be read and written, with the results that are kept of each.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/WorkbookFile.h"

#include <benchmark/benchmark.h>

#include <filesystem>

using namespace chokepoint;

namespace {

const Engine& engine()
{
    static const Engine loaded(std::filesystem::path(CHOKEPOINT_SOURCE_DIR) / "resources",
                               std::filesystem::path(CHOKEPOINT_SOURCE_DIR) / "scenarios");
    return loaded;
}

/// Packages of about twenty changes each, all of them different.
StoredWorkbook workbookOf(std::int64_t scenarios)
{
    StoredWorkbook stored;
    stored.workbook = freshWorkbook(engine().catalogue());
    for (std::int64_t i = 1; i < scenarios; ++i) {
        auto scenario = engine().preset("grand_bargain");
        scenario.id = "own" + std::to_string(i);
        scenario.title = "Package " + std::to_string(i);
        scenario.changes.push_back({"hbm_cap_units", std::to_string(i % 20), Quarter{static_cast<int>(24 + i % 30)}, 1});
        stored.workbook.scenarios.push_back({scenario, "notes", {"tag"}});
    }
    keepRuns(engine(), stored, "2026-11-29T08:00:00Z");
    return stored;
}

std::filesystem::path fileFor(std::int64_t scenarios)
{
    return std::filesystem::temp_directory_path() / ("chokepoint_benchmark_" + std::to_string(scenarios) + ".choke");
}

/// As the window saves: results that are kept already are not made again.
void saveAWorkbook(benchmark::State& state)
{
    auto stored = workbookOf(state.range(0));
    for (auto _ : state) {
        keepRuns(engine(), stored, stored.savedAt);
        writeWorkbookFile(fileFor(state.range(0)), stored);
    }
    state.counters["bytes"] = static_cast<double>(std::filesystem::file_size(fileFor(state.range(0))));
    std::filesystem::remove(fileFor(state.range(0)));
}

void openAWorkbook(benchmark::State& state)
{
    writeWorkbookFile(fileFor(state.range(0)), workbookOf(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(openedWith(engine(), readWorkbookFile(fileFor(state.range(0)))));
    std::filesystem::remove(fileFor(state.range(0)));
}

} // namespace

BENCHMARK(saveAWorkbook)->Arg(20)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(openAWorkbook)->Arg(20)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
