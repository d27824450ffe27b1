// Sets of assumptions: those that are shipped and a person's own, kept apart from scenarios.
#pragma once

#include "api/Scenario.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace chokepoint::ui {

class Board;

class AssumptionsDialog : public QDialog {
    Q_OBJECT
public:
    /// The board must outlive it.
    explicit AssumptionsDialog(Board& board, QWidget* parent = nullptr);

private:
    /// One line of the list; the first is the data book, which assumes nothing.
    struct Line {
        std::string id, title, description;
        std::vector<Assumption> assumptions;
        bool isOwn = false;
    };
    void list();
    void choose(int row);
    void use();
    void keep();
    void remove();
    void resetPolicy();

    Board& m_board;
    std::vector<Line> m_lines;
    QListWidget* m_list = nullptr;
    QLabel *m_about = nullptr, *m_told = nullptr;
    QLineEdit* m_name = nullptr;
    QPushButton *m_use = nullptr, *m_remove = nullptr, *m_keep = nullptr;
};

} // namespace chokepoint::ui
