// Turns options into a scenario.
#include "options/ScenarioOptions.h"

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/ScenarioEdits.h"
#include "api/ScenarioText.h"

#include <variant>

namespace chokepoint::app {

Quarter quarterFrom(const std::string& text, const std::string& option)
{
    if (const auto quarter = Quarter::parse(text))
        return *quarter;
    throw InputError("\"" + text + "\" is not a quarter of the model", option, "quarters run from 2022Q1 to 2035Q4",
                     "Write for instance 2027Q1.");
}

namespace {

std::string refuseWithoutEqualSign(const std::string& text)
{
    const auto at = text.find('=');
    return at == std::string::npos || at == 0 || at + 1 == text.size() ? "\"" + text + "\" is not of the form NAME=VALUE" : std::string();
}

Change changeFrom(const std::string& text)
{
    const auto change = edit::parseChange(text);
    if (const auto* parsed = std::get_if<Change>(&change))
        return *parsed;
    const auto& error = std::get<edit::ChangeTextError>(change);
    if (error.kind == edit::ChangeTextError::Kind::NotAQuarter)
        quarterFrom(error.part, "--set " + text);
    if (error.kind == edit::ChangeTextError::Kind::NotARamp)
        throw InputError("\"" + error.part + "\" is not a number of quarters", "--set " + text, "a ramp takes 1 to 56 quarters",
                         "Write for instance MEASURE=6@2027Q1/8.");
    throw InputError("\"" + text + "\" is not a change", "--set " + text, "it must be of the form MEASURE=LEVEL or MEASURE=LEVEL@QUARTER",
                     "Write for instance hbm_export=open@2027Q1.");
}

Scenario namedScenario(const Engine& engine, const ScenarioOptions& options)
{
    if (!options.file.empty())
        return readCheckedScenarioFile(options.file, engine);
    return engine.preset(options.preset.empty() ? engine.catalogue().presets.front().id : options.preset);
}

} // namespace

std::size_t requireSeries(const Catalogue& catalogue, const std::string& id)
{
    if (const auto row = catalogue.findSeries(id))
        return *row;
    throw InputError("There is no series \"" + id + "\"", "--series " + id, "no series of the data book has this id",
                     "List them with: chokepoint-cli catalogue series");
}

void addScenarioOptions(Options& command, ScenarioOptions& options)
{
    const auto preset = command.add("--preset", options.preset, "Start from a preset (see: catalogue presets)").valueName("NAME");
    command.add("--scenario", options.file, "Start from a scenario file").valueName("FILE").excludes(preset);
    command.add("--set", options.set, "Set a measure, from a quarter or from --from; may be given several times")
        .valueName("MEASURE=LEVEL[@QUARTER]").oneValueEachTime().check(refuseWithoutEqualSign);
    command.add("--from", options.from, "Quarter from which changes without a date apply (2027Q1)").valueName("QUARTER");
    command.add("--param", options.parameters, "Assume another value of a parameter; may be given several times")
        .valueName("ID=VALUE").oneValueEachTime().check(refuseWithoutEqualSign);
}

Scenario chosenScenario(const Engine& engine, const ScenarioOptions& options)
{
    auto chosen = startingAt(namedScenario(engine, options), options.from.empty() ? defaultStart : quarterFrom(options.from, "--from"));
    for (const auto& text : options.set)
        chosen.changes.push_back(changeFrom(text));
    for (const auto& text : options.parameters) {
        const auto at = text.find('=');
        const auto id = text.substr(0, at);
        std::erase_if(chosen.assumptions, [&](const Assumption& a) { return a.parameter == id; }); // an option wins over the file
        chosen.assumptions.push_back({id, text.substr(at + 1)});
    }
    engine.check(chosen);
    return chosen;
}

} // namespace chokepoint::app
