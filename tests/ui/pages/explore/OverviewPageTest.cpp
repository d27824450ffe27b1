// The middle of Explore: the headline on top, the overview below it, and that nothing changes place.
#include "api/Attribution.h"
#include "api/UnitWords.h"
#include "charts/BindingStrip.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "charts/TitleButton.h"
#include "levers/LeverPanel.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlineCard.h"
#include "pages/explore/HeadlinePanel.h"
#include "pages/explore/OverviewBoard.h"
#include "pages/explore/UntouchedBox.h"
#include "pages/why/WhyPage.h"
#include "parts/Segments.h"
#include "parts/SeriesMenu.h"
#include "parts/StopSlider.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class OverviewPageTest : public test::WindowTest {
    Q_OBJECT

    using Places = QList<std::pair<QWidget*, QRect>>;

    ExplorePage* page() { return m_window->page<ExplorePage>(); }
    ChartCard* main() { return page()->charts()[0]; }
    StopSlider* slider(const char* id) { return in<StopSlider>(page()->levers()->row(id)); }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void takeStop(const char* id, int stop)
    {
        QTest::mouseClick(slider(id), Qt::LeftButton, {}, slider(id)->pointAt(stop));
        settle();
    }
    void takeYear(int place)
    {
        auto* years = page()->headlines()->years();
        QTest::mouseClick(years, Qt::LeftButton, {}, years->segment(place).center());
        settle();
    }
    /// Of all that is visible on the page, measures as well; the cards of results have a test of their own.
    Places places()
    {
        Places all;
        for (auto* widget : page()->findChildren<QWidget*>())
            if (widget->isVisible() && !page()->headlines()->isAncestorOf(widget))
                all << std::pair(widget, QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()));
        return all;
    }
    /// What was visible before and is now stands where it stood. The box of what is not touched is one place, whatever it says.
    void verifyUnmoved(const Places& before, const char* after)
    {
        for (const auto& [widget, place] : before)
            if (widget->isVisible() && !page()->overview()->untouched()->isAncestorOf(widget))
                QVERIFY2(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()) == place,
                         qPrintable(QString("%1: %2 %3").arg(after, widget->metaObject()->className(), widget->objectName())));
    }
    QStringList smallSeries()
    {
        QStringList ids;
        for (const auto* chart : page()->overview()->small())
            ids << QString::fromStdString(chart->series());
        return ids;
    }
    /// Spots of ink from left to right.
    static int pointsOf(QWidget* button)
    {
        const auto picture = button->grab().toImage();
        const auto ground = picture.pixel(picture.width() / 2, 2);
        int points = 0;
        bool wasInk = false;
        for (int x = 0; x < picture.width(); ++x) {
            bool isInk = false;
            for (int y = 4; y < picture.height() - 4; ++y)
                isInk = isInk || picture.pixel(x, y) != ground;
            points += isInk && !wasInk ? 1 : 0;
            wasInk = isInk;
        }
        return points;
    }
    void waitForRuns() { QTRY_VERIFY(m_draws->isFinal()); }

