// chokepoint: the window, or a picture of a page where there is no display. Exit codes as chokepoint-cli.
#include "DataFolders.h"
#include "pages/explore/ExplorePage.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "OptionChecks.h"
#include "export/ReferencePdf.h"
#include "ScenarioOptions.h"
#include "export/Screenshots.h"
#include "window/StartSwitch.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QDate>
#include <QStandardPaths>

#include <iostream>
#include <optional>

namespace {

using namespace chokepoint;

constexpr int firstCharts = 2; ///< large ones, at the start

struct Options {
    app::ScenarioOptions scenario;
    std::vector<std::string> shot; ///< page and file
    std::string size = "1440x900", theme, firstLook, reference;
    double scale = 1;
    bool skipStart = false;
};

QSize sizeFrom(const std::string& text)
{
    const auto parts = QString::fromStdString(text).split(QLatin1Char('x'));
    bool isWidth = false, isHeight = false;
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(&isWidth), parts[1].toInt(&isHeight)) : QSize();
    if (!isWidth || !isHeight || size.width() < 400 || size.height() < 300 || size.width() > 8000 || size.height() > 8000)
        throw InputError("\"" + text + "\" is not a size", "--size", "a size is WIDTHxHEIGHT from 400x300 to 8000x8000", "Write for instance 1440x900.");
    return size;
}

void addOptions(CLI::App& cli, Options& options, app::DataFolders& folders)
{
    cli.set_version_flag("--version", CHOKEPOINT_VERSION);
    cli.add_option("--resources", folders.resources, "Folder of the data book")->type_name("FOLDER");
    cli.add_option("--scenarios", folders.scenarios, "Folder of the presets")->type_name("FOLDER");
    app::addScenarioOptions(cli, options.scenario);
    cli.add_option("--shot", options.shot, "Draw a page into a PNG file, without a display")->type_name("PAGE FILE")->expected(2);
    cli.add_option("--size", options.size, "Size of the picture (1440x900)")->type_name("WxH");
    cli.add_option("--theme", options.theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
    cli.add_option("--scale", options.scale, "Scale of the picture (1)")->type_name("FACTOR")->check(CLI::Validator([](const std::string& text) { return text.find_first_not_of("0123456789.") == std::string::npos ? std::string() : text + " is not a number"; }, ""));
    cli.add_flag("--no-start", options.skipStart, "Begin with the charts, without the start page");
    cli.add_option("--reference", options.reference, "Write the technical reference as a PDF, without a display")->type_name("FILE");
    cli.add_option("--first-look", options.firstLook, "Draw the start page's charts into a folder, without a display")->type_name("FOLDER");
}

int runWindow(const Options& options, const app::DataFolders& folders, int argc, char** argv)
{
    if (options.scale < 0.5 || options.scale > 4)
        throw InputError("The scale is out of range", "--scale", "it must be from 0.5 to 4", "Take for instance 1.5.");
    const bool isPicture = !options.shot.empty() || !options.firstLook.empty() || !options.reference.empty();
    if (isPicture) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Chokepoint"));
    QApplication::setApplicationVersion(QStringLiteral(CHOKEPOINT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.chokepoint.Chokepoint"));
    const auto theme = options.theme == "dark" ? ui::Theme::Dark : options.theme == "light" || isPicture ? ui::Theme::Light : ui::desktopTheme(application);
    ui::applyTheme(application, theme);

    const Engine engine(folders.resources, folders.scenarios);
    if (!options.reference.empty()) {
        ui::writeReferencePdf(engine, QString::fromStdString(options.reference));
        return 0;
    }
    ui::Board board(engine);
    const auto chosen = app::chosenScenario(engine, options.scenario);
    board.setStart(chosen.start);
    board.setScenario(chosen.scenario, QString::fromStdString(chosen.scenario.title));
    board.history().clear();

    if (!options.firstLook.empty()) {
        for (const auto& file : ui::firstLook(board, QString::fromStdString(options.firstLook)))
            std::cout << file.toStdString() << "\n";
        return 0;
    }
    if (isPicture) {
        ui::shoot(board, QString::fromStdString(options.shot[0]), QString::fromStdString(options.shot[1]), sizeFrom(options.size));
        return 0;
    }
    ui::MainWindow window(board);
    window.explore()->setToday(QDate::currentDate());
    window.setChartCount(firstCharts);
    const auto settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/window.ini");
    ui::StartSwitch start(window, board.catalogue().limits, ui::RecentFiles(settings));
    if (options.skipStart || !chosen.scenario.changes.empty() || !chosen.scenario.assumptions.empty())
        start.enterExplore();
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Chokepoint: a bench for reasoning about control measures between the United States and China, not a forecast."};
    cli.name("chokepoint");
    Options options;
    auto folders = app::dataFolders();
    addOptions(cli, options, folders);
    app::refuseWrongValues(cli);
    try {
        cli.parse(argc, argv);
        return runWindow(options, folders, argc, argv);
    } catch (const CLI::Success& e) { // --help, --version
        return cli.exit(e);
    } catch (const CLI::ParseError& e) {
        cli.exit(e);
        return 2;
    } catch (const InputError& e) {
        std::cerr << "chokepoint: " << e.what() << "\n";
        return 1;
    } catch (const std::exception& e) {
        std::cerr << "chokepoint: the program failed: " << e.what() << "\n  next: Please report this with what you did.\n";
        return 1;
    }
}
