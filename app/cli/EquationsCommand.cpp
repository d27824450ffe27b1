// equations: the technical reference, or the model for other programs.
#include "options/ScenarioOptions.h"
#include "api/Equations.h"
#include "api/InputError.h"
#include "cli/Commands.h"
#include "cli/EquationJson.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct EquationsOptions {
    ScenarioOptions scenario;
    std::string format = "markdown", file = "-";
    bool json = false;
};

std::string equationsJsonText(const Engine& engine)
{
    Json list = Json::array();
    for (const auto& e : equationsOf(engine))
        list.add(asJson(e));
    const auto check = checkUnits(engine);
    const Json units{{"operations", check.checked}, {"variables", check.variables}, {"derived", check.derived},
                     {"mismatches", check.mismatches}};
    return Json{{"equations", list}, {"unit_check", units}}.text();
}

std::string textOf(const Engine& engine, const EquationsOptions& options, const Scenario& chosen)
{
    if (options.json)
        return equationsJsonText(engine);
    if (options.format == "xmile")
        return xmileText(engine, chosen);
    return referenceText(engine, options.format == "html" ? ReferenceFormat::Html : ReferenceFormat::Markdown);
}

Action declareEquations(Options& command)
{
    auto options = std::make_shared<EquationsOptions>();
    addScenarioOptions(command, options->scenario);
    const auto format = command.add("--format", options->format, "markdown, html or xmile; xmile holds the levers of the scenario")
                            .oneOf({"markdown", "html", "xmile"});
    command.add("--file", options->file, "File to write (standard output)").valueName("FILE");
    command.addFlag("--json", options->json, "Write the equations and the unit check as JSON");
    return [options, format](const EngineSource& engine) {
        if (options->json && format.isGiven())
            throw InputError(Refusal("two_forms", {.option = "--format " + options->format + ", --json"}));
        writeOutput(options->file, textOf(engine(), *options, chosenScenario(engine(), options->scenario)), "--file");
    };
}

} // namespace

Command equationsCommand()
{
    return {"equations", "Write the equations as a technical reference, or as a model file for other programs", declareEquations};
}

} // namespace chokepoint::app
