// The measures in groups that fold, with a search and a filter for what changed.
#pragma once

#include "Board.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace chokepoint::ui {

class LeverRow;

class LeverPanel : public QWidget {
    Q_OBJECT
public:
    explicit LeverPanel(Board& board, QWidget* parent = nullptr);

    /// The row of a measure; null when the id is unknown.
    LeverRow* row(const QString& measure) const;
    /// Opens or folds a group by its name.
    void setOpen(const QString& group, bool open);
    void focusSearch();

public slots:
    void refresh();

private:
    struct Group {
        QString name;
        QPushButton* head = nullptr;
        QWidget* body = nullptr;
        std::vector<LeverRow*> rows;
        bool isOpen = false;
    };
    void addGroup(const QString& name, QVBoxLayout* list);
    void filter();
    void updateHead(Group& group);

    Board& m_board;
    QLineEdit* m_search = nullptr;
    QCheckBox* m_onlyChanged = nullptr;
    std::vector<Group> m_groups;
    std::map<QString, LeverRow*> m_rows;
};

} // namespace chokepoint::ui
