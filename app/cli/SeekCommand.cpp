// seek: packages that bring a series to a bound.
#include "cli/Analysis.h"
#include "cli/Commands.h"
#include "cli/OutputFile.h"
#include "api/WhyWords.h"
#include "api/Words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace chokepoint::app {
namespace {

using Json = nlohmann::ordered_json;

struct SeekOptions {
    ScenarioOptions scenario;
    BoundOptions bound;
    GoalRequest request;
    std::string series, measures, csv;
    bool leastChanges = false, json = false;
};

Json asJson(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer)
{
    Json packages = Json::array();
    for (const auto& package : answer.packages) {
        Json moves = Json::array();
        for (const auto& move : package.moves)
            moves.push_back({{"measure", move.measure}, {"value", move.value}, {"from", move.from.value_or(request.start).text()}});
        packages.push_back({{"moves", moves}, {"steps", package.steps}, {"value", package.value}, {"share_of_draws", package.shareOfDraws}});
    }
    return {{"series", catalogue.series[request.series].id}, {"year", request.year}, {"present", answer.present}, {"met_already", answer.isMetAlready},
            {"packages", packages}, {"nearest_value", answer.nearestValue}, {"tried", answer.tried}};
}

std::string csvText(const GoalAnswer& answer)
{
    std::string text = "package,measure,value,steps,annual_mean,share_of_draws\n";
    for (std::size_t i = 0; i < answer.packages.size(); ++i)
        for (const auto& move : answer.packages[i].moves)
            text += std::to_string(i + 1) + "," + move.measure + "," + move.value + "," + std::to_string(answer.packages[i].steps) + ","
                  + words::roundTrip(answer.packages[i].value) + "," + words::roundTrip(answer.packages[i].shareOfDraws) + "\n";
    return text;
}

void run(const Engine& engine, SeekOptions& options)
{
    const auto& catalogue = engine.catalogue();
    auto& request = options.request;
    const auto [scenario, start] = chosenScenario(engine, options.scenario);
    request.from = scenario;
    request.start = start;
    const auto series = seriesNamed(catalogue, options.series);
    if (series.size() != 1)
        throw InputError("Exactly one series must be named", "--series " + options.series, "the goal is about one series", "Name one.");
    request.series = series.front();
    request.bound = chosenBound(options.bound);
    request.movable = measuresNamed(catalogue, options.measures);
    request.nearest = options.leastChanges ? GoalRequest::Nearest::LeastChanges : GoalRequest::Nearest::FewestChanges;
    watchOnTerminal(request.work);
    const auto answer = engine.seek(request);
    if (options.json)
        std::cout << asJson(catalogue, request, answer).dump(2) << "\n";
    else if (!options.csv.empty())
        writeOutput(options.csv, csvText(answer));
    else
        std::cout << words::goalText(catalogue, request, answer);
}

} // namespace

void addSeekCommand(CLI::App& cli, const EngineSource& engine)
{
    auto* command = cli.add_subcommand("seek", "Find the packages nearest to a scenario that bring a series to a bound");
    auto options = std::make_shared<SeekOptions>();
    addScenarioOptions(*command, options->scenario);
    command->add_option("--series", options->series, "Id of a series")->type_name("ID")->required();
    command->add_option("--year", options->request.year, "Year whose mean counts (2035)")->type_name("YEAR");
    addBoundOptions(*command, options->bound);
    command->add_option("--measures", options->measures, "Measures that may move, with commas (all)")->type_name("ID,...");
    command->add_flag("--least", options->leastChanges, "Fewest steps of levels, not fewest measures");
    command->add_option("--most", options->request.mostChanges, "Most measures moved (4)")->type_name("N");
    command->add_option("--draws", options->request.draws, "Draws for the share that meets the bound (500)")->type_name("N");
    command->add_option("--seed", options->request.seed, "Seed of the draws (1)")->type_name("S");
    command->add_option("--threads", options->request.work.threads, "Threads (0 = all); the result does not depend on it")->type_name("T");
    auto* json = command->add_flag("--json", options->json, "Write JSON");
    command->add_option("--csv", options->csv, "Write to a file, or to standard output with -")->type_name("FILE")->excludes(json);
    command->callback([engine, options] { run(engine(), *options); });
}

} // namespace chokepoint::app
