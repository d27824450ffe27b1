// Sources: one search over all records, and sections: limits, inputs, the four lines, observations, test on the past, equations, audit.
#pragma once

#include "api/Audit.h"
#include "api/Backtest.h"
#include "api/RecordSearch.h"
#include "bridge/Board.h"

#include "parts/SectionedPage.h"

class QLineEdit;
class QMimeData;

namespace chokepoint::ui {

class AuditView;
class BacktestView;
class EquationsView;
class Draws;
class FourLinesView;
class LimitsView;
class LiteratureView;
class ObservationsView;
class ParametersView;
class SearchView;

class SourcesPage : public SectionedPage {
    Q_OBJECT
public:
    static constexpr const char* id = "sources";
    SourcesPage(Board& board, Draws& draws, QWidget* parent = nullptr);

    Board& board() const { return m_board; }
    void follow(const Way& way) override;
    bool isBusy() const override;

    enum class Section { Limits, Parameters, FourLines, Observations, Backtest, Equations, Audit, Literature };
    void showSection(Section section);
    Section section() const;
    /// What was observed of a series, or its equation when nothing was.
    void showSeries(std::size_t series);
    /// Where an input comes from, and what is assumed about it.
    void showParameter(std::size_t parameter);
    void showOwnFacts();

    ParametersView* parameters() const { return m_parameters; }
    ObservationsView* observations() const { return m_observations; }
    FourLinesView* fourLines() const { return m_fourLines; }
    EquationsView* equations() const { return m_equations; }
    BacktestView* backtest() const { return m_backtest; }
    AuditView* audit() const { return m_audit; }
    LiteratureView* literature() const { return m_literature; }
    SearchView* results() const { return m_results; }

protected:
    void sectionChanged() override;
    bool eventFilter(QObject*, QEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;

private:
    static QString fileIn(const QMimeData& dragged);
    void add(const QString& name, const QString& purpose, QWidget* view);
    void buildSearch();
    void seek(const QString& typed);
    /// Results stand in place of the sections while something is sought.
    void showResults(bool areShown);
    void openRecord(RecordKind kind, std::size_t place);

    Board& m_board;
    LimitsView* m_limits;
    ParametersView* m_parameters;
    ObservationsView* m_observations;
    FourLinesView* m_fourLines;
    EquationsView* m_equations;
    BacktestView* m_backtest;
    AuditView* m_audit;
    LiteratureView* m_literature;
    SearchView* m_results = nullptr;
    QLineEdit* m_search = nullptr;
};

} // namespace chokepoint::ui
