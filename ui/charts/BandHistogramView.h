// How many figures lie in each tenth of the band, over what chance would give.
#pragma once

#include "api/Backtest.h"
#include "api/FigureTable.h"
#include "api/Language.h"

#include <QWidget>

class QCustomPlot;

namespace chokepoint::ui {

class TableAction;

class BandHistogramView : public QWidget {
    Q_OBJECT
public:
    explicit BandHistogramView(const Language& language, QWidget* parent = nullptr);

    void setContent(const BandHistogram& content);
    const BandHistogram& content() const { return m_content; }
    /// Heights of the bars that are drawn. For tests.
    QVector<double> bars() const;

protected:
    void changeEvent(QEvent*) override;

private:
    FigureTable table() const;
    void draw();

    Language m_language;
    TableAction* m_table;
    QCustomPlot* m_plot;
    BandHistogram m_content;
};

} // namespace chokepoint::ui
