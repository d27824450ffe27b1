// chokepoint-cli: the core without a window. Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong.
#include "options/DataFolders.h"
#include "options/Failures.h"
#include "options/Terminal.h"
#include "api/Catalogue.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"

#include <optional>

namespace {

using namespace chokepoint;

constexpr auto about = "Projects the effects of US, allied and Chinese controls on chips, people and models, quarter by quarter to 2035.\n"
                       "A tool for comparing choices, not a forecast.";

void addCommands(app::CommandLine& line, const app::EngineSource& engine)
{
#define CHOKEPOINT_LIST(name) app::name##Command(),
    for (const auto& command : {CHOKEPOINT_COMMANDS(CHOKEPOINT_LIST)}) {
        auto options = line.addCommand(command.name, command.help);
        options.onChosen([engine, action = command.declare(options)] { action(engine); });
    }
#undef CHOKEPOINT_LIST
}

void runCall(app::DataFolders& folders, int argc, char** argv)
{
    app::CommandLine line("chokepoint-cli", about, CHOKEPOINT_VERSION);
    line.options().add("--resources", folders.resources, "Folder of the data book").valueName("FOLDER");
    line.options().add("--scenarios", folders.scenarios, "Folder of the ready-made packages").valueName("FOLDER");
    std::optional<Engine> engine;
    std::optional<Language> language;
    addCommands(line, {[&]() -> const Engine& { return engine ? *engine : engine.emplace(folders.resources, folders.scenarios); },
                       [&]() -> const Language& {
                           if (!language) {
                               language.emplace(Language::load(folders.resources, "en", Program::CommandLine));
                               words::requireUnitWords(engine->catalogue(), *language); // the data book is read first
                           }
                           return *language;
                       }});
    if (line.read(argc, argv))
        app::requireOutput();
}

} // namespace

int main(int argc, char** argv)
{
    app::ignoreFileSizeSignal();
    auto folders = app::dataFolders();
    try {
        runCall(folders, argc, argv);
        return 0;
    } catch (...) {
        const auto failure = app::failureOf(std::current_exception(), folders.resources, Program::CommandLine);
        app::tellError("chokepoint-cli: " + failure.text + "\n");
        return failure.code;
    }
}
