// Where everything on the map of the supply chain lies: cards, the border, the ways of streams and their widths. No drawing.
#pragma once

#include "api/SupplyMap.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

namespace chokepoint::ui {

/// A card of a node; some nodes have one on either side of the border.
struct MapCard {
    std::size_t node = 0; ///< place in SupplyChain::nodes
    bool isInChina = false;
    bool isStep = false; ///< of the fifteen steps in the block at the left
    QRectF place;
};

/// A flow as a band from one edge of a card to another; heights in pixels.
struct MapStream {
    MapFlow flow = MapFlow::HomeHbm;
    QPointF from, to; ///< the middles of its ends
    double allowed = 0, used = 0;
    double room = 1e6; ///< what its source has for it: a wider band grows on its way
};

/// What lies at the left edge of the Chinese AI chips: an input, or what a rule has cut off of one.
struct MapLane {
    double top = 0, height = 0;
    double middle() const { return top + height / 2; }
};

/// The streams of a quarter.
struct MapStreams {
    double scale = 1; ///< pixels for a million H100-equivalents a year
    std::vector<MapStream> streams;
    std::array<MapLane, 3> inputs; ///< in the order of BindingInput
    std::optional<MapLane> ghost;  ///< of memory
};

/// The places of a size; the chain must outlive it. Columns are as wide as the map has room for; in a narrow one the steps are one card.
class MapPlan {
public:
    MapPlan(const SupplyChain& chain, QSizeF size, bool areStepsFolded);

    bool areStepsFolded() const { return m_areStepsFolded; }
    const std::vector<MapCard>& cards() const { return m_cards; }
    /// The card of a node; that in China of a node with two, when asked. Nothing for what has none, or is folded.
    const MapCard* card(std::string_view node, bool inChina = false) const;
    const QRectF& steps() const { return m_steps; } ///< of the block at the left, or of its one card
    const QRectF& legend() const { return m_legend; }
    const QRectF& claim() const { return m_claim; }
    const QRectF& china() const { return m_china; }  ///< the ground below the border
    double border() const { return m_border; }       ///< its height over most of the map
    double borderRise() const { return m_borderX; }  ///< where it turns up, so that channels cross it level
    double borderTop() const { return m_borderTop; } ///< its height from there on
    double channelMiddle(int row) const { return m_channelTop + (row + 0.5) * m_channelPitch; }
    QRectF channelCard(int row) const;
    double columnX(int column) const { return m_columns[static_cast<std::size_t>(column)].first; } ///< from 1
    double columnWidth(int column) const { return m_columns[static_cast<std::size_t>(column)].second; }
    double rail(int column) const { return columnX(column) + columnWidth(column) + 7; } ///< of hairlines, right of a column of steps

    /// The streams of a quarter; with a baseline the widths are of the differences.
    MapStreams streamsOf(const SupplyQuarter& quarter, const SupplyQuarter* baseline) const;

private:
    void placeColumns(double width);
    void placeSteps(double height);
    void placeAbove();
    void placeBelow(double height);
    void add(std::string_view node, QRectF place, bool inChina = false);
    double scaleOf(const std::array<FlowWidth, mapFlowCount>& flows, double ghost) const;
    void placeLanes(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows, double ghost) const;
    void addMemory(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows) const;
    void addChannels(MapStreams& streams, const std::array<FlowWidth, mapFlowCount>& flows) const;

    const SupplyChain* m_chain;
    bool m_areStepsFolded;
    std::vector<MapCard> m_cards;
    std::array<std::pair<double, double>, 8> m_columns{}; ///< x and width of columns 1 to 7
    QRectF m_steps, m_legend, m_claim, m_china;
    double m_border = 0, m_borderX = 0, m_borderTop = 0, m_channelTop = 0, m_channelPitch = 0;
};

/// The streams on their way from one quarter to another: zero is the first, one the second. What the first had not comes from nothing.
MapStreams between(const MapStreams& from, const MapStreams& to, double part);

/// Pixels for a unit step through 1, 1.5, 2, 3, 4, 5, 7 and 10 times a power of ten: the largest that is not above `most`.
double steppedScale(double most);

} // namespace chokepoint::ui
