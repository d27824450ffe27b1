// A long drag of a lever in a real window: how soon the central line is repainted, how old bands get, and whether memory grows.
#include "bridge/Draws.h"
#include "bridge/Board.h"
#include "charts/ChartView.h"
#include "pages/explore/ExplorePage.h"
#include "levers/LeverPanel.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "parts/StopSlider.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace chokepoint;

namespace {

const std::filesystem::path source = CHOKEPOINT_SOURCE_DIR;

/// Notes when the first chart is painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget* chart)
    {
        chart->installEventFilter(this);
        for (auto* child : chart->findChildren<QWidget*>())
            child->installEventFilter(this);
    }
    bool painted = false;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        painted |= event->type() == QEvent::Paint;
        return false;
    }
};

double megabytesInUse()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

double at(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    const double seconds = argc > 1 ? std::atof(argv[1]) : 10;
    const int drags = argc > 2 ? std::atoi(argv[2]) : 100;
    const Engine engine(source / "resources", source / "scenarios");
    ui::Board board(engine, Language::load(source / "resources", "en", Program::Window));
    ui::Draws draws(board);
    ui::MainWindow window(board, draws);
    window.page<ui::ExplorePage>()->setChartCount(6);
    window.resize(1440, 900);
    window.show();
    while (!draws.isFinal())
        QApplication::processEvents(QEventLoop::AllEvents, 5);

    // a number that changes with every pixel: the cap on HBM sales, under a capped level
    board.setMeasure(*board.catalogue().findMeasure("hbm_export"), "hbm3_cap");
    auto* row = window.findChild<QWidget*>(QStringLiteral("lever:hbm_cap_units"));
    auto* slider = row == nullptr ? nullptr : row->findChild<ui::StopSlider*>();
    if (slider == nullptr || !slider->isVisible()) {
        std::fputs("drag_benchmark: the slider of the cap is not to be seen\n", stderr);
        return 1;
    }
    PaintWatch watch(window.findChild<ui::ChartView*>());
    QElapsedTimer clock, sinceBand;
    std::vector<double> repaints, ages;
    sinceBand.start();
    QObject::connect(&draws, &ui::Draws::ready, [&] {
        ages.push_back(static_cast<double>(sinceBand.nsecsElapsed()) / 1e6);
        sinceBand.restart();
    });
    const auto place = [&](int step) {
        const int room = slider->width() - 20, pixel = step % (2 * room);
        return QPoint(10 + (pixel < room ? pixel : 2 * room - pixel), slider->height() / 2);
    };
    const auto drag = [&](double duration) {
        clock.start();
        QTest::mousePress(slider, Qt::LeftButton, {}, place(0));
        for (int step = 0; static_cast<double>(clock.elapsed()) < duration * 1000; step += 7) {
            QElapsedTimer move;
            move.start();
            const auto before = board.scenario();
            watch.painted = false;
            QTest::mouseMove(slider, place(step));
            const bool changed = !(board.scenario() == before);
            while (changed && !watch.painted && move.elapsed() < 1000)
                QApplication::processEvents(QEventLoop::AllEvents, 1);
            if (changed)
                repaints.push_back(static_cast<double>(move.nsecsElapsed()) / 1e6);
            while (move.elapsed() < 16) // as a hand moves: one place a frame
                QApplication::processEvents(QEventLoop::AllEvents, 1);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, place(0));
    };
    sinceBand.restart();
    ages.clear();
    drag(seconds);
    std::printf("drag of %.0f s: %zu moves repainted, median %.1f ms, 99th percentile %.1f ms, worst %.1f ms\n", seconds, repaints.size(),
                at(repaints, 0.5), at(repaints, 0.99), at(repaints, 1));
    // a band is replaced at the latest when the next run, which began as it appeared, has ended
    std::vector<double> oldest;
    for (std::size_t i = 1; i < ages.size(); ++i)
        oldest.push_back(ages[i - 1] + ages[i]);
    std::printf("bands: %zu, the oldest one on the screen was at most %.0f ms old, in the median %.0f ms\n", ages.size(), at(oldest, 1), at(oldest, 0.5));
    for (int i = 0; i < drags / 10; ++i)
        drag(0.1);
    const double before = megabytesInUse();
    for (int i = 0; i < drags; ++i)
        drag(0.1);
    std::printf("memory: %.0f MB, after %d more drags %.0f MB\n", before, drags, megabytesInUse());
    return 0;
}
