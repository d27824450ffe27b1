// check: reads scenario files and says whether they can be run.
#include "cli/Commands.h"
#include "api/InputError.h"
#include "cli/OutputFile.h"
#include "api/ScenarioText.h"

#include <iostream>
#include <memory>

namespace chokepoint::app {

namespace {

/// A data book that cannot be loaded is a fault of every file.
void run(const EngineSource& engine, const std::vector<std::string>& files)
{
    int wrong = 0;
    for (const auto& file : files) {
        try {
            const auto scenario = readScenarioFile(file);
            engine().check(scenario);
            std::cout << file << ": good, " << scenario.changes.size() << " changes, " << scenario.assumptions.size()
                      << " own assumptions\n";
        } catch (const InputError& e) {
            std::cerr << file << ": " << printable(e.what()) << "\n";
            ++wrong;
        }
    }
    if (wrong > 0)
        throw InputError(std::to_string(wrong) + " of " + std::to_string(files.size()) + " files cannot be run", "check",
                         "the messages above tell each fault", "Mend them and check again.");
}

Action declare(Options& command)
{
    auto files = std::make_shared<std::vector<std::string>>();
    command.add("file", *files, "Scenario files").required().valueName("FILE");
    return [files](const EngineSource& engine) { run(engine, *files); };
}

} // namespace

Command checkCommand() { return {"check", "Check scenario files without running them", declare}; }

} // namespace chokepoint::app
