// Name and notes of the scenario on the table, and notes of the workbook.
#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace chokepoint::ui {

class Board;

class NotesDialog : public QDialog {
    Q_OBJECT
public:
    /// The board must outlive it.
    explicit NotesDialog(Board& board, QWidget* parent = nullptr);

private:
    void keep();

    Board& m_board;
    QLineEdit* m_title = nullptr;
    QPlainTextEdit *m_ofScenario = nullptr, *m_ofWorkbook = nullptr;
};

} // namespace chokepoint::ui
