// code: turns scenarios into share codes, and codes into scenario text.
#include "cli/Commands.h"
#include "api/ScenarioText.h"
#include "api/ShareCode.h"
#include "cli/OutputFile.h"
#include "options/ScenarioOptions.h"
#include "options/Terminal.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct CodeOptions {
    std::string action, code, out = "-";
    ScenarioOptions scenario;
};

void decode(const EngineSource& engine, const CodeOptions& options)
{
    const auto shared = readShareCode(engine(), options.code);
    if (shared.unknown > 0)
        tellError(engine.language().text(Message("code.left_out", {{"unknown", shared.unknown}})) + "\n");
    writeOutput(options.out, writeScenario(shared.scenario, engine().catalogue()), "--out");
}

Action declareCode(Options& command)
{
    auto options = std::make_shared<CodeOptions>();
    command.add("action", options->action, "What to do").required().oneOf({"encode", "decode"});
    command.add("code", options->code, "Share code to decode").valueName("CODE");
    addScenarioOptions(command, options->scenario);
    command.add("--out", options->out, "File for the scenario, \"-\" for standard output").valueName("FILE");
    return [options](const EngineSource& engine) {
        if (options->action == "decode")
            decode(engine, *options);
        else
            writeOutput(shareCode(chosenScenario(engine(), options->scenario)) + "\n");
    };
}

} // namespace

Command codeCommand() { return {"code", "Turn a scenario into a share code, or a code into a scenario", declareCode}; }

} // namespace chokepoint::app
