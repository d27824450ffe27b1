// What the page Compare is about: who is compared in what, the runs of all of them, and the changes that a person makes to the choice.
#pragma once

#include "api/Comparison.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"

#include <QObject>
#include <QString>

#include <vector>

namespace chokepoint::ui {

/// The choice is kept in the workbook. While the page is seen the runs follow the board; a place behind the last scenario is that of the
/// baseline.
class ComparedSet : public QObject {
    Q_OBJECT
public:
    ComparedSet(Board& board, Draws& draws, QObject* parent);

    Board& board() const { return m_board; }
    const Catalogue& catalogue() const { return m_board.catalogue(); }

    const std::vector<Scenario>& scenarios() const { return m_scenarios; }
    std::size_t baseline() const { return m_scenarios.size(); }
    const Scenario& at(std::size_t place) const { return place < m_scenarios.size() ? m_scenarios[place] : m_baseline; }
    const QString& nameOf(std::size_t place) const { return m_names[place]; }
    /// Of a package of one change its setting alone, as charts have it at the ends of lines; the name where two would be called alike.
    QString shortNameOf(std::size_t place) const;
    bool isOnTable(std::size_t place) const;
    const Projection& central(std::size_t place) const { return m_central[place]; }
    /// nullptr before they have been run.
    const SeriesDraws* draws(std::size_t place) const;

    const WorkbookComparison& choice() const { return m_board.workbook().view.comparison; }
    std::size_t series() const { return m_series; } ///< of the chart
    std::size_t banded() const { return m_banded; }
    std::pair<std::size_t, std::size_t> two() const { return m_two; } ///< whose differences are listed; one may be the baseline
    const std::vector<ComparedOutcome>& outcomes() const { return m_outcomes; }
    std::size_t rankedBy() const { return m_rankedBy; }
    /// A column for each outcome; none before the first draws.
    const std::vector<ComparedColumn>& columns() const { return m_columns; }
    std::vector<std::string> names() const;
    /// Places in the order of the ranking.
    std::vector<std::size_t> ranking() const;

    bool isFinal() const { return m_draws.isFinal(); }
    void setSeen(bool isSeen);
    /// Opens a window over `parent` with the chart as a figure.
    void openFigure(QWidget* parent) const;

    // Changes of the choice.
    void add(const std::string& id);
    void remove(std::size_t place);
    void move(std::size_t from, std::size_t to);
    void setBanded(std::size_t place);
    void setSeries(std::size_t series);
    void setView(WorkbookComparison::View view);
    void setSideBySide(bool isSideBySide);
    void setOutcome(std::size_t column, const ComparedOutcome& outcome);
    void addOutcome();
    void removeOutcome(std::size_t column);
    void setRanking(std::size_t column, bool isMostBest);
    void setTwo(std::size_t first, std::size_t second);

signals:
    /// Who is compared, or in what, is another.
    void changed();
    /// The runs of them are newer.
    void drawn();

private:
    void refresh();
    void want();
    void take();
    std::vector<std::string> ids() const;
    void keep(const WorkbookComparison& choice);

    Board& m_board;
    Draws& m_draws;
    bool m_isSeen = false, m_isOld = true;
    std::vector<Scenario> m_scenarios;
    Scenario m_baseline;
    std::vector<QString> m_names;
    std::vector<Projection> m_central;
    std::size_t m_series = 0, m_banded = 0, m_rankedBy = 0;
    std::pair<std::size_t, std::size_t> m_two{0, 0};
    std::vector<ComparedOutcome> m_outcomes;
    std::vector<ComparedColumn> m_columns;
};

} // namespace chokepoint::ui
