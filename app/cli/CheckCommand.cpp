// check: reads scenario files and says whether they can be run.
#include "cli/Commands.h"
#include "api/InputError.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"
#include "options/ScenarioOptions.h"

#include <memory>

namespace chokepoint::app {

namespace {

/// A data book that cannot be loaded is no fault of the files.
void runCheck(const EngineSource& engine, const std::vector<std::string>& files)
{
    engine();
    int wrong = 0;
    for (const auto& file : files) {
        try {
            const auto scenario = readScenarioNamed(engine(), file);
            tell(engine.language().text(Message("check.good", {{"file", file}, {"changes", scenario.changes.size()},
                                                               {"assumptions", scenario.assumptions.size()}})) + "\n");
        } catch (const InputError& e) {
            tellError(file + ": " + said(e, engine.language()).whole(engine.language()) + "\n");
            ++wrong;
        }
    }
    if (wrong > 0)
        throw InputError(Refusal("files_cannot_be_run", {{"wrong", wrong}, {"files", files.size()}}, {.option = "check"}));
}

Action declareCheck(Options& command)
{
    auto files = std::make_shared<std::vector<std::string>>();
    command.add("file", *files, "Scenario files").required().valueName("FILE");
    return [files](const EngineSource& engine) { runCheck(engine, *files); };
}

} // namespace

Command checkCommand() { return {"check", "Check scenario files without running them", declareCheck}; }

} // namespace chokepoint::app
