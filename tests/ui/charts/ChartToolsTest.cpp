// What a chart offers: the search for series, names of marks, parts, identities, baselines from files, layout.
#include "charts/ChartCard.h"
#include "api/Decomposition.h"
#include "api/NumberWords.h"
#include "api/Versions.h"
#include "charts/ChartView.h"
#include "pages/explore/ExplorePage.h"
#include "charts/IdentityTable.h"
#include "parts/SeriesMenu.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class ChartToolsTest : public test::WindowTest {
    Q_OBJECT

    ChartCard* chart(std::size_t place) { return m_window->page<ExplorePage>()->charts()[place]; }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }

private slots:
    void init()
    {
        openWindow();
        m_window->page<ExplorePage>()->setChartCount(4);
    }
    void cleanup() { closeWindow(); }

    void aSeriesIsFoundByTypingAndTakenByEnter()
    {
        auto* menu = chart(0)->menu();
        menu->popup({100, 100});
        QTRY_VERIFY(menu->search()->isVisible());
        QTest::keyClicks(menu->search(), "smuggl students");
        QVERIFY(menu->found().isEmpty());
        menu->search()->clear();
        QTest::keyClicks(menu->search(), "HBM stock");
        QVERIFY(!menu->found().isEmpty());
        QVERIFY(menu->found().front()->text().contains("HBM", Qt::CaseInsensitive));
        const auto name = menu->found().front()->text().section(" · ", 0, 0);
        QTest::keyClick(menu->search(), Qt::Key_Return);
        QCOMPARE(QString::fromStdString(m_board->catalogue().series[*m_board->catalogue().findSeries(chart(0)->series())].name), name);
        QVERIFY(!menu->isVisible());
    }
    void headlinesStandFirstAndTotalsOnTopOfTheirSector()
    {
        auto* menu = chart(0)->menu();
        menu->popup({100, 100});
        QTRY_VERIFY(menu->search()->isVisible());
        const auto& catalogue = m_board->catalogue();
        QCOMPARE(catalogue.headlines.size(), std::size_t(10));
        const auto actions = menu->actions(); // the first is the search
        for (qsizetype i = 0; i < 10; ++i)
            QCOMPARE(actions[i + 1]->text(),
                     QString::fromStdString(catalogue.series[catalogue.headlines[static_cast<std::size_t>(i)]].name));
        QVERIFY(actions[11]->isSeparator());
        QCOMPARE(actions[12]->menu()->actions().front()->text(), QString::fromStdString(series("compute.china_effective").name));
        QCOMPARE(actions[14]->menu()->actions().front()->text(), QString::fromStdString(series("revenue.us_allied_total").name));
        std::size_t all = 0;
        for (const auto* action : actions)
            all += action->menu() ? static_cast<std::size_t>(action->menu()->actions().size()) : 0;
        QCOMPARE(all, static_cast<std::size_t>(
                          std::ranges::count_if(catalogue.series, [](const Series& s) { return s.kind != SeriesKind::Category; })));
        QTest::keyClicks(menu->search(), "lead");
        for (qsizetype i = 0; i < 10; ++i)
            QVERIFY(!actions[i + 1]->isVisible()); // what was found stands alone
        menu->close();
    }
    void withoutAMatchTheMenuSaysSoAndEnterDoesNothing()
    {
        auto* menu = chart(0)->menu();
        menu->popup({100, 100});
        QTRY_VERIFY(menu->search()->isVisible());
        QTest::keyClicks(menu->search(), "unicorn");
        QVERIFY(menu->found().isEmpty());
        const auto before = chart(0)->series();
        QTest::keyClick(menu->search(), Qt::Key_Return);
        QCOMPARE(chart(0)->series(), before);
        QTest::keyClick(menu->search(), Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }
    void namesOfMarksDoNotTouchAtAnySize()
    {
        qsizetype seen = 0;
        for (const char* preset : {"status_quo_2026", "full_denial", "escalation_spiral"})
            for (const int count : {1, 2, 4, 6})
                for (const QSize size : {QSize(1024, 768), QSize(1440, 900), QSize(1920, 1080)}) {
                    m_board->setScenario(test::engine().preset(preset), preset);
                    m_window->page<ExplorePage>()->setChartCount(count);
                    m_window->resize(size);
                    settle();
                    for (auto* card : m_window->page<ExplorePage>()->charts()) {
                        if (!card->isVisible())
                            continue;
                        const auto names = card->view()->markNames();
                        seen += names.size();
                        for (qsizetype a = 0; a < names.size(); ++a) {
                            QVERIFY(names[a].second.left() >= card->view()->plotLeft()
                                    && names[a].second.right() <= card->view()->plotRight() + 3);
                            for (qsizetype b = 0; b < a; ++b)
                                QVERIFY2(!names[a].second.intersects(names[b].second), qPrintable(names[a].first + " / " + names[b].first));
                        }
                    }
                }
        QVERIFY(seen > 100); // of some eighty charts
    }
    void namesOfEventsDoNotLieAcrossTheEndOfTheRecord()
    {
        m_board->setScenario(test::engine().preset("status_quo_2026"), "status quo"); // all of its marks are events
        m_window->page<ExplorePage>()->setChartCount(1);
        m_window->resize(1440, 900);
        settle();
        const auto* view = chart(0)->view();
        QTRY_VERIFY(view->markNames().size() > 1);
        const double years = view->lastYearShown() - firstYear;
        const double end = view->plotLeft() + (recordedUntil - firstYear) / years * (view->plotRight() - view->plotLeft());
        for (const auto& [name, place] : view->markNames())
            QVERIFY2(place.right() < end || place.left() > end, qPrintable(name));
    }
    void eventsAreSwitchedOffAndOn()
    {
        QTRY_VERIFY(!chart(0)->view()->markNames().isEmpty()); // they are placed when the chart is drawn
        const auto count = chart(0)->view()->markNames().size();
        auto* events = m_window->findChild<QAction*>("events");
        events->trigger();
        QTRY_COMPARE(chart(0)->view()->markNames().size(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(events->isChecked());
        QTRY_COMPARE(chart(0)->view()->markNames().size(), count);
    }
    void thePointerAtAMarkIsToldTheWholeOfIt()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        auto* view = chart(0)->view();
        const auto told = [&] {
            for (int x = view->plotLeft(); x <= view->plotRight(); ++x)
                if (const auto words = view->wordsAt(QPointF(x, view->height() / 2)); words.contains("HBM sales to China"))
                    return words;
            return QString();
        };
        QTRY_VERIFY(told().contains("from 2027"));
        QVERIFY(view->wordsAt(QPointF(view->plotLeft() - 40, view->height() / 2)).isEmpty());
    }
    void partsStackUpToTheirSeries()
    {
        auto* revenue = chart(1);
        QVERIFY(revenue->view()->shownValues(FigureLine::Manner::Part).empty());
        revenue->setPartsShown(true);
        const auto whole = revenue->view()->shownValues(FigureLine::Manner::Present);
        const auto lowest = revenue->view()->shownValues(FigureLine::Manner::Part);
        QCOMPARE(lowest.size(), whole.size());
        for (std::size_t q = 0; q < whole.size(); ++q)
            QVERIFY(lowest[q] > 0 && lowest[q] < whole[q]);
    }
    void aSeriesWithoutPartsOffersNone()
    {
        chart(0)->setSeries("compute.lead");
        QVERIFY(!chart(0)->findChild<QAction*>("parts")->isVisible());
        QVERIFY(chart(1)->findChild<QAction*>("parts")->isVisible());
        chart(1)->setPartsShown(true);
        chart(1)->setSeries("compute.lead");
        QVERIFY(chart(1)->view()->shownValues(FigureLine::Manner::Part).empty());
    }
    void theIdentityOfDomesticComputeMarksTheLeast()
    {
        chart(2)->findChild<QAction*>("identity")->trigger();
        QVERIFY(chart(2)->identity()->isVisible());
        const auto names = chart(2)->identity()->row(0), values = chart(2)->identity()->row(1);
        const auto parts = decompositionsOf(test::engine(), m_board->scenario()).domesticCompute;
        const auto q = static_cast<std::size_t>(test::quarter("2028Q4").index);
        QCOMPARE(values[0], QString::fromStdString(test::said(words::number(parts.logic[q]))));
        QCOMPARE(values[3], QString::fromStdString(test::said(words::number(parts.dies[q]))));
        QCOMPARE(values[7], QString::fromStdString(test::said(words::number(parts.added[q]))));
        QCOMPARE(names.filter("least").size(), 1);
        QVERIFY(names[static_cast<int>(parts.least[q])].contains("least"));
    }
    void theIdentityOfEntrantsFollowsTheBoard()
    {
        auto* card = chart(3);
        card->setIdentityShown(true);
        const auto before = card->identity()->row(1);
        QCOMPARE(before.size(), 7);
        QCOMPARE(before[0], QString("China"));
        m_board->setMeasure(measure("visa_prc_students"), "0");
        QVERIFY(card->identity()->row(1) != before);
        card->setIdentityShown(false);
        QVERIFY(!card->identity()->isVisible());
    }
    void aSavedScenarioIsTheBaseline()
    {
        QTemporaryDir folder;
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->saveScenario(folder.filePath("open.toml"));
        const auto open = m_board->present().series;
        m_board->undo();
        m_window->openBaseline(folder.filePath("open.toml"));
        QVERIFY(m_board->reference().series == open);
        QVERIFY(m_board->scenario().changes.empty());
        QVERIFY(m_window->message().isEmpty());
    }
    void aBrokenBaselineChangesNothingAndSaysWhy()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("broken.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("format = 1\nid = \"x\"\ntitle = \"x\"\n[[change]]\nmeasure = \"nothing\"\nlevel = \"open\"\n");
        file.close();
        const auto before = m_board->reference().series;
        m_window->openBaseline(file.fileName());
        QVERIFY(m_board->reference().series == before);
        QVERIFY(!m_window->message().isEmpty());
    }
    void twoChartsStandOneAboveTheOtherAndSixInThreeColumnsWhereThereIsRoom()
    {
        m_window->page<ExplorePage>()->setChartCount(2);
        settle();
        QVERIFY(chart(1)->y() > chart(0)->y());
        m_window->resize(1024, 560);
        settle();
        QVERIFY(chart(1)->y() == chart(0)->y() || chart(1)->x() == chart(0)->x());
        m_window->resize(1920, 1080);
        m_window->page<ExplorePage>()->setChartCount(6);
        settle();
        QCOMPARE(chart(2)->y(), chart(0)->y());
        QVERIFY(chart(3)->y() > chart(0)->y());
        m_window->page<ExplorePage>()->setChartCount(4);
        settle();
        QCOMPARE(chart(1)->y(), chart(0)->y());
        QVERIFY(chart(2)->y() > chart(0)->y());
    }
    /// Six charts of a window 900 high are low: the plot takes the room of the line of sources, and no name of an event covers lines.
    void lowChartsGiveTheirRoomToThePlot()
    {
        auto* page = m_window->page<ExplorePage>();
        page->setChartCount(6);
        m_window->resize(1440, 900);
        settle();
        auto* footer = in<QLabel>(chart(1), "footer");
        QVERIFY(!footer->isVisible());
        QVERIFY2(chart(1)->view()->height() > 150, qPrintable(QString::number(chart(1)->view()->height())));
        for (int i = 0; i < 6; ++i)
            QTRY_VERIFY(chart(i)->view()->markNames().isEmpty()); // the status quo has events and turns alone
        m_window->resize(1920, 1080);
        settle();
        QVERIFY(footer->isVisible());
        QTRY_VERIFY(!chart(1)->view()->markNames().isEmpty());
        m_window->resize(1440, 900);
        page->setChartCount(2);
        settle();
        QVERIFY(footer->isVisible());
    }
    void theFootOfAChartBearsTheMarkOfItsResult()
    {
        const auto foot = [&] { return in<QLabel>(chart(0), "footer")->text(); };
        const auto mark = [&] {
            return QString::fromStdString(scenarioHash(m_board->engine(), m_board->scenario(), m_board->assumedBaseline()).substr(0, 8));
        };
        const auto before = mark();
        QVERIFY2(foot().endsWith("mark " + before), qPrintable(foot()));
        m_board->setMeasure(measure("hbm_export"), "open", true);
        QVERIFY2(!foot().contains(before), qPrintable(foot())); // what is dragged bears none
        m_board->settle();
        QVERIFY(mark() != before);
        QVERIFY2(foot().endsWith("mark " + mark()), qPrintable(foot()));
        m_board->undo();
        QVERIFY2(foot().endsWith("mark " + before), qPrintable(foot()));
    }
    void keysCarryTheCrossHairAndChangeTheYears()
    {
        auto* view = chart(0)->view();
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Minus);
        QCOMPARE(view->lastYearShown(), 2033.0);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->lastYearShown(), 2032.0);
        chart(0)->findChild<QAction*>("wholeTime")->trigger();
        QCOMPARE(view->lastYearShown(), 2036.0);
        double hovered = 0;
        connect(view, &ChartView::hovered, this, [&](double year) { hovered = year; });
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(hovered, test::quarter("2027Q2").middle());
        QTest::keyClick(view, Qt::Key_Home);
        for (int i = 0; i < quarterCount; ++i)
            QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(hovered, test::quarter("2031Q4").middle()); // no further than the axis goes
    }
};

CHOKEPOINT_TEST(ChartToolsTest, QApplication)
#include "ChartToolsTest.moc"
