// Several scenarios of one series over time, each in its hue and dash, with the band of one of them.
#pragma once

#include "api/Figure.h"
#include "api/Language.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chokepoint::ui {

struct LinesFigure {
    std::vector<FigureLine> lines; ///< scenarios by their place, that of the baseline by its manner
    std::vector<int> hues;         ///< by line: the place that decides its look
    QStringList ends = {};         ///< words at the ends of lines, where they are shorter than the names; empty: the names
    int banded = -1;               ///< place of the line in `lines` whose band is drawn; -1: none
    FigureBand band;               ///< 8 runs in 10, and 5 in 10 where it has them
    bool isAroundZero = false;     ///< differences: the baseline is the line at zero
    bool isPercent = false;        ///< values are written as per cent
    std::optional<double> change;  ///< when the packages begin
    QString changeWords;
    double last = 2032; ///< end of the time axis
    /// The same axis for several charts; nothing: it fits its own lines.
    std::optional<std::pair<double, double>> axis;
    friend bool operator==(const LinesFigure&, const LinesFigure&) = default;
};

class LinesView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit LinesView(const Language& language, QWidget* parent = nullptr);
    ~LinesView() override;

    void setFigure(const LinesFigure& figure);
    /// Small ones have no words beside their lines.
    void setSmall(bool isSmall);
    /// What the axis of a figure must hold: the least and the largest value of lines and band within the years that are shown.
    static std::pair<double, double> needOf(const LinesFigure& figure);

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {150, 110}; }

    /// As drawn. For tests.
    std::vector<double> shownValues(std::size_t line) const;
    FigureBand shownBand() const;
    std::pair<double, double> shownAxis() const;
    /// Pixels between two numbers that are written at the value axis.
    double pixelsOfStep() const;
    /// The words at the ends of the lines, from the top, and where. For tests.
    QVector<std::pair<QString, QRectF>> endLabels() const;
    std::optional<Quarter> crosshair() const;

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void leaveEvent(QEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    struct Inside;
    void draw();
    void point(std::optional<Quarter> quarter);
    std::unique_ptr<Inside> m_inside;
};

} // namespace chokepoint::ui
