// How a window lays out what it shows is kept in the workbook of its board, and a new window begins with it.
#include "WindowTest.h"

#include "TestProgram.h"
#include "charts/ChartCard.h"
#include "pages/explore/ExplorePage.h"
#include "pages/why/WhyPage.h"

using namespace chokepoint;
using namespace chokepoint::ui;

class LayoutTest : public test::WindowTest {
    Q_OBJECT
private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aFreshWindowShowsTheChartsOfAFreshWorkbook()
    {
        const auto fresh = freshWorkbook(m_board->catalogue());
        QVERIFY(m_board->workbook().view.charts == fresh.view.charts);
        QCOMPARE(m_board->workbook().view.chartCount, 4);
        QCOMPARE(m_board->workbook().view.page, std::string("explore"));
        const auto& charts = m_window->page<ExplorePage>()->charts();
        QCOMPARE(charts.size(), fresh.view.charts.size());
        for (std::size_t i = 0; i < charts.size(); ++i)
            QVERIFY(charts[i]->shown() == fresh.view.charts[i]);
    }
    void whatAChartShowsIsKept()
    {
        auto* chart = m_window->page<ExplorePage>()->charts()[1];
        chart->setSeries("revenue.nvidia");
        for (const char* name : {"logarithmic", "innerBand", "widestBand", "recordedBand", "identity"})
            in<QAction>(chart, name)->setChecked(true);
        chart->setEventsShown(false);
        BoardChart expected;
        expected.series = "revenue.nvidia";
        expected.view = BoardChart::View::Logarithm;
        expected.withEvents = false;
        expected.withIdentity = expected.withInnerBand = expected.withWidestBand = expected.withRecordedBand = true;
        QVERIFY(m_board->workbook().view.charts[1] == expected);
        QVERIFY(m_board->workbook().view.charts[0] == freshWorkbook(m_board->catalogue()).view.charts[0]);
        in<QAction>(chart, "logarithmic")->setChecked(false);
        QVERIFY(m_board->workbook().view.charts[1].view == BoardChart::View::Value);
    }
    void pageAndFocusAreKeptAndNotUndoneAndTheNumberOfChartsIsAStep()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->page<ExplorePage>()->setChartCount(2);
        m_window->showPage("why");
        m_window->page<WhyPage>()->chooseFocus(seriesRow("hbm.stock"), test::quarter("2031Q2"));
        const auto& kept = m_board->workbook();
        QCOMPARE(kept.view.chartCount, 2);
        m_board->undo();
        QVERIFY(!m_board->scenario().changes.empty() && kept.view.chartCount != 2);
        m_board->undo();
        QVERIFY(m_board->scenario().changes.empty());
        QCOMPARE(kept.view.page, std::string("why"));
        QCOMPARE(kept.view.focus.series, std::string("hbm.stock"));
        QCOMPARE(kept.view.focus.period, test::quarter("2031Q2"));
    }
    void aSecondWindowBeginsWithWhatTheFirstShows()
    {
        auto* page = m_window->page<ExplorePage>();
        page->setChartCount(2);
        page->charts()[1]->setSeries("hbm.stock");
        in<QAction>(page->charts()[0], "logarithmic")->setChecked(true);
        MainWindow second(*m_board, *m_draws);
        auto* other = second.page<ExplorePage>();
        QCOMPARE(other->chartCount(), 2);
        for (std::size_t i = 0; i < page->charts().size(); ++i)
            QVERIFY(other->charts()[i]->shown() == page->charts()[i]->shown());
        QVERIFY(other->charts()[0]->shown().view == BoardChart::View::Logarithm);
    }
};

CHOKEPOINT_TEST(LayoutTest, QApplication)
#include "LayoutTest.moc"
