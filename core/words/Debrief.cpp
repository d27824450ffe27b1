// The words of debriefs, and transcripts.
#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "words/Points.h"

#include <algorithm>

namespace chokepoint::words {

using namespace bargain;

namespace {

/// The last offer of a side before a move; today before the first.
Package before(const Domain& domain, const std::vector<Move>& moves, std::size_t at)
{
    for (auto m = at; m-- > 0;)
        if (moves[m].side == moves[at].side && moves[m].kind == MoveKind::Offer)
            return moves[m].package;
    return domain.statusQuo();
}

/// What a move changed in worth against the last offer of the same side.
std::optional<Both<double>> changeOf(const std::vector<Move>& moves, std::size_t at)
{
    for (auto m = at; m-- > 0;)
        if (moves[at].kind == MoveKind::Offer && moves[m].side == moves[at].side && moves[m].kind == MoveKind::Offer)
            return Both<double>{moves[at].worth.us - moves[m].worth.us, moves[at].worth.china - moves[m].worth.china};
    return std::nullopt;
}

/// A field of a table for programs: in quotation marks, those in it doubled.
std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char letter : text)
        result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return result + "\"";
}

/// A cell of a Markdown table.
std::string cell(std::string text)
{
    std::ranges::replace(text, '|', '/');
    return text;
}

} // namespace

Message debriefTitle(const Debrief& debrief)
{
    constexpr double nothing = 0.05;
    for (const auto side : bothSides)
        if (debrief.deal && debrief.deal->worth.of(side) < debrief.sides.of(side).walkAway)
            return Message("rehearsal.title_below", {{"side", sideName(side)},
                                                     {"worth", points(debrief.deal->worth.of(side))},
                                                     {"walkAway", points(debrief.sides.of(side).walkAway)}});
    if (!debrief.deal)
        return Message("rehearsal.title_no_deal",
                       {{"us", points(debrief.sides.us.walkAway)}, {"china", points(debrief.sides.china.walkAway)}});
    if (!debrief.better
        || debrief.better->worth.us + debrief.better->worth.china - debrief.deal->worth.us - debrief.deal->worth.china < nothing)
        return Message("rehearsal.title_best", {{"us", points(debrief.deal->worth.us)}, {"china", points(debrief.deal->worth.china)}});
    return Message("rehearsal.title_left", {{"us", pointsChange(debrief.better->worth.us - debrief.deal->worth.us)},
                                            {"china", pointsChange(debrief.better->worth.china - debrief.deal->worth.china)}});
}

MessageValue debriefFindings(const Domain& domain, const Debrief& debrief)
{
    MessageList sentences{{}, MessageList::Joint::Sentence};
    if (debrief.deal)
        sentences.items.emplace_back(
            Message("rehearsal.settled",
                    {{"us", points(debrief.deal->worth.us)}, {"china", points(debrief.deal->worth.china)}, {"round", debrief.round}}));
    if (debrief.isPartial)
        sentences.items.emplace_back(Message("rehearsal.partial"));
    const auto &us = debrief.sides.us, &china = debrief.sides.china;
    if (us.walkAway != us.atFirst || china.walkAway != china.atFirst)
        sentences.items.emplace_back(Message("rehearsal.pressure_moved", {{"us", pointsChange(us.walkAway - us.atFirst)},
                                                                          {"china", pointsChange(china.walkAway - china.atFirst)}}));
    if (debrief.better && debrief.deal)
        sentences.items.emplace_back(
            Message("rehearsal.better_for_both", {{"count", debrief.betterCount},
                                                  {"change", stepInWords(domain, debrief.deal->package, debrief.better->package)},
                                                  {"us", pointsChange(debrief.better->worth.us - debrief.deal->worth.us)},
                                                  {"china", pointsChange(debrief.better->worth.china - debrief.deal->worth.china)}}));
    else if (debrief.better)
        sentences.items.emplace_back(Message("rehearsal.could_have", {{"count", debrief.zoneCount},
                                                                      {"package", packageWords(domain, debrief.better->package)},
                                                                      {"us", points(debrief.better->worth.us)},
                                                                      {"china", points(debrief.better->worth.china)}}));
    else
        sentences.items.emplace_back(debrief.deal ? Message("rehearsal.nothing_better") : Message("rehearsal.no_zone"));
    auto caution = debrief.better ? hbmCaution(domain, debrief.better->package) : Message();
    if (caution.isEmpty() && debrief.points)
        caution = hbmCautionAtNash(domain, debrief.points->nash.package);
    if (!caution.isEmpty())
        sentences.items.emplace_back(caution);
    return sentences;
}

