// Switches between the first view and the rest of the window.
#include "StartRoom.h"

#include "ExplorePage.h"
#include "MainWindow.h"

#include <QFile>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace chokepoint::ui {

StartRoom::StartRoom(MainWindow& window, const QString& limits, RecentFiles recent) : QObject(&window), m_window(window), m_recent(std::move(recent))
{
    m_rooms = new QStackedWidget(&window);
    m_page = new StartPage(limits, m_rooms);
    m_inside = window.takeCentralWidget();
    m_rooms->addWidget(m_page);
    m_rooms->addWidget(m_inside);
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
        file->menu()->addAction(tr("Start page, and what this cannot tell you"), this, &StartRoom::show)->setObjectName(QStringLiteral("showStart"));
    }
    show();
}

bool StartRoom::isShown() const { return m_rooms->currentWidget() == m_page; }

void StartRoom::show()
{
    m_page->setFiles(m_recent.files());
    m_rooms->setCurrentWidget(m_page);
    m_page->door(StartPage::Door::Explore)->setFocus();
}

void StartRoom::enterExplore()
{
    m_rooms->setCurrentWidget(m_inside);
    m_window.explore()->setFocus();
}

QString limitsBelow(const QString& resources)
{
    const auto path = resources + QStringLiteral("/help/limits.md");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw InputError("The text of the start page cannot be read", path.toStdString(), file.errorString().toStdString(), "Install the program again, or give --resources.");
    return QString::fromUtf8(file.readAll());
}

} // namespace chokepoint::ui
