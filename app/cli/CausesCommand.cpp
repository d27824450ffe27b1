// causes: what a series hangs on, as a tree, present against baseline.
#include "options/ScenarioOptions.h"
#include "api/Catalogue.h"
#include "api/EquationWords.h"
#include "api/Equations.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/EquationJson.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct CausesOptions {
    ScenarioOptions scenario;
    std::string series, baseline, at = "2030Q4";
    int depth = 2;
    bool json = false;
};

Message shown(const Cause& cause, std::size_t q)
{
    if (cause.kind == SeriesKind::Category) {
        const auto named = [](double code) { return words::binding(static_cast<BindingInput>(static_cast<int>(code))); };
        if (cause.present[q] == cause.baseline[q])
            return named(cause.present[q]);
        return Message("cause.other_input", {{"present", named(cause.present[q])}, {"baseline", named(cause.baseline[q])}});
    }
    const auto display = words::displayUnit(cause.unit);
    const auto present = words::number(cause.present[q] * display.scale), baseline = words::number(cause.baseline[q] * display.scale);
    if (cause.present[q] != cause.baseline[q])
        return Message("cause.against", {{"present", present}, {"baseline", baseline}, {"unit", display.name()}});
    return Message("cause.value", {{"value", present}, {"unit", display.name()}});
}

Message causesLine(const Cause& cause, std::size_t q)
{
    if (!cause.grade)
        return Message("cause.line", {{"name", words::causeName(cause)}, {"value", shown(cause, q)}});
    return Message("cause.graded_line", {{"name", words::causeName(cause)}, {"value", shown(cause, q)}, {"grade", letterOf(*cause.grade)}});
}

/// The tree of causes, a line each, indented by depth.
void printCauses(const Engine& engine, const CausesOptions& options, const Scenario& chosen, const Scenario& baseline, std::size_t q,
           const std::string& id, int depth, const Language& language)
{
    const auto causes = causesOf(engine, id, chosen, startingAt(baseline, chosen.start));
    for (const auto& cause : causes.causes) {
        const auto kind = cause.input.kind;
        const bool isVariable = kind == EquationInput::Kind::Variable || kind == EquationInput::Kind::Previous;
        tell(std::string(static_cast<std::size_t>(2 * (depth + 1)), ' ') + language.text(causesLine(cause, q)) + "\n");
        if (isVariable && depth + 1 < options.depth && cause.input.id != id)
            printCauses(engine, options, chosen, baseline, q, cause.input.id, depth + 1, language);
    }
}

void runCauses(const Engine& engine, const Language& language, const CausesOptions& options)
{
    if (options.depth < 1 || options.depth > 6)
        throw InputError(Refusal("depth_out_of_range", {.option = "--depth " + std::to_string(options.depth)}));
    const auto chosen = chosenScenario(engine, options.scenario);
    const auto& baseline = engine.preset(options.baseline.empty() ? chosen.baseline : options.baseline);
    const auto at = quarterFrom(options.at, "--at");
    const auto causes = causesOf(engine, options.series, chosen, startingAt(baseline, chosen.start));
    if (options.json) {
        Json list = Json::array();
        for (const auto& cause : causes.causes)
            list.add(asJson(cause));
        writeOutput(Json{{"self", asJson(causes.self)}, {"equation", asJson(causes.equation)}, {"causes", list}}.text());
        return;
    }
    const auto q = static_cast<std::size_t>(at.index);
    tell(language.text(Message("cause.heading", {{"name", causes.self.name}, {"at", at}, {"value", shown(causes.self, q)}})) + "\n");
    printCauses(engine, options, chosen, baseline, q, options.series, 0, language);
}

Action declareCauses(Options& command)
{
    auto options = std::make_shared<CausesOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--series", options->series, "Id of the series, hidden state or term").required().valueName("ID");
    command.add("--baseline", options->baseline, "Ready-made package to compare with (the scenario’s own baseline)").valueName("NAME");
    command.add("--at", options->at, "Quarter of the tree (2030Q4)").valueName("QUARTER");
    command.add("--depth", options->depth, "Depth of the tree (2)").valueName("N");
    command.addFlag("--json", options->json, "Write the direct causes in every quarter as JSON");
    return [options](const EngineSource& engine) { runCauses(engine(), engine.language(), *options); };
}

} // namespace

Command causesCommand() { return {"causes", "Print what a series depends on, package and baseline side by side", declareCauses}; }

} // namespace chokepoint::app
