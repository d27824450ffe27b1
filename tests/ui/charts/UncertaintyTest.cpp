// What the window tells of the draws: bands on demand, what binds how often, distribution and chances.
#include "bridge/Draws.h"
#include "api/ChangeWords.h"
#include "api/SeriesDraws.h"
#include "api/UnitWords.h"
#include "charts/BindingStrip.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/DistributionWindow.h"
#include "pages/explore/ExplorePage.h"
#include "charts/HistogramView.h"
#include "parts/PeriodPicker.h"
#include "parts/Segments.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <numeric>

using namespace chokepoint;
using namespace chokepoint::ui;

class UncertaintyTest : public test::WindowTest {
    Q_OBJECT

    static constexpr const char* m_compute = "compute.china_effective";

    ExplorePage* page() { return m_window->page<ExplorePage>(); }
    ChartCard* chart() { return page()->charts()[0]; }
    QAction* action(const char* name) { return chart()->findChild<QAction*>(name); }
    QString footer()
    {
        for (auto* label : chart()->findChildren<QLabel*>())
            if (label->objectName() == "footer")
                return label->text();
        return {};
    }
    DistributionWindow* open()
    {
        action("openDistribution")->trigger();
        auto* window = page()->distribution();
        return window && QTest::qWaitForWindowExposed(window) && QTest::qWaitFor([&] { return m_draws->isFinal(); }, 60000) ? window : nullptr;
    }

private slots:
    void init()
    {
        openWindow("china_ask_2025");
        page()->setChartCount(4);
        QTRY_VERIFY(m_draws->isFinal());
    }
    void cleanup() { closeWindow(); }

