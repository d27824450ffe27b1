// chokepoint: the window, or a picture of a page where there is no display. Exit codes as chokepoint-cli.
#include "options/DataFolders.h"
#include "options/Failures.h"
#include "options/Terminal.h"
#include "Display.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/PersonalFacts.h"
#include "api/Language.h"
#include "api/ScenarioText.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "document/Document.h"
#include "options/Options.h"
#include "options/NamedScenarios.h"
#include "options/ScenarioOptions.h"
#include "look/ThemeChoice.h"
#include "window/FileActions.h"
#include "window/MainWindow.h"
#include "window/Session.h"
#include "export/BriefPdf.h"
#include "export/ReferencePdf.h"
#include "sheet/WriteFigure.h"
#include "export/Screenshots.h"
#include "export/SmallPicture.h"
#include "window/StartSwitch.h"

#include <QApplication>
#include <QDate>
#include <QStandardPaths>

#include <filesystem>
#include <utility>

namespace {

using namespace chokepoint;

struct Options {
    app::NamedScenarios named;
    std::vector<app::ScenarioOptions> scenarios; ///< of these; one, but for a figure
    std::vector<std::string> shot;               ///< page and file
    std::vector<std::string> figure;             ///< series and file
    std::string style = "print", kind = "line", show = "value";
    int year = 2028;
    std::string size, theme, firstLook, reference, brief, facts, workbook;
    double scale = 1;
    bool skipStart = false;

    const app::ScenarioOptions& scenario() const { return scenarios.front(); }

    bool isPicture() const { return !shot.empty() || !figure.empty() || !firstLook.empty() || !reference.empty() || !brief.empty(); }
};

QSize sizeFrom(const std::string& text)
{
    if (text.empty())
        return {1440, 900};
    const auto parts = QString::fromStdString(text).split(QLatin1Char('x'));
    bool isWidth = false, isHeight = false;
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(&isWidth), parts[1].toInt(&isHeight)) : QSize();
    if (!isWidth || !isHeight || size.width() < 400 || size.height() < 300 || size.width() > 8000 || size.height() > 8000)
        throw InputError(Refusal("not_a_size", {{"text", text}}, {.option = "--size"}));
    return size;
}

std::string faultOfNumber(const std::string& text)
{
    return text.find_first_not_of("0123456789.") == std::string::npos ? std::string() : text + " is not a number";
}

void addOptions(app::Options command, Options& options, app::DataFolders& folders)
{
    command.add("--resources", folders.resources, "Folder of the data book").valueName("FOLDER");
    command.add("--scenarios", folders.scenarios, "Folder of the ready-made packages").valueName("FOLDER");
    app::addNamedScenarios(command, options.named);
    command.add("--facts", options.facts, "Open a CSV table of your own facts (see: chokepoint-cli backtest --help)").valueName("FILE");
    command.add("--shot", options.shot, "Draw a page into a PNG file, without a display").valueName("PAGE FILE").values(2);
    command.add("--figure", options.figure, "Write a series as a figure to publish, SVG, PDF or PNG, without a display")
        .valueName("SERIES FILE")
        .values(2);
    command.add("--style", options.style, "Style of the figure: print, light, dark, gray, or a TOML file of your own (print)")
        .valueName("STYLE");
    command.add("--kind", options.kind, "Kind of the figure (line)").oneOf(sheetKindNames());
    command.add("--show", options.show, "What the figure shows (value)").oneOf(sheetShowNames());
    command.add("--year", options.year, "Year that the figure or the brief states (2028)").valueName("YEAR");
    command.add("--size", options.size, "Size of the picture (1440x900), or of the figure: column, slide, square or a4 (column)")
        .valueName("SIZE");
    command.add("--theme", options.theme, "light or dark").oneOf({"light", "dark"});
    command.add("--scale", options.scale, "Scale of the picture (1)").valueName("FACTOR").check(faultOfNumber);
    command.addFlag("--no-start", options.skipStart, "Open the charts, without the start page");
    command.add("--reference", options.reference, "Write the technical reference as a PDF, without a display").valueName("FILE");
    command.add("--brief", options.brief, "Write a brief about the package as PDF or Markdown, without a display").valueName("FILE");
    command.add("--first-look", options.firstLook, "Draw the start page’s charts into a folder, without a display").valueName("FOLDER");
}

