// attribute: what each changed measure contributes to the difference from a baseline.
#include "cli/Analysis.h"
#include "api/CsvField.h"
#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/Ensemble.h"
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

struct AttributeOptions {
    ScenarioOptions scenario;
    AttributionRequest request;
    std::string baseline, series, at, csv;
    bool json = false;
};

/// The id of a measure, the name of a group.
std::string playerName(const Catalogue& catalogue, const Player& player)
{
    return player.group ? catalogue.groups[*player.group].name : player.id;
}

Json attributeJson(const Catalogue& catalogue, const Attribution& attribution, const std::string& baseline, Period at)
{
    const auto& series = attribution.series.front();
    const auto& about = catalogue.series[series.series];
    Json shares = Json::array(), interactions = Json::array();
    double error = 0;
    const auto players = attribution.players.size();
    for (std::size_t a = 0; a < players; ++a) {
        shares.add({{"measure", playerName(catalogue, attribution.players[a])}, {"share", at.in(series.shares[a])}});
        error = std::max(error, at.in(series.errors[a]));
        for (auto b = a + 1; b < players; ++b)
            interactions.add({{"a", playerName(catalogue, attribution.players[a])},
                              {"b", playerName(catalogue, attribution.players[b])},
                              {"value", at.in(series.interactions[pairPlace(a, b, players)])}});
    }
    return {{"series", about.id},           {"at", at.text()},
            {"unit", about.unit.id},        {"baseline", baseline},
            {"total", at.in(series.total)}, {"shares", shares},
            {"interactions", interactions}, {"method", attribution.method == Attribution::Method::Exact ? "exact" : "sampled"},
            {"standard_error", error}};
}

/// A line for each quarter and player.
std::string attributeCsv(const Catalogue& catalogue, const Attribution& attribution)
{
    std::string text = "series,quarter,measure,share,standard_error,alone,total";
    const bool hasBands = !attribution.series.front().totalSpread.empty();
    text += hasBands ? ",share_p10,share_p50,share_p90\n" : "\n";
    for (const auto& series : attribution.series)
        for (int quarter = 0; quarter < quarterCount; ++quarter)
            for (std::size_t p = 0; p < attribution.players.size(); ++p) {
                const auto q = static_cast<std::size_t>(quarter);
                text += catalogue.series[series.series].id + "," + Quarter{quarter}.text() + ","
                      + csvField(playerName(catalogue, attribution.players[p]));
                for (const double value : {series.shares[p][q], series.errors[p][q], series.alone[p][q], series.total[q]})
                    text += "," + words::roundTrip(value);
                for (const std::size_t k : {quantilePlace(0.1), quantilePlace(0.5), quantilePlace(0.9)})
                    if (hasBands)
                        text += "," + words::roundTrip(series.shareSpreads[p].quarters[q].quantiles[k]);
                text += "\n";
            }
    return text;
}

void runAttribute(const Engine& engine, const Language& language, AttributeOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto& catalogue = engine.catalogue();
    const auto baseline = startingAt(engine.preset(options.baseline.empty() ? scenario.baseline : options.baseline), scenario.start);
    options.request.series = seriesNamed(catalogue, options.series);
    if (options.json && options.request.series.size() > 1)
        throw InputError(Refusal("json_of_one_series", {.option = "--series " + options.series}));
    const auto at = options.at.empty() ? Period() : periodFrom(options.at, "--at");
    watchOnTerminal(options.request.work);
    const auto attribution = attribute(engine, scenario, baseline, options.request);
    if (options.json)
        writeOutput(attributeJson(catalogue, attribution, baseline.id, at).text());
    if (!options.csv.empty())
        writeOutput(options.csv, attributeCsv(catalogue, attribution), "--csv");
    for (std::size_t s = 0; !options.json && options.csv.empty() && s < attribution.series.size(); ++s)
        tell((s ? "\n" : "") + language.text(words::attributionFinding(catalogue, attribution, s, at)) + "\n\n"
             + words::attributionTable(catalogue, attribution, s, at, language));
}

Action declareAttribute(Options& command)
{
    auto options = std::make_shared<AttributeOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--baseline", options->baseline, "Ready-made package to compare with (the scenario’s own baseline)").valueName("PRESET");
    command.add("--series", options->series, "Ids of series, with commas").valueName("ID,...").required();
    command.add("--at", options->at, "Year of the shares, as the mean of its quarters, or quarter (2035)").valueName("WHEN");
    command.addFlag("--groups", options->request.byGroup, "Group the measures");
    command.add("--permutations", options->request.permutations, "Orders to sample when more than 16 measures act (1000)").valueName("N");
    command.add("--draws", options->request.draws, "Draws for bands in the CSV (0)").valueName("N");
    command.add("--seed", options->request.seed, "Seed of orders and draws (1)").valueName("S");
    command.add("--threads", options->request.work.threads, "Threads (0 = all), with the same result for any number").valueName("T");
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write every quarter to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runAttribute(engine(), engine.language(), *options); };
}

} // namespace

Command attributeCommand()
{
    return {"attribute", "Split a change among the measures that cause it (Shapley values)", declareAttribute};
}

} // namespace chokepoint::app
