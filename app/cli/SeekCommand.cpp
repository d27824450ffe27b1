// seek: packages that bring a series to a bound.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/GoalSeek.h"
#include "api/GoalWords.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <memory>

namespace chokepoint::app {
namespace {

struct SeekOptions {
    ScenarioOptions scenario;
    BoundOptions bound;
    GoalRequest request;
    std::string series, measures, side, csv;
    bool leastChanges = false, json = false;
};

/// Whose measures may change: those of the side that is asked for; without one America's and its allies', or those that are listed.
std::vector<std::size_t> movableOf(const Catalogue& catalogue, const SeekOptions& options)
{
    if (options.side.empty() && !options.measures.empty())
        return measuresNamed(catalogue, options.measures);
    auto movable = measuresOf(catalogue, options.side == "china" ? ActingSide::Beijing
                                         : options.side == "both"  ? ActingSide::Both
                                                                   : ActingSide::America);
    if (const auto listed = measuresNamed(catalogue, options.measures); !listed.empty())
        std::erase_if(movable, [&](std::size_t m) { return std::ranges::find(listed, m) == listed.end(); });
    if (movable.empty())
        throw InputError(Refusal("no_measure_of_side", {.option = "--side " + options.side}));
    return movable;
}

const char* sideName(ActingSide side) { return side == ActingSide::America ? "us" : side == ActingSide::Beijing ? "china" : "both"; }

Json seekJson(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer)
{
    Json packages = Json::array();
    for (const auto& package : answer.packages) {
        Json moves = Json::array();
        for (const auto& move : package.moves)
            moves.add({{"measure", move.measure}, {"value", move.value}, {"from", move.from.value_or(request.from.start).text()}});
        Json beside = Json::object();
        for (std::size_t i = 0; i < package.beside.size(); ++i)
            beside.set(catalogue.series[request.beside[i]].id, package.beside[i]);
        packages.add({{"moves", moves},
                      {"steps", package.steps},
                      {"value", package.value},
                      {"share_of_draws", request.draws > 0 ? Json(package.shareOfDraws) : Json()},
                      {"acts", sideName(actingSide(catalogue, package.moves))},
                      {"beside", beside}});
    }
    return {{"series", catalogue.series[request.series].id},
            {"year", request.year},
            {"present", answer.present},
            {"met_already", answer.isMetAlready},
            {"packages", packages},
            {"nearest_value", answer.nearestValue},
            {"tried", answer.tried}};
}

/// Without draws nothing is said of their share.
std::string seekCsv(const GoalAnswer& answer, bool hasDraws)
{
    std::string text = "package,measure,value,steps,annual_mean,share_of_draws\n";
    for (std::size_t i = 0; i < answer.packages.size(); ++i) {
        const auto& package = answer.packages[i];
        const auto share = hasDraws ? words::roundTrip(package.shareOfDraws) : std::string();
        for (const auto& move : package.moves)
            text += std::to_string(i + 1) + "," + move.measure + "," + move.value + "," + std::to_string(package.steps) + ","
                  + words::roundTrip(package.value) + "," + share + "\n";
    }
    return text;
}

void runSeek(const Engine& engine, const Language& language, SeekOptions& options)
{
    const auto& catalogue = engine.catalogue();
    auto& request = options.request;
    const auto scenario = chosenScenario(engine, options.scenario);
    request.from = scenario;
    const auto series = seriesNamed(catalogue, options.series);
    if (series.size() != 1)
        throw InputError(Refusal("one_series", {.option = "--series " + options.series}));
    request.series = series.front();
    request.bound = chosenBound(options.bound);
    request.movable = movableOf(catalogue, options);
    request.beside = costSeries(catalogue);
    request.nearest = options.leastChanges ? GoalRequest::Nearest::LeastChanges : GoalRequest::Nearest::FewestChanges;
    watchOnTerminal(request.work);
    const auto answer = seekGoal(engine, request);
    if (options.json)
        writeOutput(seekJson(catalogue, request, answer).text());
    else if (!options.csv.empty())
        writeOutput(options.csv, seekCsv(answer, request.draws > 0), "--csv");
    else
        tell(words::goalText(catalogue, request, answer, language));
}

Action declareSeek(Options& command)
{
    auto options = std::make_shared<SeekOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--series", options->series, "Id of a series").valueName("ID").required();
    command.add("--year", options->request.year, "Year whose mean counts (2035)").valueName("YEAR");
    addBoundOptions(command, options->bound);
    command.add("--measures", options->measures, "Measures that may change, with commas (all of the side)").valueName("ID,...");
    command.add("--side", options->side, "Who acts: us (with its allies), china or both (us)")
        .valueName("SIDE")
        .oneOf({"us", "china", "both"});
    command.add("--runs", options->request.leastInTen, "Of 10 runs, how many must meet the goal at least (0)").valueName("N");
    command.addFlag("--least", options->leastChanges, "Prefer the smallest steps, not the fewest measures");
    command.add("--most", options->request.mostChanges, "Largest number of measures to change (4)").valueName("N");
    command.add("--draws", options->request.draws, "Draws for the share that meets the limit (500)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runSeek(engine(), engine.language(), *options); };
}

} // namespace

Command seekCommand() { return {"seek", "Find the closest packages that reach a goal", declareSeek}; }

} // namespace chokepoint::app
