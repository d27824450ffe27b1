// marginal: what one more unit a year of HBM, dies and packages adds to a series, or what a unit in one quarter alone is worth.
#include "cli/Analysis.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/Slopes.h"
#include "cli/Commands.h"
#include "api/DecisionWords.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <array>
#include <cmath>
#include <memory>

namespace chokepoint::app {
namespace {

struct MarginalOptions {
    ScenarioOptions scenario;
    std::string series = "compute.china_effective", since, csv;
    bool eachQuarter = false, json = false;
};

constexpr std::array<const char*, 3> inputs{"hbm", "dies", "packages"};

Json marginalJson(const Series& series, Quarter since, const std::vector<UnitWorth>& worths, const Language& language)
{
    Json list = Json::array();
    for (const auto& worth : worths) {
        Json added = Json::array();
        for (int q = since.index; q < quarterCount; ++q)
            added.add({{"quarter", Quarter{q}.text()}, {"added", worth.added[static_cast<std::size_t>(q)]}});
        list.add({{"input", inputs[static_cast<std::size_t>(worth.input)]},
                  {"unit", language.text(words::unitOfInput(worth.input))},
                  {"added", added}});
    }
    return {{"series", series.id}, {"unit", series.unit.id}, {"since", since.text()}, {"inputs", list}};
}

std::string marginalCsv(const Series& series, Quarter since, const std::vector<UnitWorth>& worths)
{
    std::string text = "quarter";
    for (const auto& worth : worths)
        text += std::string(",") + inputs[static_cast<std::size_t>(worth.input)];
    text += ",unit\n";
    for (int q = since.index; q < quarterCount; ++q) {
        text += Quarter{q}.text();
        for (const auto& worth : worths)
            text += "," + words::roundTrip(worth.added[static_cast<std::size_t>(q)]);
        text += "," + series.unit.id + "\n";
    }
    return text;
}

struct InputNames {
    std::string id, unit;
};

/// How an input and its unit are called in files.
InputNames namesOf(ScarceInput input)
{
    switch (input) {
    case ScarceInput::Hbm: return {"hbm", "million GB"};
    case ScarceInput::Dies: return {"dies", "million dies"};
    case ScarceInput::Packages: break;
    }
    return {"packaging", "million packages a year"};
}

/// What a unit that comes in one quarter alone is worth in Chinese compute, quarter by quarter, at once and a year later.
void tellEachQuarter(const Engine& engine, const MarginalOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto worths = marginalValuesOf(engine, scenario);
    if (options.json) {
        Json list = Json::array();
        for (const auto& worth : worths) {
            const auto [id, unit] = namesOf(worth.input);
            list.add({{"input", id}, {"unit", unit}, {"at_once", worth.atOnce}, {"a_year_later", worth.aYearLater}});
        }
        writeOutput(Json{{"worth_in", "MH of compute.china"}, {"inputs", list}}.text());
        return;
    }
    const auto text = [](double value) { return std::isfinite(value) ? words::roundTrip(value) : std::string(); }; // a jump has no worth
    std::string out = "quarter";
    for (const auto& worth : worths)
        out += "," + namesOf(worth.input).id + "_at_once," + namesOf(worth.input).id + "_a_year_later";
    out += "\n";
    for (std::size_t q = 0; q < quarterCount; ++q) {
        out += Quarter{static_cast<int>(q)}.text();
        for (const auto& worth : worths)
            out += "," + text(worth.atOnce[q]) + "," + text(worth.aYearLater[q]);
        out += "\n";
    }
    writeOutput(options.csv.empty() ? "-" : options.csv, out, "--csv");
}

void runMarginal(const Engine& engine, const Language& language, const MarginalOptions& options)
{
    if (options.eachQuarter)
        return tellEachQuarter(engine, options);
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto row = requireSeries(engine.catalogue(), options.series);
    const auto since = options.since.empty() ? scenario.start : quarterFrom(options.since, "--since");
    const auto worths = unitWorthsOf(engine, scenario, since, row);
    const auto& series = engine.catalogue().series[row];
    if (options.json)
        writeOutput(marginalJson(series, since, worths, language).text());
    else if (!options.csv.empty())
        writeOutput(options.csv, marginalCsv(series, since, worths), "--csv");
    else
        tell(words::worthTable(engine.catalogue(), row, since, worths, language));
}

Action declareMarginal(Options& command)
{
    auto options = std::make_shared<MarginalOptions>();
    addScenarioOptions(command, options->scenario);
    const auto series = command.add("--series", options->series, "Id of the series (compute.china_effective)").valueName("ID");
    const auto since = command.add("--since", options->since, "Quarter from which one more unit is added (that of --from)")
                           .valueName("QUARTER");
    command.addFlag("--each-quarter", options->eachQuarter,
                    "Instead, show what a unit in one quarter alone is worth in Chinese compute, for every quarter")
        .excludes(series).excludes(since);
    const auto json = command.addFlag("--json", options->json, "Write JSON");
    command.add("--csv", options->csv, "Write every quarter to a file, or to standard output with -").valueName("FILE").excludes(json);
    return [options](const EngineSource& engine) { runMarginal(engine(), engine.language(), *options); };
}

} // namespace

Command marginalCommand()
{
    return {"marginal", "Show what one more unit a year of HBM, dies or packaging adds to a series, by quarter", declareMarginal};
}

} // namespace chokepoint::app
