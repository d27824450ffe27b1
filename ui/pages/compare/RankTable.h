// The table of a comparison: for each outcome rank, value, change, its range and how sure the rank is; and regret.
#pragma once

#include "api/Comparison.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace chokepoint::ui {

class ComparedSet;

class RankTable : public QFrame {
    Q_OBJECT
public:
    explicit RankTable(ComparedSet& set, QWidget* parent = nullptr);

    QTableWidget* table() const { return m_table; }
    /// So many outcomes at most find room; the last go first.
    void setMostColumns(std::size_t most);
    std::size_t shownOutcomes() const;
    /// All outcomes, with tabs between the cells, as a sheet takes them.
    QString asText() const;
    QString notes() const;
    /// Its labels know their heights.
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    static constexpr int headHeight = 24, inset = 14;
    enum Part { Rank, Value, Change, Range, Above, partsOfOutcome };
    static int columnOf(std::size_t outcome, Part part) { return 1 + static_cast<int>(outcome) * partsOfOutcome + part; }

    void refresh();
    void buildColumns();
    void fill();
    void fillOutcome(int row, std::size_t place, std::size_t outcome);
    void fillRegret(int row, std::size_t place);
    QTableWidgetItem* put(int row, int column, const QString& words, bool isQuiet, const QString& whole = {});
    void fitColumns();
    void placeHeads();
    void fillRanking();
    void fillOutcomeMenu(QMenu* menu, std::size_t outcome);
    QString nameOf(std::size_t outcome) const;
    int widestIn(int column) const;
    double reachOf(std::size_t outcome) const;
    QString changeOf(std::size_t place, std::size_t outcome) const;
    void tellNotes();

    ComparedSet& m_set;
    std::size_t m_most;
    std::size_t m_built = 0; ///< outcomes for which there are columns
    QWidget* m_heads;        ///< names of the outcomes above the columns
    QPushButton* m_ranking;
    std::vector<QPushButton*> m_outcomes;
    std::vector<QLabel*> m_units;
    std::vector<QStringList> m_unitWords; ///< with the end of the axis and without, the longest first
    QStringList m_rankingWords;           ///< whole, and where there is less room
    QLabel* m_regretUnit;
    QTableWidget* m_table;
    QLabel* m_notes;
};

} // namespace chokepoint::ui
