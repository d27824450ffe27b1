// compare: up to six packages beside a baseline, in several outcomes: ranks, changes with their ranges, and regret.
#include "api/Catalogue.h"
#include "api/Comparison.h"
#include "api/ComparisonWords.h"
#include "api/DataExport.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "cli/Analysis.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/ScenarioOptions.h"
#include "options/Terminal.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <sstream>

namespace chokepoint::app {
namespace {

struct CompareOptions {
    std::vector<std::string> presets, files, series, parameters;
    std::string years, baseline, from, csv, json;
    bool less = false, sheet = false;
    ComparisonRequest request;
};

std::vector<int> yearsNamed(const std::string& list)
{
    std::vector<int> years;
    std::istringstream stream(list);
    for (std::string text; std::getline(stream, text, ',');) {
        int year = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
        if (error != std::errc() || end != text.data() + text.size())
            throw InputError(Refusal("not_a_number", {{"text", text}}, {.option = "--years " + list}));
        if (std::ranges::find(years, year) != years.end())
            throw InputError(Refusal("named_twice", {{"name", text}}, {.option = "--years " + list}));
        years.push_back(year);
    }
    return years;
}

/// All packages and the baseline start together and run under the assumptions of --param alone.
void readScenarios(const Engine& engine, CompareOptions& options)
{
    auto& request = options.request;
    request.baseline =
        chosenScenario(engine, {.preset = options.baseline, .file = {}, .from = options.from, .set = {}, .parameters = options.parameters});
    const auto add = [&](const std::string& name, const ScenarioOptions& chosen) {
        auto scenario = chosenScenario(engine, chosen);
        const auto isNamed = [&](const Scenario& other) { return other.id == scenario.id; };
        if (std::ranges::any_of(request.scenarios, isNamed))
            throw InputError(Refusal("named_twice", {{"name", scenario.id}}, {.option = name}));
        scenario.assumptions = request.baseline.assumptions;
        request.scenarios.push_back(std::move(scenario));
    };
    for (const auto& preset : options.presets)
        add("--preset " + preset, {.preset = preset, .file = {}, .from = options.from, .set = {}, .parameters = {}});
    for (const auto& file : options.files)
        add("--scenario " + file, {.preset = {}, .file = file, .from = options.from, .set = {}, .parameters = {}});
}

void readCompareRequest(const Engine& engine, CompareOptions& options)
{
    readScenarios(engine, options);
    std::string list;
    for (const auto& id : options.series)
        list += (list.empty() ? "" : ",") + id;
    const auto years = yearsNamed(options.years);
    for (const auto series : seriesNamed(engine.catalogue(), list))
        for (const int year : years)
            options.request.outcomes.emplace_back(series, year);
    options.request.moreIsBetter = !options.less;
    if (!options.csv.empty() && !options.json.empty())
        refuseSameTarget("--csv", options.csv, "--json", options.json);
}

const Scenario& scenarioAt(const ComparisonRequest& request, std::size_t place)
{
    return place < request.scenarios.size() ? request.scenarios[place] : request.baseline;
}

constexpr std::size_t low = quantilePlace(0.1), high = quantilePlace(0.9);

/// Of the packages, the baseline last.
std::vector<std::string> idsOf(const ComparisonRequest& request)
{
    std::vector<std::string> ids;
    for (std::size_t place = 0; place <= request.scenarios.size(); ++place)
        ids.push_back(scenarioAt(request, place).id);
    return ids;
}

Json compareJson(const Catalogue& catalogue, const ComparisonRequest& request, const ComparisonResult& result)
{
    Json outcomes = Json::array();
    for (const auto& column : result.columns) {
        Json packages = Json::array();
        for (std::size_t place = 0; place < column.figures.size(); ++place) {
            const auto& figure = column.figures[place];
            const auto& difference = figure.change.difference.quantiles;
            const auto& relative = figure.change.relative.quantiles;
            packages.add({{"package", scenarioAt(request, place).id},
                          {"rank", figure.rank},
                          {"is_shared", figure.isShared},
                          {"value", figure.central},
                          {"mean", figure.mean},
                          {"change", figure.central - column.figures.back().central},
                          {"change_p10", difference[low]},
                          {"change_p90", difference[high]},
                          {"relative_p10", relative[low]},
                          {"relative_p90", relative[high]},
                          {"ahead_of_next", figure.aheadOfNext},
                          {"regret", figure.regret},
                          {"share_best", figure.shareBest}});
        }
        outcomes.add({{"series", catalogue.series[column.series].id},
                      {"year", column.year},
                      {"unit", catalogue.series[column.series].unit.id},
                      {"share_of_order", column.shareOfOrder},
                      {"packages", packages}});
    }
    return {{"baseline", request.baseline.id},
            {"better", request.moreIsBetter ? "more" : "less"},
            {"draws", request.draws},
            {"outcomes", outcomes}};
}

void tellResult(const Engine& engine, const Language& language, const CompareOptions& options, const ComparisonResult& result)
{
    const auto& catalogue = engine.catalogue();
    const auto& request = options.request;
    std::vector<std::string> names;
    for (std::size_t place = 0; place <= request.scenarios.size(); ++place)
        names.push_back(scenarioAt(request, place).title);
    if (options.sheet) {
        std::vector<const Scenario*> scenarios;
        for (std::size_t place = 0; place <= request.scenarios.size(); ++place)
            scenarios.push_back(&scenarioAt(request, place));
        tell(words::actionsAndOutcomes(catalogue, scenarios, names, result.columns, language));
        return;
    }
    for (const auto& column : result.columns)
        tell(language.text(words::comparisonTitle(catalogue, names, column)) + "\n\n"
             + words::comparisonTable(catalogue, names, column, language) + language.text(words::regretNote(catalogue, column)) + "\n\n");
    tell(language.text(words::aheadNote(result.columns.front())) + "\n");
    if (request.scenarios.size() != 2)
        return;
    tell("\n" + words::differencesTable(catalogue, request.scenarios[0], request.scenarios[1], names[0], names[1], language) + "\n");
    for (const auto& column : result.columns)
        tell(language.text(words::pairSentence(catalogue, names[0], names[1], column,
                                               comparePair(result.run(0), result.run(1), column.series, column.year)))
             + "\n");
}

void runCompare(const Engine& engine, const Language& language, CompareOptions& options)
{
    readCompareRequest(engine, options);
    const auto result = compareScenarios(engine, options.request);
    if (!options.csv.empty())
        writeOutput(options.csv, comparisonCsv(engine.catalogue(), idsOf(options.request), result.columns), "--csv");
    if (!options.json.empty())
        writeOutput(options.json, compareJson(engine.catalogue(), options.request, result).text(), "--json");
    if (options.csv.empty() && options.json.empty())
        tellResult(engine, language, options, result);
}

Action declareCompare(Options& command)
{
    auto options = std::make_shared<CompareOptions>();
    command.add("--preset", options->presets, "Ready-made package to compare (may be repeated)").valueName("NAME").oneValueEachTime();
    command.add("--scenario", options->files, "Scenario file to compare, or standard input with - (may be repeated)")
        .valueName("FILE")
        .oneValueEachTime();
    command.add("--series", options->series, "Id of a series (may be repeated)").valueName("ID").oneValueEachTime().required();
    command.add("--years", options->years, "Years, with commas").valueName("YEARS").required();
    command.add("--baseline", options->baseline, "Ready-made package to compare with (status_quo_2026)").valueName("PRESET");
    command.addFlag("--less", options->less, "Prefer less of each series, not more");
    command.addFlag("--sheet", options->sheet, "Tell what each package sets and what comes of it in one table, without ranks");
    command.add("--from", options->from, "Quarter from which changes without a date start (2027Q1)").valueName("QUARTER");
    command.add("--param", options->parameters, "Assume another value of an input in all packages (may be repeated)")
        .valueName("ID=VALUE")
        .oneValueEachTime();
    command.add("--draws", options->request.draws, "Number of draws (4096)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of the draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    command.add("--csv", options->csv, "Write CSV to a file, or to standard output with -").valueName("FILE");
    command.add("--json", options->json, "Write JSON to a file, or to standard output with -").valueName("FILE");
    return [options](const EngineSource& engine) { runCompare(engine(), engine.language(), *options); };
}

} // namespace

Command compareCommand() { return {"compare", "Compare packages in several outcomes, with ranks, ranges and regret", declareCompare}; }

} // namespace chokepoint::app
