// What the files that lay out a chart of lines share: the panel with its scales, and the steps that write on it.
#pragma once

#include "sheet/PlanMaker.h"

namespace chokepoint::ui {

/// A panel while it is laid out.
struct Panel {
    PlanMaker& maker;
    const SheetPanel& panel;
    const PanelPlace& place;
    const Sheet& sheet;
    const SheetPage& page;
    const SheetStyle& style;
    QRectF plot;
    std::vector<QPolygonF> courses; ///< of the lines, in points, that labels keep clear of

    Panel(PlanMaker& plan, const SheetPanel& shown, const PanelPlace& at)
        : maker(plan), panel(shown), place(at), sheet(plan.sheet), page(plan.page), style(plan.style), plot(at.plot)
    {}

    double dotRadius() const { return page.label * 0.34; }
    /// Where the words of boundary and dates begin.
    double wordsTop() const { return plot.top() - place.head; }
    double across(double time) const { return plot.left() + (time - sheet.from) / (sheet.to - sheet.from) * plot.width(); }
    double up(double value) const
    {
        const double part = sheet.isLogarithmic
                              ? std::log(std::max(value, sheet.bottom * 0.1) / sheet.bottom) / std::log(sheet.top / sheet.bottom)
                              : (value - sheet.bottom) / (sheet.top - sheet.bottom);
        return plot.bottom() - std::clamp(part, -0.02, 1.0) * plot.height();
    }
    QPolygonF course(const std::vector<double>& x, const std::vector<double>& y) const
    {
        QPolygonF points;
        for (std::size_t i = 0; i < x.size(); ++i)
            points << QPointF(across(x[i]), up(y[i]));
        return points;
    }
};

/// Names behind the ends of the lines, pushed apart, each with a hairline to its end.
void putEndLabels(Panel& in);
/// Name and value beside the dot of a line.
void putDotLabels(Panel& in);
/// Where the package applies, and what happened: a thin line with a few words that find room.
void putDates(Panel& in);
/// The boundary of the projection, which gives way where a label had no other place than across it.
void putBoundaryLine(Panel& in);

} // namespace chokepoint::ui
