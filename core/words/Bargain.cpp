// The words of bargaining games.
#include "api/BargainWords.h"
#include "words/Columns.h"
#include "words/Points.h"

#include <array>
#include <numeric>

namespace chokepoint::words {
namespace {

using bargain::Both;
using bargain::WorthOf;

constexpr std::size_t fateWidth = 12;
constexpr std::size_t strategyWidth = 26, worthWidth = 9, stepWidth = 14, shareWidth = 12;

Digits share(double part) { return oneDecimal(part * 100, Digits::Form::Percent); }

/// A table line by line.
class Lines {
public:
    explicit Lines(const Language& language) : m_language(language) {}

    Lines& left(const MessageValue& value, std::size_t width)
    {
        m_text += padded(m_language.text(value), width);
        return *this;
    }
    Lines& right(const MessageValue& value, std::size_t width = worthWidth)
    {
        m_text += alignedRight(m_language.text(value), width);
        return *this;
    }
    Lines& worth(Both<double> worth) { return right(worthInPoints(worth.us)).right(worthInPoints(worth.china)); }
    Lines& end(const MessageValue& rest)
    {
        const auto said = m_language.text(rest);
        m_text += said.empty() ? "\n" : "  " + said + "\n";
        return *this;
    }
    Lines& sentence(const MessageValue& value)
    {
        m_text += m_language.text(value) + "\n";
        return *this;
    }
    Lines& gap()
    {
        m_text += "\n";
        return *this;
    }
    std::string text() const { return m_text; }

private:
    const Language& m_language;
    std::string m_text;
};

Message strategyName(bargain::Strategy strategy) { return Message::ofFamily("bargain_strategy", bargain::wordOf(strategy)); }

void addHead(Lines& lines)
{
    lines.right(sideName(bargain::Side::US)).right(sideName(bargain::Side::China)).end(Message("bargain.what_changes"));
}

} // namespace

TableFacts tableFactsOf(const bargain::Payoffs& payoffs, const bargain::Allowed& allowed, Both<double> chance)
{
    const auto& domain = payoffs.domain();
    TableFacts facts;
    facts.packages = countOf(allowed, domain);
    facts.walkAway = payoffs.walkAway(chance);
    facts.chanceOfRollOver = chance;
    facts.better = payoffs.countAbove(allowed, payoffs.worthOf(domain.statusQuo()), true);
    facts.inZone = payoffs.countAbove(allowed, facts.walkAway, false);
    return facts;
}

MessageValue worthInPoints(double points) { return oneDecimal(points); }

MessageValue packageWords(const bargain::Domain& domain, const bargain::Package& package)
{
    MessageList changes{{}, MessageList::Joint::Semicolon};
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        const auto& issue = domain.issues[i];
        if (package.levels[i] != issue.statusQuo)
            changes.items.emplace_back(
                Message("bargain.change", {{"issue", issue.name}, {"level", issue.levels[package.levels[i]].label}}));
    }
    if (changes.items.empty())
        return Message("bargain.nothing_changes");
    return changes;
}

MessageList zoneFindings(const bargain::Domain& domain, const TableFacts& facts, std::size_t frontier)
{
    MessageList findings{{}, MessageList::Joint::Sentence};
    findings.items.emplace_back(
        Message("bargain.on_table",
                {{"packages", facts.packages}, {"issues", domain.issues.size()}, {"better", facts.better}, {"frontier", frontier}}));
    findings.items.emplace_back(Message("bargain.walk_away", {{"us", worthInPoints(facts.walkAway.us)},
                                                              {"china", worthInPoints(facts.walkAway.china)},
                                                              {"chance", share(facts.chanceOfRollOver.us)}}));
    if (facts.inZone == 0)
        findings.items.emplace_back(Message("bargain.no_zone"));
    else
        findings.items.emplace_back(
            Message("bargain.zone",
                    {{"inside", facts.inZone}, {"share", share(static_cast<double>(facts.inZone) / static_cast<double>(facts.packages))}}));
    return findings;
}

std::string pointsTable(const bargain::Payoffs& payoffs, const TableFacts& facts, const std::vector<WorthOf>& frontier,
                        const Language& language)
{
    const auto& domain = payoffs.domain();
    Lines lines(language);
    lines.sentence(zoneFindings(domain, facts, frontier.size())).gap().left("", strategyWidth);
    addHead(lines);
    const auto row = [&](const Message& name, const WorthOf& point) {
        lines.left(name, strategyWidth).worth(point.worth).end(packageWords(domain, point.package));
    };
    row(Message("bargain_point.status_quo"), {domain.statusQuo(), payoffs.worthOf(domain.statusQuo())});
    if (const auto points = solutionPoints(frontier, facts.walkAway)) {
        row(Message("bargain_point.nash"), points->nash);
        row(Message("bargain_point.kalai_smorodinsky"), points->kalaiSmorodinsky);
        row(Message("bargain_point.egalitarian"), points->egalitarian);
        row(Message("bargain_point.utilitarian"), points->utilitarian);
    }
    return lines.text();
}

