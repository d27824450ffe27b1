// Turns options into a scenario.
#include "options/ScenarioOptions.h"

#include "api/ScenarioText.h"

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

/// MEASURE=LEVEL or MEASURE=LEVEL@QUARTER.
Change changeFrom(const std::string& text)
{
    const auto equals = text.find('=');
    const auto at = text.find('@', equals);
    Change change{text.substr(0, equals), text.substr(equals + 1, at == std::string::npos ? at : at - equals - 1), {}, 1};
    if (at != std::string::npos)
        change.from = quarterFrom(text.substr(at + 1), "--set " + text);
    return change;
}

Scenario namedScenario(const Engine& engine, const ScenarioOptions& options)
{
    if (!options.file.empty())
        return readScenarioFile(options.file);
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

ChosenScenario chosenScenario(const Engine& engine, const ScenarioOptions& options)
{
    ChosenScenario chosen{namedScenario(engine, options), options.from.empty() ? defaultStart : quarterFrom(options.from, "--from")};
    for (const auto& text : options.set)
        chosen.scenario.changes.push_back(changeFrom(text));
    for (const auto& text : options.parameters) {
        const auto at = text.find('=');
        const auto id = text.substr(0, at);
        std::erase_if(chosen.scenario.assumptions, [&](const Assumption& a) { return a.parameter == id; }); // an option wins over the file
        chosen.scenario.assumptions.push_back({id, text.substr(at + 1)});
    }
    engine.check(chosen.scenario);
    return chosen;
}

} // namespace chokepoint::app
