// The page of a figure on the ground of its window, at true proportion; a click on a text chooses it.
#pragma once

#include "parts/PaintedTexts.h"
#include "sheet/SheetPlan.h"

#include <QWidget>

namespace chokepoint::ui {

class FigurePaper : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit FigurePaper(QWidget* parent = nullptr);

    void showPlan(SheetPlan plan);
    const SheetPlan& plan() const { return m_plan; }
    /// The text that is being written has a dashed frame.
    void setChosen(std::optional<PlanText::Role> role);
    /// Where a text lies on the widget; empty without such a text.
    QRectF boxOf(PlanText::Role role) const;
    /// What part of its size on paper is shown: 1.49 for half as large again, at 96 dots an inch.
    double zoom() const;

    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {640, 640}; }
    QSize minimumSizeHint() const override { return {280, 300}; }

signals:
    void textClicked(PlanText::Role role);
    void zoomed();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;

private:
    QRectF page() const;

    SheetPlan m_plan;
    std::optional<PlanText::Role> m_chosen;
};

} // namespace chokepoint::ui