Message dearestMove(const Domain& domain, const Debrief& debrief, Side side)
{
    std::optional<std::size_t> dearest;
    for (std::size_t m = 0; m < debrief.moves.size(); ++m)
        if (const auto change = changeOf(debrief.moves, m); change && debrief.moves[m].side == side && change->of(side) < 0
                                                            && (!dearest || change->of(side) < changeOf(debrief.moves, *dearest)->of(side)))
            dearest = m;
    if (!dearest)
        return {};
    const auto change = *changeOf(debrief.moves, *dearest);
    const auto& move = debrief.moves[*dearest];
    return Message("rehearsal.dearest", {{"side", sideName(side)},
                                         {"round", move.round},
                                         {"change", stepInWords(domain, before(domain, debrief.moves, *dearest), move.package)},
                                         {"cost", points(-change.of(side))},
                                         {"gain", pointsChange(change.of(otherThan(side)))},
                                         {"other", sideName(otherThan(side))}});
}

Message revealedSide(const GameTables& game, Side side, const RevealedSide& revealed)
{
    const std::string wishes = revealed.weighting ? game.weightings[*revealed.weighting].name : std::string();
    const auto most = static_cast<std::size_t>(std::ranges::max_element(revealed.weights) - revealed.weights.begin());
    if (revealed.persona && !game.isOfModel)
        return Message("rehearsal.revealed_sheet", {{"side", sideName(side)},
                                                    {"persona", personaName(*revealed.persona)},
                                                    {"manner", personaManner(*revealed.persona)},
                                                    {"outcome", game.outcomes[most].name},
                                                    {"weight", static_cast<int>(revealed.weights[most])},
                                                    {"walkAway", points(revealed.walkAway)}});
    if (revealed.persona)
        return Message("rehearsal.revealed", {{"side", sideName(side)},
                                              {"persona", personaName(*revealed.persona)},
                                              {"manner", personaManner(*revealed.persona)},
                                              {"wishes", wishes},
                                              {"outcome", game.outcomes[most].name},
                                              {"weight", static_cast<int>(revealed.weights[most])},
                                              {"walkAway", points(revealed.walkAway)}});
    return Message("rehearsal.revealed_person", {{"side", sideName(side)},
                                                 {"outcome", game.outcomes[most].name},
                                                 {"weight", static_cast<int>(revealed.weights[most])},
                                                 {"walkAway", points(revealed.walkAway)}});
}

