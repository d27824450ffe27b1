// check: reads scenario files and says whether they can be run.
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "api/ScenarioText.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace chokepoint::app {

void addCheckCommand(CLI::App& cli, const EngineSource& engine)
{
    auto files = std::make_shared<std::vector<std::string>>();
    auto* command = cli.add_subcommand("check", "Check scenario files without running them");
    command->add_option("file", *files, "Scenario files")->required()->type_name("FILE");
    command->callback([engine, files] {
        int wrong = 0;
        for (const auto& file : *files) {
            try {
                const auto scenario = readScenarioFile(file);
                engine().check(scenario);
                std::cout << file << ": good, " << scenario.changes.size() << " changes, " << scenario.assumptions.size() << " own assumptions\n";
            } catch (const InputError& e) {
                std::cerr << file << ": " << printable(e.what()) << "\n";
                ++wrong;
            }
        }
        if (wrong > 0)
            throw InputError(std::to_string(wrong) + " of " + std::to_string(files->size()) + " files cannot be run", "check",
                             "the messages above tell each fault", "Mend them and check again.");
    });
}

} // namespace chokepoint::app
