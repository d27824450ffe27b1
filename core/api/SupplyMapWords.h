// What is said of the map of the supply chain: its title, figures of cards and ribbons, gates and links.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/SupplyMap.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint::words {

/// The finding of a quarter: what decides how many AI chips China makes, with the input that would be next.
Message mapTitle(const SupplyQuarter& quarter);

/// The quarter, the scenario and what ribbons mean; with the share of runs in which the bottleneck is the same, once it is known.
Message mapSubtitle(Quarter at, const MessageValue& scenario, BindingInput binding, std::optional<double> share);

/// The same of a difference between two packages.
Message mapDifferenceTitle(const SupplyQuarter& scenario, const SupplyQuarter& baseline, const MessageValue& nameOfBaseline);
Message mapDifferenceSubtitle(Quarter at, const MessageValue& scenario, const MessageValue& baseline);

/// The lines of figures on the card of a node, the number strong; none for a step without a number. `inChina`: of a node with two cards
/// that on the Chinese side. With a baseline the figures are differences from it.
std::vector<Message> mapFigures(const MapNode& node, const SupplyQuarter& quarter, const SupplyQuarter* baseline, bool inChina);

/// "*1.7* HBM": what an input allows, in million dies a year.
Message mapInput(BindingInput input, const SupplyQuarter& quarter);

/// "*0.13* licensed": what buyers get in this way, in million H100-equivalents a year; with a baseline how much more, "*−0.05* licensed".
/// The four ways add up to the figure of Chinese users, and to the title of a difference, as all are shown. `flow`: one of the four.
Message mapChannel(MapFlow flow, const SupplyQuarter& quarter, const SupplyQuarter* baseline = nullptr);

/// Of an input what it allows more, in million H100-equivalents a year: "*+0.12* HBM".
Message mapInputChange(BindingInput input, double above);

/// "*1.8* cut off, as in 2024".
Message mapGhost(const MapGhost& ghost);

/// "1.7m dies of 0.47 H100e each".
Message mapDies(const SupplyQuarter& quarter);

/// "Not to scale: 19 times what China adds"; empty when China adds nothing.
Message mapWorld(const SupplyQuarter& quarter);

/// "closed by rule": how a gate stands.
Message gateState(GateState state);

/// What sets a gate: "The run sets it: HBM sales to China, Dec 2024 rule." `values`: what is in force, by measure.
Message gateReason(const Catalogue& catalogue, const MapGate& gate, const std::vector<std::string>& values);

/// A link seen from one of its ends: "from HBM test: good stacks", "to US AI chips: HBM3E (open to China)".
Message mapLink(const SupplyChain& chain, const MapEdge& edge, std::size_t node, const SupplyQuarter& quarter);

/// What a screen reader says of a node: firms, gate and figures, which are differences with a baseline.
MessageList mapNodeTold(const MapNode& node, const SupplyQuarter& quarter, const SupplyQuarter* baseline = nullptr);

} // namespace chokepoint::words
