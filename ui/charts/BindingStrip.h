// What binds domestic output, quarter by quarter, as blocks with words under a chart.
#pragma once

#include "api/Language.h"
#include "api/Projection.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace chokepoint::ui {

class BindingStrip : public QWidget {
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

    void setYears(double first, double last);
    /// Where the plot above begins and ends, in pixels.
    void setPlot(int left, int right);

    QSize sizeHint() const override { return {200, 20}; }
    QSize minimumSizeHint() const override { return {100, 20}; }

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    double pixelOf(double year) const;
    std::vector<BindingInput> m_inputs;
    Shares m_shares;
    double m_first = 2022, m_last = 2032;
    int m_left = 0, m_right = 0;
    Language m_language;
};

} // namespace chokepoint::ui
