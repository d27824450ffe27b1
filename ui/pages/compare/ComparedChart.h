// The chart of a comparison: one series of all scenarios, as values, differences or per cent, in one chart or side by side.
#pragma once

#include "api/FigureTable.h"
#include "charts/LinesView.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace chokepoint::ui {

class ComparedSet;
class Segments;
class SeriesPicker;
class TableWindow;

class ComparedChart : public QFrame {
    Q_OBJECT
public:
    explicit ComparedChart(ComparedSet& set, QWidget* parent = nullptr);

    LinesView* overlaid() const { return m_overlaid; }
    /// Those side by side, by place; empty while they are not shown.
    std::vector<LinesView*> small() const;
    Segments* views() const { return m_views; }
    Segments* arrangement() const { return m_arrangement; }
    QString subtitle() const;
    /// What is drawn, as a table: all packages, the baseline, and the band of the one that has it.
    FigureTable table() const;
    void openTable();
    TableWindow* tableWindow() const;

private:
    void refresh();
    /// Values as they are shown: the scenario, or its change against the baseline.
    std::vector<double> valuesOf(std::size_t place) const;
    void addBand(LinesFigure& figure, std::size_t place) const;
    LinesFigure figureOf(const std::vector<std::size_t>& places, std::size_t banded) const;
    void showSmall();
    QWidget* moreButton();
    bool isPercent() const;

    struct SidePanel {
        QWidget* whole;
        QLabel *name, *range;
        LinesView* view;
    };
    SidePanel makePanel();

    ComparedSet& m_set;
    SeriesPicker* m_series;
    QLabel* m_subtitle;
    QString m_whatIsShown; ///< values, differences or percent, and their unit
    Segments *m_views, *m_arrangement;
    QStackedWidget* m_stack;
    LinesView* m_overlaid;
    QWidget* m_sides;
    QGridLayout* m_grid;
    std::vector<SidePanel> m_panels;
    QPointer<TableWindow> m_table; ///< none before it is asked for
};

} // namespace chokepoint::ui