/// What the call names: scenarios, of which a figure takes several, or a workbook. Throws CallError for more than there is room for.
void takeScenarios(Options& options)
{
    options.scenarios = app::eachOf(options.named);
    const std::size_t most = options.figure.empty() ? 1 : SheetRuns::mostScenarios;
    if (options.scenarios.size() > most)
        throw app::CallError(Refusal("call_scenarios", {{"named", options.scenarios.size()}, {"most", most}}, {.option = "--scenario"}));
    auto& file = options.scenarios.front().file;
    if (std::filesystem::path(file).extension() == ".choke") // a workbook is opened by the window, a scenario by the call
        options.workbook = std::exchange(file, {});
}

/// Writes a figure of the scenarios of the call.
void writeFigure(const Options& options, const Engine& engine, const Language& language)
{
    std::vector<Scenario> chosen;
    for (const auto& scenario : options.scenarios)
        chosen.push_back(app::chosenScenario(engine, scenario));
    const ui::FigureWish wish{.page = QString::fromStdString(options.size.empty() ? "column" : options.size),
                              .style = QString::fromStdString(options.style),
                              .file = QString::fromStdString(options.figure[1]),
                              .version = QStringLiteral(CHOKEPOINT_VERSION),
                              .today = QDate::currentDate()};
    SheetRequest request{.series = options.figure[0],
                         .kind = sheetKindNamed(options.kind).value(),
                         .show = sheetShowNamed(options.show).value(),
                         .year = options.year};
    if (request.show == SheetRequest::Show::Difference || request.show == SheetRequest::Show::Percent)
        request.firstYear = chosen.front().start.year() - 1; // nothing is different before
    ui::writeFigure(engine, language, chosen, request, wish);
}

/// Writes a brief about the scenario of the call, compared with the preset that it names.
void writeBrief(const Options& options, const Engine& engine, const Language& language, const Scenario& chosen)
{
    BriefRequest request;
    request.pair = {chosen, startingAt(engine.preset(chosen.baseline), chosen.start)};
    request.year = options.year;
    request.origin = {CHOKEPOINT_VERSION, QDate::currentDate().toString(Qt::ISODate).toStdString()};
    ui::writeBrief(engine, language, request, QString::fromStdString(options.brief));
}

/// The document of a window: where it lies comes from the call, what surrounds it from here.
ui::Surroundings surroundings(ui::MainWindow& window)
{
    return {QStringLiteral(CHOKEPOINT_VERSION), QString::fromStdString(app::stateFolder().string()),
            [] { return QDateTime::currentDateTimeUtc(); }, [&window] { return ui::smallPicture(window); }};
}

int showWindow(const Options& options, ui::Board& board, const Scenario& chosen)
{
    ui::Draws draws(board);
    ui::MainWindow window(board, draws);
    window.setToday(QDate::currentDate());
    ui::Document document(board, surroundings(window));
    const auto state = QString::fromStdString(app::stateFolder().string());
    auto* files = new ui::FileActions(window, board, document, state + QStringLiteral("/versions"));
    const auto settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/window.ini");
    ui::StartSwitch start(window, board, draws, ui::RecentFiles(settings));
    QObject::connect(files, &ui::FileActions::fileUsed, &window, &ui::MainWindow::fileUsed);
    QObject::connect(files, &ui::FileActions::opened, &start, &ui::StartSwitch::leave);
    if (options.skipStart || !options.scenario().file.empty() || !chosen.changes.empty() || !chosen.assumptions.empty())
        start.enter({.page = "explore"});
    const auto* session = new ui::Session(window, document, settings);
    const auto last = session->file();
    window.show();
    if (!options.workbook.empty())
        files->openAny(QString::fromStdString(options.workbook));
    else if (!last.isEmpty() && options.scenario().file.empty() && chosen.changes.empty() && chosen.assumptions.empty())
        files->openAny(last);
    files->offerLostWork(state + QStringLiteral("/unsaved"));
    return QApplication::exec();
}

