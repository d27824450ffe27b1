// run: one projection, as a table for people or as CSV.
#include "options/ScenarioOptions.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "api/ReactionWords.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct RunOptions {
    ScenarioOptions scenario;
    std::string arithmetic = "double", csv;
};

template <class Value> std::string quartersCsv(const Catalogue& catalogue, Value value)
{
    std::string text = "quarter";
    for (const auto& series : catalogue.series)
        text += "," + series.id;
    text += "\n";
    for (int q = 0; q < quarterCount; ++q) {
        text += Quarter{q}.text();
        for (std::size_t i = 0; i < catalogue.series.size(); ++i)
            text += "," + value(i, static_cast<std::size_t>(q));
        text += "\n";
    }
    return text;
}

void runOnce(const Engine& engine, const Language& language, const RunOptions& options)
{
    const auto [chosen, rules] = chosenWithAnswers(engine, options.scenario);
    const auto& scenario = chosen.scenario;
    const auto own = scenario.changes.size() - chosen.answers.size();
    const auto& catalogue = engine.catalogue();
    Projection projection;
    std::string csv;
    if (options.arithmetic == "decimal") {
        auto exact = engine.projectDecimal(scenario);
        csv = quartersCsv(catalogue, [&](std::size_t i, std::size_t q) { return exact.series[i][q]; });
        projection = std::move(exact.rounded);
    } else {
        projection = engine.project(scenario);
        csv = quartersCsv(catalogue, [&](std::size_t i, std::size_t q) { return words::roundTrip(projection.series[i][q]); });
    }
    if (!options.csv.empty())
        writeOutput(options.csv, csv, "--csv");
    else {
        tell(scenario.title + "\n");
        for (std::size_t c = 0; c < own; ++c)
            tell("  " + language.text(words::change(catalogue, scenario.changes[c], scenario.start)) + "\n");
        for (const auto& answer : chosen.answers)
            tell("  " + language.text(words::reactionAnswer(catalogue, rules, answer)) + "\n");
        tell("\n" + words::annualTable(catalogue, projection, language));
    }
}

Action declareRun(Options& command)
{
    auto options = std::make_shared<RunOptions>();
    addScenarioOptions(command, options->scenario, true);
    command.add("--arithmetic", options->arithmetic, "double, or decimal with fifty digits").oneOf({"double", "decimal"});
    command.add("--csv", options->csv, "Write every quarter to a file, or to standard output with -").valueName("FILE");
    return [options](const EngineSource& engine) { runOnce(engine(), engine.language(), *options); };
}

} // namespace

Command runCommand() { return {"run", "Project a scenario as a table of yearly means, or every quarter as CSV", declareRun}; }

} // namespace chokepoint::app
