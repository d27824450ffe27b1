// The options that name a scenario, the same for the command line and for the pictures that the window draws.
#pragma once

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/Period.h"
#include "api/Reactions.h"
#include "api/Scenario.h"
#include "options/Options.h"

#include <string>
#include <vector>

namespace chokepoint::app {

struct ScenarioOptions {
    std::string preset, file, from;
    std::vector<std::string> set, parameters;
    std::string reactions{}, leastChance{}, reactionSeed{};
};

/// Adds what changes a scenario: --set, --from, --param, --reactions, --least-chance and --reaction-seed.
void addChangeOptions(Options& command, ScenarioOptions& options);

/// Adds --preset, --scenario and the options of addChangeOptions() to a command; with `takesFile` also a file without an option before it.
void addScenarioOptions(Options& command, ScenarioOptions& options, bool takesFile = false);

/// A checked scenario from a file, or from standard input for "-", which can be read once. Throws InputError with file and line.
Scenario readScenarioNamed(const Engine& engine, const std::string& name);

/// The quarter that an option names. Throws InputError that tells the range.
Quarter quarterFrom(const std::string& text, const std::string& option);

/// A year, "2030", or a quarter, "2030Q4". Throws InputError for anything else.
Period periodFrom(const std::string& text, const std::string& option);

/// Place in Catalogue::series. Throws InputError for an unknown id.
std::size_t requireSeries(const Catalogue& catalogue, const std::string& id);

struct ScenarioWithAnswers {
    AnsweredScenario answered;
    std::vector<ReactionRule> rules; ///< that --reactions names, none without it: those of the data book for "shipped", else of a file
};

/// The scenario that the options name, the status quo without any, with the answers to it behind its own changes. Throws InputError for
/// unknown names and wrong values.
ScenarioWithAnswers chosenWithAnswers(const Engine& engine, const ScenarioOptions& options);
Scenario chosenScenario(const Engine& engine, const ScenarioOptions& options);

} // namespace chokepoint::app
