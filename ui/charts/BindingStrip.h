// What binds domestic output, quarter by quarter, as blocks with words under a chart.
#pragma once

#include <QVector>
#include <QWidget>

namespace chokepoint::ui {

class BindingStrip : public QWidget {
    Q_OBJECT
public:
    explicit BindingStrip(QWidget* parent = nullptr);

    /// Codes by quarter from 2022Q1: 0 logic, 1 HBM, 2 packaging, 3 demand.
    void setCodes(const QVector<int>& codes);
    const QVector<int>& codes() const { return m_codes; }

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
    double m_first = 2022, m_last = 2032;
    int m_left = 0, m_right = 0;
};

} // namespace chokepoint::ui
