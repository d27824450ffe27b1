// The seat of an observer: two computers bargain, and what each of them sees stands side by side with the moves and their true worths.
#pragma once

#include "api/WatchedTalks.h"
#include "bridge/Board.h"
#include "parts/Page.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace chokepoint::ui {

class OffersPlot;
class RowList;

class WatchView : public QWidget {
    Q_OBJECT
public:
    explicit WatchView(Board& board, QWidget* parent = nullptr);

    /// Shows how far the talks are; nullptr: the view is empty. They must outlive it or be taken away.
    void setTalks(const bargain::WatchedTalks* talks);
    std::vector<Page::Area> areas() const;

signals:
    void nextAsked();
    void endAsked();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    /// What one side sees.
    struct SeatCard {
        QLabel* title = nullptr;
        RowList *numbers = nullptr, *wishes = nullptr;
        OffersPlot* plot = nullptr;
    };
    QFrame* buildSeat(SeatCard& seat, bargain::Side side);
    QFrame* buildMoves();
    void fillSeat(const SeatCard& seat, bargain::Side side);
    void fillMoves();
    QString said(const MessageValue& value) const { return m_board.said(value); }

    Board& m_board;
    const bargain::WatchedTalks* m_talks = nullptr;
    bargain::Both<SeatCard> m_seats;
    RowList* m_moves;
    QPushButton *m_next, *m_end;
    QBoxLayout* m_columns;
};

} // namespace chokepoint::ui
