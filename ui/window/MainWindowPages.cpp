// The pages of the main window and the ways between them.
#include "window/MainWindow.h"

#include "pages/explore/ExplorePage.h"
#include "window/PageBar.h"
#include "pages/sources/SourcesPage.h"
#include "pages/why/WhyPage.h"

#include <QStackedWidget>
#include <QToolButton>

namespace chokepoint::ui {
namespace {

/// The quarter that stands for a year on the page Why.
Quarter yearEnd(int year) { return Quarter{(year - firstYear) * 4 + 3}; }

} // namespace

/// Pages other than the first are made when they are first asked for, so that the window opens fast.
void MainWindow::buildPages(QWidget* parent)
{
    m_pages = new QStackedWidget(parent);
    m_explore = new ExplorePage(m_board, m_draws, m_pages);
    m_pages->addWidget(m_explore);
    connect(m_pageBar, &PageBar::chosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_explore, &ExplorePage::sourcesAsked, this, [this](std::size_t series) {
        showPage(Page::Sources);
        m_sources->showSeries(series);
    });
    connect(m_explore, &ExplorePage::whyAsked, this, [this](std::size_t series) {
        why()->setFocus(series, yearEnd(m_board.year()));
        showPage(Page::Why);
    });
    connect(m_explore, &ExplorePage::assumptionsAsked, this, [this] {
        showPage(Page::Sources);
        m_sources->showSection(SourcesPage::Section::Parameters);
    });
}

WhyPage* MainWindow::why()
{
    if (!m_why) {
        m_why = new WhyPage(m_board, m_pages);
        m_pages->addWidget(m_why);
        connect(m_why, &WhyPage::inputAsked, this, [this](std::size_t parameter) {
            showPage(Page::Sources);
            m_sources->showParameter(parameter);
        });
    }
    return m_why;
}

SourcesPage* MainWindow::sources()
{
    if (!m_sources) {
        m_sources = new SourcesPage(m_board, m_pages);
        m_pages->addWidget(m_sources);
    }
    return m_sources;
}

void MainWindow::showPage(Page page)
{
    QWidget* widget = m_explore;
    if (page == Page::Sources)
        widget = sources();
    if (page == Page::Why) {
        widget = why();
        m_why->suggestFocus(m_explore->toldSeries(), yearEnd(m_board.year()));
    }
    m_pages->setCurrentWidget(widget);
    m_pageBar->setCurrent(static_cast<int>(page));
    m_charts->setVisible(page == Page::Explore);
    refresh();
}

MainWindow::Page MainWindow::page() const { return static_cast<Page>(m_pageBar->current()); }

} // namespace chokepoint::ui
