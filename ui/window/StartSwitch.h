// Puts the first view before the window, and takes it away when a way into the program is chosen.
#pragma once

#include "pages/start/RecentFiles.h"
#include "pages/start/StartPage.h"

#include <QObject>

class QStackedWidget;

namespace chokepoint::ui {

class Board;
class MainWindow;

/// Lives as long as the window, which owns it.
class StartSwitch : public QObject {
    Q_OBJECT
public:
    /// Board and draws are those of the window.
    StartSwitch(MainWindow& window, Board& board, Draws& draws, RecentFiles recent);

    StartPage* page() const { return m_page; }
    bool isShown() const;
    void show();
    /// Takes the first view away and turns to a page.
    void enter(const Way& way);
    /// Takes the first view away where something was opened otherwise.
    void leave();

private:
    MainWindow& m_window;
    Board& m_board;
    Draws& m_draws;
    RecentFiles m_recent;
    QStackedWidget* m_rooms = nullptr;
    StartPage* m_page = nullptr;
    QWidget* m_impl = nullptr;
};

} // namespace chokepoint::ui
