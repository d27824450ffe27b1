// Tells of one package as text or JSON.
#include "cli/BargainPackage.h"

#include "api/BargainWords.h"
#include "api/InputError.h"
#include "cli/OutputFile.h"
#include "options/ScenarioOptions.h"
#include "options/Terminal.h"

#include <algorithm>

namespace chokepoint::app {
namespace {

using namespace bargain;

DealDates datesFrom(const PackageOptions& options)
{
    const auto effective = options.effective.empty() ? defaultStart : quarterFrom(options.effective, "--effective");
    const auto legal = options.legal.empty() ? effective : quarterFrom(options.legal, "--legal");
    return {options.announced.empty() ? legal : quarterFrom(options.announced, "--announced"), legal, effective};
}

Json brokenJson(const GameTables& game, const BrokenDeal& deal)
{
    Json returns = Json::array(), outcomes = Json::array();
    for (const auto issue : deal.returns)
        returns.add(game.domain.issues[issue].id);
    for (std::size_t o = 0; o < game.outcomes.size(); ++o)
        outcomes.add({{"outcome", game.outcomes[o].id},
                      {"kept", {{"us", deal.kept[o].us}, {"china", deal.kept[o].china}}},
                      {"broken", {{"us", deal.broken[o].us}, {"china", deal.broken[o].china}}}});
    return {{"announced", deal.dates.announced.text()},
            {"legal", deal.dates.legal.text()},
            {"effective", deal.dates.effective.text()},
            {"back", deal.back.text()},
            {"returns", returns},
            {"outcomes", outcomes}};
}

} // namespace

Json packageJson(const Domain& domain, const Package& package)
{
    Json levels = Json::object();
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        levels.set(domain.issues[i].id, domain.issues[i].levels[package.levels[i]].id);
    return levels;
}

void addPackageOptions(Options& command, PackageOptions& options)
{
    command.add("--package", options.levels, "Levels of a package as ISSUE=LEVEL, with commas between them; the rest is as today")
        .valueName("LEVELS");
    command.add("--announced", options.announced, "Quarter in which the package is announced (that of the law)").valueName("QUARTER");
    command.add("--legal", options.legal, "Quarter in which it is law (that of its effect)").valueName("QUARTER");
    command.add("--effective", options.effective, "Quarter from which it is in effect (2027Q1)").valueName("QUARTER");
    command.add("--broken-after", options.brokenAfter, "Quarters after which it is broken (4)").valueName("N");
}

Package packageFrom(const Domain& domain, const std::string& levels)
{
    auto package = domain.statusQuo();
    std::vector<bool> isSet(domain.issues.size());
    for (std::size_t begin = 0; begin < levels.size();) {
        const auto end = std::min(levels.find(',', begin), levels.size());
        const auto part = levels.substr(begin, end - begin);
        begin = end + 1;
        bool isFound = false;
        for (std::size_t i = 0; i < domain.issues.size(); ++i)
            for (std::size_t l = 0; l < domain.issues[i].levels.size(); ++l)
                if (part == domain.issues[i].id + "=" + domain.issues[i].levels[l].id) {
                    if (isSet[i])
                        throw InputError(Refusal("issue_set_twice", {{"issue", domain.issues[i].id}}, {.option = "--package"}));
                    isSet[i] = true;
                    package.levels[i] = static_cast<std::uint8_t>(l);
                    isFound = true;
                }
        if (!isFound)
            throw InputError(Refusal("unknown_level_of_issue", {{"text", part}}, {.option = "--package"}));
    }
    return package;
}

Json consentsJson(const ChosenGame& game, const Package& package)
{
    const auto& model = game.table->game();
    Json list = Json::array();
    for (const auto& refusal : refusalsOf(model, *game.payoffs, package)) {
        Json reasons = Json::array();
        for (const auto rule : refusal.rules)
            reasons.add(model.consents[rule].why);
        list.add({{"ally", model.allies[refusal.ally].id},
                  {"reasons", reasons},
                  {"left", packageJson(model.domain, refusal.left)},
                  {"us", refusal.worth.us},
                  {"china", refusal.worth.china}});
    }
    return list;
}

void tellPackage(const Engine& engine, const ChosenGame& game, const Language& language, const PackageOptions& options, bool json)
{
    if (!game.table)
        throw InputError(Refusal("bargain_option_of_model", {.option = "package"}));
    const auto& model = game.table->game();
    const auto package = packageFrom(model.domain, options.levels);
    const auto worth = game.payoffs->worthOf(package);
    const auto deal = brokenDealOf(engine, game.terms, package, datesFrom(options), options.brokenAfter);
    if (json) {
        Json vetoes = Json::object();
        const auto chances = game.table->vetoChances(package);
        for (std::size_t v = 0; v < chances.size(); ++v)
            vetoes.set(model.vetoPlayers[v].id, chances[v]);
        writeOutput(Json{{"package", packageJson(model.domain, package)},
                         {"us", worth.us},
                         {"china", worth.china},
                         {"consents", consentsJson(game, package)},
                         {"vetoes", vetoes},
                         {"broken", brokenJson(model, deal)}}
                        .text());
        return;
    }
    auto text = language.text(words::packageWorth(model.domain, package, worth)) + "\n\n";
    if (const auto consents = words::consentFindings(model, refusalsOf(model, *game.payoffs, package)); !consents.items.empty())
        text += language.text(consents) + "\n\n";
    tell(text + words::brokenDealTable(model, deal, language) + "\n" + language.text(words::bargainCautions()) + "\n");
}

} // namespace chokepoint::app
