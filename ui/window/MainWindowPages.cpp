// The pages of the main window and the ways between them.
#include "window/MainWindow.h"

#include "window/ExportMenu.h"
#include "window/PageBar.h"
#include "window/Pages.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace chokepoint::ui {
namespace {

std::size_t placeOf(const std::string& id)
{
    const auto& kinds = pageKinds();
    const auto found = std::ranges::find(kinds, id, [](const PageKind& kind) { return std::string(kind.id); });
    Q_ASSERT(found != kinds.end()); // ids are written in the program, never by people
    return static_cast<std::size_t>(found - kinds.begin());
}

} // namespace

/// Pages other than the first are made when they are first asked for, so that the window opens fast.
void MainWindow::buildPages(QWidget* parent)
{
    m_pages = new QStackedWidget(parent);
    m_made.resize(pageKinds().size());
    pageOf(pageKinds().front().id);
    connect(m_pageBar, &PageBar::chosen, this, [this](int place) { showPage(pageKinds()[static_cast<std::size_t>(place)].id); });
}

Page* MainWindow::pageOf(const std::string& id)
{
    const auto place = placeOf(id);
    auto*& page = m_made[place];
    if (!page) {
        page = pageKinds()[place].make(m_board, m_draws, m_pages);
        m_pages->addWidget(page);
        connect(page, &Page::asked, this, &MainWindow::go);
        connect(page, &Page::factsAsked, this, [this](const QString& file) { file.isEmpty() ? askFacts() : openFacts(file); });
        connect(page, &Page::fileMade, this, [this](const std::string& csv, const QString& name) { m_exports->saveText(csv, name); });
        if (m_today.isValid())
            page->setToday(m_today);
        if (auto* tool = page->tool()) {
            m_tools->addWidget(tool);
            tool->setVisible(m_pages->currentWidget() == page);
        }
    }
    return page;
}

/// The news log is no page: it opens over the one that is there.
void MainWindow::go(const Way& way)
{
    if (way.page == "news") {
        openNews(way.measure);
        return;
    }
    auto* page = pageOf(way.page);
    auto* before = static_cast<Page*>(m_pages->currentWidget());
    if (const auto subject = before->subject())
        m_subject = subject;
    if (before != page && m_subject)
        page->suggest(*m_subject);
    m_pages->setCurrentWidget(page);
    m_pageBar->setCurrent(static_cast<int>(placeOf(way.page)));
    for (auto* made : m_made)
        if (auto* tool = made ? made->tool() : nullptr)
            tool->setVisible(made == page);
    fitBar();
    m_board.keepPage(way.page);
    page->follow(way);
}

std::string MainWindow::currentPage() const { return pageKinds()[static_cast<std::size_t>(m_pageBar->current())].id; }

void MainWindow::setToday(QDate today)
{
    m_today = today;
    setProperty("today", today); // for windows that stand over this one
    for (auto* page : m_made)
        if (page)
            page->setToday(today);
}

} // namespace chokepoint::ui
