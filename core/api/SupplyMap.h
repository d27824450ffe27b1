// The supply chain of Chinese AI chips as a map: who stands in it, which gates a package opens and closes, and how much flows.
#pragma once

#include "api/Projection.h"
#include "api/RunControl.h"
#include "api/SeriesDraws.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chokepoint {

class Engine;
struct Claim;
struct ClaimAnswer;
struct Scenario;

/// How a gate stands, the loosest first: of several measures at one gate the tightest counts.
enum class GateState { Open, Gray, Contract, License, Partly, Closed };

/// A gate and what sets it. Without rules no measure of the model moves it, and it stands as the data book says.
struct MapGate {
    struct Rule {
        std::size_t measure = 0;        ///< place in Catalogue::measures
        std::vector<GateState> byLevel; ///< by its levels
    };
    struct Cap {
        std::size_t measure = 0; ///< a number
        double closedAt = 0;     ///< at this number or less a gate that lets something through by permission lets nothing through
    };
    std::string id;
    std::vector<Rule> rules;
    std::optional<Cap> cap;
    GateState fixed = GateState::Open; ///< without rules
    bool isDriven() const { return !rules.empty(); }
};

/// A flow to which the run gives a number. Those up to Packaging go into Chinese AI chips.
enum class MapFlow { HomeHbm, StockHbm, LegalHbm, IllicitHbm, Logic, Packaging, Domestic, Licensed, Smuggled, Rented, Stored };
inline constexpr std::size_t mapFlowCount = 11;
/// From which node to which, in the order of MapFlow; the data book must have all of them.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, mapFlowCount> mapFlowEnds{{{"hbm_cn", "accel_cn"},
                                                                                                      {"stockpile", "accel_cn"},
                                                                                                      {"hbm_leaders", "accel_cn"},
                                                                                                      {"grey", "accel_cn"},
                                                                                                      {"logic_cn", "accel_cn"},
                                                                                                      {"interposer", "accel_cn"},
                                                                                                      {"accel_cn", "cn_users"},
                                                                                                      {"accel_us", "cn_users"},
                                                                                                      {"grey", "cn_users"},
                                                                                                      {"offshore", "cn_users"},
                                                                                                      {"hbm_leaders", "stockpile"}}};

struct MapNode {
    std::string id;
    int column = 0, row = 0; ///< of its card, from 1; zero for what has no card of its own and is told in another
    std::string label, shortName, firms;
    std::string shortFirms;        ///< for the card, with the codes of countries behind them
    std::string shortFirmsInChina; ///< of a node with a second card in China; else empty
    std::string access;            ///< how far China can have it, as the data book was last checked: "partly_locked"
    std::string rule, substitutes; ///< what keeps it from China, and who makes it there; either may be empty
    int maturity = 0;              ///< of the Chinese substitute, 1 (none) to 9 (world level)
    std::string source;            ///< id in Catalogue::sources
    std::optional<std::size_t> gate;
    std::vector<std::size_t> series, measures; ///< places in the catalogue: what to look at first, and what moves it
};

struct MapEdge {
    std::size_t from = 0, to = 0; ///< places in SupplyChain::nodes
    std::string flow, status, note;
    std::vector<std::size_t> gates; ///< in the order in which it passes them
    std::optional<MapFlow> width;   ///< what the run says of it; nothing for a link without a number
};

struct SupplyChain {
    std::vector<MapGate> gates;
    std::vector<MapNode> nodes;
    std::vector<MapEdge> edges;

    std::optional<std::size_t> findNode(std::string_view id) const;
    const MapEdge& edgeOf(MapFlow flow) const;
};

/// The map of the data book.
const SupplyChain& supplyChainOf(const Engine& engine);

/// In million H100-equivalents a year: what a flow allows, and what of it is used. Equal for what buyers get.
struct FlowWidth {
    double allowed = 0, used = 0;
};

/// A flow that a gate has cut off, as it was in the last year in which the gate was never closed, at the memory and arithmetic that a die
/// has in this quarter.
struct MapGhost {
    MapFlow flow = MapFlow::LegalHbm;
    int year = 0;
    double width = 0; ///< million H100-equivalents a year
    double dies = 0;  ///< million dies a year; zero for whole chips
};