    void theWidestBandComesOnDemandAndHoldsTheOthers()
    {
        QVERIFY(chart()->view()->shownBand()->widestLow.empty());
        action("widestBand")->trigger();
        const auto band = *chart()->view()->shownBand();
        QCOMPARE(band.widestLow.size(), band.low.size());
        for (std::size_t i = 0; i < band.low.size(); ++i)
            QVERIFY(band.widestLow[i] <= band.low[i] && band.high[i] <= band.widestHigh[i]);
        QVERIFY(footer().contains("95 in 100"));
        action("widestBand")->trigger();
        QVERIFY(chart()->view()->shownBand()->widestLow.empty());
    }
    void theBandOfADifferenceIsThereAgainAfterItWasHidden()
    {
        auto* other = page()->charts()[1];
        other->findChild<QAction*>("difference")->trigger();
        QTRY_VERIFY(m_draws->isFinal() && other->view()->shownBand());
        page()->setChartCount(1);
        m_board->setMeasure(measure("hbm_export"), "open");
        QTRY_VERIFY(m_draws->isFinal());
        page()->setChartCount(2);
        QTRY_VERIFY(m_draws->isFinal());
        QTRY_VERIFY(other->isVisible() && other->view()->shownBand());
    }
    void recordedYearsHaveABandOnlyOnDemand()
    {
        QVERIFY(chart()->view()->shownBand()->x.front() >= recordedUntil);
        action("recordedBand")->trigger();
        QCOMPARE(chart()->view()->shownBand()->x.size(), std::size_t{quarterCount});
        QVERIFY(chart()->view()->shownBand()->x.front() < 2023);
    }
    void aTitleClaimsNoChangeOnWhoseSignTheRunsDisagree()
    {
        m_board->setScenario(test::engine().preset("status_quo_2026"), {});
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "hbm2e"); // revenue rises in six runs of ten
        QTRY_VERIFY(m_draws->isFinal());
        const auto* revenue = page()->charts()[1];
        const auto isUnclear = [&] {
            const auto change = m_draws->changeOf(seriesRow("revenue.us_allied_total"), 2028);
            return change && change->isUnclear();
        };
        QTRY_VERIFY(isUnclear());
        QVERIFY2(revenue->title().contains("no clear effect in 2028"), qPrintable(revenue->title()));
        QVERIFY2(chart()->title().contains("+7.6"), qPrintable(chart()->title())); // on this one they agree
    }
    void theStripTellsInHowManyRunsEachInputBinds()
    {
        const auto at = test::quarter("2029Q1");
        const auto shares = chart()->strip()->shares()(at);
        QCOMPARE(shares.size(), std::size_t(4));
        QVERIFY(std::fabs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) < 1e-12);
        const auto told = chart()->strip()->wordsOf(at);
        QVERIFY2(told.contains("In all runs: ") && told.contains("of runs"), qPrintable(told));
        QVERIFY(told.contains(QString::fromStdString(test::said(words::shareOfRuns(shares[1])))));
    }
    void theDistributionShowsAllDrawsOfScenarioAndBaselineWithTheSameBars()
    {
        auto* window = open();
        QVERIFY(window);
        const auto& content = window->histogram()->content();
        const auto sum = [](const Histogram& h) { return std::accumulate(h.counts.begin(), h.counts.end(), std::size_t(0)); };
        QCOMPARE(sum(content.scenario), m_draws->present().draws());
        QCOMPARE(sum(content.baseline), m_draws->baseline().draws());
        QCOMPARE(content.scenario.low, content.baseline.low);
        QCOMPARE(content.scenario.high, content.baseline.high);
        const double scale = words::displayUnit(m_board->catalogue().series[seriesRow(m_compute)]).scale;
        QVERIFY(window->period()->period().isYear()); // as the chart and the card that it was opened from
        QCOMPARE(content.central, m_board->present().annualMean(seriesRow(m_compute), 2028) * scale);
        QVERIFY(window->summary().contains("10,000 runs"));
    }
    void theDistributionFollowsTheBoardAndTheQuarter()
    {
        auto* window = open();
        QVERIFY(window);
        const auto before = window->histogram()->content().central;
        m_board->setScenario(test::engine().preset("full_denial"), "denial");
        QTRY_VERIFY(window->histogram()->content().central != before);
        auto* menu = window->period()->menu();
        menu->popup({100, 100}); // its entries are made when it opens
        QTRY_VERIFY(!menu->isEmpty());
        menu->actions().back()->menu()->actions().back()->menu()->actions().back()->trigger(); // a quarter, of 2035, the fourth
        menu->close();
        QCOMPARE(window->period()->period(), Period(Quarter{quarterCount - 1}));
        QVERIFY(window->summary().startsWith("2035 Q4"));
    }
    void theChanceOfATypedThresholdIsThatOfTheDraws()
    {
        auto* window = open();
        QVERIFY(window);
        auto* threshold = window->findChild<QLineEdit*>("threshold");
        threshold->setFocus();
        threshold->selectAll();
        QTest::keyClicks(threshold, "12");
        const auto& bands = *m_draws;
        const double limit = 12 / words::displayUnit(m_board->catalogue().series[seriesRow(m_compute)]).scale;
        const auto odds = [&](const SeriesDraws& samples, bool above) {
            return QString::fromStdString(test::said(words::shareOfRuns(
                oddsOfReaching(samples, seriesRow(m_compute), limit, above, m_board->start(), test::quarter("2028Q4")))));
        };
        QVERIFY2(window->chance().startsWith("It is at least 12m H100-equivalents at some point from early 2027 to late 2028 in " + odds(bands.present(), true)),
                 qPrintable(window->chance()));
        QVERIFY(window->chance().contains("in the baseline in " + odds(bands.baseline(), true)));
        auto* side = window->findChild<Segments*>("side");
        QTest::mouseClick(side, Qt::LeftButton, {}, side->segment(1).center());
        QVERIFY(window->chance().contains("at most 12") && window->chance().contains(odds(bands.present(), false)));
    }
    void theDistributionSaysWhenItsRunsAreOfTheScenarioBeforeAndThenFollows()
    {
        auto* window = open();
        QVERIFY(window);
        const auto* age = window->findChild<QLabel*>("age");
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(age && age->text().trimmed().isEmpty());
        const auto before = window->summary();
        m_board->setMeasure(measure("hbm_export"), "full");
        QVERIFY2(age->text().startsWith("These runs are from before the last change"), qPrintable(age->text()));
        QTRY_VERIFY(m_draws->isFinal() && age->text().trimmed().isEmpty());
        QVERIFY(window->summary() != before);
    }
    void aThresholdThatIsNoNumberAsksForOne()
    {
        auto* window = open();
        QVERIFY(window);
        auto* threshold = window->findChild<QLineEdit*>("threshold");
        threshold->setFocus();
        threshold->selectAll();
        QTest::keyClicks(threshold, "many");
        QCOMPARE(window->chance(), QString("Type a number in million H100-equivalents."));
    }
    void closedAndOpenedAgainItIsAnother()
    {
        QVERIFY(open());
        QTest::keyClick(page()->distribution(), Qt::Key_Escape);
        QTRY_VERIFY(!page()->distribution());
        QVERIFY(open());
    }
};

CHOKEPOINT_TEST(UncertaintyTest, QApplication)
#include "UncertaintyTest.moc"