std::string frontierTable(const bargain::Payoffs& payoffs, const std::vector<WorthOf>& frontier, const Language& language)
{
    Lines lines(language);
    addHead(lines);
    for (const auto& point : frontier)
        lines.worth(point.worth).end(packageWords(payoffs.domain(), point.package));
    return lines.text();
}

std::string gameTable(const bargain::Payoffs& payoffs, const bargain::GameRecord& record, const TableFacts& facts,
                      const std::vector<WorthOf>& frontier, const Language& language)
{
    const auto& domain = payoffs.domain();
    Lines lines(language);
    lines.right(Message("bargain.round"))
        .left("", 2)
        .left(Message("bargain.who"), strategyWidth / 2)
        .left(Message("bargain.step"), stepWidth);
    addHead(lines);
    for (const auto& move : record.moves) {
        lines.right(MessageValue(move.round)).left("", 2).left(sideName(move.side), strategyWidth / 2);
        if (move.kind == bargain::MoveKind::Offer) {
            const auto step = move.step ? Message::ofFamily("bargain_step", bargain::wordOf(*move.step)) : Message("bargain_step.opening");
            lines.left(step, stepWidth).worth(move.worth).end(packageWords(domain, move.package));
        } else if (move.kind == bargain::MoveKind::Accept)
            lines.left(Message("bargain_step.accepts"), stepWidth).worth(move.worth).end("");
        else
            lines.left(Message("bargain_step.breaks_off"), stepWidth).end("");
    }
    lines.gap();
    if (!record.deal)
        return lines
            .sentence(
                Message("bargain.no_deal", {{"us", worthInPoints(facts.walkAway.us)}, {"china", worthInPoints(facts.walkAway.china)}}))
            .text();
    const auto quality = qualityOf(frontier, facts.walkAway, record.deal->worth);
    return lines
        .sentence(Message("bargain.deal", {{"round", record.round},
                                           {"us", worthInPoints(record.deal->worth.us)},
                                           {"china", worthInPoints(record.deal->worth.china)},
                                           {"left", oneDecimal(quality.gainLeft)},
                                           {"share", share(quality.nashShare)}}))
        .text();
}

std::string tournamentTable(const std::vector<bargain::PairResult>& pairs, const Language& language)
{
    Lines lines(language);
    lines.left(sideName(bargain::Side::US), strategyWidth).left(sideName(bargain::Side::China), strategyWidth);
    lines.right(Message("bargain.deals")).right(sideName(bargain::Side::US)).right(sideName(bargain::Side::China));
    lines.right(Message("bargain.nash_share"), shareWidth)
        .right(Message("bargain.left"), shareWidth)
        .right(Message("bargain.round"))
        .end("");
    for (const auto& pair : pairs) {
        lines.left(strategyName(pair.us), strategyWidth).left(strategyName(pair.china), strategyWidth);
        lines.right(share(pair.games > 0 ? static_cast<double>(pair.deals) / static_cast<double>(pair.games) : 0)).worth(pair.worth);
        lines.right(share(pair.nashShare), shareWidth).right(oneDecimal(pair.gainLeft), shareWidth).right(oneDecimal(pair.round)).end("");
    }
    return lines.gap().sentence(Message("bargain.tournament_note")).text();
}

MessageList clearedFindings(const std::vector<bargain::ClearedShare>& points, std::size_t draws)
{
    const std::array names{Message("bargain_point.nash"), Message("bargain_point.kalai_smorodinsky"), Message("bargain_point.egalitarian"),
                           Message("bargain_point.utilitarian")};
    MessageList findings{{Message("bargain.cleared_head", {{"draws", draws}})}, MessageList::Joint::Sentence};
    for (std::size_t p = 0; p < points.size() && p < names.size(); ++p)
        findings.items.emplace_back(Message(
            "bargain.cleared",
            {{"point", names[p]}, {"both", share(points[p].both)}, {"us", share(points[p].by.us)}, {"china", share(points[p].by.china)}}));
    return findings;
}

