// Puts the first view before the window, and takes it away when a door is chosen.
#pragma once

#include "pages/start/RecentFiles.h"
#include "pages/start/StartPage.h"

#include <QObject>

class QStackedWidget;

namespace chokepoint::ui {

class MainWindow;

/// Lives as long as the window, which owns it.
class StartSwitch : public QObject {
    Q_OBJECT
public:
    StartSwitch(MainWindow& window, const Catalogue& catalogue, const Language& language, RecentFiles recent);

    StartPage* page() const { return m_page; }
    bool isShown() const;
    void show();
    /// Two large charts of the status quo, with the HBM group open.
    void enterExplore();

private:
    MainWindow& m_window;
    RecentFiles m_recent;
    QStackedWidget* m_rooms = nullptr;
    StartPage* m_page = nullptr;
    QWidget* m_impl = nullptr;
};

} // namespace chokepoint::ui
