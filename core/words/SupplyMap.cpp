// Says what the map of the supply chain shows.
#include "api/SupplyMapWords.h"

#include "api/ChangeWords.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/ProjectionWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::words {
namespace {

/// The place of a node that has figures of its own; others are told by the family "map" alone.
bool is(const MapNode& node, std::string_view id) { return node.id == id; }

MessageValue millionDies(double dies) { return amountWithoutUnit(number(dies), {.id = "million_dies_year"}); }

std::array<double, 2> twoLeast(const SupplyQuarter& quarter)
{
    auto limits = quarter.limits;
    std::ranges::sort(limits);
    return {limits[0], limits[1]};
}

/// What would read as zero is no change.
bool isNothing(double change) { return std::fabs(change) < 0.0005; }

const char* wayOfChange(double change) { return isNothing(change) ? "same" : change > 0 ? "more" : "less"; }

constexpr std::array waysToUsers{MapFlow::Domestic, MapFlow::Licensed, MapFlow::Smuggled, MapFlow::Rented};

/// What buyers get in all ways, or how much more than in a baseline: the ways add up to the sum as both are shown.
ShownSum addedOf(const SupplyQuarter& quarter, const SupplyQuarter* baseline)
{
    constexpr double large = 10; // from here on a tenth is enough
    std::vector<double> ways;
    double largest = 0;
    for (const auto flow : waysToUsers) {
        ways.push_back(quarter.flow(flow).allowed - (baseline ? baseline->flow(flow).allowed : 0));
        largest = std::max(largest, std::fabs(ways.back()));
    }
    auto shown = sumAsShown(ways, largest < large ? 2 : 1);
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (ways[i] == 0)
            shown.parts[i].text = "0"; // nothing at all
    if (!baseline) {
        shown.sum.form = Digits::Form::Plain;
        for (auto& way : shown.parts)
            way.form = Digits::Form::Plain;
    }
    return shown;
}

/// What buyers get in one way.
Message gotBy(MapFlow flow, const MessageValue& got)
{
    switch (flow) {
    case MapFlow::Licensed: return Message("map.licensed", {{"number", got}});
    case MapFlow::Smuggled: return Message("map.smuggled", {{"number", got}});
    case MapFlow::Rented: return Message("map.rented", {{"number", got}});
    default: return Message("map.domestic", {{"number", got}});
    }
}

} // namespace

Message mapTitle(const SupplyQuarter& quarter)
{
    const auto logic = millionDies(quarter.limits[0]), hbm = millionDies(quarter.limits[1]);
    switch (quarter.binding) {
    case BindingInput::Logic: return Message("map.title_logic", {{"logic", logic}, {"hbm", hbm}});
    case BindingInput::Hbm: return Message("map.title_hbm", {{"logic", logic}, {"hbm", hbm}});
    case BindingInput::Packaging: return Message("map.title_packaging", {{"packaging", millionDies(quarter.limits[2])}, {"hbm", hbm}});
    case BindingInput::Demand: break;
    }
    return Message("map.title_demand", {{"dies", millionDies(quarter.dies)}, {"supply", millionDies(twoLeast(quarter)[0])}});
}

Message mapSubtitle(Quarter at, const MessageValue& scenario, BindingInput bottleneck, std::optional<double> share)
{
    if (!share)
        return Message("map.subtitle", {{"quarter", at}, {"scenario", scenario}});
    return Message("map.subtitle_in_runs",
                   {{"quarter", at}, {"scenario", scenario}, {"input", binding(bottleneck)}, {"share", shareOfRuns(*share)}});
}

Message mapDifferenceTitle(const SupplyQuarter& scenario, const SupplyQuarter& baseline, const MessageValue& nameOfBaseline)
{
    auto size = addedOf(scenario, &baseline).sum; // the same digits as on the card
    const bool isSame = size.text.find_first_of("123456789") == std::string::npos;
    const double change = isSame ? 0 : scenario.chinaCompute - baseline.chinaCompute;
    size.form = Digits::Form::Plain;
    if (size.text.starts_with('-'))
        size.text.erase(0, 1);
    return Message("map.title_difference", {{"way", wayOfChange(change)}, {"change", size}, {"baseline", nameOfBaseline}});
}

Message mapDifferenceSubtitle(Quarter at, const MessageValue& scenario, const MessageValue& baseline)
{
    if (scenario == baseline)
        return Message("map.subtitle_difference_alone", {{"quarter", at}, {"baseline", baseline}});
    return Message("map.subtitle_difference", {{"quarter", at}, {"scenario", scenario}, {"baseline", baseline}});
}

