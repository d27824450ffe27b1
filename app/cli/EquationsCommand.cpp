// equations: the technical reference, or the model for other programs. causes: what a series hangs on.
#include "ScenarioOptions.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "api/Words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace chokepoint::app {
namespace {

using Json = nlohmann::ordered_json;

const char* kindOf(EquationInput::Kind kind)
{
    switch (kind) {
    case EquationInput::Kind::Variable: return "variable";
    case EquationInput::Kind::Previous: return "previous";
    case EquationInput::Kind::Parameter: return "parameter";
    case EquationInput::Kind::Lever: return "lever";
    case EquationInput::Kind::RecordedLever: return "recorded";
    case EquationInput::Kind::Path: return "path";
    case EquationInput::Kind::Time: break;
    }
    return "time";
}

Json asJson(const Equation& e)
{
    Json parts = Json::array(), inputs = Json::array();
    for (const auto& part : e.parts)
        parts.push_back({{"name", part.name}, {"expression", part.expression}, {"unit", part.unit}});
    for (const auto& input : e.inputs)
        inputs.push_back({{"kind", kindOf(input.kind)}, {"id", input.id}});
    return {{"id", e.id}, {"name", e.name}, {"description", e.description}, {"unit", e.unit}, {"expression", e.expression}, {"parts", parts},
            {"start", e.start}, {"inputs", inputs}, {"used_by", e.usedBy}};
}

std::string equationsAsJson(const Engine& engine)
{
    Json list = Json::array();
    for (const auto& e : engine.equations())
        list.push_back(asJson(e));
    const auto check = engine.checkUnits();
    return Json{{"equations", list},
                {"unit_check", {{"operations", check.checked}, {"variables", check.variables}, {"derived", check.derived}, {"mismatches", check.mismatches}}}}
               .dump(2)
         + "\n";
}

Json asJson(const Cause& cause)
{
    return {{"kind", kindOf(cause.input.kind)}, {"id", cause.input.id}, {"name", cause.name}, {"unit", cause.unit}, {"grade", cause.grade},
            {"sources", cause.sources}, {"present", cause.present}, {"baseline", cause.baseline}};
}

struct CausesOptions {
    ScenarioOptions scenario;
    std::string series, baseline, at = "2030Q4";
    int depth = 2;
    bool json = false;
};

std::string shown(const Cause& cause, std::size_t q)
{
    Series like;
    like.unit = cause.unit;
    const auto display = words::displayUnit(like);
    std::string text = words::number(cause.present[q] * display.scale);
    if (cause.present[q] != cause.baseline[q])
        text += " (baseline " + words::number(cause.baseline[q] * display.scale) + ")";
    return text + " " + display.unit;
}

/// The tree of causes, a line each, indented by depth.
void print(const Engine& engine, const CausesOptions& options, const ChosenScenario& chosen, const Scenario& baseline, std::size_t q, const std::string& id, int depth)
{
    const auto causes = engine.causes(id, chosen.scenario, baseline, chosen.start);
    for (const auto& cause : causes.causes) {
        const bool isVariable = cause.input.kind == EquationInput::Kind::Variable || cause.input.kind == EquationInput::Kind::Previous;
        std::cout << std::string(static_cast<std::size_t>(2 * (depth + 1)), ' ') << cause.name
                  << (cause.input.kind == EquationInput::Kind::Previous ? ", quarter before" : cause.input.kind == EquationInput::Kind::RecordedLever ? ", as recorded" : "")
                  << ": " << shown(cause, q) << (cause.grade.empty() ? "" : ", grade " + cause.grade) << "\n";
        if (isVariable && depth + 1 < options.depth && cause.input.id != id)
            print(engine, options, chosen, baseline, q, cause.input.id, depth + 1);
    }
}

void run(const Engine& engine, const CausesOptions& options)
{
    if (options.depth < 1 || options.depth > 6)
        throw InputError("The tree has the wrong depth", "--depth " + std::to_string(options.depth), "it must be a whole number from 1 to 6", "Take for instance 2.");
    const auto chosen = chosenScenario(engine, options.scenario);
    const auto& baseline = engine.preset(options.baseline.empty() ? chosen.scenario.baseline : options.baseline);
    const auto at = quarterFrom(options.at, "--at");
    const auto causes = engine.causes(options.series, chosen.scenario, baseline, chosen.start);
    if (options.json) {
        Json list = Json::array();
        for (const auto& cause : causes.causes)
            list.push_back(asJson(cause));
        writeOutput("-", Json{{"self", asJson(causes.self)}, {"equation", asJson(causes.equation)}, {"causes", list}}.dump(2) + "\n");
        return;
    }
    const auto q = static_cast<std::size_t>(at.index);
    std::cout << causes.self.name << " in " << words::quarter(at) << ": " << shown(causes.self, q) << "\n";
    print(engine, options, chosen, baseline, q, options.series, 0);
}

} // namespace

void addEquationsCommand(CLI::App& cli, const EngineSource& engine)
{
    struct Options {
        ScenarioOptions scenario;
        std::string format = "markdown", file = "-";
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = cli.add_subcommand("equations", "Write the equations: a technical reference, or a model file for other programs");
    addScenarioOptions(*command, options->scenario);
    auto* format = command->add_option("--format", options->format, "markdown, html or xmile; xmile holds the levers of the scenario")
        ->check(CLI::IsMember({"markdown", "html", "xmile"}));
    command->add_option("--file", options->file, "File to write (standard output)")->type_name("FILE");
    command->add_flag("--json", options->json, "Write the equations and the unit check as JSON");
    command->callback([engine, options, format] {
        if (options->json && format->count() > 0)
            throw InputError("Two forms are asked for", "--format " + options->format + ", --json", "JSON is a form of its own", "Leave one of the two out.");
        const auto chosen = chosenScenario(engine(), options->scenario);
        writeOutput(options->file, options->json ? equationsAsJson(engine())
                                   : options->format == "xmile" ? engine().xmile(chosen.scenario, chosen.start)
                                                                : engine().reference(options->format == "html" ? ReferenceFormat::Html : ReferenceFormat::Markdown));
    });
}

void addCausesCommand(CLI::App& cli, const EngineSource& engine)
{
    auto options = std::make_shared<CausesOptions>();
    auto* command = cli.add_subcommand("causes", "Print what a series hangs on, present against baseline");
    addScenarioOptions(*command, options->scenario);
    command->add_option("--series", options->series, "Id of the series, hidden state or term")->required()->type_name("ID");
    command->add_option("--baseline", options->baseline, "Preset to compare with (that of the scenario)")->type_name("NAME");
    command->add_option("--at", options->at, "Quarter of the tree (2030Q4)")->type_name("QUARTER");
    command->add_option("--depth", options->depth, "Levels of the tree (2)")->type_name("N");
    command->add_flag("--json", options->json, "Write the direct causes in every quarter as JSON");
    command->callback([engine, options] { run(engine(), *options); });
}

} // namespace chokepoint::app
