// The words of rehearsals at the table.
#include "api/RehearsalWords.h"
#include "api/BargainWords.h"
#include "words/Points.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::words {

using namespace bargain;

Message personaName(const Persona& persona) { return Message::ofFamily("rehearsal_persona", persona.id); }
Message personaManner(const Persona& persona) { return Message::ofFamily("rehearsal_manner", persona.id); }

Message replayName(const Replay& replay) { return Message::ofFamily("rehearsal_replay", replay.id); }
Message replayAbout(const Replay& replay) { return Message::ofFamily("rehearsal_replay_about", replay.id); }

Message stepName(MoveKind kind, const std::optional<StepLabel>& step)
{
    switch (kind) {
    case MoveKind::Accept: return Message::ofFamily("bargain_step", "accepts");
    case MoveKind::BreakOff: return Message::ofFamily("bargain_step", "breaks_off");
    case MoveKind::Offer: break;
    }
    return Message::ofFamily("bargain_step", step ? wordOf(*step) : "opening");
}

Digits points(double value) { return oneDecimal(value); }
Digits pointsChange(double value) { return oneDecimal(value, Digits::Form::Signed); }

namespace {

MessageValue rangeOf(Digits low, Digits high)
{
    if (low == high)
        return low;
    return Message("rehearsal.range", {{"low", low}, {"high", high}});
}

const IssueLevel& levelOf(const Domain& domain, const Package& package, std::size_t issue)
{
    return domain.issues[issue].levels[package.levels[issue]];
}

} // namespace

MessageValue pointsRange(const Estimated& estimated) { return rangeOf(points(estimated.low), points(estimated.high)); }

MessageValue pointsChangeRange(const Estimated& estimated) { return rangeOf(pointsChange(estimated.low), pointsChange(estimated.high)); }

MessageValue stepInWords(const Domain& domain, const Package& before, const Package& after)
{
    MessageList changes{{}, MessageList::Joint::Comma};
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        if (before.levels[i] != after.levels[i])
            changes.items.emplace_back(
                Message("rehearsal.to_level", {{"issue", domain.issues[i].name}, {"level", levelOf(domain, after, i).shortLabel}}));
    if (changes.items.empty())
        return Message("rehearsal.nothing_new");
    return changes;
}

Message spotName(Spot spot, Side side, int round)
{
    switch (spot) {
    case Spot::Today: return Message("rehearsal.spot_today");
    case Spot::Offer:
        return Message("rehearsal.spot_offer",
                       {{"round", round}, {"side", Message::ofFamily("bargain_side", side == Side::US ? "us" : "china")}});
    case Spot::Deal: return Message("rehearsal.spot_deal");
    case Spot::Nash: return Message("rehearsal.spot_nash");
    case Spot::Kalai: return Message("rehearsal.spot_kalai");
    case Spot::NashAndKalai: return Message("rehearsal.spot_both");
    case Spot::Frontier: break;
    }
    return Message("rehearsal.spot_frontier");
}

Message spotInWords(const Domain& domain, const MessageValue& name, const WorthOf& at)
{
    const auto today = domain.statusQuo();
    if (at.package == today)
        return Message("rehearsal.spot_as_today", {{"name", name}, {"us", points(at.worth.us)}, {"china", points(at.worth.china)}});
    return Message("rehearsal.spot", {{"name", name},
                                      {"package", stepInWords(domain, today, at.package)},
                                      {"us", points(at.worth.us)},
                                      {"china", points(at.worth.china)}});
}

namespace {

MessageValue roundedPoints(double value)
{
    const auto whole = static_cast<int>(std::lround(value));
    return value == whole ? MessageValue(whole) : MessageValue(points(value));
}

} // namespace

Message todayMark(double today) { return Message("rehearsal.today_mark", {{"today", roundedPoints(today)}}); }
Message todayMarkToYou(double today) { return Message("rehearsal.today_mark_to_you", {{"today", roundedPoints(today)}}); }

Message walkAwayInWords(double chance, const WithoutDeal& worth)
{
    return Message("rehearsal.walk_away_of", {{"chance", wholePercent(chance)},
                                              {"rest", wholePercent(1 - chance)},
                                              {"today", roundedPoints(worth.today)},
                                              {"spiral", points(worth.spiral)},
                                              {"by", worth.isOfModel ? "model" : "sheet"}});
}

Message walkAwayInsight(const WithoutDeal& worth)
{
    constexpr double little = 3, much = 10;
    const double spiral = worth.spiral, today = worth.today;
    if (spiral > today)
        return Message("rehearsal.spiral_better", {{"spiral", points(spiral)}});
    if (today - spiral <= little)
        return Message("rehearsal.spiral_close", {{"spiral", points(spiral)}});
    if (today - spiral <= much)
        return Message("rehearsal.spiral_worse", {{"spiral", points(spiral)}, {"today", roundedPoints(today)}});
    return Message("rehearsal.spiral_far", {{"spiral", points(spiral)}, {"today", roundedPoints(today)}});
}

