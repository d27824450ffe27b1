// The headline results of a chosen year: value, unit, change against the baseline and its range.
#pragma once

#include "api/Ensemble.h"
#include "bridge/Board.h"
#include "api/SeriesDraws.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace chokepoint::ui {

class Draws;
class RangeBar;
class Segments;

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
    struct Card {
        std::size_t series;
        QLabel *value, *unit, *change;
        RangeBar* bar;
        QLabel* range;
    };
    QWidget* buildCard(std::size_t series);

    void refreshCard(const Card& card);
    const Spread& changesIn(std::size_t row, const ChangeSpread& spread) const;
    void showYear();
    QString unitOf(const Series& series) const;

    Board& m_board;
    Draws& m_draws;
    Segments* m_years = nullptr;
    std::vector<Card> m_cards;
    double m_reach = 0; ///< the largest relative change of any card in 8 runs of 10
};

} // namespace chokepoint::ui
