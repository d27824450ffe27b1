// regret: how far each of several packages stays behind the best of them, over draws and under sets of assumptions.
#include "cli/Analysis.h"
#include "api/CsvField.h"
#include "api/Catalogue.h"
#include "api/Decisions.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "cli/Commands.h"
#include "api/DecisionWords.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <memory>

namespace chokepoint::app {
namespace {

struct RegretOptions {
    DecisionOptions decision;
    std::vector<std::string> assumptions;
};

Json regretJson(const Catalogue& catalogue, const ChosenDecision& chosen, const std::vector<std::string>& sets, const RegretTable& table)
{
    Json packages = Json::array();
    for (std::size_t p = 0; p < table.packages.size(); ++p) {
        const auto& row = table.packages[p];
        Json under = Json::array();
        for (std::size_t s = 0; s < sets.size(); ++s)
            under.add({{"assumptions", sets[s]}, {"regret", row.underAssumptions[s]}});
        packages.add({{"package", chosen.packages[p].id}, {"mean", row.mean}, {"median", row.median}, {"p90", row.ninetieth},
                      {"largest", row.largest}, {"share_best", row.shareBest}, {"central", row.central}, {"under_assumptions", under}});
    }
    const auto& aim = chosen.request.aim;
    return {{"series", catalogue.series[aim.series].id}, {"at", aim.at.text()}, {"unit", catalogue.series[aim.series].unit.id},
            {"better", aim.moreIsBetter ? "more" : "less"}, {"packages", packages}};
}

std::string regretCsv(const Catalogue& catalogue, const ChosenDecision& chosen, const std::vector<std::string>& sets,
                    const RegretTable& table)
{
    std::string text = "package,mean,median,p90,largest,share_best,central";
    for (const auto& set : sets)
        text += "," + csvField("under " + set);
    text += ",unit\n";
    for (std::size_t p = 0; p < table.packages.size(); ++p) {
        const auto& row = table.packages[p];
        text += csvField(chosen.packages[p].id);
        for (const double value : {row.mean, row.median, row.ninetieth, row.largest, row.shareBest, row.central})
            text += "," + words::roundTrip(value);
        for (const double value : row.underAssumptions)
            text += "," + words::roundTrip(value);
        text += "," + catalogue.series[chosen.request.aim.series].unit.id + "\n";
    }
    return text;
}

void runRegret(const Engine& engine, const Language& language, RegretOptions& options)
{
    const auto& catalogue = engine.catalogue();
    const auto chosen = chosenDecision(engine, options.decision);
    if (chosen.packages.size() < 2)
        throw InputError(Refusal("several_packages", {.option = "regret"}));
    std::vector<std::vector<Assumption>> sets;
    std::vector<std::string> names, titles;
    for (const auto& file : options.assumptions) {
        auto scenario = readScenarioNamed(engine, file);
        names.push_back(scenario.id);
        titles.push_back(scenario.title);
        sets.push_back(std::move(scenario.assumptions));
    }
    const auto table = regretOf(engine, chosen.packages, sets, chosen.request);
    if (options.decision.json)
        writeOutput(regretJson(catalogue, chosen, names, table).text());
    else if (!options.decision.csv.empty())
        writeOutput(options.decision.csv, regretCsv(catalogue, chosen, names, table), "--csv");
    else {
        std::vector<std::string> packages;
        for (const auto& package : chosen.packages)
            packages.push_back(package.title);
        tell(words::regretTable(catalogue, packages, titles, chosen.request.aim, table, language));
    }
}

Action declareRegret(Options& command)
{
    auto options = std::make_shared<RegretOptions>();
    addDecisionOptions(command, options->decision);
    command.add("--assumptions", options->assumptions,
                "Scenario file whose assumptions get their own column (may be repeated)")
        .valueName("FILE").oneValueEachTime();
    return [options](const EngineSource& engine) { runRegret(engine(), engine.language(), *options); };
}

} // namespace

Command regretCommand() { return {"regret", "Show what each package gives up against the best (regret)", declareRegret}; }

} // namespace chokepoint::app
