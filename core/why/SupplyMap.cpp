// The map in every quarter, from one run: widths are identities among what the sectors computed, gates follow the measures.
#include "api/SupplyMap.h"

#include "model/World.h"
#include "policy/LeverValues.h"
#include "run/Case.h"
#include "why/Bare.h"

#include <algorithm>
#include <limits>

namespace chokepoint {
namespace {

using namespace model;

constexpr double cutOff = 0.01; ///< a closed flow below this part of what it was counts as cut off
constexpr int quartersOfMapYear = 4;

FlowWidth& streamOf(SupplyQuarter& quarter, MapFlow flow) { return quarter.flows[static_cast<std::size_t>(flow)]; }

/// What is mounted comes from own output first, then from legal imports, from smuggled stacks and last from stock, as the sectors have it.
void takeMemory(SupplyQuarter& quarter, const Variables<double>& v)
{
    const double inflow = bare(v["hbm.inflow"_id]), allowed = quarter.limits[1] * quarter.memoryPerDie;
    quarter.homeMemory = bare(v["hbm.home"_id]);
    quarter.legalMemory = bare(v["hbm.legal"_id]);
    quarter.illicitMemory = bare(v["hbm.leak"_id]);
    quarter.stockMemory = std::max(0.0, allowed - inflow);
    quarter.stock = bare(v["hbm.stock"_id]);
    double left = quarter.dies * quarter.memoryPerDie;
    quarter.stockChange = inflow - left;
    const double worth = quarter.dieArithmetic / quarter.memoryPerDie; // H100-equivalents that a GB makes
    for (const auto& [flow, memory] :
         {std::pair{MapFlow::HomeHbm, quarter.homeMemory}, std::pair{MapFlow::LegalHbm, quarter.legalMemory},
          std::pair{MapFlow::IllicitHbm, quarter.illicitMemory}, std::pair{MapFlow::StockHbm, quarter.stockMemory}}) {
        const double used = std::min(memory, left);
        left -= used;
        streamOf(quarter, flow) = {memory * worth, used * worth};
    }
    const auto& legal = quarter.flow(MapFlow::LegalHbm);
    const double stored = std::max(0.0, legal.allowed - legal.used);
    streamOf(quarter, MapFlow::Stored) = {stored, stored};
}

void takeChannels(SupplyQuarter& quarter, const Variables<double>& v)
{
    const auto take = [&](MapFlow flow, double width) { streamOf(quarter, flow) = {width, width}; };
    take(MapFlow::Domestic, bare(v["compute.add_home"_id]));
    take(MapFlow::Licensed, bare(v["compute.add_import"_id]));
    take(MapFlow::Smuggled, bare(v["compute.add_grey"_id]));
    take(MapFlow::Rented, bare(v["compute.add_offshore"_id]));
    for (const auto flow : {MapFlow::Domestic, MapFlow::Licensed, MapFlow::Smuggled, MapFlow::Rented})
        quarter.chinaCompute += quarter.flow(flow).allowed;
    quarter.worldCompute = bare(v["compute.add_world"_id]);
    quarter.worldMemory = bare(v["hbm.sold"_id]);
}

SupplyQuarter quarterOf(const Variables<double>& v)
{
    SupplyQuarter quarter;
    quarter.limits = {bare(v["logic.limit"_id]), bare(v["hbm.limit"_id]), bare(v["packaging.limit"_id])};
    quarter.dies = bare(v["accel.dies"_id]);
    quarter.dieArithmetic = bare(v["accel.die_tpp"_id]);
    quarter.memoryPerDie = bare(v["hbm.per_die"_id]);
    quarter.binding = static_cast<BindingInput>(static_cast<int>(bare(v["accel.binding"_id])));
    quarter.fabDies = bare(v["logic.dies"_id]);
    const double made = quarter.dies * quarter.dieArithmetic;
    streamOf(quarter, MapFlow::Logic) = {quarter.limits[0] * quarter.dieArithmetic, made};
    streamOf(quarter, MapFlow::Packaging) = {quarter.limits[2] * quarter.dieArithmetic, made};
    takeMemory(quarter, v);
    takeChannels(quarter, v);
    return quarter;
}

/// How each gate stands in every quarter.
class Gates {
public:
    Gates(const facts::DataBook& book, const policy::MeasureSchedule& schedule) : m_chain(book.supply)
    {
        for (const auto& gate : m_chain.gates) {
            for (const auto& rule : gate.rules)
                m_levels.try_emplace(rule.measure, policy::levelsInForce(schedule[rule.measure]));
            if (gate.cap)
                m_numbers.try_emplace(gate.cap->measure, policy::numbersInForce<double>(schedule[gate.cap->measure]));
        }
    }
    std::vector<GateState> at(std::size_t quarter) const
    {
        std::vector<GateState> states;
        for (const auto& gate : m_chain.gates)
            states.push_back(stateOf(gate, quarter));
        return states;
    }

private:
    GateState stateOf(const MapGate& gate, std::size_t quarter) const
    {
        if (!gate.isDriven())
            return gate.fixed;
        auto tightest = GateState::Open;
        for (const auto& rule : gate.rules)
            tightest = std::max(tightest, rule.byLevel[m_levels.at(rule.measure)[quarter]]);
        const bool isByPermission = tightest == GateState::License || tightest == GateState::Partly;
        if (gate.cap && isByPermission && m_numbers.at(gate.cap->measure)[quarter] <= gate.cap->closedAt)
            return GateState::Closed;
        return tightest;
    }