namespace {

/// A row of a transcript: a move, another package of an offer, or what was announced outside the table.
struct Row {
    int round;
    Side side;
    const char* move; ///< for programs
    Message step;
    std::string label{}; ///< of the step, for programs
    std::optional<Package> package{};
    std::optional<Both<double>> worth{};
};

Row rowOf(const Move& move)
{
    if (move.kind == MoveKind::BreakOff)
        return {move.round, move.side, "break", stepName(move.kind, {})};
    const char* word = move.kind == MoveKind::Accept ? "accept" : move.isPart ? "part" : "offer";
    const auto step = move.isPart ? Message::ofFamily("bargain_step", "part") : stepName(move.kind, move.step);
    return {move.round, move.side, word, step, move.step ? wordOf(*move.step) : std::string(), move.package, move.worth};
}

std::vector<Row> rowsOf(const Domain& domain, const Debrief& debrief)
{
    std::vector<Row> rows;
    const auto addPressure = [&](std::size_t place) {
        for (const auto& pressure : debrief.pressures)
            if (pressure.afterMoves == place) {
                auto package = domain.statusQuo();
                package.levels[pressure.issue] = static_cast<std::uint8_t>(pressure.level);
                rows.push_back({pressure.announced, pressure.side, "press", Message::ofFamily("bargain_step", "presses"), {}, package});
            }
    };
    for (std::size_t m = 0; m < debrief.moves.size(); ++m) {
        addPressure(m);
        rows.push_back(rowOf(debrief.moves[m]));
        for (const auto& other : debrief.moves[m].others)
            rows.push_back(
                {debrief.moves[m].round, debrief.moves[m].side, "beside", Message::ofFamily("bargain_step", "beside"), {}, other});
    }
    addPressure(debrief.moves.size());
    return rows;
}

const char* byWhat(const GameTables& game) { return game.isOfModel ? "model" : "sheet"; }

/// What makes the same rehearsal again: the seed, and the secret that it was mixed with.
std::string seedOf(const RehearsalTerms& terms)
{
    return std::to_string(terms.seed) + (terms.secret ? "-" + std::to_string(terms.secret) : std::string());
}

} // namespace

std::string transcript(const GameTables& game, const Debrief& debrief, const RehearsalTerms& terms, const Language& language)
{
    const auto said = [&](const MessageValue& value) { return language.text(value); };
    const auto& domain = game.domain;
    std::string text = "# " + said(debriefTitle(debrief)) + "\n\n" + said(debriefFindings(domain, debrief)) + "\n\n";
    text += said(Message("rehearsal.made_with", {{"seed", seedOf(terms)}, {"rounds", terms.rounds}, {"by", byWhat(game)}})) + "\n\n";
    text += "| " + said(Message("bargain.round")) + " | " + said(Message("bargain.who")) + " | " + said(Message("bargain.what_changes"))
          + " | " + said(Message("bargain.step")) + " | " + said(sideName(Side::US)) + " | " + said(sideName(Side::China)) + " |\n";
    text += "| --: | --- | --- | --- | --: | --: |\n";
    for (const auto& row : rowsOf(domain, debrief))
        text += "| " + said(MessageValue(row.round)) + " | " + said(sideName(row.side)) + " | "
              + (row.package ? cell(said(packageWords(domain, *row.package))) : std::string()) + " | " + said(row.step) + " | "
              + (row.worth ? said(points(row.worth->us)) : std::string()) + " | "
              + (row.worth ? said(points(row.worth->china)) : std::string()) + " |\n";
    text += "\n";
    for (const auto& pressure : debrief.pressures)
        text += said(pressureInWords(domain, pressure)) + "\n\n";
    for (const auto side : bothSides)
        text += said(revealedSide(game, side, debrief.sides.of(side))) + "\n\n";
    for (const auto& caution : bargainCautions().items)
        text += "- " + said(caution) + "\n";
    return text;
}

std::string transcriptTable(const GameTables& game, const Debrief& debrief)
{
    std::string text = "round,side,move,step,us,china";
    for (const auto& issue : game.domain.issues)
        text += "," + issue.id;
    text += "\n";
    for (const auto& row : rowsOf(game.domain, debrief)) {
        text += std::to_string(row.round) + (row.side == Side::US ? ",us," : ",china,") + row.move + "," + row.label + ","
              + (row.worth ? points(row.worth->us).text : std::string()) + ","
              + (row.worth ? points(row.worth->china).text : std::string());
        for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
            text += "," + (row.package ? quoted(game.domain.issues[i].levels[row.package->levels[i]].id) : std::string());
        text += "\n";
    }
    return text;
}

} // namespace chokepoint::words
