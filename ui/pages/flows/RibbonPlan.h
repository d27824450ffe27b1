// Where the ribbons of a year of people lie: nodes, the ledger's box and the bands between them. No drawing.
#pragma once

#include "api/TalentFlows.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <optional>
#include <vector>

namespace chokepoint::ui {

/// People by ribbon of TalentYear, as they are to be drawn: those of a run, or of a difference with its sign.
using RibbonPeople = std::vector<std::int64_t>;

RibbonPeople peopleOf(const TalentYear& year);
RibbonPeople peopleAbove(const TalentYear& year, const TalentYear& baseline);

/// A part of a way, from one edge to another; heights in pixels.
struct RibbonBand {
    Origin origin = Origin::UnitedStates;
    QPointF from, to; ///< the middles of its ends
    double thickness = 0;
    std::int64_t people = 0; ///< with sign
};

/// A node with what it is about.
struct RibbonNode {
    enum class Column { Born, Way, Place };
    Column column = Column::Born;
    Origin origin = Origin::UnitedStates;
    TalentWay way = TalentWay::Graduate;
    TalentPlace place = TalentPlace::OtherWork;
    QRectF bar = {};
};

class RibbonPlan {
public:
    /// `year` tells which ribbons there are, `people` how thick each is.
    RibbonPlan(QSizeF size, const TalentYear& year, const RibbonPeople& people, double pixelsOfPerson);
    /// The largest scale at which all of these fit a size.
    static double scaleFor(QSizeF size, const TalentYear& year, const std::vector<RibbonPeople>& all);

    const std::vector<RibbonNode>& nodes() const { return m_nodes; }
    const std::vector<RibbonBand>& bands() const { return m_bands; }
    const QRectF& box() const { return m_box; }
    double columnX(int column) const { return m_x[static_cast<std::size_t>(column)]; } ///< of born in, way in, workforce, where to
    const RibbonNode& node(TalentWay way) const;
    const RibbonNode& node(TalentPlace place) const;
    const RibbonNode& node(Origin origin) const;

    static constexpr double headHeight = 36, noteHeight = 24, barWidth = 9;

private:
    double thick(std::size_t ribbon) const;
    template <class Fits> double sum(Fits fits) const;
    void placeNodes(QSizeF size);
    void addBands();
    void joinWays(const std::vector<QPointF>& from, const std::vector<QPointF>& to);

    const TalentYear* m_year;
    RibbonPeople m_people;
    double m_scale;
    std::array<double, 4> m_x{};
    std::vector<RibbonNode> m_nodes;
    std::vector<RibbonBand> m_bands;
    QRectF m_box;
};

} // namespace chokepoint::ui
