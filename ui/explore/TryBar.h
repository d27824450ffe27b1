// What a newcomer sees first: where the board stands, what it is, and a few packages to try.
#pragma once

#include "Board.h"

#include <QFrame>

namespace chokepoint::ui {

/// Shown while nothing is changed.
class TryBar : public QFrame {
    Q_OBJECT
public:
    explicit TryBar(Board& board, QWidget* parent = nullptr);

private:
    void refresh();
    Board& m_board;
};

} // namespace chokepoint::ui
