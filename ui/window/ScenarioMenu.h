// The scenarios of the workbook in the menu of the bar: choose, make, copy, name, take away.
#pragma once

#include "bridge/Board.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace chokepoint::ui {

/// Fills the top of a menu each time it is opened. Every choice goes to the board, as one step of undo.
class ScenarioMenu : public QObject {
    Q_OBJECT
public:
    /// `refused` shows why something could not be done.
    ScenarioMenu(Board& board, QMenu* menu, std::function<void(const InputError&)> refused);

private:
    void fill();
    QAction* add(const QString& words, const char* name, const std::function<void()>& act);
    void rename();
    void attempt(const std::function<void()>& act);

    Board& m_board;
    QMenu* m_menu;
    std::function<void(const InputError&)> m_refused;
    QList<QAction*> m_actions; ///< what was put into the menu last
};

/// A menu of the scenarios of the workbook, one of which is compared with; hidden while there is but one.
class BaselineMenu : public QObject {
    Q_OBJECT
public:
    BaselineMenu(Board& board, QMenu* menu, std::function<void(const InputError&)> refused);

private:
    void fill();

    Board& m_board;
    QMenu* m_menu;
    std::function<void(const InputError&)> m_refused;
};

} // namespace chokepoint::ui
