// The plotting library behind a plain face.
#pragma once

#include "ChartContent.h"
#include "Look.h"

#include <QPen>
#include <QRectF>

#include <optional>

class QCPGraph;
class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace chokepoint::ui {

class Plot {
public:
    explicit Plot(QWidget* parent);

    QWidget* widget() const;
    void show(const ChartContent& content, const Tokens& tokens, bool hold);
    void setYears(double first, double last);
    /// A logarithmic value axis from the smallest value above zero; zeros are not drawn.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_isLogarithmic; }
    void setCrosshair(std::optional<double> year, const Tokens& tokens);

    int left() const;
    int right() const;
    double top() const;
    double bottom() const;
    double yearAt(double x) const;
    QVector<double> values(ChartLine::Manner manner) const;
    /// What the marks within a few pixels of a place say; empty where there are none.
    QString markAt(double x) const;
    /// Names of the marks that are shown, and where. For tests.
    QVector<std::pair<QString, QRectF>> markNames() const;
    const std::optional<ChartBand>& band() const { return m_band; }

private:
    void style(const Tokens& tokens);
    void addLine(const ChartLine& line, const Tokens& tokens, int companion);
    void addBand(const ChartBand& band, const QColor& colour, const Tokens& tokens);
    void addPoints(const QVector<ChartPoint>& points, const Tokens& tokens);
    QCPItemLine* addVertical(double year, const QPen& pen);
    void placeMarks();
    bool isCrossed(const QRectF& place) const;
    std::optional<QRectF> placeFor(double x, double width, const QVector<QRectF>& taken, bool clear) const;
    void addMarks(const ChartContent& content, const Tokens& tokens);
    void fitTop(const ChartContent& content, bool hold);
    void placeLabels();
    QCPItemText* addText(const QString& text, const QColor& colour, double pixels, bool isBold);

    struct EndLabel {
        QCPItemText* item;
        double y;
    };
    struct PlacedMark {
        ChartMark about;
        QCPItemLine* line;
        QCPItemText* name;
        bool isShown; ///< with its name
    };
    QCustomPlot* m_plot;
    QVector<PlacedMark> m_marks;
    QCPGraph* m_part = nullptr; ///< top of the stack so far
    QVector<ChartLine> m_lines;
    QVector<EndLabel> m_labels;
    std::optional<ChartBand> m_band;
    QCPItemLine* m_crosshair = nullptr;
    QCPItemText* m_crosshairText = nullptr;
    double m_top = 0;
    bool m_isLogarithmic = false;
    QString m_series;
};

} // namespace chokepoint::ui
