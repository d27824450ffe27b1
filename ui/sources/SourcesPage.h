// Sources: limits first, then inputs and assumptions, observations, the four lines, and the literature.
#pragma once

#include "Board.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace chokepoint::ui {

class FourLinesView;
class ObservationsView;
class ParametersView;

class SourcesPage : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPage(Board& board, QWidget* parent = nullptr);

    enum class Section { Limits, Parameters, FourLines, Observations, Literature };
    void showSection(Section section);
    Section section() const;
    /// What was observed of a series.
    void showSeries(std::size_t series);
    /// Where an input comes from, and what is assumed about it.
    void showParameter(std::size_t parameter);

    ParametersView* parameters() const { return m_parameters; }
    ObservationsView* observations() const { return m_observations; }
    FourLinesView* fourLines() const { return m_fourLines; }

private:
    void add(const QString& name, const QString& purpose, QWidget* view);

    Board& m_board;
    QListWidget* m_sections;
    QStackedWidget* m_views;
    ParametersView* m_parameters;
    ObservationsView* m_observations;
    FourLinesView* m_fourLines;
};

} // namespace chokepoint::ui
