// Turns options into a scenario.
#include "options/ScenarioOptions.h"
#include "options/NamedScenarios.h"

#include "api/Catalogue.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/ScenarioEdits.h"
#include "api/ScenarioText.h"

#include <charconv>
#include <iostream>
#include <variant>

namespace chokepoint::app {

Quarter quarterFrom(const std::string& text, const std::string& option)
{
    if (const auto quarter = Quarter::parse(text))
        return *quarter;
    throw InputError(Refusal("not_a_quarter", {{"text", text}}, {.option = option}));
}

Period periodFrom(const std::string& text, const std::string& option)
{
    if (const auto period = Period::parse(text))
        return *period;
    throw InputError(Refusal("not_a_period", {{"text", text}}, {.option = option}));
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
        throw InputError(Refusal("not_a_ramp", {{"part", error.part}}, {.option = "--set " + text}));
    throw InputError(Refusal("not_a_change", {{"text", text}}, {.option = "--set " + text}));
}

template <class Number> Number numberFrom(const std::string& text, const char* option)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw InputError(Refusal("not_a_number", {{"text", text}}, {.option = option}));
    return value;
}

ReactionChances chancesFrom(const ScenarioOptions& options)
{
    ReactionChances chances;
    if (!options.leastChance.empty())
        chances.least = numberFrom<double>(options.leastChance, "--least-chance");
    if (!options.reactionSeed.empty())
        chances.seed = numberFrom<std::uint64_t>(options.reactionSeed, "--reaction-seed");
    return chances;
}

std::vector<ReactionRule> rulesFrom(const Engine& engine, const ScenarioOptions& options)
{
    if (options.reactions.empty())
        return {};
    if (options.reactions == "shipped")
        return shippedReactions(engine);
    return reactionsFrom(engine, readTextFile(options.reactions, largestReactionsFile), options.reactions);
}

Scenario namedScenario(const Engine& engine, const ScenarioOptions& options)
{
    if (!options.file.empty())
        return readScenarioNamed(engine, options.file);
    return engine.preset(options.preset.empty() ? engine.catalogue().presets.front().id : options.preset);
}

} // namespace

std::size_t requireSeries(const Catalogue& catalogue, const std::string& id)
{
    if (const auto row = catalogue.findSeries(id))
        return *row;
    throw InputError(Refusal("unknown_series", {{"id", id}}, {.option = "--series " + id}));
}

Scenario readScenarioNamed(const Engine& engine, const std::string& name)
{
    if (name == "-")
        return checkedScenario(engine, readText(std::cin, "standard input", largestScenarioFile), "standard input");
    return checkedScenarioFile(engine, name);
}

void addChangeOptions(Options& command, ScenarioOptions& options)
{
    command.add("--set", options.set, "Set a measure, from a quarter or from --from (may be repeated)")
        .valueName("MEASURE=SETTING[@QUARTER]").oneValueEachTime().check(refuseWithoutEqualSign);
    command.add("--from", options.from, "Quarter from which changes without a date start (2027Q1)").valueName("QUARTER");
    command.add("--param", options.parameters, "Assume another value of an input (may be repeated)")
        .valueName("ID=VALUE").oneValueEachTime().check(refuseWithoutEqualSign);
    const auto reactions =
        command.add("--reactions", options.reactions, "Let the other side answer by rules: shipped, or a file of rules")
            .valueName("RULES");
    const auto least = command.add("--least-chance", options.leastChance, "Rules answer whose own chance is at least this (0.5)")
                           .valueName("CHANCE").needs(reactions);
    command.add("--reaction-seed", options.reactionSeed, "Draw the answers by their chances, with this seed")
        .valueName("S").needs(reactions).excludes(least);
}

void addScenarioOptions(Options& command, ScenarioOptions& options, bool takesFile)
{
    const auto preset =
        command.add("--preset", options.preset, "Start from a ready-made package (see: catalogue presets)").valueName("NAME");
    const auto scenario = command.add("--scenario", options.file, "Start from a scenario file, or from standard input with -")
                              .valueName("FILE")
                              .excludes(preset);
    if (takesFile)
        command.add("file", options.file, "Scenario file to open, or standard input with -")
            .valueName("FILE").excludes(preset).excludes(scenario);
    addChangeOptions(command, options);
}

Scenario chosenScenario(const Engine& engine, const ScenarioOptions& options)
{
    return chosenWithAnswers(engine, options).answered.scenario;
}

ScenarioWithAnswers chosenWithAnswers(const Engine& engine, const ScenarioOptions& options)
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
    auto rules = rulesFrom(engine, options);
    auto answered = withReactions(engine, chosen, startingAt(engine.preset(chosen.baseline), chosen.start), rules, chancesFrom(options));
    return {std::move(answered), std::move(rules)};
}

} // namespace chokepoint::app
