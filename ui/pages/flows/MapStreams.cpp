// Lays out the streams of a quarter: one scale for all of them, lanes that do not touch, and the ways from card to card.
#include "pages/flows/MapPlan.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr double pipesPart = 0.575;   ///< of the lane in China that inputs may fill
constexpr double leastSlot = 20;      ///< of a lane, for its words
constexpr double largestScale = 2000; ///< pixels for a million H100-equivalents a year: a trifle stays one
constexpr double laneHead = 62;       ///< of the card of Chinese AI chips, for its name
constexpr std::array memory{MapFlow::LegalHbm, MapFlow::IllicitHbm, MapFlow::StockHbm, MapFlow::HomeHbm}; // from above

const FlowWidth& of(const std::array<FlowWidth, mapFlowCount>& flows, MapFlow flow) { return flows[static_cast<std::size_t>(flow)]; }

double memoryOf(const std::array<FlowWidth, mapFlowCount>& flows)
{
    double sum = 0;
    for (const auto flow : memory)
        sum += of(flows, flow).allowed;
    return sum;
}

/// Widths have no sign: of a difference that is told by colours.
std::array<FlowWidth, mapFlowCount> widthsOf(const SupplyQuarter& quarter, const SupplyQuarter* baseline)
{
    if (!baseline)
        return quarter.flows;
    std::array<FlowWidth, mapFlowCount> widths{};
    const auto above = flowsAbove(quarter, *baseline);
    for (std::size_t flow = 0; flow < mapFlowCount; ++flow)
        widths[flow] = {std::fabs(above[flow]), std::fabs(above[flow])};
    return widths;
}

/// Moves lanes apart from above and then up from the floor; they are in the order of their middles.
void spread(std::vector<MapLane*>& lanes, double ceiling, double floor)
{
    constexpr double space = 8;
    const auto slot = [](const MapLane& lane) { return std::max(lane.height, leastSlot); };
    double edge = ceiling;
    for (auto* lane : lanes) {
        const double middle = std::max(lane->middle(), edge + slot(*lane) / 2);
        lane->top = middle - lane->height / 2;
        edge = middle + slot(*lane) / 2 + space;
    }
    edge = floor;
    for (auto lane = lanes.rbegin(); lane != lanes.rend(); ++lane) {
        const double middle = std::min((*lane)->middle(), edge - slot(**lane) / 2);
        (*lane)->top = middle - (*lane)->height / 2;
        edge = middle - slot(**lane) / 2 - space;
    }
}

} // namespace

double MapPlan::scaleOf(const std::array<FlowWidth, mapFlowCount>& flows, double ghost) const
{
    const double lane = card("accel_cn")->place.height();
    double pipes = memoryOf(flows) + of(flows, MapFlow::Logic).allowed + of(flows, MapFlow::Packaging).allowed + ghost;
    double channel = 0;
    for (const auto flow : {MapFlow::Licensed, MapFlow::Smuggled, MapFlow::Rented})
        channel = std::max(channel, of(flows, flow).allowed);
    const double most = std::min(pipes > 0 ? pipesPart * lane / pipes : 1e6, channel > 0 ? (m_channelPitch - 6) / channel : 1e6);
    return steppedScale(std::min(most, largestScale));
}

void MapPlan::placeLanes(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows, double ghost) const
{
    const auto& lane = card("accel_cn")->place;
    const std::array heights{of(flows, MapFlow::Logic).allowed, memoryOf(flows), of(flows, MapFlow::Packaging).allowed};
    const std::array middles{card("logic_cn")->place.center().y(), card("hbm_cn")->place.center().y(),
                             card("interposer", true)->place.center().y()};
    for (std::size_t input = 0; input < heights.size(); ++input) {
        const double height = std::max(heights[input] * streams.scale, 1.0);
        streams.inputs[input] = {middles[input] - height / 2, height};
    }
    std::vector<MapLane*> lanes{&streams.inputs[1], &streams.inputs[0], &streams.inputs[2]};
    if (ghost > 0) {
        const double height = ghost * streams.scale;
        streams.ghost = MapLane{streams.inputs[1].top - 8 - height, height};
        lanes.insert(lanes.begin(), &*streams.ghost);
    }
    spread(lanes, lane.top() + laneHead, lane.bottom() - 8);
}

