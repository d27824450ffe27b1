// The plot of several scenarios behind LinesView; for its two source files alone.
#pragma once

#include "charts/LinesView.h"
#include "look/Theme.h"

class QCPItemLine;
class QCPItemText;
class QCustomPlot;
class QPen;

namespace chokepoint::ui {

inline constexpr double firstShownYear = 2025; ///< the packages begin later, and the years before are the same in all

struct LinesView::Inside {
    explicit Inside(const Language& spoken) : language(spoken) {}

    QCustomPlot* plot = nullptr;
    Language language;
    LinesFigure figure;
    bool isSmall = false;
    std::optional<Quarter> at; ///< of the cross-hair
    Quarter keys = defaultStart;
    struct End {
        QCPItemText* text;
        QCPItemLine* leader;
        double y; ///< of the line
        QString words;
    };
    std::vector<End> ends;

    void draw(const Tokens& t);
    /// Labels keep the order of their lines and do not touch.
    void placeEnds();
    QString valueAt(const FigureLine& line, std::size_t place) const;

private:
    QCPItemText* addText(const QString& words, const QColor& colour, bool isBold);
    void addAbove(double year, const QString& words, Qt::AlignmentFlag side, const QColor& colour);
    void addMarks(const Tokens& t);
    void addBand(const Tokens& t);
    void addLines(const Tokens& t);
    void addEnds(const Tokens& t);
    void addCrosshair(const Tokens& t);
    void fitAxes();
    std::size_t lastShown(const FigureLine& line) const;
};

} // namespace chokepoint::ui
