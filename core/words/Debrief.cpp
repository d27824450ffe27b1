// The words of debriefs, and transcripts.
#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "words/Points.h"

#include <algorithm>

namespace chokepoint::words {

using namespace bargain;

namespace {

Message sideName(Side side) { return Message::ofFamily("bargain_side", side == Side::US ? "us" : "china"); }

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
    if (debrief.better)
        if (const auto caution = hbmCaution(domain, debrief.better->package); !caution.isEmpty())
            sentences.items.emplace_back(caution);
    const bool isToldOfBetter = debrief.better && !hbmCaution(domain, debrief.better->package).isEmpty();
    if (debrief.points && !isToldOfBetter && !hbmCaution(domain, debrief.points->nash.package).isEmpty())
        sentences.items.emplace_back(Message("rehearsal.hbm_at_nash"));
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

Message revealedSide(const ModelGame& game, Side side, const RevealedSide& revealed)
{
    const std::string wishes = revealed.weighting ? game.weightings[*revealed.weighting].name : std::string();
    const auto most = static_cast<std::size_t>(std::ranges::max_element(revealed.weights) - revealed.weights.begin());
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

std::string transcript(const ModelGame& game, const Debrief& debrief, const RehearsalTerms& terms, const Language& language)
{
    const auto said = [&](const MessageValue& value) { return language.text(value); };
    const auto& domain = game.domain;
    std::string text = "# " + said(debriefTitle(debrief)) + "\n\n" + said(debriefFindings(domain, debrief)) + "\n\n";
    text += said(Message("rehearsal.made_with", {{"seed", std::to_string(terms.seed)}, {"rounds", terms.rounds}})) + "\n\n";
    text += "| " + said(Message("bargain.round")) + " | " + said(Message("bargain.who")) + " | " + said(Message("bargain.what_changes"))
          + " | " + said(Message("bargain.step")) + " | " + said(sideName(Side::US)) + " | " + said(sideName(Side::China)) + " |\n";
    text += "| --: | --- | --- | --- | --: | --: |\n";
    for (std::size_t m = 0; m < debrief.moves.size(); ++m) {
        const auto& move = debrief.moves[m];
        const bool isLeft = move.kind == MoveKind::BreakOff;
        text += "| " + said(MessageValue(move.round)) + " | " + said(sideName(move.side)) + " | "
              + (isLeft ? std::string() : cell(said(packageWords(domain, move.package)))) + " | " + said(stepName(move.kind, move.step))
              + " | " + (isLeft ? std::string() : said(points(move.worth.us))) + " | "
              + (isLeft ? std::string() : said(points(move.worth.china))) + " |\n";
    }
    text += "\n";
    for (const auto side : bothSides)
        text += said(revealedSide(game, side, debrief.sides.of(side))) + "\n\n";
    for (const auto& caution : bargainCautions().items)
        text += "- " + said(caution) + "\n";
    return text;
}

std::string transcriptTable(const ModelGame& game, const Debrief& debrief)
{
    std::string text = "round,side,move,step,us,china";
    for (const auto& issue : game.domain.issues)
        text += "," + issue.id;
    text += "\n";
    for (const auto& move : debrief.moves) {
        const bool isLeft = move.kind == MoveKind::BreakOff;
        text += std::to_string(move.round) + (move.side == Side::US ? ",us," : ",china,")
              + (move.kind == MoveKind::Offer    ? "offer"
                 : move.kind == MoveKind::Accept ? "accept"
                                                 : "break")
              + "," + (move.step ? wordOf(*move.step) : std::string()) + "," + (isLeft ? std::string() : points(move.worth.us).text) + ","
              + (isLeft ? std::string() : points(move.worth.china).text);
        for (std::size_t i = 0; i < game.domain.issues.size(); ++i)
            text += "," + (isLeft ? std::string() : quoted(game.domain.issues[i].levels[move.package.levels[i]].id));
        text += "\n";
    }
    return text;
}

} // namespace chokepoint::words
