// What a newcomer sees first: where the board stands, what it is, and a few packages to try.
#pragma once

#include "bridge/Board.h"

#include <QFrame>

#include <vector>

class QGridLayout;

namespace chokepoint::ui {

/// Shown while nothing is changed.
class PresetChips : public QFrame {
    Q_OBJECT
public:
    explicit PresetChips(Board& board, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void refresh();
    void arrange();
    Board& m_board;
    QGridLayout* m_chips = nullptr;
    std::vector<QWidget*> m_buttons;
    int m_columns = 0;
};

} // namespace chokepoint::ui
