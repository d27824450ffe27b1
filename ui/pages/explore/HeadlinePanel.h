// The headline results of a chosen year: value, unit, change against the baseline and its range.
#pragma once

#include "api/Ensemble.h"
#include "bridge/Board.h"
#include "api/SeriesDraws.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace chokepoint::ui {

class Bands;
class RangeBar;
class Segments;

class HeadlinePanel : public QWidget {
    Q_OBJECT
public:
    explicit HeadlinePanel(Board& board, QWidget* parent = nullptr);

    /// Where the ranges of the cards come from; without it there are none. Must outlive the panel.
    void setBands(const Bands* bands);

    int year() const;
    Segments* years() const { return m_years; }

public slots:
    void refresh();

signals:
    void yearChosen(int year);
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
    QString unitOf(const Series& series) const;

    Board& m_board;
    const Bands* m_bands = nullptr;
    Segments* m_years = nullptr;
    std::vector<Card> m_cards;
    double m_reach = 0; ///< the largest relative change of any card in 8 runs of 10
};

} // namespace chokepoint::ui
