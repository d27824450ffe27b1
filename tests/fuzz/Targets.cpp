// Reads bytes of strangers in each of our formats, and holds what was read to its promises.
#include "Targets.h"

#include "api/Catalogue.h"
#include "api/Engine.h"
#include "api/Reactions.h"
#include "api/Rehearsal.h"
#include "api/ScenarioText.h"
#include "api/ShareCode.h"
#include "api/WatchedTalks.h"
#include "api/WorkbookFile.h"
#include "numbers/Base64Url.h"
#include "numbers/Sha256.h"

#include <algorithm>
#include <stdexcept>

namespace chokepoint::fuzz {
namespace {

void require(bool holds, const char* promise)
{
    if (!holds)
        throw std::logic_error(promise);
}

/// Runs a step; false when it was refused.
template <class Step> bool isTaken(Step step)
{
    try {
        step();
        return true;
    } catch (const InputError&) {
        return false;
    }
}

bool areSame(Scenario a, Scenario b)
{
    const auto byParameter = [](const Assumption& one, const Assumption& other) { return one.parameter < other.parameter; };
    std::stable_sort(a.assumptions.begin(), a.assumptions.end(), byParameter);
    std::stable_sort(b.assumptions.begin(), b.assumptions.end(), byParameter);
    return a == b;
}

void readCode(const Engine& engine, const std::string& code)
{
    isTaken([&] {
        const auto shared = readShareCode(engine, code);
        std::string again;
        if (isTaken([&] { again = shareCode(shared.scenario); }))
            require(readShareCode(engine, again).scenario == shared.scenario, "a code gives the same scenario again");
    });
}

} // namespace

void scenarioText(const Engine& engine, std::string_view bytes)
{
    Scenario scenario;
    if (!isTaken([&] { scenario = readScenario(bytes, "fuzz.toml"); }))
        return;
    isTaken([&] { checkedScenario(engine, bytes, "fuzz.toml"); });
    const auto& catalogue = engine.catalogue();
    require(readScenario(writeScenario(scenario, catalogue), "again") == scenario, "what is written is read as the same");
    require(areSame(readScenario(writeScenario(scenario, catalogue, bytes), "over"), scenario), "its own text keeps the scenario");
    auto edited = scenario;
    edited.title += "x";
    if (!edited.changes.empty())
        edited.changes.erase(edited.changes.begin());
    require(areSame(readScenario(writeScenario(edited, catalogue, bytes), "edited"), edited), "an edit over its own text is kept");
}

void shareCodes(const Engine& engine, std::string_view bytes)
{
    looksLikeShareCode(bytes);
    readCode(engine, std::string(bytes));
    readCode(engine, "CHOKE1." + numbers::base64Url(bytes) + "." + numbers::sha256(bytes).substr(0, 8));
}

void workbooks(const Engine& engine, std::string_view bytes)
{
    StoredWorkbook stored;
    if (!isTaken([&] { stored = readWorkbook(bytes, "fuzz.choke"); }))
        return;
    require(readWorkbook(workbookBytes(stored), "again") == stored, "what is written is read as the same");
    const auto opened = openedWith(engine, stored);
    require(findScenario(opened.stored.workbook, opened.stored.workbook.onTable) != nullptr, "a scenario lies on the table");
    engine.check(scenarioOnTable(opened.stored.workbook));
    auto content = contentBytes(opened.stored.workbook);
    for (auto left = opened.stored.history.done; left > 0; --left) {
        auto before = stepped(content, opened.stored.history.steps[left - 1], false);
        if (!before)
            break;
        content = std::move(*before);
        auto workbook = opened.stored.workbook;
        if (isTaken([&] { setContent(workbook, content); }))
            require(contentBytes(workbook) == content || !content.empty(), "content gives its bytes");
    }
}

/// Lines of a person's own sheet that the talks do not hold: drafts and the dates of a deal.
void sheetLines(const bargain::PackageTable& table, std::string_view bytes)
{
    static const auto plain = [&] {
        bargain::RehearsalTerms terms;
        const auto& game = table.game();
        terms.people.us = bargain::SeatTerms{game.weightings[bargain::weightingsOf(game, bargain::Side::US).front()].weights};
        return bargain::rehearsalParts(bargain::Rehearsal(table, terms));
    }();
    auto parts = plain;
    parts.sheets.us += bytes;
    std::optional<bargain::Rehearsal> rehearsal;
    if (!isTaken([&] { rehearsal.emplace(bargain::rehearsalFrom(table, parts, "fuzz.sheet")); }))
        return;
    auto again = bargain::rehearsalParts(*rehearsal, parts.drafts, parts.times);
    bargain::rehearsalFrom(table, again, "again");
    require(again.times == parts.times && again.drafts.us == parts.drafts.us, "a sheet keeps its draft and its dates");
}

void rehearsals(const Engine& engine, std::string_view bytes)
{
    static const auto model = *bargain::packageTableOf(engine, {}), scored = bargain::packageTableOf(bargain::scoredGameOf(engine));
    sheetLines(model, bytes);
    const auto& table = bargain::isOfScoredGame(bytes) ? scored : model;
    if (bargain::isWatchedText(bytes)) {
        isTaken([&] {
            const auto text = bargain::watchedText(bargain::watchedFrom(table, bytes, "fuzz.watched"));
            require(bargain::watchedText(bargain::watchedFrom(table, text, "again")) == text, "what was watched is watched again");
        });
        return;
    }
    std::optional<bargain::Rehearsal> rehearsal;
    bargain::replayOf(bytes);
    std::optional<bargain::WatchedTalks> watched;
    if (isTaken([&] { watched.emplace(bargain::watchedFrom(table, bytes, "fuzz.rehearsal")); })) {
        const auto lines = bargain::watchedText(*watched);
        require(bargain::watchedText(bargain::watchedFrom(table, lines, "again")) == lines, "watched talks are read as they are written");
    }
    if (!isTaken([&] { rehearsal.emplace(bargain::rehearsalFrom(table, bytes, "fuzz.rehearsal")); }))
        return;
    const auto text = bargain::rehearsalText(*rehearsal);
    const auto again = bargain::rehearsalFrom(table, text, "again");
    require(bargain::rehearsalText(again) == text, "what is written is read as the same");
    require(again.terms() == rehearsal->terms() && again.isOver() == rehearsal->isOver(), "it goes on as it was");
    require(rehearsal->debrief().has_value() == rehearsal->isOver(), "the truth opens at the end alone");
    const auto side = rehearsal->terms().people.us ? bargain::Side::US : bargain::Side::China;
    const auto view = rehearsal->view(side), after = again.view(side);
    require(view.moves().size() == after.moves().size() && view.pressures() == after.pressures(), "the same was said");
    for (const auto& move : view.moves())
        if (move.kind != bargain::MoveKind::BreakOff)
            require(view.acceptable().holds(move.package) || move.side != side, "nobody crosses a red line of his own");
}

void reactionRules(const Engine& engine, std::string_view bytes)
{
    std::vector<ReactionRule> rules;
    if (!isTaken([&] { rules = reactionsFrom(engine, bytes, "fuzz.txt"); }))
        return;
    require(reactionsFrom(engine, reactionsText(rules), "again") == rules, "what is written is read as the same");
    const auto& presets = engine.catalogue().presets;
    const auto unfolded = withReactions(engine, presets.back(), presets.front(), rules, {.least = 0});
    require(unfolded.answers.size() <= rules.size(), "each rule counts once");
    engine.check(unfolded.scenario);
}

} // namespace chokepoint::fuzz
