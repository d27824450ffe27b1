// The headline results of a chosen year: China's, then those of America and its allies, each with its change and the range of it.
#pragma once

#include "api/Ensemble.h"
#include "bridge/Board.h"
#include "api/SeriesDraws.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace chokepoint::ui {

class Draws;
class FigureCard;
class Segments;

/// Results that a package leaves as they are fold into one line, but never while a control is held: nothing moves under a hand.
class HeadlinePanel : public QWidget {
    Q_OBJECT
public:
    /// Shows and sets the year of the board. Board and draws must outlive it.
    HeadlinePanel(Board& board, Draws& draws, QWidget* parent = nullptr);

    int year() const { return m_board.year(); }
    Segments* years() const { return m_years; }

public slots:
    void refresh();

signals:
    /// A headline value was clicked.
    void sourcesAsked(std::size_t series);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    struct Result {
        std::size_t series;
        CardSide side;
        FigureCard* card;
        QWidget* line; ///< the same among the unchanged
        QLabel* lineValue;
    };
    struct Group {
        CardSide side;
        QWidget* head;
    };
    void buildYears(QVBoxLayout* layout);
    void addGroup(CardSide side, const QString& name, QVBoxLayout* list);
    void addResult(const StartPlace& place, QVBoxLayout* list);
    void buildUnchanged(QVBoxLayout* list);
    QWidget* buildLine(Result& result);

    void showYear();
    void rescale();
    void refreshCard(const Result& result);
    void fold();
    bool isUnchanged(const Result& result) const;
    const Spread& changesIn(std::size_t row, const ChangeSpread& spread) const;

    Board& m_board;
    Draws& m_draws;
    Segments* m_years = nullptr;
    QLabel *m_note = nullptr, *m_scale = nullptr;
    QPushButton* m_unchanged = nullptr; ///< opens and folds the line of what is unchanged
    QWidget* m_lines = nullptr;
    std::vector<Group> m_groups;
    std::vector<Result> m_results;
    bool m_isOpen = false;
    double m_reach = 0; ///< the change at the end of all bars
};

} // namespace chokepoint::ui