Message swapInWords(const SeatView& view, const Package& from, const Swap& swap)
{
    const auto change = stepInWords(view.game().domain, from, swap.package);
    if (swap.worseUnder && swap.theirsThere < 0)
        return Message("rehearsal.swap_unless", {{"change", change},
                                                 {"mine", pointsChange(swap.mine)},
                                                 {"theirs", pointsChange(swap.theirs)},
                                                 {"there", pointsChange(swap.theirsThere)},
                                                 {"reading", view.readingOf(*swap.worseUnder).name}});
    return Message("rehearsal.swap", {{"change", change}, {"mine", pointsChange(swap.mine)}, {"theirs", pointsChange(swap.theirs)}});
}

Message worthOverToday(const SeatView& view, const Package& package)
{
    const double worth = view.worth(package), today = view.today();
    return Message("rehearsal.over_today",
                   {{"change", pointsChange(worth - today)}, {"today", roundedPoints(today)}, {"worth", points(worth)}});
}

MessageValue reasonOfWorth(const SeatView& view, const Package& package)
{
    const auto parts = view.partsOf(package);
    const auto most = std::ranges::max_element(parts), least = std::ranges::min_element(parts);
    const auto name = [&](auto at) { return view.game().outcomes[static_cast<std::size_t>(at - parts.begin())].name; };
    MessageList sentences{{}, MessageList::Joint::Sentence};
    constexpr double nothing = 0.05; // points, as far as they are shown
    if (*most >= nothing)
        sentences.items.emplace_back(Message("rehearsal.adds_most", {{"outcome", name(most)}, {"points", pointsChange(*most)}}));
    if (*least <= -nothing)
        sentences.items.emplace_back(Message("rehearsal.costs_most", {{"outcome", name(least)}, {"points", pointsChange(*least)}}));
    if (sentences.items.empty())
        sentences.items.emplace_back(Message("rehearsal.as_today"));
    if (const auto caution = hbmCaution(view.game().domain, package); !caution.isEmpty())
        sentences.items.emplace_back(caution);
    return sentences;
}

Message vetoesAtHome(const GameTables& game, const std::vector<double>& chances)
{
    MessageList list;
    for (std::size_t p = 0; p < chances.size(); ++p)
        list.items.emplace_back(Message("rehearsal.veto", {{"player", game.vetoPlayers[p].name}, {"share", wholePercent(chances[p])}}));
    return Message("rehearsal.vetoes", {{"list", list}});
}

MessageList consentsInWords(const SeatView& view, const Package& package)
{
    MessageList consents{{}, MessageList::Joint::Sentence};
    for (const auto& refusal : refusalsOf(view.game(), package)) {
        MessageList issues{{}, MessageList::Joint::And};
        for (const auto issue : refusal.issues)
            issues.items.emplace_back(view.game().domain.issues[issue].name);
        consents.items.emplace_back(Message("rehearsal.consent", {{"ally", view.game().allies[refusal.ally].name},
                                                                  {"issues", issues},
                                                                  {"mine", points(view.worth(refusal.left))},
                                                                  {"theirs", points(view.estimate(refusal.left).value)}}));
    }
    return consents;
}

Message pressureInWords(const Domain& domain, const Pressure& pressure)
{
    const auto& issue = domain.issues[pressure.issue];
    const auto side = Message::ofFamily("bargain_side", pressure.side == Side::US ? "us" : "china");
    const Message change("rehearsal.to_level", {{"issue", issue.name}, {"level", issue.levels[pressure.level].shortLabel}});
    if (pressure.isAnswer)
        return Message("rehearsal.pressure_answers", {{"side", side}, {"change", change}, {"round", pressure.inForce}});
    return Message("rehearsal.pressure", {{"side", side}, {"change", change}, {"round", pressure.inForce}});
}

Message pressureEffectInWords(const PressureEffect& effect)
{
    return Message("rehearsal.pressure_effect", {{"mine", pointsChange(effect.mine)}, {"theirs", pointsChangeRange(effect.theirs)}});
}

Message redLinesInWords(const Domain& domain)
{
    Both<MessageList> lines{{{}, MessageList::Joint::And}, {{}, MessageList::Joint::And}};
    for (const auto& issue : domain.issues)
        for (const auto& level : issue.levels)
            for (const auto side : bothSides)
                if (level.isRedLine.of(side))
                    lines.of(side).items.emplace_back(Message("rehearsal.to_level", {{"issue", issue.name}, {"level", level.shortLabel}}));
    return Message("rehearsal.red_lines", {{"us", lines.us}, {"china", lines.china}});
}

namespace {

/// To what a package frees HBM.
std::optional<std::string> freedHbm(const Domain& domain, const Package& package)
{
    for (std::size_t i = 0; i < domain.issues.size(); ++i)
        if (domain.issues[i].id == "hbm" && package.levels[i] < domain.issues[i].statusQuo)
            return levelOf(domain, package, i).shortLabel;
    return std::nullopt;
}

} // namespace

Message hbmCaution(const Domain& domain, const Package& package)
{
    const auto level = freedHbm(domain, package);
    return level ? Message("rehearsal.hbm_caution", {{"level", *level}}) : Message();
}

Message hbmCautionAtNash(const Domain& domain, const Package& package)
{
    const auto level = freedHbm(domain, package);
    return level ? Message("rehearsal.hbm_at_nash", {{"level", *level}}) : Message();
}

} // namespace chokepoint::words
