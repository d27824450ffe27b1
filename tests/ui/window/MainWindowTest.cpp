// The window as its user works it: real mouse and key events, and what the charts then show.
#include "api/Headline.h"
#include "api/LiveEnsemble.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "bridge/Draws.h"
#include "api/Ensemble.h"
#include "api/LawAsOf.h"
#include "api/Projection.h"
#include "charts/BindingStrip.h"
#include "charts/BoardFigure.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "pages/explore/ConflictDialog.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "levers/LeverPanel.h"
#include "levers/LeverFoot.h"
#include "levers/LeverRow.h"
#include "pages/explore/MeasurePane.h"
#include "parts/QuarterPicker.h"
#include "parts/Segments.h"
#include "parts/StopSlider.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class MainWindowTest : public test::WindowTest {
    Q_OBJECT

    LeverRow* row(const char* measure) { return m_window->page<ExplorePage>()->levers()->row(measure); }
    LeverFoot* foot() { return m_window->page<ExplorePage>()->levers()->foot(); }
    void openGroup(const char* group)
    {
        m_window->page<ExplorePage>()->levers()->setOpen(group, true);
        QCoreApplication::processEvents();
    }
    void moveTo(StopSlider* slider, double position) { QTest::mouseClick(slider, Qt::LeftButton, {}, slider->pointAt(position)); }

    /// The values that a run gives to a chart of a series.
    static std::vector<double> expected(const Scenario& scenario, const char* id)
    {
        const auto& catalogue = test::engine().catalogue();
        const auto series = *catalogue.findSeries(id);
        const double scale = words::displayUnit(catalogue.series[series]).scale;
        std::vector<double> values;
        for (const double v : test::engine().project(scenario).series[series])
            values.push_back(v * scale);
        return values;
    }

    /// Opens the own window of a chart from its menu.
    ChartCard* ownWindowOf(ChartCard* chart)
    {
        const auto before = m_window->findChildren<ChartCard*>();
        in<QAction>(chart, "ownWindow")->trigger();
        for (auto* card : m_window->findChildren<ChartCard*>())
            if (!before.contains(card))
                return card;
        return nullptr;
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void showsTheOverviewOfTheStatusQuoAtTheStart()
    {
        const auto& charts = m_window->page<ExplorePage>()->charts();
        int visible = 0;
        for (auto* chart : m_window->page<ExplorePage>()->findChildren<ChartCard*>())
            visible += chart->isVisible();
        QCOMPARE(visible, 3);
        for (auto* chart : charts)
            QVERIFY(!chart->view()->shownValues(FigureLine::Manner::Present).empty());
        QVERIFY(charts[0]->view()->shownValues(FigureLine::Manner::Baseline).empty()); // nothing to compare yet
        QVERIFY(charts[0]->strip()->isVisible());
        QCOMPARE(charts[0]->strip()->inputs().size(), std::size_t{quarterCount});
    }
    void relaxingTheHbmRuleMovesTheChartAsTheCoreSaysAndUndoReturnsToExactlyZero()
    {
        auto* chart = m_window->page<ExplorePage>()->charts()[0];
        const auto before = chart->view()->shownValues(FigureLine::Manner::Present);
        QCOMPARE(before, expected(test::engine().preset("status_quo_2026"), "compute.china_effective"));

        moveTo(in<StopSlider>(row("hbm_export")), 0); // the loosest stop: "Open"
        Scenario open = test::engine().preset("status_quo_2026");
        open.changes = {{"hbm_export", "open", test::quarter("2027Q1"), 1}};
        QTRY_COMPARE(chart->view()->shownValues(FigureLine::Manner::Present), expected(open, "compute.china_effective"));
        QCOMPARE(chart->view()->shownValues(FigureLine::Manner::Baseline), before);
        QVERIFY(m_window->page<ExplorePage>()->sentence().contains("Opening HBM sales to China from 2027"));

        click(in<QToolButton>(m_window.get(), "undo"));
        QTRY_COMPARE(chart->view()->shownValues(FigureLine::Manner::Present), before);
        QVERIFY(chart->view()->shownValues(FigureLine::Manner::Baseline).empty());
        QVERIFY(m_board->present().series == m_board->reference().series);
        QVERIFY(in<QLabel>(m_window.get(), "change:compute.china_effective")->text().isEmpty());

        click(in<QToolButton>(m_window.get(), "redo"));
        QTRY_COMPARE(chart->view()->shownValues(FigureLine::Manner::Present), expected(open, "compute.china_effective"));
    }
    void bandsFollowTheScenarioAndAreTheEnsembleOfTheCore()
    {
        auto* bands = m_draws.get();
        auto* view = m_window->page<ExplorePage>()->charts()[0]->view();
        QTRY_VERIFY(bands->isFinal());
        const auto before = view->shownBand();
        QVERIFY(before && before->x.front() >= recordedUntil && before->levelHigh.back() > before->high.back());
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        QTRY_VERIFY(bands->isFinal());
        Scenario open = test::engine().preset("status_quo_2026");
        open.changes = {{"hbm_export", "open", {}, 1}};
        EnsembleRequest request;
        request.draws = Draws::fineDraws;
        request.seed = Draws::seed;
        request.series = {*test::engine().catalogue().findSeries("compute.china_effective")};
        const auto expected = ensembleOf(test::engine(), open, request).spreads[0].back();
        const auto nearly = [](double a, double b) {
            return std::fabs(a - b) <= 1e-6 * std::fabs(b);
        }; // samples are kept in single precision
        QVERIFY(nearly(view->shownBand()->low.back(), expected.quantiles[2]));
        QVERIFY(nearly(view->shownBand()->high.back(), expected.quantiles[6]));
        QVERIFY(view->shownBand()->high.back() != before->high.back());
    }
    void aNewMoveCancelsTheBandsOfTheOld()
    {
        for (const double position : {0.0, 1.0, 0.5, 0.0})
            moveTo(in<StopSlider>(row("hbm_export")), position);
        QVERIFY(!m_draws->isFinal());
        QTRY_VERIFY(m_draws->isFinal());
        m_window.reset(); // closing while a band is on its way is safe
        m_board->setMeasure(0, "full");
    }
    void draggingASliderIsOneStepOfUndoAndHoldsTheAxis()
    {
        openGroup("enforcement");
        auto* slider = in<StopSlider>(row("enforcement_budget"));
        auto* view = m_window->page<ExplorePage>()->charts()[0]->view();
        QTest::mousePress(slider, Qt::LeftButton, {}, slider->pointAt(0.3));
        for (const double position : {0.4, 0.6, 0.8, 1.0}) {
            const double top = view->axisTop();
            QTest::mouseMove(slider, slider->pointAt(position));
            QVERIFY(view->axisTop() >= top);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->pointAt(1.0));
        QTRY_COMPARE(m_board->valueOf(row("enforcement_budget")->measure()), std::string("600"));
        QCOMPARE(m_board->history().count(), 1);
    }
    void segmentsTakeALevelByMouseAndByKey()
    {
        auto* segments = in<Segments>(row("hbm_copack"));
        QTest::mouseClick(segments, Qt::LeftButton, {}, segments->segment(2).center());
        QCOMPARE(m_board->valueOf(row("hbm_copack")->measure()), std::string("controlled"));
        segments->setFocus();
        QTest::keyClick(segments, Qt::Key_Left);
        QCOMPARE(m_board->valueOf(row("hbm_copack")->measure()), std::string("red_flag"));
    }
    void aTypedNumberIsTakenAndAWrongOneIsRefusedWithItsRange()
    {
        openGroup("enforcement");
        auto* typed = in<QLineEdit>(row("enforcement_budget"), "typed");
        typed->setFocus();
        typed->selectAll();
        QTest::keyClicks(typed, "410");
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(m_board->valueOf(row("enforcement_budget")->measure()), std::string("410"));
        typed->selectAll();
        QTest::keyClicks(typed, "99999");
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(m_board->valueOf(row("enforcement_budget")->measure()), std::string("410"));
        const auto* said = in<QLabel>(foot(), "answer");
        QVERIFY2(said->isVisible() && said->text().contains("$150m to $600m"), qPrintable(said->text()));
    }
    void resetTakesAChangeBack()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 1);
        QVERIFY(m_board->isChanged(row("hbm_export")->measure()));
        click(in<QToolButton>(foot(), "reset"));
        QVERIFY(!m_board->isChanged(row("hbm_export")->measure()));
    }
    void theYearlyCapSaysWhyItCannotBeMoved()
    {
        auto* slider = in<StopSlider>(row("hbm_cap_units"));
        QVERIFY(!slider->isEnabled());
        moveTo(in<StopSlider>(row("hbm_export")), 2.0 / 6); // HBM3, capped
        QVERIFY(slider->isEnabled());
    }
    void aPresetIsChosenFromTheMenu()
    {
        auto* menu = in<QToolButton>(m_window.get(), "scenario")->menu();
        for (auto* action : menu->actions())
            if (action->text() == "Full denial")
                action->trigger();
        QVERIFY(m_board->scenario() == test::engine().preset("full_denial"));
        QVERIFY(in<QToolButton>(m_window.get(), "scenario")->text().startsWith("Full denial"));
        QTRY_COMPARE(m_window->page<ExplorePage>()->charts()[0]->view()->shownValues(FigureLine::Manner::Present),
                     expected(test::engine().preset("full_denial"), "compute.china_effective"));
    }
    void theQuarterOfAChangeIsChosenBelowTheList()
    {
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        auto* from = in<QuarterPicker>(foot(), "from");
        QVERIFY(from->isVisible() && from->text().startsWith("from 2027 "));
        from->menu()->popup({100, 100}); // its entries are made when it opens
        QTRY_VERIFY(!from->menu()->isEmpty());
        from->menu()->actions()[8]->menu()->actions()[2]->trigger(); // the third quarter of the ninth year
        from->menu()->close();
        QCOMPARE(m_board->startOf(*m_board->catalogue().findMeasure("hbm_export")), test::quarter("2030Q3"));
        QVERIFY(from->text().startsWith("from July 2030"));
        QVERIFY(m_window->page<ExplorePage>()->sentence().contains("from July 2030"));
        m_board->undo();
        QVERIFY(from->text().startsWith("from 2027 "));
    }
    void theHeadlineYearIsChosen()
    {
        auto* years = m_window->page<ExplorePage>()->headlines()->years();
        QTest::mouseClick(years, Qt::LeftButton, {}, years->segment(4).center());
        QCOMPARE(m_window->page<ExplorePage>()->headlines()->year(), 2035);
        const auto series = *test::engine().catalogue().findSeries("talent.us");
        const auto shown = in<QLabel>(m_window.get(), "value:talent.us")->text();
        QVERIFY2(shown.contains(QString::fromStdString(test::said(words::number(m_board->present().annualMean(series, 2035) * 1000)))),
                 qPrintable(shown));
        QVERIFY(m_window->page<ExplorePage>()->charts()[0]->title().endsWith("2035"));
    }
    void searchShowsOnlyWhatMatches()
    {
        auto* search = in<QLineEdit>(m_window.get(), "leverSearch");
        search->setFocus();
        QTest::keyClicks(search, "rare earth");
        QTRY_VERIFY(row("cn_rare_earth")->isVisible());
        QVERIFY(!row("hbm_export")->isVisible());
        search->clear();
        QTRY_VERIFY(row("hbm_export")->isVisible());
    }
    void onlyChangedShowsOnlyWhatChanged()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        QTest::mouseClick(in<QCheckBox>(m_window.get(), "onlyChanged"), Qt::LeftButton, {}, QPoint(9, 9));
        QVERIFY(row("hbm_export")->isVisible());
        QVERIFY(!row("hbm_copack")->isVisible());
    }
    void observationsStandInTheChartOfTheirSeries()
    {
        const auto content = figureOf(figureRuns(*m_board), {.series = "revenue.nvidia", .companions = {}});
        QVERIFY(content.points.size() > 10);
        QVERIFY(std::ranges::any_of(content.points, [](const FigurePoint& point) { return point.kind == PointKind::Expectation; }));
        QVERIFY(content.sources.find("source") != std::string::npos);
        m_window->page<ExplorePage>()->charts()[1]->setSeries("revenue.nvidia");
        QVERIFY(m_window->page<ExplorePage>()->charts()[1]->title().startsWith("Nvidia"));
    }
    void aBrokenFileShowsItsMessageAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("unknown measure") << QByteArray(
            "format = 1\nid = \"a\"\ntitle = \"A\"\n[[change]]\nmeasure = \"hbm_import\"\nlevel = \"open\"\n");
        QTest::newRow("a level of another measure")
            << QByteArray("format = 1\nid = \"a\"\ntitle = \"A\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"h20\"\n");
        QTest::newRow("a number out of range") << QByteArray(
            "format = 1\nid = \"a\"\ntitle = \"A\"\n[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = \"21\"\n");
        QTest::newRow("NaN") << QByteArray(
            "format = 1\nid = \"a\"\ntitle = \"A\"\n[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = \"nan\"\n");
        QTest::newRow("wrong type") << QByteArray("format = 1\nid = 7\ntitle = \"A\"\n");
        QTest::newRow("ten megabytes of brackets") << QByteArray(10 << 20, '[');
        QTest::newRow("not UTF-8") << QByteArray("format = 1\nid = \"\xc3\x28\"\n");
        QTest::newRow("empty") << QByteArray();
    }
    void aBrokenFileShowsItsMessageAndChangesNothing()
    {
        QFETCH(QByteArray, text);
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        const auto before = m_board->scenario();
        const QTemporaryDir folder;
        QFile file(folder.filePath("broken.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        m_window->openScenario(file.fileName());
        QVERIFY2(m_window->message().contains("why:") && m_window->message().contains("next:"), qPrintable(m_window->message()));
        QVERIFY(m_board->scenario() == before);
        QCOMPARE(m_board->history().count(), 1);
        click(in<QToolButton>(m_window.get(), "closeMessage"));
        QVERIFY(m_window->message().isEmpty());
    }
    void aScenarioSurvivesSavingAndOpening()
    {
        m_board->setScenario(test::engine().preset("grand_bargain"), "bargain");
        const QTemporaryDir folder;
        m_window->saveScenario(folder.filePath("mine.toml"));
        QVERIFY(m_window->message().isEmpty());
        m_board->setScenario(test::engine().preset("status_quo_2026"), "back");
        m_window->openScenario(folder.filePath("mine.toml"));
        QVERIFY(m_board->scenario() == test::engine().preset("grand_bargain"));
    }
    void aSavedScenarioKeepsTheStartOfItsBoard()
    {
        m_board->setStart(test::quarter("2030Q1"));
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        const auto before = m_board->present().series;
        const QTemporaryDir folder;
        m_window->saveScenario(folder.filePath("late.toml"));
        m_board->setStart(defaultStart);
        m_window->openScenario(folder.filePath("late.toml"));
        QVERIFY(m_board->present().series == before);
    }
    void spaceTicksAFocusedBoxInsteadOfReplaying()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        auto* box = in<QCheckBox>(m_window.get(), "onlyChanged");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->isChecked());
        QVERIFY(!m_board->isReplaying());
    }
    void theWheelOverAChartIsLeftToThePageButZoomsWithControl()
    {
        auto* view = m_window->page<ExplorePage>()->charts()[0]->view();
        auto* plot = view->findChild<QWidget*>();
        QWheelEvent turn(QPointF(50, 50), plot->mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &turn);
        QVERIFY(!turn.isAccepted());
        QWheelEvent zoom(QPointF(50, 50), plot->mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier,
                         Qt::NoScrollPhase, false);
        QSignalSpy years(view, &ChartView::yearsChanged);
        QCoreApplication::sendEvent(plot, &zoom);
        QCOMPARE(years.count(), 1);
        QCOMPARE(years.first()[1].toDouble(), 2033.0);
    }
    void arrowKeysMoveANumberStepByStep()
    {
        openGroup("accelerators");
        auto* slider = in<StopSlider>(row("accel_rev_share"));
        slider->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(m_board->valueOf(row("accel_rev_share")->measure()), std::string("22"));
    }
    void savingToAPlaceThatCannotBeWrittenIsSaid()
    {
        m_window->saveScenario("/nowhere/at/all.toml");
        QVERIFY(m_window->message().contains("/nowhere/at/all.toml"));
    }
    void aMoveWithoutEffectSaysWhy()
    {
        openGroup("enforcement");
        moveTo(in<StopSlider>(row("affiliates_50")), 0); // "Named only"
        QTRY_COMPARE(row("affiliates_50")->answer(), QString("The model treats this like today’s setting, Suspended."));
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        QTRY_VERIFY(m_window->page<ExplorePage>()->levers()->isAnswered());
        QVERIFY(row("hbm_export")->answer().isEmpty()); // it acts at once
        openGroup("table");
        auto* fees = in<Segments>(row("port_fees"));
        QTest::mouseClick(fees, Qt::LeftButton, {}, fees->segment(1).center());
        QTRY_COMPARE(row("port_fees")->answer(), QString("A bargaining chip: no chart moves."));
        click(in<QToolButton>(foot(), "reset"));
        QTRY_VERIFY(row("port_fees")->answer().isEmpty());
    }
    void thePaneTellsOfAMeasureAndMovesItInTime()
    {
        click(in<QPushButton>(row("hbm_export"), "name"));
        auto* pane = m_window->page<ExplorePage>()->pane();
        QVERIFY(pane->isVisible());
        QVERIFY(in<QLabel>(pane, "paneText")->text().contains("legal imports of HBM2E and better are about zero"));
        QVERIFY(in<QLabel>(pane, "paneText")->text().contains("89 FR 96790"));
        QVERIFY(pane->findChild<ChartCard*>());
        m_window->showPage("sources");
        m_window->showPage("explore");
        QTRY_VERIFY(pane->findChild<ChartCard*>() && in<ChartCard>(pane)->isVisible()); // it comes back with the page
        QVERIFY(!in<QToolButton>(pane, "from")->isVisible()); // nothing is changed yet
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        auto* from = in<QToolButton>(pane, "from");
        QVERIFY(from->isVisible());
        for (auto* year : from->menu()->actions())
            if (year->text() == "2029")
                year->menu()->actions()[2]->trigger();
        QCOMPARE(m_board->startOf(row("hbm_export")->measure()).text(), std::string("2029Q3"));
        QVERIFY(from->text().startsWith("from 2029 Q3"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_board->startOf(row("hbm_export")->measure()).text(), std::string("2027Q1"));
        click(in<QToolButton>(pane, "closePane"));
        QVERIFY(!pane->isVisible());
    }
    void aNumberRampsFromItsPane()
    {
        openGroup("enforcement");
        moveTo(in<StopSlider>(row("enforcement_budget")), 1);
        click(in<QPushButton>(row("enforcement_budget"), "name"));
        auto* over = in<QToolButton>(m_window->page<ExplorePage>()->pane(), "over");
        QVERIFY(over->isVisible());
        over->menu()->actions()[2]->trigger();
        QCOMPARE(m_board->rampOf(row("enforcement_budget")->measure()), 4);
        QCOMPARE(inForce(test::engine(), m_board->scenario(), test::quarter("2027Q1"))[row("enforcement_budget")->measure()],
                 std::string("326.25"));
    }
    void spaceShowsTheLastChangeAgain()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        const auto changed = m_board->present().series;
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(m_board->isReplaying());
        QVERIFY(m_board->present().series == m_board->reference().series);
        QTRY_VERIFY(!m_board->isReplaying());
        QVERIFY(m_board->present().series == changed);
        QCOMPARE(m_board->history().count(), 1);
    }
    void afterAReplayWhatWasUndoneCanBeRedone()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        moveTo(in<StopSlider>(row("hbm_export")), 1);
        auto* redo = in<QToolButton>(m_window.get(), "redo");
        m_board->undo();
        QVERIFY(redo->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_VERIFY(!m_board->isReplaying());
        QVERIFY(redo->isEnabled());
        click(redo);
        QCOMPARE(m_board->history().index(), 2);
    }
    void aNewcomerTriesAPackageAndTheBarGivesWay()
    {
        auto* bar = in<QFrame>(m_window.get(), "tryBar");
        QVERIFY(bar->isVisible());
        click(in<QPushButton>(m_window.get(), "try:hbm_strict"));
        QVERIFY(m_board->scenario() == test::engine().preset("hbm_strict"));
        QVERIFY(!bar->isVisible());
        click(in<QToolButton>(m_window.get(), "undo"));
        QVERIFY(bar->isVisible());
    }
    void theNewcomersScriptTakesSixClicks()
    {
        int clicks = 0;
        moveTo(in<StopSlider>(row("hbm_export")), 0); // the group is open at the start
        ++clicks;
        const auto sentence = m_window->page<ExplorePage>()->sentence();
        QVERIFY2(sentence.contains("Opening") && sentence.contains("2028") && sentence.contains("instead of"), qPrintable(sentence));
        auto* years = m_window->page<ExplorePage>()->headlines()->years();
        QTest::mouseClick(years, Qt::LeftButton, {}, years->segment(3).center());
        ++clicks;
        QVERIFY(m_window->page<ExplorePage>()->sentence().contains("2030"));
        click(in<QToolButton>(m_window.get(), "undo"));
        ++clicks;
        QCOMPARE(m_board->changedCount(), 0);
        QVERIFY(clicks <= 6);
    }
    void whatNoChartShowsIsToldAndShownOnDemand()
    {
        auto* page = m_window->page<ExplorePage>();
        page->setChartCount(4); // the overview shows it by itself
        auto* show = in<QPushButton>(page, "showTold");
        QVERIFY(show->isHidden());
        m_board->setMeasure(measure("hbm_export"), "open"); // moves the first chart
        QVERIFY(show->isHidden());
        m_board->setScenario(test::engine().preset("open_weights_push"), "push"); // moves influence, which is in none of the four
        QVERIFY(!show->isHidden());
        const auto told = page->toldSeries();
        const auto headline = headlineOf(m_board->catalogue(), m_board->scenario(), m_board->baseline(), m_board->present(),
                                         m_board->reference(), {.series = told, .year = m_board->year()});
        const auto [now, before] = words::numbersAlike(headline.finding.value * words::displayUnit(*headline.finding.series).scale,
                                                       headline.finding.before * words::displayUnit(*headline.finding.series).scale);
        QVERIFY2(page->sentence().contains(QString::fromStdString(test::said(now))), qPrintable(page->sentence()));
        click(show);
        QCOMPARE(page->charts()[0]->series(), m_board->catalogue().series[told].id);
        QCOMPARE(page->toldSeries(), told);
        QVERIFY(show->isHidden());
        m_board->setScenario(test::engine().preset("status_quo_2026"), "nothing");
        QVERIFY(show->isHidden());
    }
    void changesAreListedAsSentencesAndLeadToTheirPane()
    {
        m_board->setScenario(test::engine().preset("hbm_strict"), "strict");
        auto* changes = in<QToolButton>(m_window.get(), "changes");
        QVERIFY(changes->isVisible());
        const auto actions = changes->menu()->actions();
        QCOMPARE(actions.size(), 6);
        QCOMPARE(actions[0]->text(), QString("HBM sales to China: Strictly policed from 2027"));
        actions[0]->trigger();
        QVERIFY(m_window->page<ExplorePage>()->pane()->isVisible());
    }
    void theEvasionViewShowsTheWaysRoundTheControls()
    {
        m_window->page<ExplorePage>()->setView(ExplorePage::View::Evasion);
        QVERIFY(m_window->page<ExplorePage>()->charts()[0]->title().startsWith("Smuggled chips"));
        QVERIFY(m_window->page<ExplorePage>()->charts()[2]->title().startsWith("Illicit HBM imports"));
        m_window->page<ExplorePage>()->setView(ExplorePage::View::StartPage);
        QVERIFY(m_window->page<ExplorePage>()->charts()[0]->strip()->isVisible());
    }
    void aPackageOnTopAsksAboutEachConflict()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        auto* menu = in<QToolButton>(m_window.get(), "scenario")->menu()->actions().back()->menu();
        for (auto* action : menu->actions())
            if (action->text() == "Full denial")
                action->trigger();
        auto* dialog = in<ConflictDialog>(m_window.get());
        QVERIFY(dialog->isVisible());
        auto* box = in<QCheckBox>(dialog, "replace:hbm_export");
        QCOMPARE(box->text(), QString("HBM sales to China: Full denial, now Open"));
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(9, box->height() / 2));
        dialog->accept();
        QCOMPARE(m_board->valueOf(row("hbm_export")->measure()), std::string("open"));
        QCOMPARE(m_board->valueOf(row("hbm_copack")->measure()), std::string("controlled"));
    }
    void aChartTurnsLogarithmicAndBack()
    {
        auto* chart = m_window->page<ExplorePage>()->charts()[0];
        auto* action = in<QAction>(chart, "logarithmic");
        action->setChecked(true);
        QVERIFY(chart->view()->axisBottom() > 0);
        action->setChecked(false);
        QCOMPARE(chart->view()->axisBottom(), 0.0);
    }
    void aChartOpensInItsOwnWindowAndFollowsTheBoard()
    {
        auto* chart = m_window->page<ExplorePage>()->charts()[0];
        auto* own = ownWindowOf(chart);
        QVERIFY(own->isWindow() && own->isVisible());
        QTRY_VERIFY(m_draws->isFinal());
        const auto before = own->view()->shownBand();
        QVERIFY(before && *before == *chart->view()->shownBand());
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        QCOMPARE(own->view()->shownValues(FigureLine::Manner::Present), chart->view()->shownValues(FigureLine::Manner::Present));
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(*own->view()->shownBand() == *chart->view()->shownBand() && !(*own->view()->shownBand() == *before));
        QCOMPARE(own->strip()->shares()(test::quarter("2030Q1")), chart->strip()->shares()(test::quarter("2030Q1")));
        auto* years = m_window->page<ExplorePage>()->headlines()->years();
        QTest::mouseClick(years, Qt::LeftButton, {}, years->segment(4).center());
        QCOMPARE(own->title(), chart->title());
        QCOMPARE(own->windowTitle(), own->title());
        QVERIFY(own->title().endsWith("2035"));
    }
    void anotherSeriesInAnOwnWindowGetsItsBand()
    {
        auto* own = ownWindowOf(m_window->page<ExplorePage>()->charts()[0]);
        QTRY_VERIFY(m_draws->isFinal());
        own->setSeries("hbm.leak"); // no chart of the page shows it
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(own->view()->shownBand().has_value());
        own->close();
        QTRY_VERIFY(m_window->findChildren<ChartCard*>().count(own) == 0);
        QVERIFY(m_draws->isFinal()); // who wants less makes nobody draw again
    }
    void theMenuOfAnOwnWindowWorks()
    {
        auto* own = ownWindowOf(m_window->page<ExplorePage>()->charts()[0]);
        in<QAction>(own, "openSources")->trigger();
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        in<QAction>(own, "openWhy")->trigger();
        QCOMPARE(m_window->currentPage(), std::string("why"));
        in<QAction>(own, "openDistribution")->trigger();
        QVERIFY(m_window->page<ExplorePage>()->distribution());
        auto* second = ownWindowOf(own);
        own->close();
        QVERIFY(second->isVisible());
        in<QAction>(second, "openSources")->trigger();
        QCOMPARE(m_window->currentPage(), std::string("sources"));
    }
    void theChartOfThePaneKeepsToTheYearOfTheBoard()
    {
        auto* years = m_window->page<ExplorePage>()->headlines()->years();
        QTest::mouseClick(years, Qt::LeftButton, {}, years->segment(4).center());
        click(in<QPushButton>(row("hbm_export"), "name"));
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        auto* chart = m_window->page<ExplorePage>()->pane()->chart();
        QVERIFY2(chart->title().endsWith("2035"), qPrintable(chart->title()));
        m_board->setYear(2030);
        QVERIFY2(chart->title().endsWith("2030"), qPrintable(chart->title()));
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(chart->view()->shownBand().has_value());
        in<QAction>(chart, "openSources")->trigger();
        QCOMPARE(m_window->currentPage(), std::string("sources"));
    }
    void twoWindowsOnOneBoardMakeOneEnsemble()
    {
        closeWindow();
        m_board = std::make_unique<Board>(test::engine(), test::english());
        std::atomic<int> studies = 0;
        m_draws = std::make_unique<Draws>(*m_board, [&](const Engine& engine, const LiveOptions& options) {
            ++studies;
            return std::make_unique<LiveEnsemble>(engine, options);
        });
        m_window = std::make_unique<MainWindow>(*m_board, *m_draws);
        m_window->show();
        {
            MainWindow second(*m_board, *m_draws);
            second.show();
            for (auto* window : {m_window.get(), &second})
                window->page<ExplorePage>()->setChartCount(4);
            m_board->setMeasure(measure("hbm_export"), "open");
            QTRY_VERIFY(m_draws->isFinal());
            QCOMPARE(studies.load(), 1);
            for (std::size_t i = 0; i < 4; ++i) {
                auto *a = m_window->page<ExplorePage>()->charts()[i], *b = second.page<ExplorePage>()->charts()[i];
                QVERIFY(a->view()->shownBand() && *a->view()->shownBand() == *b->view()->shownBand());
                QCOMPARE(a->title(), b->title());
            }
            m_board->setYear(2035);
            QCOMPARE(second.page<ExplorePage>()->sentence(), m_window->page<ExplorePage>()->sentence());
        }
        m_board->undo();
        QTRY_VERIFY(m_draws->isFinal());
        QCOMPARE(studies.load(), 1);
    }
    void othersThatAViewWantsAreDrawnBesideTheBoard()
    {
        QObject view;
        const auto compute = seriesRow("compute.china_effective");
        auto denial = test::engine().preset("full_denial");
        m_draws->want(&view, {compute}, {denial, test::engine().preset("open_gates")});
        QVERIFY(!m_draws->isFinal());
        QTRY_VERIFY(m_draws->isFinal());
        denial.title = "another name";
        const auto* drawn = m_draws->drawsOf(denial);
        QVERIFY(drawn && drawn->draws() == Draws::fineDraws);
        LiveEnsemble alone(test::engine(), {Draws::fineDraws, Draws::seed, 0, {}, {}});
        const auto expected = alone.run(denial, {compute}, Draws::fineDraws).samples;
        QVERIFY(std::ranges::equal(drawn->at(compute, test::quarter("2033Q1")), expected.at(compute, test::quarter("2033Q1"))));
        m_board->setScenario(denial, "denial");
        QVERIFY(!m_draws->isCurrent());
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(m_draws->present().at(compute, test::quarter("2033Q1"))[7] == expected.at(compute, test::quarter("2033Q1"))[7]);
    }
    void openingASavedFileKeepsItsCommentsAndBaseline()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("plan.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# mine\r\nformat = 1\r\nid = \"plan\"\r\ntitle = \"Plan\" # so\r\nbaseline = \"open_gates\"\r\n\r\n# "
                   "why\r\n[[change]]\r\nmeasure = \"hbm_export\"\r\nlevel = \"open\"\r\n");
        file.close();
        m_window->openScenario(file.fileName());
        QVERIFY(m_window->message().isEmpty());
        QCOMPARE(m_board->baseline().id, std::string("open_gates"));
        m_board->setMeasure(measure("hbm_export"), "full");
        m_window->saveScenario(folder.filePath("saved.toml"));
        const auto text = test::readFile(folder.filePath("saved.toml").toStdString());
        QVERIFY(text.starts_with("# mine\r\nformat = 1\r\n") && text.find("# so") != std::string::npos);
        QVERIFY(text.find("# why\r\n[[change]]\r\nmeasure = \"hbm_export\"\r\nlevel = \"full\"\r\n") != std::string::npos);
        QFile::remove(file.fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("format = 1\nid = \"plan\"\ntitle = \"Plan\"\n[[change]]\nmeasure = \"hbm_import\"\nlevel = \"open\"\n");
        file.close();
        m_window->openScenario(file.fileName());
        QVERIFY2(m_window->message().contains("plan.toml, line 4"), qPrintable(m_window->message()));
    }
    void baselineChangesAreUndoneByKeyboard()
    {
        for (auto* action : in<QToolButton>(m_window.get(), "baseline")->menu()->actions())
            if (action->text() == "Open gates")
                action->trigger();
        QCOMPARE(m_board->baseline().id, std::string("open_gates"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_board->baseline().id, std::string("status_quo_2026"));
    }
    void undoAndRedoWorkByKeyboard()
    {
        moveTo(in<StopSlider>(row("hbm_export")), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_board->changedCount(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_board->changedCount(), 1);
    }
    void everyMeasureHasAControlThatTakesEveryLevel()
    {
        for (const auto& measure : test::engine().catalogue().measures) {
            openGroup(test::engine().catalogue().groups[measure.group].id.c_str());
            if (measure.id == "hbm_cap_units")
                m_board->setMeasure(row("hbm_export")->measure(), "hbm3_cap");
            auto* line = row(measure.id.c_str());
            QVERIFY2(line && line->isVisible(), measure.id.c_str());
            auto* segments = line->findChild<Segments*>();
            auto* slider = line->findChild<StopSlider*>();
            for (std::size_t i = 0; i < measure.levels.size(); ++i) {
                if (segments)
                    QTest::mouseClick(segments, Qt::LeftButton, {}, segments->segment(static_cast<int>(i)).center());
                else
                    moveTo(slider, static_cast<double>(i) / static_cast<double>(measure.levels.size() - 1));
                QVERIFY2(m_board->valueOf(line->measure()) == measure.levels[i].id, (measure.id + " " + measure.levels[i].id).c_str());
            }
            if (measure.isNumber) {
                moveTo(slider, 1);
                QCOMPARE(m_board->valueOf(line->measure()), measure.maximum);
            }
        }
    }
};

CHOKEPOINT_TEST(MainWindowTest, QApplication)
#include "MainWindowTest.moc"
