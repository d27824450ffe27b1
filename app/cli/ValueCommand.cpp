// value: which unknown, were it known, would turn the ranking of two packages.
#include "cli/Analysis.h"
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

struct ValueOptions {
    DecisionOptions decision;
    std::size_t rows = 15;
};

Json valueJson(const Catalogue& catalogue, const std::vector<Scenario>& packages, const Aim& aim, const InformationValue& value)
{
    Json unknowns = Json::array();
    for (const auto& unknown : value.unknowns) {
        const auto& p = catalogue.parameters[unknown.parameter];
        unknowns.add({{"parameter", p.id}, {"grade", letterOf(p.grade)}, {"flip_share", unknown.flipShare}, {"worth", unknown.worth}});
    }
    return {{"series", catalogue.series[aim.series].id}, {"at", aim.at.text()}, {"unit", catalogue.series[aim.series].unit.id},
            {"better", aim.moreIsBetter ? "more" : "less"}, {"first", packages[0].id}, {"second", packages[1].id},
            {"mean_difference", value.meanDifference}, {"share_first_better", value.shareFirstBetter},
            {"preferred", packages[value.isFirstPreferred ? 0 : 1].id}, {"unknowns", unknowns}};
}

std::string valueCsv(const Catalogue& catalogue, const Aim& aim, const InformationValue& value)
{
    std::string text = "parameter,grade,flip_share,worth,unit\n";
    for (const auto& unknown : value.unknowns) {
        const auto& p = catalogue.parameters[unknown.parameter];
        text += p.id + "," + letterOf(p.grade) + "," + words::roundTrip(unknown.flipShare) + "," + words::roundTrip(unknown.worth) + ","
              + catalogue.series[aim.series].unit.id + "\n";
    }
    return text;
}

void runValue(const Engine& engine, const Language& language, ValueOptions& options)
{
    const auto& catalogue = engine.catalogue();
    const auto chosen = chosenDecision(engine, options.decision);
    if (chosen.packages.size() != 2)
        throw InputError(Refusal("two_packages", {{"named", chosen.packages.size()}}, {.option = "value"}));
    const auto value = valueOfInformation(engine, chosen.packages[0], chosen.packages[1], chosen.request);
    const auto& aim = chosen.request.aim;
    if (options.decision.json)
        writeOutput(valueJson(catalogue, chosen.packages, aim, value).text());
    else if (!options.decision.csv.empty())
        writeOutput(options.decision.csv, valueCsv(catalogue, aim, value), "--csv");
    else
        tell(language.text(words::informationFinding(catalogue, chosen.packages[0].title, chosen.packages[1].title, aim, value)) + "\n\n"
             + words::informationTable(catalogue, aim, value, options.rows, language));
}

Action declareValue(Options& command)
{
    auto options = std::make_shared<ValueOptions>();
    addDecisionOptions(command, options->decision);
    command.add("--rows", options->rows, "Rows of the table (15)").valueName("N");
    return [options](const EngineSource& engine) { runValue(engine(), engine.language(), *options); };
}

} // namespace

Command valueCommand()
{
    return {"value", "Find which unknown, once learned, would reverse the ranking of two packages (value of information)", declareValue};
}

} // namespace chokepoint::app