MessageList vetoFindings(const bargain::GameTables& game, const std::vector<double>& chances)
{
    MessageList findings{{}, MessageList::Joint::Sentence};
    for (std::size_t p = 0; p < chances.size(); ++p)
        findings.items.emplace_back(Message("bargain.veto", {{"player", game.vetoPlayers[p].name}, {"chance", share(chances[p])}}));
    return findings;
}

Message packageWorth(const bargain::Domain& domain, const bargain::Package& package, Both<double> worth)
{
    return Message("bargain.package_worth", {{"package", packageWords(domain, package)},
                                             {"us", worthInPoints(worth.us)},
                                             {"china", worthInPoints(worth.china)}});
}

MessageList consentFindings(const bargain::GameTables& game, const std::vector<bargain::WeighedRefusal>& refusals)
{
    MessageList findings{{}, MessageList::Joint::Sentence};
    for (const auto& refusal : refusals) {
        MessageList reasons{{}, MessageList::Joint::Sentence};
        for (const auto rule : refusal.rules)
            reasons.items.emplace_back(game.consents[rule].why);
        findings.items.emplace_back(Message("bargain.consent", {{"ally", game.allies[refusal.ally].name},
                                                                {"reasons", reasons},
                                                                {"package", packageWords(game.domain, refusal.left)},
                                                                {"us", worthInPoints(refusal.worth.us)},
                                                                {"china", worthInPoints(refusal.worth.china)}}));
    }
    return findings;
}

Message datesInWords(const bargain::DealDates& dates)
{
    return Message("bargain.dates", {{"announced", dates.announced}, {"legal", dates.legal}, {"effective", dates.effective}});
}

Message brokenInWords(const bargain::GameTables& game, const bargain::BrokenDeal& deal)
{
    if (deal.returns.empty())
        return Message("bargain.nothing_returns");
    MessageList returns{{}, MessageList::Joint::And};
    for (const auto issue : deal.returns)
        returns.items.emplace_back(game.domain.issues[issue].name);
    return Message("bargain.returns", {{"issues", returns}, {"back", deal.back}});
}

Message brokenWorth(const bargain::BrokenDeal& deal, const Both<std::vector<double>>& weights)
{
    const auto worth = [&](bargain::Side side, const std::vector<Both<double>>& values) {
        const auto parts = bargain::partsOf(side, weights.of(side), values);
        constexpr double today = 50;
        return worthInPoints(std::accumulate(parts.begin(), parts.end(), today));
    };
    using enum bargain::Side;
    return Message("bargain.broken_worth", {{"us", worth(US, deal.kept)},
                                            {"china", worth(China, deal.kept)},
                                            {"usLeft", worth(US, deal.broken)},
                                            {"chinaLeft", worth(China, deal.broken)}});
}

std::string brokenDealTable(const bargain::GameTables& game, const bargain::BrokenDeal& deal, const Language& language)
{
    Lines lines(language);
    lines.sentence(datesInWords(deal.dates));
    lines.sentence(brokenInWords(game, deal));
    const auto head = [&](const char* id) { return Message::ofFamily("bargain_fate", id); };
    lines.left("", strategyWidth + 4).right(head("kept_us"), fateWidth).right(head("kept_china"), fateWidth);
    lines.right(head("broken_us"), fateWidth).right(head("broken_china"), fateWidth).end("");
    for (std::size_t o = 0; o < game.outcomes.size(); ++o) {
        lines.left(game.outcomes[o].name, strategyWidth + 4);
        for (const auto& values : {deal.kept[o], deal.broken[o]})
            lines.right(worthInPoints(values.us), fateWidth).right(worthInPoints(values.china), fateWidth);
        lines.end("");
    }
    return lines.text();
}

std::string weightsTable(const bargain::GameTables& game, Both<std::size_t> weightings, const Language& language)
{
    const auto &us = game.weightings[weightings.us], &china = game.weightings[weightings.china];
    Lines lines(language);
    lines.sentence(Message("bargain.weights_of", {{"us", us.name}, {"china", china.name}}));
    for (std::size_t o = 0; o < game.outcomes.size(); ++o) {
        lines.left(game.outcomes[o].name, strategyWidth + 4).right(MessageValue(us.weights[o])).right(MessageValue(china.weights[o]));
        lines.end(game.outcomes[o].why);
    }
    return lines.text();
}

MessageList bargainCautions()
{
    return {{Message("bargain_caution.judgments"), Message("bargain_caution.unnamed_sources"), Message("bargain_caution.digests"),
             Message("bargain_caution.legal_effect"), Message("bargain_caution.no_forecast")},
            MessageList::Joint::Sentence};
}

} // namespace chokepoint::words