int runWindow(const Options& options, const app::DataFolders& folders, int argc, char** argv)
{
    if (options.scale < 0.5 || options.scale > 4)
        throw InputError(Refusal("scale_out_of_range", {.option = "--scale"}));
    const bool isPicture = options.isPicture();
    if (isPicture) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    }
    app::DisplayGuard guard(folders.resources);
    int count = isPicture ? 1 : argc; // of a picture none of the options is Qt's, and --style is ours
    QApplication application(count, argv);
    guard.release();
    QApplication::setApplicationName(QStringLiteral("Chokepoint"));
    QApplication::setApplicationVersion(QStringLiteral(CHOKEPOINT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.chokepoint.Chokepoint"));
    using Wish = ui::ThemeChoice::Wish;
    const bool isLight = options.theme == "light" || (isPicture && options.theme.empty());
    ui::ThemeChoice::of(application).setWish(options.theme == "dark" ? Wish::Dark : isLight ? Wish::Light : Wish::AsDesktop);

    const Engine engine(folders.resources, folders.scenarios);
    if (!options.reference.empty()) {
        ui::writeReferencePdf(engine, QString::fromStdString(options.reference));
        return 0;
    }
    ui::Board board(engine, Language::load(folders.resources, "en", Program::Window));
    words::requireUnitWords(engine.catalogue(), board.language());
    if (!options.figure.empty()) {
        writeFigure(options, engine, board.language());
        return 0;
    }
    const auto chosen = app::chosenScenario(engine, options.scenario());
    if (!options.brief.empty()) {
        writeBrief(options, engine, board.language(), chosen);
        return 0;
    }
    board.setStart(chosen.start);
    const auto& opened = options.scenario().file;
    if (opened.empty())
        board.setScenario(chosen, QString::fromStdString(chosen.title));
    else // standard input was read already, and has no comments to keep
        board.openScenario(chosen, opened == "-" ? std::string() : readTextFile(opened, largestScenarioFile));
    if (!options.facts.empty())
        board.setFacts(readFactsFile(engine, board.language(), options.facts), {});
    board.history().clear();

    if (!options.firstLook.empty()) {
        for (const auto& file : ui::firstLook(board, QString::fromStdString(options.firstLook)))
            app::tell(file.toStdString() + "\n");
        return 0;
    }
    if (isPicture) {
        ui::shoot(board, QString::fromStdString(options.shot[0]), QString::fromStdString(options.shot[1]), sizeFrom(options.size));
        return 0;
    }
    return showWindow(options, board, chosen);
}

} // namespace

int main(int argc, char** argv)
{
    app::ignoreFileSizeSignal();
    app::CommandLine line(
        "chokepoint",
        "Chokepoint shows what the controls between the United States and China change. A tool for comparing choices, not a forecast.",
        CHOKEPOINT_VERSION);
    Options options;
    auto folders = app::dataFolders();
    addOptions(line.options(), options, folders);
    try {
        const bool isCall = line.read(argc, argv);
        takeScenarios(options);
        return isCall ? runWindow(options, folders, argc, argv) : 0;
    } catch (...) {
        const auto failure = app::failureOf(std::current_exception(), folders.resources, Program::Window);
        app::tellError("chokepoint: " + failure.text + "\n");
        if (app::isStartedFromDesktop(argc, argv))
            app::showFailure(failure.text, argc, argv);
        return failure.code;
    }
}
