// The first view, files used last, the law of a date, and dates that have passed since the last check.
#include "bridge/Board.h"
#include "api/TimeWords.h"
#include "api/ChangeWords.h"
#include "api/Headline.h"
#include "api/LawAsOf.h"
#include "api/NumberWords.h"
#include "api/LiveEnsemble.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "bridge/Draws.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "look/Theme.h"
#include "sheet/FigureWindow.h"
#include "window/MainWindow.h"
#include "pages/explore/PassedDates.h"
#include "pages/sources/SourcesPage.h"
#include "pages/start/NewsHero.h"
#include "pages/start/RecentFiles.h"
#include "pages/why/WhyPage.h"
#include "parts/CardButton.h"
#include "parts/Unparted.h"
#include "charts/ChartCard.h"
#include "charts/ChartView.h"
#include "window/Pages.h"
#include "parts/Segments.h"
#include "window/StartSwitch.h"
#include "parts/StopSlider.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using namespace chokepoint::ui;

class StartTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Board> m_board;
    std::unique_ptr<Draws> m_draws;
    std::unique_ptr<MainWindow> m_window;
    StartSwitch* m_start = nullptr;

    QString settings() const { return m_folder->filePath("window.ini"); }
    void open()
    {
        m_start = nullptr;
        m_window.reset();
        m_draws.reset();
        m_board = std::make_unique<Board>(test::engine(), test::english());
        m_draws = std::make_unique<Draws>(*m_board);
        m_window = std::make_unique<MainWindow>(*m_board, *m_draws);
        m_start = new StartSwitch(*m_window, *m_board, *m_draws, RecentFiles(settings()));
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    QList<QAction*> laws() { return m_window->findChild<QToolButton*>("law")->menu()->actions(); }

    /// The sentence on the page holds value, baseline and change of Chinese compute as the core gives them, to the digit shown.
    void checkSentence(const std::vector<Change>& changes, int year)
    {
        Scenario scenario;
        scenario.changes = changes;
        const auto row = *m_board->catalogue().findSeries("compute.china_effective");
        const double value = test::engine().project(scenario).annualMean(row, year),
                     before = test::engine().project({}).annualMean(row, year);
        const auto scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const auto sentence = m_window->page<ExplorePage>()->sentence();
        const auto [shown, shownBefore] = words::numbersAlike(value * scale, before * scale);
        for (const auto& part : {test::said(shown), test::said(shownBefore), std::to_string(year)})
            QVERIFY2(sentence.contains(QString::fromStdString(part)), qPrintable(sentence + " / " + QString::fromStdString(part)));
    }

    /// Value, change and title of the hero are those of two runs of the core.
    void checkHero(const Scenario& scenario)
    {
        const auto changed = test::engine().project(scenario), today = test::engine().project({});
        for (const char* id : {"accel.dies", "compute.china_effective", "revenue.us_allied_total"}) {
            const auto row = *m_board->catalogue().findSeries(id);
            const auto& series = m_board->catalogue().series[row];
            const double value = changed.annualMean(row, 2028), before = today.annualMean(row, 2028);
            const auto unit = words::displayUnit(series);
            QCOMPARE(m_start->page()->findChild<QLabel*>(QString("heroValue:") + id)->text(),
                     unparted(QString::fromStdString(test::said(words::amount(words::number(value * unit.scale), unit)))));
            const auto shown = m_start->page()->findChild<QLabel*>(QString("heroChange:") + id)->text();
            QVERIFY2(shown == QString::fromStdString(test::said(words::changeOf(series, value, before))) || shown == "no clear effect"
                         || shown.startsWith("probably "),
                     qPrintable(shown));
        }
        const auto row = *m_board->catalogue().findSeries("accel.dies");
        const auto headline = headlineOf(test::engine().catalogue(), scenario, {}, changed, today, {.series = row, .year = 2028});
        const auto title = QString::fromStdString(test::said(words::headlineTitle(test::engine().catalogue(), headline)));
        QCOMPARE(m_start->page()->findChild<QLabel*>("heroTitle")->text(), unparted(title));
        const auto line = m_start->page()->hero()->chart()->shownValues(FigureLine::Manner::Present);
        QVERIFY(
            std::fabs(line[endOf(2028).index] - changed.at(row, endOf(2028)) * words::displayUnit(m_board->catalogue().series[row]).scale)
            < 1e-9 * line[endOf(2028).index]);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_board.reset();
    }

    void whateverIsSetNothingOnThePageChangesItsPlace_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)})
            QTest::addRow("%d", size.width()) << size;
    }
    void whateverIsSetNothingOnThePageChangesItsPlace()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        QTRY_VERIFY(!m_start->page()->isBusy());
        const auto settle = [] {
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        };
        settle();
        QMap<QWidget*, QRect> before;
        for (auto* widget : m_start->page()->findChildren<QWidget*>())
            if (widget->isVisible())
                before[widget] = QRect(widget->mapTo(m_window.get(), QPoint()), widget->size());
        auto* settings = m_start->page()->hero()->settings();
        for (const int setting : {0, 2, 1, 0, 1, 2}) {
            QTest::mouseClick(settings, Qt::LeftButton, {}, settings->segment(setting).center());
            settle();
            for (auto at = before.begin(); at != before.end(); ++at)
                QVERIFY2(
                    !at.key()->isVisible() || QRect(at.key()->mapTo(m_window.get(), QPoint()), at.key()->size()) == at.value(),
                    qPrintable(QString("setting %1: %2 %3").arg(setting).arg(at.key()->metaObject()->className(), at.key()->objectName())));
        }
    }
    void aDoorIsAWholeCardAndLeadsToItsPage_data()
    {
        QTest::addColumn<QString>("page");
        for (const auto& kind : pageKinds())
            QTest::newRow(kind.id) << QString(kind.id);
    }
    void aDoorIsAWholeCardAndLeadsToItsPage()
    {
        QFETCH(QString, page);
        QVERIFY(m_start->isShown());
        auto* door = m_start->page()->door(page.toStdString());
        QVERIFY(door && !door->words().isEmpty());
        QCOMPARE(door->accessibleDescription(), door->words());
        QTest::mouseClick(door, Qt::LeftButton, {}, door->rect().bottomRight() - QPoint(6, 6)); // no label lies there
        QVERIFY(!m_start->isShown());
        QCOMPARE(m_window->currentPage(), page.toStdString());
        QVERIFY(m_board->scenario().changes.empty());
    }
    void aDoorLeadsToAFigureOfTheBoard()
    {
        auto* door = m_start->page()->door("figure");
        QVERIFY(door && !door->words().isEmpty());
        QTest::mouseClick(door, Qt::LeftButton, {}, door->rect().bottomRight() - QPoint(6, 6));
        QVERIFY(!m_start->isShown());
        const auto* figure = m_window->findChild<FigureWindow*>();
        QVERIFY(figure && figure->isVisible());
        QCOMPARE(figure->subject().request.series, m_board->catalogue().charts.front().series);
    }
    void theHeroOpensOnTheMiddleSettingAndShowsWhatTheCoreComputes()
    {
        for (const auto& [setting, level] : {std::pair{1, "hbm3_cap"}, std::pair{2, "open"}}) {
            auto* settings = m_start->page()->hero()->settings();
            if (setting == 1)
                QCOMPARE(settings->current(), setting);
            else
                QTest::mouseClick(settings, Qt::LeftButton, {}, settings->segment(setting).center());
            Scenario scenario;
            scenario.changes = {{"hbm_export", level, {}}};
            checkHero(scenario);
        }
        QVERIFY(m_board->scenario().changes.empty()); // the board of the window is untouched
    }
    void keysSetTheRuleOfTheHero()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* settings = m_start->page()->hero()->settings();
        QTRY_VERIFY(settings->hasFocus());
        QTest::keyClick(settings, Qt::Key_3);
        QCOMPARE(settings->current(), 2);
        QTest::keyClick(settings, Qt::Key_1);
        QCOMPARE(settings->current(), 0);
        const auto* change = m_start->page()->findChild<QLabel*>("heroChange:accel.dies");
        QCOMPARE(change->text(), QString("no effect")); // today's rule against itself
        QCOMPARE(m_start->page()->findChild<QLabel*>("heroRange:accel.dies")->text(), QString());
    }
    void theRangesOfTheHeroAreThoseOfTheRuns()
    {
        QTRY_VERIFY(m_draws->isFinal());
        Scenario scenario = m_start->page()->hero()->scenario();
        LiveEnsemble study(test::engine(), {.draws = Draws::fineDraws, .seed = Draws::seed, .set = {}, .clock = {}});
        for (const char* id : {"accel.dies", "compute.china_effective", "revenue.us_allied_total"}) {
            const auto row = *m_board->catalogue().findSeries(id);
            const auto changed = study.run(scenario, {row}, Draws::fineDraws).samples;
            const auto unchanged = study.run(m_board->scenario(), {row}, Draws::fineDraws).samples;
            const auto told =
                test::said(words::rangeOfChange(m_board->catalogue().series[row], changeSpread(changed, unchanged, row, 2028)));
            QCOMPARE(m_start->page()->findChild<QLabel*>(QString("heroRange:") + id)->text(), QString::fromStdString(told));
        }
    }
    void noLineEndsInsideATerm()
    {
        QCOMPARE(unparted("AI-chip output, H100-equivalents, 8-in-10 - and -1.5 to 2022-"),
                 QString::fromUtf8("AI\u2011chip output, H100\u2011equivalents, 8\u2011in\u201110 - and -1.5 to 2022-"));
        for (auto* label : m_start->page()->findChildren<QLabel*>())
            if (label->wordWrap() && label->isVisible() && label->textFormat() == Qt::PlainText)
                QVERIFY2(unparted(label->text()) == label->text(), qPrintable(label->text()));
    }
    void anAmountOfTheHeroKeepsToOneLineInANarrowWindow()
    {
        open();
        m_window->resize(1024, 768);
        for (const char* id : {"accel.dies", "compute.china_effective", "revenue.us_allied_total"}) {
            const auto* value = m_start->page()->findChild<QLabel*>(QString("heroValue:") + id);
            QTRY_VERIFY2(value->width() >= value->fontMetrics().horizontalAdvance(value->text()), qPrintable(value->text()));
        }
    }
    void behindOtherPagesNothingIsWrittenAnew()
    {
        QTRY_VERIFY(m_draws->isFinal());
        auto* title = m_start->page()->findChild<QLabel*>("heroTitle");
        auto* answer = m_start->page()->findChild<CardButton*>("question:relief");
        const auto told = title->text(), answered = answer->words();
        m_start->enter({.page = "explore"});
        title->setText("planted");
        answer->setWords("planted", "planted");
        emit m_draws->ready();
        QCOMPARE(title->text(), QString("planted"));
        QCOMPARE(answer->words(), QString("planted"));
        m_start->show();
        QTRY_COMPARE(title->text(), told);
        QTRY_COMPARE(answer->words(), answered);
    }
    void openInExploreTakesTheSettingAlongAsOneStepOfUndo()
    {
        QTest::mouseClick(m_start->page()->findChild<QPushButton*>("heroExplore"), Qt::LeftButton);
        QCOMPARE(m_window->currentPage(), std::string("explore"));
        checkSentence({{"hbm_export", "hbm3_cap", {}, 1}}, 2028);
        QCOMPARE(m_board->history().count(), 1);
        QVERIFY(m_board->history().undoText().contains("HBM"));
        m_board->undo();
        QVERIFY(m_board->scenario().changes.empty());
    }
    void theReasonLeadsToTheCausesOfWhatFades()
    {
        QTest::mouseClick(m_start->page()->findChild<QPushButton*>("heroReason"), Qt::LeftButton);
        QCOMPARE(m_window->currentPage(), std::string("why"));
        const auto* why = m_window->page<WhyPage>();
        QCOMPARE(why->section(), WhyPage::Section::Causes);
        QCOMPARE(why->focus().series(), *m_board->catalogue().findSeries("accel.dies"));
        QCOMPARE(why->focus().period(), Period::ofYear(2030));
    }
    void aQuestionIsAnsweredByTheModelAndLeadsToItsPackage()
    {
        struct Expected {
            const char *question, *preset, *series;
            int year;
        };
        QTRY_VERIFY(m_draws->isFinal());
        for (const auto& [question, preset, series, year] : {Expected{"relief", "china_ask_2025", "compute.china_effective", 2028},
                                                             Expected{"denial", "full_denial", "compute.china_effective", 2028},
                                                             Expected{"visas", "talent_drought", "drug.clinical_entries_us", 2033},
                                                             Expected{"bargain", "grand_bargain", "compute.china_effective", 2028}}) {
            m_board->setScenario(test::engine().preset("status_quo_2026"), {});
            m_start->show();
            QTRY_VERIFY(m_draws->isFinal());
            auto* card = m_start->page()->findChild<CardButton*>(QString("question:") + question);
            const auto row = *m_board->catalogue().findSeries(series);
            const auto& scenario = test::engine().preset(preset);
            const auto spread = changeSpread(*m_draws->drawsOf(scenario), *m_draws->drawsOf(m_board->scenario()), row, year);
            const auto& about = m_board->catalogue().series[row];
            const auto change = words::changeWithDoubt(about, test::engine().project(scenario).annualMean(row, year),
                                                       test::engine().project({}).annualMean(row, year), &spread);
            for (const auto& part : {test::said(change), test::said(words::rangeOfChange(about, spread)), std::to_string(year)})
                QVERIFY2(card->words().contains(QString::fromStdString(part)),
                         qPrintable(card->words() + " / " + QString::fromStdString(part)));
            QTest::mouseClick(card, Qt::LeftButton);
            QCOMPARE(m_board->scenario().id, std::string(preset));
            QCOMPARE(m_board->year(), year);
            QCOMPARE(m_window->currentPage(), std::string("explore"));
            const auto charts = m_window->page<ExplorePage>()->findChildren<ChartCard*>();
            QVERIFY(std::ranges::any_of(charts, [&](auto* chart) { return chart->isVisible() && chart->series() == series; }));
        }
    }
    void whatLimitsChineseChipsIsToldWithItsEndAndItsShareOfRuns()
    {
        QTRY_VERIFY(m_draws->isFinal());
        const auto& catalogue = m_board->catalogue();
        const auto row = *catalogue.findSeries("accel.binding");
        const auto status = test::engine().project({});
        auto last = defaultStart; // found from the run, step by step
        while (last.index + 1 < quarterCount && status.at(row, {last.index + 1}) == status.at(row, defaultStart))
            ++last.index;
        std::size_t same = 0;
        for (const float code : m_draws->present().at(row, endOf(2028)))
            same += code == static_cast<float>(status.at(row, defaultStart));
        const auto* card = m_start->page()->findChild<CardButton*>("question:memory");
        for (const auto& part :
             {test::said(words::binding(bindingAt(catalogue, status, defaultStart))), test::said(words::quarterOfResult(last)),
              test::said(words::binding(bindingAt(catalogue, status, {last.index + 1}))),
              test::said(words::shareOfRuns(static_cast<double>(same) / static_cast<double>(Draws::fineDraws)))})
            QVERIFY2(card->words().contains(QString::fromStdString(part)),
                     qPrintable(card->words() + " / " + QString::fromStdString(part)));
    }
    void theLimitsInShortLeadToAllOfThem()
    {
        int inputs = 0;
        for (const auto& parameter : m_board->catalogue().parameters)
            inputs += parameter.distribution != Distribution::Fixed;
        QVERIFY(m_start->page()->findChild<QLabel*>("limitsInShort")->text().contains(QString::number(inputs)));
        auto* all = m_start->page()->findChild<QPushButton*>("allLimits");
        QVERIFY(all->text().contains(QString::number(m_board->catalogue().limits.size())));
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(m_window->currentPage(), std::string("sources"));
        QCOMPARE(m_window->page<SourcesPage>()->section(), SourcesPage::Section::Limits);
    }
    void behindOtherPagesTheStartWantsNoRuns()
    {
        QTRY_VERIFY(m_draws->isFinal());
        const auto& preset = test::engine().preset("full_denial");
        QVERIFY(m_draws->drawsOf(preset));
        m_start->enter({.page = "explore"});
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        QTRY_VERIFY(m_draws->isFinal());
        QVERIFY(!m_draws->drawsOf(preset));
    }
    void aNewcomerNeedsFourClicksFromTheStart()
    {
        int clicks = 0;
        const auto click = [&](QWidget* widget, const QPoint& point) {
            QTest::mouseClick(widget, Qt::LeftButton, {}, point);
            ++clicks;
        };
        auto* explore = m_window->page<ExplorePage>();
        click(m_start->page()->door("explore"), m_start->page()->door("explore")->rect().center());
        auto* row = explore->levers()->row("hbm_export");
        QVERIFY(row->isVisible()); // its group is open
        auto* slider = row->findChild<StopSlider*>();
        click(slider, slider->pointAt(0)); // "Open"
        checkSentence({{"hbm_export", "open", {}, 1}}, 2028);
        auto* years = explore->headlines()->years();
        click(years, years->segment(3).center()); // 2030
        checkSentence({{"hbm_export", "open", {}, 1}}, 2030);
        click(m_window->findChild<QToolButton*>("undo"), {5, 5});
        QVERIFY(m_board->scenario().changes.empty() && m_board->present().series == m_board->reference().series);
        QVERIFY(clicks <= 6);
    }
    void theSentenceOfSixMillionStacksOfHbm3AgreesWithTheCore()
    {
        m_start->enter({.page = "explore"});
        auto* slider = m_window->page<ExplorePage>()->levers()->row("hbm_export")->findChild<StopSlider*>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->pointAt(2.0 / 6));
        QCOMPARE(m_board->valueOf(*m_board->catalogue().findMeasure("hbm_cap_units")), std::string("6"));
        checkSentence({{"hbm_export", "hbm3_cap", {}, 1}}, 2028);
    }
    void theFileMenuLeadsBackToTheStart()
    {
        m_start->enter({.page = "explore"});
        m_window->findChild<QAction*>("showStart")->trigger();
        QVERIFY(m_start->isShown());
    }
    void aSavedFileIsOfferedAtTheNextStartAndOpens()
    {
        m_start->enter({.page = "explore"});
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        m_window->saveScenario(m_folder->filePath("mine.toml"));
        open();
        QPushButton* offered = nullptr;
        for (auto* button : m_start->page()->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains("mine.toml"))
                offered = button;
        QVERIFY(offered);
        QTest::mouseClick(offered, Qt::LeftButton);
        QVERIFY(!m_start->isShown());
        QCOMPARE(m_board->scenario().changes.size(), std::size_t{1});
    }
    void theListOfFilesCanBeClearedOrNotBeKeptAtAll()
    {
        QFile file(m_folder->filePath("mine.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        RecentFiles(settings()).add(file.fileName());
        open();
        const auto offered = [this] { return m_start->page()->findChildren<QPushButton*>("recentFile").size(); };
        QCOMPARE(offered(), 1);
        QTest::mouseClick(m_start->page()->findChild<QPushButton*>("clearRecent"), Qt::LeftButton);
        QTRY_COMPARE(offered(), 0);
        QVERIFY(RecentFiles(settings()).files().isEmpty());
        RecentFiles(settings()).add(file.fileName());
        open();
        auto* none = m_start->page()->findChild<QCheckBox*>("keepNoRecent");
        QTest::mouseClick(none, Qt::LeftButton, {}, {6, none->height() / 2});
        QTRY_COMPARE(offered(), 0);
        emit m_window->fileUsed(file.fileName());
        QVERIFY(RecentFiles(settings()).files().isEmpty());
        QFile kept(settings());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("mine.toml")); // no trace on the disk
        open();
        QVERIFY(m_start->page()->findChild<QCheckBox*>("keepNoRecent")->isChecked());
    }
    void aFileThatIsGoneIsNotOffered()
    {
        RecentFiles recent(settings());
        for (const char* name : {"a.toml", "b.toml"}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            recent.add(file.fileName());
        }
        QCOMPARE(recent.files(), (QStringList{m_folder->filePath("b.toml"), m_folder->filePath("a.toml")}));
        QVERIFY(QFile::remove(m_folder->filePath("b.toml")));
        QCOMPARE(recent.files(), QStringList{m_folder->filePath("a.toml")});
    }
    void aBrokenListOfFilesIsAnEmptyOne()
    {
        QFile broken(settings());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[General\nrecentFiles=@Variant(\\0\\0\xff");
        broken.close();
        QVERIFY(RecentFiles(settings()).files().isEmpty());
        QVERIFY(RecentFiles("/proc/nowhere/window.ini").files().isEmpty());
    }
    void theListKeepsTheLastFewWithoutRepeats()
    {
        RecentFiles recent(settings());
        for (int i = 0; i < 9; ++i) {
            QFile file(m_folder->filePath(QString::number(i % 7)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            recent.add(file.fileName());
        }
        QCOMPARE(recent.files().size(), RecentFiles::most);
        QCOMPARE(recent.files().front(), m_folder->filePath("1"));
        auto files = recent.files();
        QCOMPARE(files.removeDuplicates(), 0);
    }
    void theLawOfADateIsOneStepOfUndoWithAName()
    {
        QCOMPARE(laws().size(), static_cast<qsizetype>(lawDatesOf(test::engine()).size()));
        QAction* before = nullptr;
        for (auto* action : laws())
            if (action->text() == "2024 Q3")
                before = action;
        QVERIFY(before);
        QVERIFY(!before->toolTip().isEmpty());
        before->trigger();
        QVERIFY(m_board->scenario() == lawAsOf(test::engine(), test::quarter("2024Q3")));
        QCOMPARE(m_board->valueOf(*m_board->catalogue().findMeasure("hbm_export")), std::string("open"));
        QVERIFY(m_window->findChild<QToolButton*>("law")->text().contains("2024 Q3"));
        QVERIFY(m_board->history().undoText().contains("law"));
        m_board->undo();
        QVERIFY(m_board->scenario().changes.empty());
        QVERIFY(m_window->findChild<QToolButton*>("law")->text().contains("2026 Q3"));
    }
    void theLatestLawIsTheStatusQuo()
    {
        m_board->setMeasure(*m_board->catalogue().findMeasure("hbm_export"), "open");
        laws().front()->trigger();
        QVERIFY(m_board->scenario() == test::engine().preset("status_quo_2026"));
    }
    void datesThatHavePassedAreTold_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("passed");
        QTest::newRow("on the day of the check") << QDate(2026, 10, 8) << 0;
        QTest::newRow("a day before the first") << QDate(2026, 11, 9) << 0;
        QTest::newRow("on the day of the first") << QDate(2026, 11, 10) << 1;
        QTest::newRow("a day that concerns no measure adds none") << QDate(2026, 11, 20) << 1;
        QTest::newRow("at the end of November") << QDate(2026, 11, 27) << 2;
        QTest::newRow("a clock that is behind") << QDate(1970, 1, 1) << 0;
        QTest::newRow("no clock") << QDate() << 0;
    }
    void datesThatHavePassedAreTold()
    {
        QFETCH(QDate, today);
        QFETCH(int, passed);
        QCOMPARE(lastChecked(m_board->catalogue()), QDate(2026, 10, 8));
        QCOMPARE(passedSinceCheck(m_board->catalogue(), today).size(), passed);
        m_start->enter({.page = "explore"});
        m_window->page<ExplorePage>()->setToday(today);
        auto* notice = m_window->page<ExplorePage>()->passedDates();
        QCOMPARE(notice->isVisible(), passed > 0);
        if (passed == 0)
            return;
        QVERIFY(notice->words().contains("October 8, 2026") && notice->words().contains("November 10, 2026"));
        QVERIFY(!notice->words().contains("DUE") && !notice->words().contains('_'));
        auto* list = notice->findChild<QLabel*>("passedList");
        QVERIFY(!list->isVisible());
        QTest::mouseClick(notice->findChild<QPushButton*>("passedMore"), Qt::LeftButton);
        QVERIFY(list->isVisible());
        QTest::mouseClick(notice->findChild<QPushButton*>("passedClose"), Qt::LeftButton);
        QVERIFY(!notice->isVisible());
    }
};

CHOKEPOINT_TEST(StartTest, QApplication)
#include "StartTest.moc"
