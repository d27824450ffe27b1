// chokepoint-cli: the core without a window. Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong.
#include "options/DataFolders.h"
#include "api/InputError.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"

#include <iostream>

namespace {

using namespace chokepoint;

constexpr auto about = "Projects what control measures between the United States and China do, quarter by quarter to 2035.\n"
                       "A bench for reasoning about choices, not a forecast.";

void addCommands(app::CommandLine& line, const app::EngineSource& engine)
{
#define CHOKEPOINT_LIST(name) app::name##Command(),
    for (const auto& command : {CHOKEPOINT_COMMANDS(CHOKEPOINT_LIST)}) {
        auto options = line.addCommand(command.name, command.help);
        options.onChosen([engine, action = command.declare(options)] { action(engine); });
    }
#undef CHOKEPOINT_LIST
}

} // namespace

int main(int argc, char** argv)
{
    app::CommandLine line("chokepoint-cli", about, CHOKEPOINT_VERSION);
    auto folders = app::dataFolders();
    line.options().add("--resources", folders.resources, "Folder of the data book").valueName("FOLDER");
    line.options().add("--scenarios", folders.scenarios, "Folder of the presets").valueName("FOLDER");
    std::optional<Engine> engine;
    std::optional<Language> language;
    addCommands(line, {[&]() -> const Engine& { return engine ? *engine : engine.emplace(folders.resources, folders.scenarios); },
                       [&]() -> const Language& {
                           return language ? *language : language.emplace(Language::load(folders.resources, "en", Program::CommandLine));
                       }});
    try {
        if (const auto code = line.read(argc, argv))
            return *code;
        std::cout.flush();
        if (!std::cout)
            throw InputError("The output cannot be written", "standard output", "it is closed or the disk is full",
                             "Write to another place.");
    } catch (const InputError& e) {
        std::cerr << "chokepoint-cli: " << app::printable(e.what()) << "\n";
        return 1;
    } catch (const std::exception& e) {
        std::cerr << "chokepoint-cli: the program failed: " << e.what() << "\n  next: Please report this with the command you gave.\n";
        return 1;
    }
    return 0;
}
