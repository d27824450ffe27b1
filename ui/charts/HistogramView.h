// How the draws of a series are spread in one quarter: bars of the scenario, the outline of the baseline, a line at central parameters.
#pragma once

#include "api/Catalogue.h"
#include "api/FigureTable.h"
#include "api/Language.h"
#include "api/SeriesDraws.h"

#include <QString>
#include <QWidget>

class QCustomPlot;
class QPen;

namespace chokepoint::ui {

struct HistogramContent {
    Histogram scenario, baseline; ///< the same bars, in the unit in which the series is shown
    ColourClass colour = ColourClass::Blue;
    QString axis;                 ///< unit
    double central = 0;           ///< the run at central parameters
    double tenth = 0, median = 0, ninetieth = 0;
};

class TableAction;

class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(const Language& language, QWidget* parent = nullptr);

    void setContent(const HistogramContent& content);
    const HistogramContent& content() const { return m_content; }

protected:
    void changeEvent(QEvent*) override;

private:
    FigureTable table() const;
    void draw();
    void addLine(double value, const QPen& pen);
    void addWords(double value, const QString& words, const QColor& colour, int row);

    Language m_language;
    TableAction* m_table;
    QCustomPlot* m_plot;
    HistogramContent m_content;
};

} // namespace chokepoint::ui
