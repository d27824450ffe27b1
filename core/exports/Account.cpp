// Says in sentences what an export holds: for the first sheet, the README of a bundle and the citation.
#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/InputWords.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "exports/Sheet.h"

namespace chokepoint::exported {
namespace {

constexpr std::size_t accountDigits = 8; ///< of digests, as people see them

} // namespace

std::string identityLine(const ExportContent& content, std::size_t place)
{
    return content.language.text(Message("export.identity", {{"version", content.origin.version},
                                                             {"equations", modelVersion},
                                                             {"data", dataVersion(content.engine).substr(0, accountDigits)},
                                                             {"hash", content.table.scenarios[place].hash.substr(0, accountDigits)},
                                                             {"day", dateValue(content.origin.day)}}));
}

Account accountOf(const ExportContent& content)
{
    const auto& catalogue = content.engine.catalogue();
    const auto said = [&](const MessageValue& value) { return content.language.text(value); };
    Account account;
    const auto& first = content.table.scenarios.front();
    account.title = said(Message("export.title", {{"scenario", first.name}, {"baseline", first.baselineName}}));
    const auto add = [&](const MessageValue& value) { account.lines.push_back(said(value)); };
    add(Message("export.not_a_forecast"));
    for (std::size_t place = 0; place < content.table.scenarios.size(); ++place) {
        const auto& [scenario, baseline, name, baselineName, hash] = content.table.scenarios[place];
        MessageList changes{{}, MessageList::Joint::Semicolon};
        for (const auto& change : scenario.changes)
            changes.items.emplace_back(words::change(catalogue, change, scenario.start));
        if (changes.items.empty())
            add(Message("export.no_change", {{"scenario", name}, {"baseline", baselineName}}));
        else
            add(Message("export.changes", {{"scenario", name}, {"baseline", baselineName}, {"changes", changes}}));
        MessageList assumed{{}, MessageList::Joint::Semicolon};
        for (const auto& assumption : scenario.assumptions)
            if (const auto row = catalogue.findParameter(assumption.parameter))
                assumed.items.emplace_back(Message("export.assumption", {{"input", catalogue.parameters[*row].description},
                                                                         {"value", words::assumptionValue(assumption)}}));
        if (!assumed.items.empty())
            add(Message("export.assumptions", {{"assumptions", assumed}}));
        account.lines.push_back(identityLine(content, place));
    }
    if (content.table.draws > 0)
        add(Message("export.bands", {{"draws", content.table.draws}, {"seed", std::to_string(content.table.seed)}}));
    else
        add(Message("export.no_bands"));
    for (const auto& limit : catalogue.limits)
        add(Message("export.limit", {{"about", limit.about}, {"sentence", limit.sentence}}));
    add(Message("export.license"));
    return account;
}

} // namespace chokepoint::exported
