// Time from a move of a lever to repainted charts, and from the start to the first chart, on the offscreen platform.
#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "pages/explore/ExplorePage.h"
#include "pages/flows/FlowsPage.h"
#include "pages/flows/MapView.h"
#include "pages/flows/QuarterSlider.h"
#include "pages/flows/SupplyView.h"
#include "look/Theme.h"
#include "window/MainWindow.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

using namespace chokepoint;

namespace {

const std::filesystem::path source = CHOKEPOINT_SOURCE_DIR;

const Engine& engine()
{
    static const Engine loaded(source / "resources", source / "scenarios");
    return loaded;
}

/// Everything that a move causes: the run, all views, and the queued replots and repaints of the visible ones.
void moveALever(benchmark::State& state)
{
    ui::Board board(engine(), Language::load(source / "resources", "en", Program::Window));
    ui::Draws draws(board);
    ui::MainWindow window(board, draws);
    window.page<ui::ExplorePage>()->setChartCount(static_cast<int>(state.range(0)));
    window.resize(1440, 900);
    window.show();
    for (int i = 0; i < 10; ++i)
        QApplication::processEvents();
    const auto budget = *engine().catalogue().findMeasure("enforcement_budget");
    int step = 0;
    for (auto _ : state) {
        board.setMeasure(budget, std::to_string(250 + ++step % 300), true); // as in a drag
        QApplication::processEvents();
    }
    state.SetLabel("charts: " + std::to_string(state.range(0)));
}
BENCHMARK(moveALever)->Arg(4)->Arg(6)->Unit(benchmark::kMillisecond)->ComputeStatistics("max", [](const std::vector<double>& v) {
    return *std::ranges::max_element(v);
});

/// One step of the slider of the map with a pane open: the words, all streams, and the repaint of what can be seen, and then the frames in
/// which the ribbons glide to their new widths. Every frame is timed by itself; the longest is the one that would be dropped. A step of the
/// benchmark lasts as long as the glide.
void flipAQuarter(benchmark::State& state)
{
    ui::Board board(engine(), Language::load(source / "resources", "en", Program::Window));
    ui::Draws draws(board);
    ui::MainWindow window(board, draws);
    window.resize(1440, 900);
    window.show();
    window.showPage("flows");
    auto* supply = window.page<ui::FlowsPage>()->supply();
    supply->chooseFor(*engine().catalogue().findMeasure("hbm_export"));
    while (supply->isBusy() || !draws.isFinal())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    constexpr double frameLimit = 33;
    double longest = 0, longestUsed = 0, frames = 0, dropped = 0;
    int quarter = 0;
    for (auto _ : state) {
        const auto frame = [&](auto&& work) {
            const auto begin = std::chrono::steady_clock::now();
            const auto used = std::clock();
            work();
            longestUsed = std::max(longestUsed, static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC * 1000);
            const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
            longest = std::max(longest, took);
            dropped += took > frameLimit ? 1 : 0;
            ++frames;
        };
        frame([&] {
            supply->setQuarter({++quarter % quarterCount});
            QApplication::processEvents();
        });
        while (supply->map()->isGliding()) {
            frame([] { QApplication::processEvents(); });
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    state.counters["longest_ms"] = longest;
    state.counters["longest_cpu_ms"] = longestUsed; // what other programs on the machine do not lengthen
    state.counters["frames"] = frames;
    state.counters["over_33_ms"] = dropped;
}
BENCHMARK(flipAQuarter)->Unit(benchmark::kMillisecond)->Iterations(quarterCount);

void startToFirstChart(benchmark::State& state)
{
    for (auto _ : state) {
        const Engine fresh(source / "resources", source / "scenarios");
        ui::Board board(fresh, Language::load(source / "resources", "en", Program::Window));
        ui::Draws draws(board);
        ui::MainWindow window(board, draws);
        window.show();
        for (int i = 0; i < 3; ++i)
            QApplication::processEvents();
    }
}
BENCHMARK(startToFirstChart)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
