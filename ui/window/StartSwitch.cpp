// Switches between the first view and the rest of the window.
#include "window/StartSwitch.h"

#include "api/ScenarioWords.h"
#include "bridge/Board.h"
#include "pages/start/NewsHero.h"
#include "pages/start/UsedLast.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "sheet/FigureWindow.h"
#include "window/MainWindow.h"

#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace chokepoint::ui {

StartSwitch::StartSwitch(MainWindow& window, Board& board, Draws& draws, RecentFiles recent)
    : QObject(&window), m_window(window), m_board(board), m_draws(draws), m_recent(recent)
{
    m_rooms = new QStackedWidget(&window);
    m_page = new StartPage(board.engine(), board.language(), draws, std::move(recent), m_rooms);
    m_impl = window.takeCentralWidget();
    m_rooms->addWidget(m_page);
    m_rooms->addWidget(m_impl);
    window.setCentralWidget(m_rooms);
    connect(m_page, &StartPage::asked, this, &StartSwitch::enter);
    connect(m_page, &StartPage::scenarioAsked, this, [this](const Scenario& scenario, const Way& way) {
        m_board.setScenario(scenario, scenario.title.empty() ? m_board.said(words::scenarioLabel(m_board.catalogue(), scenario))
                                                             : text(scenario.title));
        enter(way);
    });
    connect(m_page, &StartPage::figureAsked, this, [this] {
        enter({.page = "explore"});
        BoardChart chart;
        chart.series = m_board.catalogue().charts.front().series;
        FigureWindow::openOver(m_board, m_draws, subjectOf(m_board, chart), &m_window);
    });
    connect(m_page, &StartPage::fileChosen, this, [this](const QString& file) {
        enter({.page = "explore"});
        m_window.openAny(file);
    });
    connect(&window, &MainWindow::fileUsed, this, [this](const QString& file) { m_recent.add(file); });
    if (auto* file = window.findChild<QToolButton*>(QStringLiteral("file")); file && file->menu()) {
        file->menu()->addSeparator();
        file->menu()->addAction(tr("Start page"), this, &StartSwitch::show)->setObjectName(QStringLiteral("showStart"));
    }
    show();
}

bool StartSwitch::isShown() const { return m_rooms->currentWidget() == m_page; }

void StartSwitch::show()
{
    m_page->usedLast()->refresh();
    m_rooms->setCurrentWidget(m_page);
    m_page->hero()->settings()->setFocus();
}

void StartSwitch::leave()
{
    if (isShown())
        enter({.page = m_window.currentPage()});
}

void StartSwitch::enter(const Way& way)
{
    m_rooms->setCurrentWidget(m_impl);
    m_window.go(way);
    m_window.pageOf(way.page)->setFocus();
}

} // namespace chokepoint::ui
