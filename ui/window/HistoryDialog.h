// Lists the steps of the workbook, and goes back or forward to any of them.
#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;

namespace chokepoint::ui {

class Board;

class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    /// The board must outlive it.
    explicit HistoryDialog(Board& board, QWidget* parent = nullptr);

private:
    void list();
    void mark();
    void goToChosen();

    Board& m_board;
    QListWidget* m_list = nullptr;
    QPushButton* m_go = nullptr;
};

} // namespace chokepoint::ui