/// The map in one quarter. Dies in millions a year, memory in million GB (a year), compute in million H100-equivalents a year.
struct SupplyQuarter {
    std::array<FlowWidth, mapFlowCount> flows{}; ///< by MapFlow
    std::array<double, 3> limits{};              ///< dies that each input allows, in the order of BindingInput
    double dies = 0;                             ///< that buyers take
    double dieArithmetic = 0;                    ///< H100-equivalents of a die
    double memoryPerDie = 0;                     ///< GB
    BindingInput binding = BindingInput::Logic;
    std::vector<GateState> gates;                                               ///< by SupplyChain::gates
    std::vector<MapGhost> ghosts;                                               ///< of what is closed now
    double homeMemory = 0, legalMemory = 0, illicitMemory = 0, stockMemory = 0; ///< what may be mounted, by where it comes from
    double stock = 0;                                                           ///< left at the end of the quarter
    double stockChange = 0;                                                     ///< above zero when more comes in than is mounted
    double worldMemory = 0;                                                     ///< sold by allied makers, to everybody
    double fabDies = 0;                                                         ///< good dies before assembly
    double worldCompute = 0, chinaCompute = 0; ///< added outside China, and for Chinese users by all four ways

    const FlowWidth& flow(MapFlow which) const { return flows[static_cast<std::size_t>(which)]; }
    /// How many times what China adds the rest of the world adds; nothing when China adds nothing.
    std::optional<double> worldTimesChina() const;
};

using SupplyMap = std::vector<SupplyQuarter>; ///< by quarter

/// The map in every quarter of a scenario. Throws as Engine::check does. One run.
SupplyMap supplyMapOf(const Engine& engine, const Scenario& scenario);

/// What the flows of a scenario are above those of its baseline, in one quarter; of what makes a chip the dies that it allows count, below
/// zero for less.
std::array<double, mapFlowCount> flowsAbove(const SupplyQuarter& scenario, const SupplyQuarter& baseline);

/// Places in Catalogue::eventMarks of the events that changed a measure of the map, those that moved Chinese compute most first.
std::vector<std::size_t> supplyEventsOf(const Engine& engine);

/// The middle of the month of an event, in years.
double timeOfEvent(const Engine& engine, std::size_t mark);

/// What other settings of a measure would do.
struct MapMover {
    struct Step {
        std::string value;     ///< the other setting
        bool isLooser = false; ///< it stands on the loose side of what is in force
        double central = 0;    ///< the series in the year, at central inputs
        ChangeSpread spread;   ///< against the scenario as it is
    };
    std::size_t measure = 0;   ///< place in Catalogue::measures
    std::string inForce;       ///< in the quarter from which the steps apply
    std::vector<Step> steps;   ///< the loosest first; those next to what is in force and the ends
    bool movesNothing = false; ///< no step changes the series in any run
};

struct MapMoverRequest {
    std::vector<std::size_t> measures; ///< places in Catalogue::measures
    std::size_t series = 0;            ///< place in Catalogue::series
    int year = 2028;                   ///< of which the mean counts
    std::size_t draws = 400;
    std::uint64_t seed = 1;
    RunControl work;
};

/// What is answered of a measure, one after another; cancelled, those answered so far. Steps apply from the start of the scenario.
void weighMovers(const Engine& engine, const Scenario& scenario, const MapMoverRequest& request,
                 const std::function<void(const MapMover&)>& answered);

/// The scenario with a measure set from its start on, whatever it did to it later.
Scenario withSetting(const Engine& engine, Scenario scenario, std::size_t measure, const std::string& value);

/// The claim that HBM is the choke point, of which the map must not tell half; nullptr when the data book has it no more.
const Claim* claimOfMap(const Engine& engine);

/// In which share of runs each part of a claim holds, and nothing else of the answer; words::claimVerdict() says it. Nothing when
/// cancelled.
std::optional<ClaimAnswer> claimShares(const Engine& engine, const Claim& claim, std::size_t draws, const RunControl& work);

} // namespace chokepoint
