// chokepoint-cli: the core without a window. Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong.
#include "DataFolders.h"
#include "OptionChecks.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <optional>

int main(int argc, char** argv)
{
    using namespace chokepoint;
    CLI::App cli{"Projects what control measures between the United States and China do, quarter by quarter to 2035.\n"
                 "A bench for reasoning about choices, not a forecast."};
    cli.name("chokepoint-cli");
    cli.require_subcommand(1);
    cli.set_version_flag("--version", CHOKEPOINT_VERSION);
    auto folders = app::dataFolders();
    cli.add_option("--resources", folders.resources, "Folder of the data book")->type_name("FOLDER");
    cli.add_option("--scenarios", folders.scenarios, "Folder of the presets")->type_name("FOLDER");

    std::optional<Engine> loaded;
    const app::EngineSource engine = [&]() -> const Engine& {
        if (!loaded)
            loaded.emplace(folders.resources, folders.scenarios);
        return *loaded;
    };
    app::addRunCommand(cli, engine);
    app::addEnsembleCommand(cli, engine);
    app::addDrawCommand(cli, engine);
    app::addSlopesCommand(cli, engine);
    app::addEquationsCommand(cli, engine);
    app::addCausesCommand(cli, engine);
    app::addAuditCommand(cli, engine);
    app::addBacktestCommand(cli, engine);
    app::addReportCommand(cli, engine);
    app::addCatalogueCommand(cli, engine);
    app::addAttributeCommand(cli, engine);
    app::addTornadoCommand(cli, engine);
    app::addSobolCommand(cli, engine);
    app::addPrimCommand(cli, engine);
    app::addSeekCommand(cli, engine);
    app::addClaimCommand(cli, engine);
    app::addValueCommand(cli, engine);
    app::addRegretCommand(cli, engine);
    app::addMarginalCommand(cli, engine);
    app::addCheckCommand(cli, engine);
    app::refuseWrongValues(cli);

    try {
        cli.parse(argc, argv);
        std::cout.flush();
        if (!std::cout)
            throw InputError("The output cannot be written", "standard output", "it is closed or the disk is full", "Write to another place.");
    } catch (const CLI::Success& e) { // --help, --version
        return cli.exit(e);
    } catch (const CLI::ParseError& e) {
        cli.exit(e);
        return 2;
    } catch (const InputError& e) {
        std::cerr << "chokepoint-cli: " << app::printable(e.what()) << "\n";
        return 1;
    } catch (const std::exception& e) {
        std::cerr << "chokepoint-cli: the program failed: " << e.what() << "\n  next: Please report this with the command you gave.\n";
        return 1;
    }
    return 0;
}
