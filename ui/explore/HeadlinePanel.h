// The headline results of a chosen year: value, unit, and change against the baseline.
#pragma once

#include "Board.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace chokepoint::ui {

class Segments;

class HeadlinePanel : public QWidget {
    Q_OBJECT
public:
    explicit HeadlinePanel(Board& board, QWidget* parent = nullptr);

    int year() const;
    Segments* years() const { return m_years; }

public slots:
    void refresh();

signals:
    void yearChosen(int year);

private:
    struct Card {
        std::size_t series;
        QLabel *value, *change;
    };
    QWidget* buildCard(std::size_t series);

    Board& m_board;
    Segments* m_years = nullptr;
    std::vector<Card> m_cards;
};

} // namespace chokepoint::ui
