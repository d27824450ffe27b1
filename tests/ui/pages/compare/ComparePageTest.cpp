// The page Compare as its user works it: chips, chart, ranks, two measure by measure, and what becomes of the choice.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/Comparison.h"
#include "api/WorkbookFile.h"
#include "charts/LinesView.h"
#include "look/ScenarioLines.h"
#include "pages/compare/ChipRow.h"
#include "pages/compare/ComparePage.h"
#include "pages/compare/ComparedChart.h"
#include "pages/compare/ComparedSet.h"
#include "pages/compare/DifferencesCard.h"
#include "pages/compare/RankTable.h"
#include "pages/compare/ScenarioChip.h"
#include "pages/compare/SheetDialog.h"
#include "pages/why/WhyPage.h"
#include "parts/Segments.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class ComparePageTest : public test::WindowTest {
    Q_OBJECT

    ComparePage* page() const { return m_window->page<ComparePage>(); }
    ComparedSet& set() const { return page()->set(); }
    QStringList ids() const
    {
        QStringList ids;
        for (const auto& scenario : set().scenarios())
            ids << QString::fromStdString(scenario.id);
        return ids;
    }
    ScenarioChip* chip(const char* id) const { return in<ScenarioChip>(page(), qPrintable(QString("chip:") + id)); }
    void add(const char* id) const { pick(page()->chips()->more()->menu(), QString("add:") + id); }
    /// Chooses in the menu of a button.
    void choose(QWidget* button, const QString& words) const
    {
        auto* menu = qobject_cast<QPushButton*>(button)->menu();
        menu->popup({100, 100});
        QTRY_VERIFY(menu->isVisible());
        for (auto* action : menu->actions())
            if (action->text() == words || action->objectName() == words) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        QTest::qFail(qPrintable(words), __FILE__, __LINE__);
    }
    /// A menu that closes may have taken the keyboard's attention with it.
    void focus(QWidget* widget) const
    {
        m_window->activateWindow();
        widget->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), widget);
    }
    void waitForRuns() const { QTRY_VERIFY(!page()->isBusy()); }
    QString cell(int row, const char* head, int outcome = 0) const
    {
        const auto* table = page()->ranks()->table();
        int found = 0;
        for (int c = 0; c < table->columnCount(); ++c)
            if (table->horizontalHeaderItem(c)->text() == head && found++ == outcome)
                return table->item(row, c)->text();
        QTest::qFail(head, __FILE__, __LINE__);
        return {};
    }
    double mean(const char* preset, const char* series, int year) const
    {
        return test::engine().project(test::engine().preset(preset)).annualMean(seriesRow(series), year);
    }
    /// The board holds one package, and another stands beside it.
    void openTwo()
    {
        m_board->setScenario(test::engine().preset("open_gates"), "open");
        m_window->showPage("compare");
        add("full_denial");
        QCOMPARE(ids(), (QStringList{"open_gates", "full_denial"}));
    }

