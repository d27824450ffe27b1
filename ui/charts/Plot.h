// The plotting library behind a plain face.
#pragma once

#include "api/Figure.h"
#include "look/Theme.h"

#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <array>
#include <optional>

class QCPAxis;
class QCPGraph;
class QCPItemLine;
class QCPItemText;
class QCPLayer;
class QCustomPlot;

namespace chokepoint::ui {

/// A linear value axis: it goes from `bottom`, which is zero but for differences, to `top` in equal steps.
struct ValueScale {
    double top = 0, step = 0, bottom = 0;
};

/// How much a plot says beside its lines.
enum class PlotManner {
    Usual,
    Large,  ///< the edges of the band and the change in the year that is told have words as well
    Small,  ///< lines without words
};

/// Lines, bands and words that follow a lever stand on two layers with buffers of their own, so that a move draws them alone;
/// axes, grid, observations and the lines of marks are drawn anew only when they change.
class Plot {
public:
    Plot(const Language& language, QWidget* parent);

    QWidget* widget() const;
    /// With `hold`, while a lever moves, the axis and the names of marks stay where they are if they can.
    void show(const Figure& figure, const Tokens& tokens, bool hold);
    void setYears(double first, double last);
    void setManner(PlotManner manner) { m_manner = manner; }
    /// A logarithmic value axis from the smallest value above zero; zeros are not drawn.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_isLogarithmic; }
    void setCrosshair(std::optional<double> year, const Tokens& tokens);

    int left() const;
    int right() const;
    double top() const;
    double bottom() const;
    double yearAt(double x) const;
    std::vector<double> values(FigureLine::Manner manner) const;
    /// The single values of a kind as drawn.
    QVector<QPointF> points(PointKind kind) const;
    /// What is told at a place of the plot: of a point under it, of the outer band that leaves the axis, of marks within a few pixels;
    /// empty where there is nothing.
    QString wordsAt(QPointF place) const;
    /// What stands above the plot where the outer band leaves the axis; empty when it does not. For tests.
    QString beyondLabel() const;
    /// Names of the marks that are shown, and where. For tests.
    QVector<std::pair<QString, QRectF>> markNames() const;
    const std::optional<FigureBand>& band() const { return m_band; }
    /// Everything that is written, axes included.
    QStringList texts() const;
    /// Where the words of the change in the year that is told stand; nothing when it is not marked. For tests.
    std::optional<QRectF> toldPlace() const;
    /// Where the read-out of the cross-hair stands; nothing without one. For tests.
    std::optional<QRectF> crosshairPlace() const;

private:
    /// What must be the same for the items on the plot to be kept.
    struct Frame {
        std::string series;
        std::vector<std::pair<std::string, FigureLine::Manner>> lines;
        std::vector<std::pair<double, MarkKind>> marks;
        std::vector<FigurePoint> points; ///< whole, for they are drawn once
        std::array<bool, 4> bands{}; ///< which are shown, in the order of drawing
        std::vector<bool> ranges;    ///< by line, whether it has one
        const Tokens* tokens = nullptr;
        bool isWide = false, isNarrow = false, isLogarithmic = false, isDifference = false, isTold = false;
        int endMargin = 0; ///< pixels right of the plot
        PlotManner manner = PlotManner::Usual;
        bool operator==(const Frame&) const = default;
    };
    struct EndLabel {
        QCPItemText* item;
        double y;
    };
    struct PlacedMark {
        FigureMark about;
        QCPItemLine* line;
        QCPItemText* name;
        bool isShown; ///< with its name
    };

    Frame frameOf(const Figure& figure, const Tokens& tokens) const;
    void build(const Figure& figure, const Tokens& tokens);
    struct Changed {
        bool words = false, ground = false; ///< ground: what is drawn beside lines, bands and words
    };
    Changed fill(const Figure& figure, bool hold);
    void addLine(const FigureLine& line, const Tokens& tokens, int companion);
    /// Says above the plot that the outer band leaves the axis, in as many words as there is room for; true when that changed.
    bool fillBeyond();
    /// True when its label says something else.
    bool fillLine(const FigureLine& line, EndLabel& label);
    /// The label of a line with its value at the end of the axis.
    QString endWords(const FigureLine& line, const QString& label, std::size_t last) const;
    int lastShown(const FigureLine& line) const;
    /// The words at the edges of the band; true when they moved.
    bool fillEdgeLabels();
    QString crosshairWords(Quarter quarter, QSize& needed) const;
    void addTold(const Tokens& tokens);
    std::optional<QPointF> placeForTold(double x, double top, double bottom, const QSizeF& size) const;
    /// True when words or place changed.
    bool placeTold();
    /// True when what stays on the plot during a drag is another.
    bool fillBaseline(const FigureLine& line, QCPGraph* graph, bool hold);
    /// Of covert companions and of a covert baseline, hatched like covert parts, so that the bands show through.
    void addRanges(const Figure& figure, const Tokens& tokens);
    void addBands(const QColor& colour, const Tokens& tokens);
    /// The lower and the upper edge of what is filled between, or of what has edges alone.
    void addEdges(std::vector<QCPGraph*>& graphs, const QBrush& fill, const QPen& edge);
    void fillBand(const FigureBand& band);
    void addPoints(const std::vector<FigurePoint>& points, const Tokens& tokens);
    void addMarks(const Figure& figure, const Tokens& tokens);
    /// True when the line of a mark came or went.
    bool placeMarks();
    /// True when a name changed.
    bool nameMarks();
    bool isCrossed(const QRectF& place) const;
    std::optional<QRectF> placeFor(double x, double width, const QVector<QRectF>& taken, bool clear, bool mayCrossRecord) const;
    /// True when the value axis changed.
    bool fitTop(const Figure& figure, bool hold);
    /// True when one moved.
    bool placeLabels();
    QCPItemText* addEndText(const QColor& colour, bool isBold);
    QCPItemText* addText(const QString& text, const QColor& colour, double pixels, bool isBold);
    void replotAll();

    QCustomPlot* m_plot;
    QCPLayer *m_moving = nullptr, *m_words = nullptr;
    Frame m_frame;
    bool m_isReplotDue = true; ///< a replot of everything is on its way
    std::vector<PlacedMark> m_marks;
    QCPGraph* m_part = nullptr; ///< top of the stack so far
    std::vector<FigureLine> m_lines;
    std::array<QCPGraph*, 3> m_pointGraphs{}; ///< by PointKind
    std::vector<QCPGraph*> m_lineGraphs;
    std::vector<QCPGraph*> m_bandGraphs, m_rangeGraphs; ///< of each band or range first the lower edge, then the upper
    std::vector<double> m_baseline; ///< as it is drawn,
    std::size_t m_baselineFirst = 0; ///< from this place on
    std::vector<EndLabel> m_labels;                   ///< by line
    std::vector<EndLabel> m_edgeLabels;               ///< above and below the inner band; none in most manners
    std::optional<YearMark> m_told;
    QCPItemLine* m_toldLine = nullptr;
    QCPItemText* m_toldText = nullptr;
    PlotManner m_manner = PlotManner::Usual;
    std::optional<FigureBand> m_band;
    std::optional<BandBeyond> m_beyond;
    QCPItemText* m_beyondText = nullptr;
    std::vector<FigurePoint> m_points;
    std::optional<double> m_crosshairAt;
    QCPItemLine* m_crosshair = nullptr;
    QCPItemText* m_crosshairText = nullptr;
    ValueScale m_scale;
    bool m_isLogarithmic = false;
    std::string m_series;
    Language m_language;
};

} // namespace chokepoint::ui