private slots:
    void namesOfSmallChartsAreWholeInNarrowWindows_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024") << QSize(1024, 768);
        QTest::newRow("1280") << QSize(1280, 800);
    }
    void namesOfSmallChartsAreWholeInNarrowWindows()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        settle();
        for (const char* preset : {"status_quo_2026", "grand_bargain", "full_denial", "talent_magnet"}) {
            m_board->setScenario(test::engine().preset(preset), preset);
            settle();
            for (const auto* chart : page()->overview()->small()) {
                const auto* title = static_cast<TitleButton*>(in<QPushButton>(const_cast<ChartCard*>(chart), "title"));
                QVERIFY2(!title->title().isEmpty() && !title->title().contains(QChar(0x2026)), qPrintable(title->title()));
                QCOMPARE(pointsOf(in<QToolButton>(const_cast<ChartCard*>(chart), "more")), 3);
            }
        }
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void nothingChangesPlaceWhateverIsDone_data()
    {
        QTest::addColumn<int>("charts");
        QTest::addColumn<QSize>("size");
        for (const int charts : {0, 1, 4, 6})
            for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080)})
                QTest::addRow("%d charts in %d", charts, size.width()) << charts << size;
    }
    void nothingChangesPlaceWhateverIsDone()
    {
        QFETCH(int, charts);
        QFETCH(QSize, size);
        m_window->resize(size);
        if (charts > 0)
            page()->setChartCount(charts);
        settle();
        const auto before = places();
        QVERIFY(before.size() > 10);
        waitForRuns();
        settle();
        verifyUnmoved(before, "runs came in");
        takeStop("hbm_export", 0);
        verifyUnmoved(before, "first move");
        waitForRuns();
        settle();
        verifyUnmoved(before, "runs of the move");
        auto* row = slider("hbm_export");
        QTest::mousePress(row, Qt::LeftButton, {}, row->pointAt(0));
        for (int stop = 1; stop < 5; ++stop) {
            QTest::mouseMove(row, row->pointAt(stop));
            settle();
            verifyUnmoved(before, "drag");
        }
        QTest::mouseRelease(row, Qt::LeftButton, {}, row->pointAt(5));
        settle();
        verifyUnmoved(before, "end of the drag");
        m_board->replay();
        settle();
        verifyUnmoved(before, "replay");
        QTRY_VERIFY(!m_board->isReplaying());
        settle();
        verifyUnmoved(before, "end of the replay");
        m_window->openScenario("/there/is/no/such/file.toml");
        settle();
        verifyUnmoved(before, "message");
        takeYear(4);
        verifyUnmoved(before, "another year");
        m_board->undo();
        m_board->undo();
        settle();
        verifyUnmoved(before, "undo");
    }
    void theHeadlineHasTwoLinesAtMostAndIsNeverCut()
    {
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)}) {
            m_window->resize(size);
            for (const auto& preset : m_board->catalogue().presets) {
                m_board->setScenario(preset, "preset");
                settle();
                for (const char* name : {"sentence", "headlineLine"}) {
                    const auto* label = in<QLabel>(page()->headline(), name);
                    const QFontMetrics metrics(label->font());
                    const auto need = metrics.boundingRect(0, 0, label->width(), 1000, Qt::TextWordWrap, label->text());
                    QVERIFY2(need.height() <= label->height() && need.width() <= label->width(),
                             qPrintable(QString("%1 of %2: %3").arg(size.width()).arg(QString::fromStdString(preset.id), label->text())));
                }
            }
        }
    }
    void aCompoundIsNotPartedAtTheEndOfALine()
    {
        m_board->setScenario(test::engine().preset("status_quo_2026"), "status quo");
        int wrapped = 0;
        for (int width = 1024; width <= 1440; width += 32) {
            m_window->resize(width, 800);
            settle();
            const auto* label = in<QLabel>(page()->headline(), "sentence");
            const QFontMetrics metrics(label->font());
            const auto isOneLine = [&](const QString& words) {
                return metrics.boundingRect(0, 0, label->width(), 1000, Qt::TextWordWrap, words).height() < 2 * metrics.height();
            };
            const auto shown = label->text();
            wrapped += !isOneLine(shown);
            const auto at = shown.indexOf("H100-equivalents");
            QVERIFY(at > 0);
            if (isOneLine(shown.left(at + 5).trimmed()) && !isOneLine(shown.left(at + 16)))
                QCOMPARE(shown[at - 1], QChar('\n')); // "H100-" would have had room, but not what follows
            QVERIFY(page()->headline()->title().contains(" H100-equivalents"));
        }
        QVERIFY(wrapped > 0);
    }
    void anOwnPackageNamesTheMeasureThatDoesMost()
    {
        m_board->setMeasure(measure("h1b_fee"), "100000");
        m_board->setMeasure(measure("cn_chip_purchase"), "free");
        QVERIFY(!page()->headline()->title().contains("mainly"));
        m_board->setMeasure(measure("hbm_export"), "open");
        m_board->setYear(2028);
        QTRY_VERIFY(page()->headline()->title().contains("mainly"));
        AttributionRequest request;
        request.series = {page()->toldSeries()};
        const auto known = attribute(test::engine(), m_board->scenario(), m_board->baseline(), request);
        std::size_t most = 0;
        for (std::size_t p = 0; p < known.players.size(); ++p)
            if (annualMean(known.series[0].shares[p], 2028) > annualMean(known.series[0].shares[most], 2028))
                most = p;
        const auto title = page()->headline()->title();
        const auto& id = known.players[most].id;
        QVERIFY2(id == "hbm_export" ? title.contains("mainly opening HBM sales") : title.contains("mainly letting"),
                 qPrintable(title + " " + QString::fromStdString(id)));
        m_board->undo();
        QVERIFY(!page()->headline()->title().contains("mainly")); // it belonged to the package of three
    }
    void aHeadlineWithoutEffectSaysWhy()
    {
        m_board->setMeasure(measure("hbm_cap_units"), "12");
        const auto* answer = in<QLabel>(page()->levers()->foot(), "answer");
        QTRY_VERIFY(answer->text().startsWith("No effect"));
        QTRY_VERIFY2(page()->headline()->line().contains(answer->text()), qPrintable(page()->headline()->line()));
    }
    void whyLeadsToTheSharesOfTheSeriesThatIsTold()
    {
        takeStop("hbm_export", 0);
        click(in<QPushButton>(page()->headline(), "headlineWhy"));
        auto* why = m_window->page<WhyPage>();
        QVERIFY(why->isVisible());
        QCOMPARE(why->focus().series(), page()->toldSeries());
        QCOMPARE(why->focus().period().year(), 2028);
    }
    void theOverviewIsTheDefaultAndEqualChartsAreAChoiceThatTheWorkbookKeeps()
    {
        QVERIFY(page()->isOverview() && m_board->workbook().view.overview.isShown);
        QVERIFY(main()->isVisible() && !page()->charts()[1]->isVisible());
        QCOMPARE(page()->overview()->small().size(), std::size_t{2});
        page()->setChartCount(4);
        QVERIFY(!m_board->workbook().view.overview.isShown && !page()->overview()->isVisible());
        int visible = 0;
        for (const auto* chart : page()->charts())
            visible += chart->isVisible();
        QCOMPARE(visible, 4);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::AltModifier);
        QVERIFY(page()->isOverview() && page()->overview()->isVisible() && main()->isVisible());
    }
    void smallChartsAreChosenWhenAControlIsLetGoAndNotDuringADrag()
    {
        const auto before = smallSeries();
        auto* row = slider("hbm_export");
        QTest::mousePress(row, Qt::LeftButton, {}, row->pointAt(4));
        for (int stop = 3; stop >= 0; --stop) {
            QTest::mouseMove(row, row->pointAt(stop));
            settle();
            QCOMPARE(smallSeries(), before);
        }
        QTest::mouseRelease(row, Qt::LeftButton, {}, row->pointAt(0));
        settle();
        OverviewRequest request;
        request.year = m_board->year();
        const auto expected = overviewOf(m_board->catalogue(), m_board->present(), m_board->reference(), request);
        for (const auto series : expected.small)
            QVERIFY(smallSeries().contains(QString::fromStdString(m_board->catalogue().series[series].id)));
        QVERIFY(smallSeries() != before);
        const auto names = page()->overview()->untouched()->names();
        QVERIFY(!expected.untouched.empty());
        for (const auto& rows : {expected.untouched, expected.barely})
            for (const auto series : rows)
                QVERIFY(names.contains(QString::fromStdString(m_board->catalogue().series[series].shortName)));
    }
    void theLargeChartShowsWhatThePackageMovesAndGoesBack()
    {
        m_board->setScenario(test::engine().preset("open_weights_push"), "push");
        settle();
        QVERIFY(main()->series() != "compute.china_effective");
        QCOMPARE(m_board->workbook().view.charts[0].series, std::string("compute.china_effective")); // what a person laid out
        m_board->undo();
        settle();
        QCOMPARE(main()->series(), std::string("compute.china_effective"));
        main()->setSeries("hbm.stock"); // as from the menu
        m_board->setScenario(test::engine().preset("open_weights_push"), "push");
        settle();
        QCOMPARE(main()->series(), std::string("hbm.stock"));
    }
    void aChartIsAddedFromTheMenuAndTakenAway()
    {
        auto* box = page()->overview()->untouched();
        click(in<QPushButton>(box, "addChart"));
        QTRY_VERIFY(box->menu()->search()->isVisible());
        QTest::keyClicks(box->menu()->search(), "HBM stock");
        QTest::keyClick(box->menu()->search(), Qt::Key_Return);
        settle();
        QCOMPARE(page()->overview()->small().size(), std::size_t{3});
        const auto added = smallSeries().back();
        takeStop("hbm_export", 0);
        QCOMPARE(smallSeries().back(), added);
        in<QAction>(page()->overview()->small().back(), "release")->trigger();
        settle();
        QCOMPARE(page()->overview()->small().size(), std::size_t{2});
    }
    void theSwitchShowsTheDifferenceWithTheBandOfTheRuns()
    {
        takeStop("hbm_export", 0);
        auto* views = in<Segments>(main(), "viewSwitch");
        QVERIFY(views->isVisible());
        QTest::mouseClick(views, Qt::LeftButton, {}, views->segment(1).center());
        settle();
        QVERIFY(main()->shown().view == BoardChart::View::Difference);
        const auto row = seriesRow("compute.china_effective");
        const double scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const auto shown = main()->view()->shownValues(FigureLine::Manner::Present);
        for (std::size_t q = 0; q < shown.size(); ++q)
            QCOMPARE(shown[q], m_board->present().series[row][q] * scale - m_board->reference().series[row][q] * scale);
        QVERIFY(main()->view()->shownValues(FigureLine::Manner::Baseline).empty());
        waitForRuns();
        QTRY_VERIFY(main()->view()->shownBand());
        const auto band = *main()->view()->shownBand();
        QVERIFY(band.levelLow.empty());
        const auto spread = differenceAt(m_draws->present(), m_draws->baseline(), row, Quarter{quarterCount - 1});
        QVERIFY(std::fabs(band.high.back() - spread.quantiles[quantilePlace(0.9)] * scale) <= 1e-9 * std::fabs(band.high.back()));
        takeStop("hbm_export", 6); // full denial: below zero
        QTRY_VERIFY(main()->view()->axisBottom() < 0);
        QTest::mouseClick(views, Qt::LeftButton, {}, views->segment(0).center());
        settle();
        QCOMPARE(main()->view()->axisBottom(), 0.0);
    }
    void twoStripsSayWhatBindsInPackageAndBaseline()
    {
        takeStop("hbm_export", 0);
        QVERIFY(main()->strip()->isVisible() && main()->stripBefore()->isVisible());
        QVERIFY(main()->strip()->inputs() != main()->stripBefore()->inputs());
        QVERIFY(main()->strip()->y() < main()->stripBefore()->y());
        const auto words = main()->strip()->paintedTexts(), before = main()->stripBefore()->paintedTexts();
        QVERIFY2(words.contains("HBM") || words.contains("packaging"), qPrintable(words.join(", ")));
        QVERIFY2(before.contains("HBM") && before.filter("tatus quo").size() == 1, qPrintable(before.join(", ")));
    }
    void theLargeChartSaysValuesEdgesAndTheChangeOfTheYear()
    {
        takeStop("hbm_export", 0);
        waitForRuns();
        const auto texts = [&] { return main()->view()->paintedTexts(); };
        QTRY_VERIFY(texts().contains("1 run in 10 above") && texts().contains("1 run in 10 below"));
        QTRY_VERIFY(main()->view()->toldPlace());
        QVERIFY2(texts().filter(" in 2028").size() == 1, qPrintable(texts().join(", ")));
        takeYear(3);
        QTRY_VERIFY2(texts().filter(" in 2030").size() == 1, qPrintable(texts().join(", ")));
        const auto plot = QRectF(main()->view()->rect());
        QVERIFY(plot.contains(*main()->view()->toldPlace()));
        // the value at the end of the line is that of the run
        const auto values = main()->view()->shownValues(FigureLine::Manner::Present);
        const auto end = values[static_cast<std::size_t>(test::quarter("2031Q4").index)];
        QVERIFY2(!texts().filter(QString::number(std::lround(end))).isEmpty(), qPrintable(texts().join(", ")));
    }
    void theAxisReachesTheYearThatIsToldAndLateChanges()
    {
        QCOMPARE(main()->view()->lastYearShown(), 2032.0);
        takeYear(4); // 2035
        QCOMPARE(main()->view()->lastYearShown(), 2036.0);
        for (const auto* chart : page()->overview()->small())
            QCOMPARE(chart->view()->lastYearShown(), 2036.0);
        takeYear(2);
        QCOMPARE(main()->view()->lastYearShown(), 2032.0);
        takeStop("hbm_export", 0);
        m_board->setTimes(measure("hbm_export"), test::quarter("2033Q1"), std::nullopt);
        settle();
        QCOMPARE(main()->view()->lastYearShown(), 2036.0);
    }
    void theReadOutOfTheCrossHairIsNeverCut_data()
    {
        QTest::addColumn<int>("charts");
        for (const int charts : {0, 2, 4, 6})
            QTest::addRow("%d charts", charts) << charts;
    }
    void theReadOutOfTheCrossHairIsNeverCut()
    {
        QFETCH(int, charts);
        m_board->setScenario(test::engine().preset("grand_bargain"), "bargain");
        if (charts > 0)
            page()->setChartCount(charts);
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080)}) {
            m_window->resize(size);
            settle();
            for (auto* chart : page()->charts())
                if (chart->isVisible() && chart->series() == "revenue.us_allied_total")
                    chart->setPartsShown(true); // many lines
            settle();
            QList<ChartView*> views;
            for (auto* view : page()->findChildren<ChartView*>())
                if (view->isVisible())
                    views << view;
            QVERIFY(!views.isEmpty());
            for (const double part : {0.02, 0.5, 0.98})
                for (auto* view : views) {
                    const int x = view->plotLeft() + static_cast<int>(part * (view->plotRight() - view->plotLeft()));
                    emit view->hovered(2022 + part * 10);
                    settle();
                    const auto place = view->crosshairPlace();
                    QVERIFY(place);
                    QVERIFY2(QRectF(view->rect()).contains(*place),
                             qPrintable(QString("%1 at %2 in %3").arg(view->accessibleName()).arg(x).arg(size.width())));
                }
        }
    }
    void fourChartsStillFitFullHdAtOneAndAHalf()
    {
        page()->setChartCount(4);
        m_window->resize(1280, 690); // 1920x1080 at 150 %, less the panel of a desktop
        settle();
        auto* scroll = in<QScrollArea>(page(), "chartScroll");
        QVERIFY2(scroll->widget()->height() <= scroll->viewport()->height(),
                 qPrintable(QString("%1 in %2").arg(scroll->widget()->height()).arg(scroll->viewport()->height())));
    }
};

CHOKEPOINT_TEST(OverviewPageTest, QApplication)
#include "OverviewPageTest.moc"