private slots:
    void init() { openActiveWindow(); }
    void cleanup() { closeWindow(); }
    void theSheetSaysWhatEachPackageSetsAndWhatComesOfIt()
    {
        openTwo();
        waitForRuns();
        click(in<QPushButton>(page(), "openSheet"));
        auto* sheet = in<SheetDialog>(m_window.get(), "actionsSheet");
        QTRY_VERIFY(sheet->isReady());
        const auto lines = sheet->asText().split('\n');
        const auto behind = [&](const QString& first, int place) {
            const auto at = lines.indexOf(first);
            if (at < 0)
                QTest::qFail(qPrintable(first), __FILE__, __LINE__);
            return lines.value(at + place);
        };
        QCOMPARE(behind("HBM sales to China", 1), QString("Open"));
        QCOMPARE(behind("HBM sales to China", 2), QString("Full denial"));
        QCOMPARE(behind("HBM sales to China", 3), QString("Dec 2024 rule"));
        const auto outcome = QString("Chinese effective compute, million H100-equivalents");
        const double denied = mean("full_denial", "compute.china_effective", m_board->year());
        const double before = mean("status_quo_2026", "compute.china_effective", m_board->year());
        QCOMPARE(behind(outcome, 2), QString("%1 (\u2212%2%)").arg(denied, 0, 'f', 1).arg(std::round((1 - denied / before) * 100)));
        click(in<QPushButton>(sheet, "copySheet"));
        QVERIFY(QApplication::clipboard()->mimeData()->html().contains("<table") && QApplication::clipboard()->text() == sheet->asText());
        click(in<QPushButton>(sheet, "closeSheet"));
        QTRY_VERIFY(!page()->findChild<SheetDialog*>());
    }
    void headsOfTheTableAreWholeInEveryWidth()
    {
        openTwo();
        waitForRuns();
        const auto isWhole = [](const QLabel* label) { return label->fontMetrics().horizontalAdvance(label->text()) <= label->width(); };
        for (const int width : {1024, 1180, 1280, 1440, 1920}) {
            m_window->resize(width, 900);
            QTRY_COMPARE(m_window->width(), width);
            const auto* table = page()->ranks()->table();
            const auto metrics = table->horizontalHeader()->fontMetrics();
            for (int c = 0; c < table->columnCount(); ++c) {
                const auto words = table->horizontalHeaderItem(c)->text();
                QVERIFY2(metrics.horizontalAdvance(words) <= table->columnWidth(c), qPrintable(QString("%1 at %2").arg(words).arg(width)));
            }
            for (const auto* unit : page()->ranks()->findChildren<QLabel*>("unitOfHead")) // "million H100-equiv…" says little
                QVERIFY2(isWhole(unit), qPrintable(QString("%1 at %2").arg(unit->text()).arg(width)));
            const auto* ranking = in<QPushButton>(page()->ranks(), "rankedBy");
            QVERIFY2(ranking->sizeHint().width() <= ranking->width(), qPrintable(QString("%1 at %2").arg(ranking->text()).arg(width)));
        }
    }
    void aTitleThatWasNarrowOnceLeavesNoRoomBehind()
    {
        m_window->showPage("compare");
        auto* title = in<QLabel>(page(), "compareTitle");
        m_window->resize(800, 700);
        page()->resize(120, 600); // as small as a page is before the window gives it its place
        m_window->resize(1440, 900);
        QTRY_VERIFY(page()->width() > 1200);
        QTRY_VERIFY2(title->height() <= 2 * QFontMetrics(title->font()).lineSpacing() + 4, qPrintable(QString::number(title->height())));
    }

    void onePackageAloneIsComparedWithTheBaseline()
    {
        m_board->setScenario(test::engine().preset("open_gates"), "open");
        m_window->showPage("compare");
        QCOMPARE(ids(), QStringList{"open_gates"});
        waitForRuns();
        QVERIFY2(page()->title().startsWith("“Open gates”, Chinese effective compute in 2028: +"), qPrintable(page()->title()));
        QCOMPARE(page()->ranks()->table()->rowCount(), 2);
        QCOMPARE(cell(1, "change"), QString("baseline"));
        QVERIFY(!page()->differences()->rows().empty());
        QVERIFY(page()->chips()->more()->isVisible());
    }
    void theStatusQuoAgainstItselfSaysThatNothingDiffers()
    {
        m_window->showPage("compare");
        waitForRuns();
        QCOMPARE(page()->differences()->sentence(), QString("These two do the same in every quarter."));
        QVERIFY2(page()->title().startsWith("“Status quo” does not move Chinese effective compute: "),
                 qPrintable(page()->title()));
        QVERIFY(page()->differences()->rows().empty());
        QVERIFY(!in<QPushButton>(page(), "whyTwo")->isVisible());
        QCOMPARE(cell(0, "above next"), QString("the same"));
        QCOMPARE(cell(0, "rank"), QString("1="));
    }
    void ranksValuesAndRangesAreThoseOfTheEngine()
    {
        openTwo();
        waitForRuns();
        QCOMPARE(page()->ranks()->table()->item(0, 0)->text(), QString("Open gates"));
        QCOMPARE(page()->ranks()->table()->item(2, 0)->text(), QString("Full denial"));
        QCOMPARE(cell(0, "rank"), QString("1"));
        QCOMPARE(cell(2, "above next"), QString());
        const double open = mean("open_gates", "compute.china_effective", 2028),
                     before = mean("status_quo_2026", "compute.china_effective", 2028);
        QVERIFY(std::fabs(cell(0, "value").toDouble() - open) < 0.06);
        const auto change = cell(0, "change");
        QVERIFY2(std::fabs(change.chopped(1).mid(1).toDouble() - (open / before - 1) * 100) < 0.6 && change.startsWith('+'),
                 qPrintable(change));
        const auto spread = m_draws->changeOf(set().at(0), m_board->assumedBaseline(), seriesRow("compute.china_effective"), 2028);
        QVERIFY(spread && spread->draws == Draws::fineDraws);
        QCOMPARE(*set().columns()[0].figures[0].aheadOfNext, spread->up);
        QVERIFY(page()->ranks()->notes().contains("The whole order for"));
        QVERIFY(page()->ranks()->notes().contains("10,000 runs"));
        QVERIFY2(page()->title().contains("more than under any other package"), qPrintable(page()->title()));
    }
    void aClickOnAChipOrARowMovesTheBand()
    {
        openTwo();
        waitForRuns();
        const auto* lines = page()->chart()->overlaid();
        const auto first = lines->shownBand();
        QVERIFY(!first.low.empty() && chip("open_gates")->isBanded());
        click(chip("full_denial"));
        QVERIFY(chip("full_denial")->isBanded() && !chip("open_gates")->isBanded());
        QVERIFY(lines->shownBand().low != first.low);
        QVERIFY(lines->shownBand().high.back() < first.high.back());
        QVERIFY(page()->chart()->subtitle().contains("band: Full denial"));
        auto* table = page()->ranks()->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(0, 0)).center());
        QVERIFY(chip("open_gates")->isBanded());
        focus(table);
        table->setCurrentCell(2, 0);
        key(Qt::Key_Return);
        QVERIFY(chip("full_denial")->isBanded());
        QVERIFY(m_board->history().count() == 1); // to look is no step
    }
    void chipsAreCarriedDraggedAndTakenAway()
    {
        openTwo();
        add("hbm_strict");
        focus(chip("hbm_strict"));
        key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(ids(), (QStringList{"open_gates", "hbm_strict", "full_denial"}));
        QTRY_COMPARE(QApplication::focusWidget(), chip("hbm_strict")); // it can be carried on
        key(Qt::Key_Left, Qt::ControlModifier);
        key(Qt::Key_Left, Qt::ControlModifier); // it is the first
        QCOMPARE(ids(), (QStringList{"hbm_strict", "open_gates", "full_denial"}));
        auto* last = chip("full_denial");
        const auto target = last->mapFromGlobal(chip("hbm_strict")->mapToGlobal(QPoint(20, 15)));
        QTest::mousePress(last, Qt::LeftButton, {}, QPoint(20, 15));
        QTest::mouseMove(last, QPoint(5, 15));
        QTest::mouseMove(last, target);
        QTest::mouseRelease(last, Qt::LeftButton, {}, target);
        QCOMPARE(ids(), (QStringList{"full_denial", "hbm_strict", "open_gates"}));
        QVERIFY(!chip("full_denial")->isBanded()); // a drag is no click
        focus(chip("hbm_strict"));
        key(Qt::Key_Delete);
        QCOMPARE(ids(), (QStringList{"full_denial", "open_gates"}));
        click(in<QToolButton>(chip("full_denial"), "remove"));
        QCOMPARE(ids(), QStringList{"open_gates"});
        QVERIFY(!chip("open_gates")->findChild<QToolButton*>("remove")); // the one on the table stays
    }
    void sixAtMostAreCompared()
    {
        openTwo();
        for (const auto* id : {"hbm_strict", "grand_bargain", "tool_wall", "talent_drought"})
            add(id);
        QCOMPARE(ids().size(), 6);
        QVERIFY(!page()->chips()->more()->isVisible());
        waitForRuns();
        QCOMPARE(page()->ranks()->table()->rowCount(), 7);
        QCOMPARE(page()->chart()->overlaid()->endLabels().size(), 7);
        const auto labels = page()->chart()->overlaid()->endLabels();
        for (int i = 0; i < labels.size(); ++i)
            for (int j = 0; j < i; ++j)
                QVERIFY2(!labels[i].second.intersects(labels[j].second), qPrintable(labels[i].first + " touches " + labels[j].first));
    }
    void theChartShowsValuesDifferencesOrPercent()
    {
        openTwo();
        const auto row = seriesRow("compute.china_effective");
        const auto open = test::engine().project(test::engine().preset("open_gates")).series[row],
                   before = test::engine().project(test::engine().preset("status_quo_2026")).series[row];
        constexpr std::size_t at = 27;
        auto* views = page()->chart()->views();
        const auto shown = [&] { return page()->chart()->overlaid()->shownValues(0)[at]; };
        QVERIFY(std::fabs(shown() - (open[at] / before[at] - 1) * 100) < 1e-9);
        press(views, 1);
        QVERIFY(std::fabs(shown() - (open[at] - before[at])) < 1e-9);
        QVERIFY(page()->chart()->subtitle().startsWith("difference from"));
        press(views, 0);
        QVERIFY(std::fabs(shown() - open[at]) < 1e-9);
        QCOMPARE(page()->chart()->overlaid()->shownValues(2)[at], before[at]); // the baseline
    }
    void sideBySideAllStandOnOneAxis()
    {
        openTwo();
        waitForRuns();
        press(page()->chart()->arrangement(), 1);
        const auto small = page()->chart()->small();
        QCOMPARE(small.size(), std::size_t{2});
        QVERIFY(small[0]->isVisible() && small[1]->isVisible() && !page()->chart()->overlaid()->isVisible());
        QCOMPARE(small[0]->shownAxis(), small[1]->shownAxis());
        QVERIFY(!small[0]->shownBand().low.empty() && !small[1]->shownBand().low.empty());
        QVERIFY(small[0]->shownBand().low != small[1]->shownBand().low);
    }
    void theCrosshairReadsAllLinesByKeys()
    {
        openTwo();
        auto* lines = page()->chart()->overlaid();
        focus(lines);
        key(Qt::Key_Right);
        QVERIFY(lines->crosshair() == defaultStart);
        key(Qt::Key_Right);
        QVERIFY(lines->crosshair() == Quarter{defaultStart.index + 1});
        QVERIFY2(lines->accessibleDescription().contains("Open gates") && lines->accessibleDescription().contains("Full denial"),
                 qPrintable(lines->accessibleDescription()));
        QVERIFY(lines->endLabels()[0].first != "Open gates"); // with its value
        focus(page()->ranks()->table());
        QVERIFY(!lines->crosshair());
    }
    void outcomesAreChosenAddedAndRemoved()
    {
        openTwo();
        QCOMPARE(page()->ranks()->shownOutcomes(), std::size_t{3});
        auto* second = in<QPushButton>(page(), "outcome:1");
        choose(second, "removeOutcome");
        QCOMPARE(page()->ranks()->shownOutcomes(), std::size_t{2});
        QCOMPARE(set().outcomes()[1].series, std::string("revenue.us_allied_total"));
        choose(in<QPushButton>(page(), "outcome:0"), "addOutcome");
        QCOMPARE(set().outcomes().size(), std::size_t{3});
        set().setOutcome(0, {"talent.us", 2031});
        waitForRuns();
        QVERIFY(in<QPushButton>(page(), "outcome:0")->text().contains("2031"));
        QCOMPARE(set().columns()[0].series, seriesRow("talent.us"));
    }
    void theOrderGoesByAnyOutcomeMostOrLeastFirst()
    {
        openTwo();
        waitForRuns();
        choose(in<QPushButton>(page(), "rankedBy"), in<QPushButton>(page(), "outcome:0")->text().section("  ", 0, 0) + ", least first");
        waitForRuns();
        QCOMPARE(page()->ranks()->table()->item(0, 0)->text(), QString("Full denial"));
        QCOMPARE(cell(0, "regret").toDouble(), 0.0); // least is best
        QVERIFY(cell(2, "regret").toDouble() > 0);
        QVERIFY2(page()->title().startsWith("“Full denial”") && page()->title().contains("less than under any other"),
                 qPrintable(page()->title()));
    }
    void twoAreHeldAgainstEachOtherMeasureByMeasure()
    {
        openTwo();
        waitForRuns();
        const auto rows = page()->differences()->rows();
        const auto of = [&](const QString& measure) {
            const auto found = std::ranges::find_if(rows, [&](const auto& row) { return row[0] == measure; });
            return found == rows.end() ? std::vector<QString>() : *found;
        };
        QCOMPARE(of("HBM sales to China"), (std::vector<QString>{"HBM sales to China", "Open", "Full denial"}));
        QVERIFY2(page()->differences()->sentence().contains("gives more in every run")
                     || page()->differences()->sentence().contains("gives more in over"),
                 qPrintable(page()->differences()->sentence()));
        choose(in<QPushButton>(page(), "secondOfTwo"), "of:status_quo_2026");
        QCOMPARE(set().two().second, set().baseline());
        choose(in<QPushButton>(page(), "firstOfTwo"), "of:status_quo_2026"); // the two change sides
        QCOMPARE(set().two(), std::pair(set().baseline(), std::size_t{0}));
    }
    void whyLeadsToTheSharesBetweenTheTwo()
    {
        openTwo();
        waitForRuns();
        choose(in<QPushButton>(page(), "firstOfTwo"), "of:full_denial");
        click(in<QPushButton>(page(), "whyTwo"));
        QCOMPARE(m_window->currentPage(), std::string("why"));
        QCOMPARE(m_board->scenario().id, std::string("full_denial"));
        QCOMPARE(m_board->baseline().id, std::string("open_gates"));
        QCOMPARE(m_window->page<WhyPage>()->focus().series(), seriesRow("compute.china_effective"));
        QVERIFY(m_window->page<WhyPage>()->focus().period() == Period::ofYear(2028));
        m_board->undo(); // both at once
        QCOMPARE(m_board->scenario().id, std::string("open_gates"));
        QCOMPARE(m_board->baseline().id, std::string("status_quo_2026"));
    }
    void theMarkOfWherePackagesBeginPassesOverLawOfTheBaseline()
    {
        NewsEntry news{"2026-11-10", "HBM sales are opened", {}, {}, Change{"hbm_export", "open", test::quarter("2026Q4"), 1}, {}};
        m_board->recordLaw({news}, 0);
        m_board->setChange(measure("affiliates_50"), test::quarter("2028Q1"), "none");
        m_window->showPage("compare");
        waitForRuns();
        const auto texts = page()->chart()->overlaid()->paintedTexts().join(" | ");
        QVERIFY2(texts.contains("packages from 2028") && !texts.contains("2026"), qPrintable(texts));
    }
    void anEditedPackageStandsBesideTheReadyMadeOne()
    {
        openTwo();
        m_board->setMeasure(measure("hbm_export"), "full");
        QCOMPARE(ids().size(), 3);
        QCOMPARE(ids().first(), QString::fromStdString(m_board->workbook().onTable));
        QVERIFY(ids().contains("open_gates"));
        m_board->undo();
        QCOMPARE(ids(), (QStringList{"open_gates", "full_denial"}));
    }
    void chartsSideBySideStandClearOfTheTable()
    {
        openTwo();
        for (const char* preset : {"hbm_strict", "grand_bargain", "tool_wall", "escalation"})
            if (m_board->catalogue().findPreset(preset))
                set().add(preset);
        set().setSideBySide(true);
        m_window->resize(1024, 768);
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
        QVERIFY(set().scenarios().size() > 3);
        const auto place = [this](const QWidget* part) { return QRect(part->mapTo(page(), QPoint()), part->size()); };
        QVERIFY(place(page()->chart()).top() > place(page()->chips()).bottom());
        QVERIFY(place(page()->ranks()).top() > place(page()->chart()).bottom());
    }
    void numbersAtTheAxesOfLowChartsDoNotTouch()
    {
        LinesView view(m_board->language());
        view.setSmall(true);
        LinesFigure figure;
        figure.isPercent = figure.isAroundZero = true;
        figure.axis = std::pair(-100.0, 270.0);
        auto& line = figure.lines.emplace_back();
        line.x = {2026, 2030};
        line.y = {0, 250};
        figure.hues = {0};
        view.setFigure(figure);
        for (const int high : {60, 90, 160, 400}) {
            view.resize(200, high);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QTRY_VERIFY2(view.pixelsOfStep() >= 14, qPrintable(QString::number(high)));
        }
    }
    void aPackageOfOneChangeIsNamedByItsSettingWhereRoomIsScarce()
    {
        m_board->setMeasure(measure("hbm_export"), "open");
        m_window->showPage("compare");
        m_window->resize(1280, 800);
        waitForRuns();
        QTRY_COMPARE(page()->chart()->overlaid()->endLabels()[0].first, QString("Open"));
        auto* first = in<QPushButton>(page(), "firstOfTwo");
        const auto* second = in<QPushButton>(page(), "secondOfTwo");
        QVERIFY2(first->text().startsWith("Open "), qPrintable(first->text()));
        for (auto* label : page()->differences()->findChildren<QLabel*>())
            if (label->text() == "Open" || label->text() == "Dec 2024 rule") { // under their heads
                const auto* head = label->text() == "Open" ? first : second;
                const auto left = [this](const QWidget* part) { return part->mapTo(page(), QPoint()).x(); };
                QVERIFY(std::abs(left(label) - left(head)) <= 3);
            }
        const auto* table = page()->ranks()->table();
        QFont bold = table->font();
        bold.setWeight(QFont::DemiBold);
        for (int row = 0; row < table->rowCount(); ++row)
            for (int c = 1; c < table->columnCount(); ++c)
                QVERIFY2(QFontMetrics(bold).horizontalAdvance(table->item(row, c)->text()) < table->columnWidth(c),
                         qPrintable(table->item(row, c)->text()));
    }
    void theTableIsCopiedForASpreadsheet()
    {
        openTwo();
        waitForRuns();
        click(in<QPushButton>(page(), "copyTable"));
        const auto lines = QApplication::clipboard()->text().trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        for (const auto& line : lines)
            QCOMPARE(line.count('\t'), lines[0].count('\t'));
        QVERIFY(lines[1].startsWith("Open gates\t1\t"));
        QApplication::clipboard()->setText("before");
        focus(page()->ranks()->table());
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().trimmed().split('\n').size(), 4);
    }
    void theChoiceIsKeptInTheWorkbook()
    {
        openTwo();
        press(page()->chart()->arrangement(), 1);
        click(chip("full_denial"));
        StoredWorkbook stored;
        stored.workbook = m_board->workbook();
        const auto back = readWorkbook(workbookBytes(stored), "x").workbook;
        Board other(test::engine(), test::english());
        Draws draws(other);
        MainWindow window(other, draws);
        window.show();
        other.setWorkbook(back);
        QCOMPARE(window.currentPage(), std::string("compare"));
        const auto& set = window.page<ComparePage>()->set();
        QCOMPARE(set.scenarios().size(), std::size_t{2});
        QCOMPARE(set.at(set.banded()).id, std::string("full_denial"));
        QVERIFY(set.choice().isSideBySide);
    }
    void nothingIsDrawnWhileThePageIsNotSeen()
    {
        openTwo();
        waitForRuns();
        QVERIFY(m_draws->drawsOf(test::engine().preset("full_denial")));
        m_window->showPage("explore");
        m_board->setMeasure(measure("opt"), "ended");
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(!m_draws->drawsOf(test::engine().preset("full_denial")));
    }
    void smallWindowsLoseNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("outcomes");
        QTest::newRow("800") << QSize(800, 600) << 1;
        QTest::newRow("1024") << QSize(1024, 768) << 2;
        QTest::newRow("1280") << QSize(1280, 800) << 2;
        QTest::newRow("1440") << QSize(1440, 900) << 3;
        QTest::newRow("1920") << QSize(1920, 1080) << 3;
    }
    void smallWindowsLoseNothing()
    {
        QFETCH(QSize, size);
        QFETCH(int, outcomes);
        openTwo();
        waitForRuns();
        m_window->resize(size);
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(int(page()->ranks()->shownOutcomes()), outcomes);
        auto* table = page()->ranks()->table();
        int wide = 0;
        for (int c = 0; c < table->columnCount(); ++c)
            wide += table->columnWidth(c);
        QVERIFY2(wide <= table->viewport()->width(), qPrintable(QString("%1 in %2").arg(wide).arg(table->viewport()->width())));
        const auto* chart = page()->chart();
        const bool isBeside = page()->differences()->mapTo(page(), QPoint()).x() > chart->mapTo(page(), QPoint()).x() + chart->width() / 2;
        QCOMPARE(isBeside, size.width() >= 1280);
        QVERIFY2(chart->height() <= size.height() * 3 / 4, qPrintable(QString::number(chart->height()))); // its axis is seen
        QVERIFY(chart->mapTo(page(), QPoint(0, chart->height())).y() <= page()->ranks()->mapTo(page(), QPoint()).y());
        for (auto* part : page()->chips()->chips())
            QVERIFY(part->geometry().right() <= page()->chips()->width());
    }
    void huesAndDashesTellScenariosApart()
    {
        const auto& t = tokensOf(Theme::Light);
        for (int a = 0; a < 6; ++a)
            for (int b = 0; b < a; ++b) {
                QVERIFY(penOfScenario(t, a, 2).color() != penOfScenario(t, b, 2).color());
                QVERIFY(penOfScenario(t, a, 2).dashPattern() != penOfScenario(t, b, 2).dashPattern());
            }
    }

private:
    /// A click on a segment.
    void press(Segments* segments, int index) const { QTest::mouseClick(segments, Qt::LeftButton, {}, segments->segment(index).center()); }
};

CHOKEPOINT_TEST(ComparePageTest, QApplication)
#include "ComparePageTest.moc"
