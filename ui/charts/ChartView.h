// One chart: lines over time with observations, the recorded part, the change, labels at line ends and a cross-hair.
#pragma once

#include "api/Figure.h"
#include "parts/PaintedTexts.h"

#include <QPointF>
#include <QVector>
#include <QWidget>

#include <memory>
#include <optional>

namespace chokepoint {
class Language;
}

namespace chokepoint::ui {

/// The only class, with its helpers in this folder, that knows the plotting library.
class ChartView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit ChartView(const Language& language, QWidget* parent = nullptr);
    ~ChartView() override;

    /// Shows the figure. `hold`: a lever is moving, so the axis may grow but does not shrink.
    void setFigure(const Figure& figure, bool hold);

    /// Large ones say more beside their lines, small ones nothing.
    enum class Manner { Usual, Large, Small };
    void setManner(Manner manner);

    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const;

    QStringList paintedTexts() const override;

    /// Draws the cross-hair at a time with the values of the lines, or removes it.
    void setCrosshair(std::optional<double> year);

    /// Where the plot begins and ends, in widget coordinates; a strip under the chart follows it.
    int plotLeft() const;
    int plotRight() const;

    /// Values as drawn of the first line of a manner; empty without one. For tests.
    std::vector<double> shownValues(FigureLine::Manner manner) const;
    /// The single values of a kind as drawn. For tests.
    QVector<QPointF> shownPoints(PointKind kind) const;
    /// The band as drawn. For tests.
    std::optional<FigureBand> shownBand() const;
    /// Names of the marks that are shown, and where. For tests.
    QVector<std::pair<QString, QRectF>> markNames() const;
    /// What is told where the pointer is at a place of the plot; empty where there is nothing to tell.
    QString wordsAt(QPointF place) const;
    /// What stands above the plot where the outer band leaves the axis; empty when it does not. For tests.
    QString beyondLabel() const;
    /// The end of the time axis: 2032, or the end of the model's time where the figure reaches beyond, unless a person chose another.
    double lastYearShown() const;
    /// Where the change in the year that is told is marked, and the read-out of the cross-hair; nothing without one. For tests.
    std::optional<QRectF> toldPlace() const;
    std::optional<QRectF> crosshairPlace() const;
    /// To the end of the model's time, or back to the usual end.
    void setWholeTime(bool whole);
    /// Top of the value axis. For tests.
    double axisTop() const;
    double axisBottom() const;

    QSize sizeHint() const override { return {380, 150}; }
    QSize minimumSizeHint() const override;

signals:
    void hovered(double year);
    void left();
    void yearsChanged(double first, double last);

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void leaveEvent(QEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    void zoomTo(std::optional<double> last);
    void setYears(double last);
    double usualEnd() const;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace chokepoint::ui