/// Memory from four cards enters one lane, one stream below the other.
void MapPlan::addMemory(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows) const
{
    const double left = columnX(4) + columnWidth(4), right = columnX(5);
    const auto& leaders = card("hbm_leaders")->place;
    double y = streams.inputs[1].top;
    for (const auto flow : memory) {
        const auto& width = of(flows, flow);
        const double height = width.allowed * streams.scale;
        double source = leaders.bottom() - 6, room = leaders.height() - 12;
        if (flow == MapFlow::LegalHbm)
            source = leaders.center().y();
        else if (flow == MapFlow::StockHbm)
            source = card("stockpile")->place.center().y(), room = card("stockpile")->place.height();
        else if (flow == MapFlow::HomeHbm)
            source = card("hbm_cn")->place.center().y(), room = card("hbm_cn")->place.height();
        streams.streams.push_back({flow, {left, source}, {right, y + height / 2}, height, width.used * streams.scale, room});
        y += height;
    }
    const auto& stored = of(flows, MapFlow::Stored);
    const double x = leaders.right() - 22;
    streams.streams.push_back({MapFlow::Stored,
                               {x, leaders.bottom()},
                               {x, card("stockpile")->place.top()},
                               stored.allowed * streams.scale,
                               stored.used * streams.scale});
}

void MapPlan::addChannels(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows) const
{
    const double from = columnX(5) + columnWidth(5), to = columnX(7);
    const auto add = [&](MapFlow flow, double y) {
        const double height = of(flows, flow).allowed * streams.scale;
        streams.streams.push_back({flow, {from, y}, {to, y}, height, height});
    };
    add(MapFlow::Licensed, channelMiddle(0));
    add(MapFlow::Smuggled, channelMiddle(1));
    add(MapFlow::Rented, channelMiddle(2));
    const auto& users = card("cn_users")->place;
    const double half = of(flows, MapFlow::Domestic).allowed * streams.scale / 2;
    add(MapFlow::Domestic, std::min(streams.inputs[1].middle(), users.bottom() - std::max(half, 10.0) - 4));
}

MapStreams MapPlan::streamsOf(const SupplyQuarter& quarter, const SupplyQuarter* baseline) const
{
    const auto flows = widthsOf(quarter, baseline);
    const auto cutOff = std::ranges::find(quarter.ghosts, MapFlow::LegalHbm, &MapGhost::flow);
    const double ghost = baseline || cutOff == quarter.ghosts.end() ? 0 : cutOff->width;
    MapStreams streams;
    streams.scale = scaleOf(flows, ghost);
    placeLanes(streams, flows, ghost);
    addMemory(streams, flows);
    const double left = columnX(4) + columnWidth(4), right = columnX(5);
    for (const auto& [flow, input, node] : {std::tuple{MapFlow::Logic, 0, "logic_cn"}, std::tuple{MapFlow::Packaging, 2, "interposer"}}) {
        const auto& lane = streams.inputs[static_cast<std::size_t>(input)];
        const auto& width = of(flows, flow);
        streams.streams.push_back({flow,
                                   {left, card(node, true)->place.center().y()},
                                   {right, lane.middle()},
                                   width.allowed * streams.scale,
                                   width.used * streams.scale});
    }
    addChannels(streams, flows);
    return streams;
}

MapStreams between(const MapStreams& from, const MapStreams& to, double part)
{
    auto streams = to;
    const auto mean = [part](double a, double b) { return a + (b - a) * part; };
    for (auto& stream : streams.streams) {
        const auto before = std::ranges::find(from.streams, stream.flow, &MapStream::flow);
        const bool isNew = before == from.streams.end();
        const auto& old = isNew ? stream : *before;
        stream.allowed = mean(isNew ? 0 : old.allowed, stream.allowed);
        stream.used = mean(isNew ? 0 : old.used, stream.used);
        stream.room = mean(old.room, stream.room);
        stream.from = old.from + (stream.from - old.from) * part;
        stream.to = old.to + (stream.to - old.to) * part;
    }
    return streams;
}

} // namespace chokepoint::ui