    const SupplyChain& m_chain;
    std::map<std::size_t, std::vector<std::size_t>> m_levels;
    std::map<std::size_t, std::vector<double>> m_numbers;
};

bool isClosed(const MapEdge& edge, const SupplyQuarter& quarter)
{
    return std::ranges::any_of(edge.gates, [&](std::size_t gate) { return quarter.gates[gate] == GateState::Closed; });
}

/// What a flow was in the last whole year before `now` in which no gate of it was ever closed; nothing without such a year.
std::optional<MapGhost> lastOpenYear(const MapEdge& edge, const SupplyMap& map, std::size_t now)
{
    const auto& quarter = map[now];
    for (auto begin = now / quartersOfMapYear * quartersOfMapYear; begin >= quartersOfMapYear;) {
        begin -= quartersOfMapYear;
        const std::span<const SupplyQuarter> year(map.begin() + static_cast<std::ptrdiff_t>(begin), quartersOfMapYear);
        if (std::ranges::any_of(year, [&](const SupplyQuarter& q) { return isClosed(edge, q); }))
            continue;
        MapGhost ghost{*edge.width, Quarter{static_cast<int>(begin)}.year(), 0, 0};
        const bool isMemory = *edge.width == MapFlow::LegalHbm;
        for (const auto& q : year)
            ghost.width += (isMemory ? q.legalMemory : q.flow(*edge.width).allowed) / quartersOfMapYear;
        if (isMemory) {
            ghost.dies = ghost.width / quarter.memoryPerDie;
            ghost.width = ghost.dies * quarter.dieArithmetic;
        }
        return ghost.width > 0 ? std::optional(ghost) : std::nullopt;
    }
    return std::nullopt;
}

void addGhosts(const SupplyChain& chain, SupplyMap& map)
{
    for (std::size_t q = 0; q < map.size(); ++q)
        for (const auto& edge : chain.edges)
            if (edge.width && *edge.width != MapFlow::Stored && isClosed(edge, map[q]))
                if (const auto ghost = lastOpenYear(edge, map, q); ghost && map[q].flow(*edge.width).allowed < cutOff * ghost->width)
                    map[q].ghosts.push_back(*ghost);
}

} // namespace

std::optional<double> SupplyQuarter::worldTimesChina() const
{
    return chinaCompute > 0 ? std::optional(worldCompute / chinaCompute) : std::nullopt;
}

const SupplyChain& supplyChainOf(const Engine& engine) { return engine.impl().book.supply; }

SupplyMap supplyMapOf(const Engine& engine, const Scenario& scenario)
{
    const auto& impl = engine.impl();
    const auto made = run::caseOf(impl, scenario);
    const Gates gates(impl.book, made.schedule);
    SupplyMap map;
    map.reserve(quarterCount);
    run::simulate<double>(made.input.parameters, impl.exogenous, made.input.levers, [&](int quarter, const auto& v) {
        map.push_back(quarterOf(v));
        map.back().gates = gates.at(static_cast<std::size_t>(quarter));
    });
    addGhosts(impl.book.supply, map);
    return map;
}

std::array<double, mapFlowCount> flowsAbove(const SupplyQuarter& scenario, const SupplyQuarter& baseline)
{
    std::array<double, mapFlowCount> above{};
    for (std::size_t flow = 0; flow < mapFlowCount; ++flow)
        above[flow] = scenario.flows[flow].allowed - baseline.flows[flow].allowed;
    return above;
}

} // namespace chokepoint
