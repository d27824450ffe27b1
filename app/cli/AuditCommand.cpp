// audit: ledgers that add up, accounting identities and the deviation of double from fifty digits.
#include "options/ScenarioOptions.h"
#include "api/Audit.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <sstream>

namespace chokepoint::app {
namespace {

struct AuditOptions {
    ScenarioOptions scenario;
    std::string at = "2030Q4", csv;
    int decimals = 1;
    bool json = false;
};

Json auditJson(const Catalogue& catalogue, const Ledger& ledger, const Language& language)
{
    Json lines = Json::array();
    for (std::size_t i = 0; i < ledger.lines.size(); ++i)
        lines.add({{"series", catalogue.series[ledger.lines[i]].id}, {"rounded", ledger.roundedLines[i]}});
    return {{"title", language.text(ledger.title)},
            {"total", catalogue.series[ledger.total].id}, {"unit", catalogue.series[ledger.total].unit.id},
            {"rounded_total", ledger.roundedTotal}, {"lines", lines}, {"residue", ledger.residue}};
}

std::string auditJsonText(const Catalogue& catalogue, const Audit& audit, const Language& language)
{
    Json ledgers = Json::array(), identities = Json::array(), deviations = Json::array();
    for (const auto& ledger : audit.ledgers)
        ledgers.add(auditJson(catalogue, ledger, language));
    for (const auto& identity : audit.identities)
        identities.add({{"title", language.text(identity.title)}, {"holds", identity.holds}, {"largest", identity.largest},
                        {"residue", identity.residue}});
    for (const auto& deviation : audit.deviations)
        deviations.add({{"series", catalogue.series[deviation.series].id}, {"largest", deviation.largest},
                        {"worst_quarter", deviation.worst.text()}});
    return Json{{"decimals", audit.decimals}, {"ledgers", ledgers}, {"identities", identities}, {"deviations", deviations}}.text();
}

std::string auditCsv(const Catalogue& catalogue, const Audit& audit)
{
    std::string text = "ledger,line,quarter,rounded,unit\n";
    for (const auto& ledger : audit.ledgers)
        for (std::size_t q = 0; q < quarterCount; ++q) {
            const std::string lead = catalogue.series[ledger.total].id + ",", quarter = "," + Quarter{static_cast<int>(q)}.text() + ",",
                              tail = "," + catalogue.series[ledger.total].unit.id + "\n";
            for (std::size_t i = 0; i < ledger.lines.size(); ++i)
                text += lead + catalogue.series[ledger.lines[i]].id + quarter + ledger.roundedLines[i][q] + tail;
            text += lead + "total" + quarter + ledger.roundedTotal[q] + tail;
        }
    return text;
}

/// How far the run in double agrees with the one in fifty digits.
Message agreement(const Catalogue& catalogue, const Deviation& worst)
{
    const auto& series = catalogue.series[worst.series].noun;
    if (worst.largest == 0)
        return Message("audit.agrees_wholly", {{"series", series}, {"at", worst.worst}});
    const int digits = static_cast<int>(-std::log10(worst.largest)); // 14 for a deviation of 1e-14
    return Message("audit.agrees", {{"digits", digits}, {"series", series}, {"at", worst.worst}});
}

void printAudit(const Catalogue& catalogue, const Audit& audit, Quarter at, const Language& language)
{
    std::ostringstream text;
    const auto q = static_cast<std::size_t>(at.index);
    const auto say = [&](const MessageValue& value) { text << language.text(value); };
    for (const auto& ledger : audit.ledgers) {
        say(Message("audit.ledger", {{"title", ledger.title}, {"at", at}, {"unit", words::unscaledUnit(catalogue.series[ledger.total])}}));
        text << "\n";
        for (std::size_t i = 0; i < ledger.lines.size(); ++i)
            text << "  " << language.text(words::exactNumber(ledger.roundedLines[i][q])) << "  " << catalogue.series[ledger.lines[i]].name
                 << "\n";
        text << "  " << language.text(words::exactNumber(ledger.roundedTotal[q])) << "  " << language.text(Message("audit.in_all"))
             << "\n\n";
    }
    const auto broken = std::ranges::count(audit.identities, false, &AccountingIdentity::holds);
    say(Message("audit.identities", {{"all", audit.identities.size()}, {"broken", broken}}));
    text << "\n";
    for (const auto& identity : audit.identities) {
        text << "  ";
        say(identity.holds ? Message("audit.holds", {{"identity", identity.title}})
                           : Message("audit.broken", {{"identity", identity.title}}));
        text << "\n";
    }
    text << "\n";
    say(agreement(catalogue, std::ranges::max(audit.deviations, {}, &Deviation::largest)));
    text << "\n";
    tell(text.str());
}

void runAudit(const Engine& engine, const Language& language, const AuditOptions& options)
{
    const auto scenario = chosenScenario(engine, options.scenario);
    const auto at = quarterFrom(options.at, "--at");
    const auto audit = auditOf(engine, scenario, options.decimals);
    if (options.json)
        writeOutput(auditJsonText(engine.catalogue(), audit, language));
    else if (!options.csv.empty())
        writeOutput(options.csv, auditCsv(engine.catalogue(), audit), "--csv");
    else
        printAudit(engine.catalogue(), audit, at, language);
}

Action declareAudit(Options& command)
{
    auto options = std::make_shared<AuditOptions>();
    addScenarioOptions(command, options->scenario);
    command.add("--at", options->at, "Quarter of the ledgers in the text (2030Q4)").valueName("QUARTER");
    command.add("--decimals", options->decimals, "Decimals of published figures, 0 to 9 (1)").valueName("N");
    const auto csv = command.add("--csv", options->csv, "Write the ledgers of every quarter to a file, or to standard output with -")
                         .valueName("FILE");
    command.addFlag("--json", options->json, "Write JSON").excludes(csv);
    return [options](const EngineSource& engine) { runAudit(engine(), engine.language(), *options); };
}

} // namespace

Command auditCommand() { return {"audit", "Check a run in 50 digits: sums, identities, deviations", declareAudit}; }

} // namespace chokepoint::app
