// What binds domestic output, quarter by quarter, as blocks with words under a chart.
#pragma once

#include "api/Language.h"
#include "api/Projection.h"

#include "parts/PaintedTexts.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace chokepoint::ui {

class BindingStrip : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit BindingStrip(const Language& language, QWidget* parent = nullptr);

    /// By quarter from 2022Q1.
    void setInputs(const std::vector<BindingInput>& inputs);
    const std::vector<BindingInput>& inputs() const { return m_inputs; }

    /// In which share of the draws each code holds, by code; asked when the pointer rests. Empty where there are no draws yet.
    using Shares = std::function<std::vector<double>(Quarter)>;
    void setShares(const Shares& shares);
    const Shares& shares() const { return m_shares; }
    QString wordsOf(Quarter quarter) const;

    /// What stands right of the blocks, as far as it has room; without one "bottleneck".
    void setLabel(const QString& label);
    QStringList paintedTexts() const override;

    void setYears(double first, double last);
    /// Where the plot above begins and ends, in pixels.
    void setPlot(int left, int right);

    QSize sizeHint() const override { return {200, 20}; }
    QSize minimumSizeHint() const override { return {100, 20}; }

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    /// A time in which one input binds, with the longest word for it that has room.
    struct Block {
        QRectF place;
        BindingInput input;
        QString word;
    };
    std::vector<Block> blocks() const;
    QString labelShown() const;
    double pixelOf(double year) const;
    std::vector<BindingInput> m_inputs;
    Shares m_shares;
    QString m_label;
    double m_first = 2022, m_last = 2032;
    int m_left = 0, m_right = 0;
    Language m_language;
};

} // namespace chokepoint::ui