std::vector<Message> mapFigures(const MapNode& node, const SupplyQuarter& quarter, const SupplyQuarter* baseline, bool inChina)
{
    const auto told = [&](auto&& of) {
        const double above = baseline ? of(quarter) - of(*baseline) : 0;
        return !baseline ? number(of(quarter)) : isNothing(above) ? number(0) : signedNumber(above);
    };
    const auto field = [&](double SupplyQuarter::*which) { return told([which](const SupplyQuarter& q) { return q.*which; }); };
    const auto limit = [&](std::size_t input) { return told([input](const SupplyQuarter& q) { return q.limits[input]; }); };
    if (is(node, "hbm_leaders"))
        return {Message("map.memory_year", {{"number", field(&SupplyQuarter::worldMemory)}}),
                Message("map.legally", {{"number", field(&SupplyQuarter::legalMemory)}})};
    if (is(node, "stockpile")) {
        std::vector<Message> figures{Message("map.memory_left", {{"number", field(&SupplyQuarter::stock)}})};
        if (!baseline) // a change of a change says little
            figures.push_back(Message("map.stock_change",
                                      {{"way", wayOfChange(quarter.stockChange)}, {"number", number(std::fabs(quarter.stockChange))}}));
        return figures;
    }
    if (is(node, "hbm_cn"))
        return {Message("map.memory_year", {{"number", field(&SupplyQuarter::homeMemory)}})};
    if (is(node, "logic_cn"))
        return {Message("map.dies_year", {{"number", field(&SupplyQuarter::fabDies)}}),
                Message("map.after_assembly", {{"number", limit(0)}})};
    if (is(node, "interposer") && inChina)
        return {Message("map.dies_year", {{"number", limit(2)}})};
    if (is(node, "accel_us"))
        return {Message("map.outside_china", {{"number", field(&SupplyQuarter::worldCompute)}})};
    if (is(node, "accel_cn"))
        return {Message("map.dies_made", {{"number", field(&SupplyQuarter::dies)}})};
    if (is(node, "cn_users"))
        return {Message("map.added", {{"number", addedOf(quarter, baseline).sum}})};
    return {};
}

Message mapInput(BindingInput input, const SupplyQuarter& quarter)
{
    return Message("map.input", {{"number", number(quarter.limits[static_cast<std::size_t>(input)])}, {"input", bindingOnStrip(input)}});
}

Message mapInputChange(BindingInput input, double above)
{
    return Message("map.input", {{"number", signedNumber(above)}, {"input", bindingOnStrip(input)}});
}

Message mapChannel(MapFlow flow, const SupplyQuarter& quarter, const SupplyQuarter* baseline)
{
    const auto place = std::ranges::find(waysToUsers, flow) - waysToUsers.begin();
    return gotBy(flow, addedOf(quarter, baseline).parts[static_cast<std::size_t>(place)]);
}

Message mapGhost(const MapGhost& ghost)
{
    return Message("map.ghost", {{"number", number(ghost.dies > 0 ? ghost.dies : ghost.width)}, {"year", ghost.year}});
}

Message mapDies(const SupplyQuarter& quarter)
{
    return Message("map.dies", {{"dies", millionDies(quarter.dies)}, {"each", number(quarter.dieArithmetic)}});
}

Message mapWorld(const SupplyQuarter& quarter)
{
    const auto times = quarter.worldTimesChina();
    return times ? Message("map.world", {{"number", number(*times)}}) : Message();
}

Message gateState(GateState state)
{
    constexpr std::array members{"open", "gray", "contract", "license", "partly", "closed"}; // in the order of GateState
    return Message::ofFamily("gate_state", members[static_cast<std::size_t>(state)]);
}

Message gateReason(const Catalogue& catalogue, const MapGate& gate, const std::vector<std::string>& values)
{
    if (!gate.isDriven())
        return Message("map.not_driven");
    MessageList settings{{}, MessageList::Joint::Semicolon};
    for (const auto& rule : gate.rules)
        settings.items.push_back(setting(catalogue.measures[rule.measure], values[rule.measure]));
    if (gate.cap)
        settings.items.push_back(setting(catalogue.measures[gate.cap->measure], values[gate.cap->measure]));
    return Message("map.driven", {{"settings", std::move(settings)}});
}

Message mapLink(const SupplyChain& chain, const MapEdge& edge, std::size_t node, const SupplyQuarter& quarter)
{
    const bool isFrom = edge.to == node;
    const auto& other = chain.nodes[isFrom ? edge.from : edge.to].shortName;
    const char* way = isFrom ? "from" : "to";
    if (edge.gates.empty())
        return Message("map.link", {{"way", way}, {"other", other}, {"flow", edge.flow}});
    const auto tightest = std::ranges::max(edge.gates, {}, [&](std::size_t gate) { return quarter.gates[gate]; });
    return Message("map.link_gated", {{"way", way}, {"other", other}, {"flow", edge.flow}, {"state", gateState(quarter.gates[tightest])}});
}

MessageList mapNodeTold(const MapNode& node, const SupplyQuarter& quarter, const SupplyQuarter* baseline)
{
    MessageList facts{{node.firms}, MessageList::Joint::Dot};
    if (node.gate)
        facts.items.emplace_back(gateState(quarter.gates[*node.gate]));
    for (const bool inChina : {false, true})
        if (!inChina || !node.shortFirmsInChina.empty())
            for (auto& figure : mapFigures(node, quarter, baseline, inChina))
                facts.items.emplace_back(std::move(figure));
    return facts;
}

} // namespace chokepoint::words
