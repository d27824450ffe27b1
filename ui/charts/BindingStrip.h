// What binds domestic output, quarter by quarter, as blocks with words under a chart.
#pragma once

#include "api/Language.h"
#include "api/Quarter.h"

#include <QVector>
#include <QWidget>

#include <functional>
#include <vector>

namespace chokepoint::ui {

class BindingStrip : public QWidget {
    Q_OBJECT
public:
    explicit BindingStrip(const Language& language, QWidget* parent = nullptr);

    /// Codes by quarter from 2022Q1: 0 logic, 1 HBM, 2 packaging, 3 demand.
    void setCodes(const QVector<int>& codes);
    const QVector<int>& codes() const { return m_codes; }

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
    QVector<int> m_codes;
    Shares m_shares;
    double m_first = 2022, m_last = 2032;
    int m_left = 0, m_right = 0;
    Language m_language;
};

} // namespace chokepoint::ui
