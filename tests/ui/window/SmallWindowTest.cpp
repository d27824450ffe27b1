// The window at its own least size: nothing overlaps, no chart is cut, and a message moves nothing.
#include "TestProgram.h"
#include "WindowTest.h"

#include "charts/ChartCard.h"
#include "levers/LeverPanel.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/MeasurePane.h"
#include "parts/ElidedButton.h"
#include "window/PageBar.h"

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class SmallWindowTest : public test::WindowTest {
    Q_OBJECT

    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    /// What stands side by side in a room touches nothing and lies inside it.
    void verifyApart(QWidget* room, const QString& when)
    {
        QList<QWidget*> parts;
        for (auto* part : room->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (part->isVisible())
                parts << part;
        QVERIFY(parts.size() > 2);
        for (auto* part : parts) {
            QVERIFY2(room->rect().contains(part->geometry()), qPrintable(when + ": " + part->objectName() + " leaves its room"));
            QVERIFY2(part->width() >= part->minimumSizeHint().width(), qPrintable(when + ": " + part->objectName() + " is cut"));
            for (auto* other : parts)
                QVERIFY2(part == other || !part->geometry().intersects(other->geometry()), qPrintable(when + ": " + part->objectName() + " and " + other->objectName()));
        }
    }

private slots:
    void init()
    {
        openWindow("full_denial");
        m_window->resize(m_window->minimumSize());
        settle();
        QCOMPARE(m_window->size(), m_window->minimumSize());
    }
    void cleanup() { closeWindow(); }

    void theBarHoldsItsButtonsOnEveryPage()
    {
        for (const auto page : {"explore", "compare", "why", "negotiate", "sources"}) {
            m_window->showPage(page);
            settle();
            verifyApart(in<QWidget>(m_window.get(), "topBar"), "bar");
            verifyApart(in<PageBar>(m_window.get()), "pages");
        }
    }
    void chartsAreWhole()
    {
        auto* viewport = in<QScrollArea>(m_window->page<ExplorePage>(), "chartScroll")->viewport();
        for (auto* chart : m_window->page<ExplorePage>()->charts())
            if (chart->isVisible()) {
                QVERIFY2(chart->width() >= chart->minimumSizeHint().width(), qPrintable(chart->objectName()));
                QVERIFY2(chart->width() <= viewport->width(), qPrintable(QString("%1 is %2 wide in %3").arg(chart->objectName()).arg(chart->width()).arg(viewport->width())));
            }
    }
    void namesOfGroupsGoBeforeTheCountsBehindThem()
    {
        m_window->resize(1024, 768);
        settle();
        int groups = 0;
        for (const auto* head : m_window->page<ExplorePage>()->levers()->findChildren<ElidedButton*>())
            if (head->objectName().startsWith("group:") && head->isVisible()) {
                QCOMPARE(head->shown(), head->text());
                QVERIFY(!head->paintedTexts().front().isEmpty());
                ++groups;
            }
        QVERIFY(groups > 6);
    }
    void panelsBesideTheChartsAreWhole()
    {
        for (const char* name : {"leverScroll", "headlineScroll"}) {
            const auto* scroll = in<QScrollArea>(m_window->page<ExplorePage>(), name);
            QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                     qPrintable(QString("%1 wants %2 of %3").arg(name).arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width())));
        }
    }
    void thePaneTakesTheRoomOfChartsThatCouldNotBeRead()
    {
        m_window->page<ExplorePage>()->showMeasure(measure("hbm_export"));
        settle();
        QVERIFY(m_window->page<ExplorePage>()->pane()->isVisible());
        QVERIFY(!in<QScrollArea>(m_window->page<ExplorePage>(), "chartScroll")->isVisible());
        QVERIFY(m_window->page<ExplorePage>()->rect().contains(m_window->page<ExplorePage>()->pane()->geometry()));
        click(in<QToolButton>(m_window->page<ExplorePage>()->pane(), "closePane"));
        settle();
        QVERIFY(in<QScrollArea>(m_window->page<ExplorePage>(), "chartScroll")->isVisible());
        m_window->resize(1440, 900);
        m_window->page<ExplorePage>()->showMeasure(measure("hbm_export"));
        settle();
        QVERIFY(in<QScrollArea>(m_window->page<ExplorePage>(), "chartScroll")->isVisible());
    }
    void aMessageMovesNothing()
    {
        QTRY_VERIFY(m_draws->isFinal()); // what the runs say under a chart may need another line
        settle();
        QList<std::pair<QWidget*, QRect>> before;
        for (auto* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible())
                before << std::pair(widget, QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()));
        m_window->openScenario("/there/is/no/such/file.toml");
        settle();
        auto* bar = in<QWidget>(m_window.get(), "messageBar");
        QVERIFY(bar->isVisible() && m_window->message().contains("file.toml"));
        QVERIFY(in<QLabel>(bar, "message")->height() >= in<QLabel>(bar, "message")->heightForWidth(in<QLabel>(bar, "message")->width()));
        for (const auto& [widget, place] : before)
            QVERIFY2(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()) == place, qPrintable(widget->objectName()));
        m_window->resize(1000, 700);
        settle();
        QCOMPARE(bar->width(), m_window->width());
        click(in<QToolButton>(bar, "closeMessage"));
        QVERIFY(m_window->message().isEmpty() && !bar->isVisible());
    }
};

CHOKEPOINT_TEST(SmallWindowTest, QApplication)
#include "SmallWindowTest.moc"
