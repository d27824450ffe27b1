// Switches between the first view and the rest of the window.
#include "window/StartSwitch.h"

#include "window/MainWindow.h"

#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace chokepoint::ui {

StartSwitch::StartSwitch(MainWindow& window, const Catalogue& catalogue, const Language& language, RecentFiles recent)
    : QObject(&window), m_window(window), m_recent(std::move(recent))
{
    m_rooms = new QStackedWidget(&window);
    m_page = new StartPage(catalogue, language, m_rooms);
    m_impl = window.takeCentralWidget();
    m_rooms->addWidget(m_page);
    m_rooms->addWidget(m_impl);
    window.setCentralWidget(m_rooms);
    connect(m_page, &StartPage::doorChosen, this, [this](StartPage::Door door) {
        if (door == StartPage::Door::Explore)
            enterExplore();
    });
    connect(m_page, &StartPage::fileChosen, this, [this](const QString& file) {
        enterExplore();
        m_window.openScenario(file);
    });
    connect(&window, &MainWindow::fileUsed, this, [this](const QString& file) { m_recent.add(file); });
    if (auto* file = window.findChild<QToolButton*>(QStringLiteral("file")); file && file->menu()) {
        file->menu()->addSeparator();
        file->menu()
            ->addAction(tr("Start page, and what this cannot tell you"), this, &StartSwitch::show)
            ->setObjectName(QStringLiteral("showStart"));
    }
    show();
}

bool StartSwitch::isShown() const { return m_rooms->currentWidget() == m_page; }

void StartSwitch::show()
{
    m_page->setFiles(m_recent.files());
    m_rooms->setCurrentWidget(m_page);
    m_page->door(StartPage::Door::Explore)->setFocus();
}

void StartSwitch::enterExplore()
{
    m_rooms->setCurrentWidget(m_impl);
    m_window.showPage("explore");
    m_window.pageOf("explore")->setFocus();
}

} // namespace chokepoint::ui
