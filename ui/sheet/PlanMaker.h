// What the files that lay out a figure share: measuring, wrapping, putting texts and shapes, and finding free places.
#pragma once

#include "sheet/SheetPlan.h"

#include <QFontMetricsF>

#include <map>

namespace chokepoint::ui {

class PlanMaker {
public:
    PlanMaker(const Sheet& sheet, const SheetPage& page, const SheetStyle& style);

    const Sheet& sheet;
    const SheetPage& page;
    const SheetStyle& style;
    SheetPlan plan;

    double width(const QString& words, double size, bool isBold = false) const;
    /// The lines into which a text breaks at a width; a word that is wider breaks between letters.
    QStringList lines(const QString& words, double size, double width, bool isBold = false) const;
    /// A text whose letters stand on a base line.
    PlanText text(const QString& words, QPointF at, double size, PlanText::Role role, const QColor& colour, bool isBold = false,
                  PlanText::Anchor anchor = PlanText::Anchor::Start) const;
    void put(PlanText text) { plan.texts.push_back(std::move(text)); }
    /// Lines below each other from a top on; returns the bottom.
    double paragraph(const QString& words, double left, double top, double width, double size, PlanText::Role role, const QColor& colour,
                     bool isBold = false);
    double paragraphHeight(const QString& words, double width, double size, bool isBold = false) const;

    void fill(const QRectF& rect, const QColor& colour);
    void line(QPointF from, QPointF to, const QPen& pen);
    void polyline(const QPolygonF& points, const QPen& pen);
    void polygon(const QPolygonF& points, const QColor& colour);
    void dot(QPointF at, double radius, const QColor& fill, const QPen& pen);
    void diamond(QPointF at, double radius, const QColor& fill, const QPen& pen);
    /// Slanting lines over a polygon, rising to the right or falling.
    void hatch(const QPolygonF& area, const QPen& pen, bool isRising);
    /// The line of what nobody reports: paler and thinner, for its range is to be seen.
    QPen covertPen(QPen pen) const;
    /// A covert range: hatched, with dotted edges, so that what lies below shows through.
    void covertRange(const QPolygonF& top, const QPolygonF& bottom, const QColor& colour);
    /// A line from one end of a range to the other, with a stroke across each.
    void whisker(QPointF from, QPointF to, double across, const QColor& colour);

    /// True when no text that was put so far touches a box.
    bool isFree(const QRectF& box) const;

    static double lineHeight(double size) { return size * 1.3; }

private:
    QStringList pieces(const QString& word, double size, double width, bool isBold) const;
    const QFontMetricsF& metrics(double size, bool isBold) const;
    mutable std::map<std::pair<double, bool>, QFontMetricsF> m_metrics;
};

/// One chart of lines in a rectangle, with its axes.
struct PanelPlace {
    QRectF plot;
    bool hasTicks = true;   ///< words of the value axis, left of the plot
    bool hasGutter = false; ///< labels stand right of the plot, behind the ends of the lines
    double gutter = 0;
    bool isSmall = false; ///< one of several
    double head = 0;      ///< room above the plot for the words of boundary and dates
};
inline constexpr double partTint = 0.15; ///< of its colour, below the hatching of a covert part of a stack
/// How much of its colour a shade of a band has.
double tintOf(SheetKey::Shade shade, const Sheet& sheet);
void putPanel(PlanMaker& maker, const SheetPanel& panel, const PanelPlace& place);
/// The width that words of the value axis take, and that labels behind the lines take.
double tickRoom(const PlanMaker& maker);
double gutterRoom(const PlanMaker& maker);
bool hasGutter(const Sheet& sheet);

void putMultiples(PlanMaker& maker, const QRectF& room);
void putBars(PlanMaker& maker, const QRectF& room);
void putSlope(PlanMaker& maker, const QRectF& room);
void putTable(PlanMaker& maker, const QRectF& room);
double stripHeight(const PlanMaker& maker);
void putStrips(PlanMaker& maker, double left, double right, double top);

/// Tops of labels of these heights, wished at places in rising order, pushed apart and kept between two bounds while they fit.
std::vector<double> pushedApart(std::vector<double> tops, const std::vector<double>& heights, double least, double most);

} // namespace chokepoint::ui
