// The first view, files used last, the law of a date, and dates that have passed since the last check.
#include "bridge/Board.h"
#include "api/ChangeWords.h"
#include "api/LawAsOf.h"
#include "api/NumberWords.h"
#include "api/Projection.h"
#include "api/UnitWords.h"
#include "pages/explore/ExplorePage.h"
#include "pages/explore/HeadlinePanel.h"
#include "bridge/Draws.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "pages/explore/PassedDates.h"
#include "pages/start/RecentFiles.h"
#include "parts/Segments.h"
#include "window/StartSwitch.h"
#include "parts/StopSlider.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

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
        m_start = new StartSwitch(*m_window, test::engine().catalogue(), test::english(), RecentFiles(settings()));
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
        const double value = test::engine().project(scenario).annualMean(row, year), before = test::engine().project({}).annualMean(row, year);
        const auto scale = words::displayUnit(m_board->catalogue().series[row]).scale;
        const auto sentence = m_window->page<ExplorePage>()->sentence();
        const auto [shown, shownBefore] = words::numbersAlike(value * scale, before * scale);
        for (const auto& part :
             {test::said(shown), test::said(shownBefore), test::said(words::relativeChange(value, before)), std::to_string(year)})
            QVERIFY2(sentence.contains(QString::fromStdString(part)), qPrintable(sentence + " / " + QString::fromStdString(part)));
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

    void theFirstDoorLeadsToTheChartsAndTheOthersSayThatTheyAreClosed()
    {
        QVERIFY(m_start->isShown());
        for (const auto door : {StartPage::Door::Figure, StartPage::Door::Seminar}) {
            QVERIFY(!m_start->page()->door(door)->isEnabled());
            QVERIFY(m_start->page()->door(door)->accessibleDescription().contains("Not open yet"));
        }
        QStringList limits;
        for (const auto* label : m_start->page()->findChildren<QLabel*>("limit"))
            limits << label->text();
        QVERIFY(limits.size() > 5 && limits.filter("smugglers").size() == 1);
        QTest::mouseClick(m_start->page()->door(StartPage::Door::Explore), Qt::LeftButton);
        QVERIFY(!m_start->isShown());
        QVERIFY(m_window->page<ExplorePage>()->isVisible());
    }
    void aDoorThatOpensSaysNoMoreThatItIsClosed()
    {
        auto* page = m_start->page();
        page->setDoorOpen(StartPage::Door::Figure, true);
        QVERIFY(page->door(StartPage::Door::Figure)->isEnabled());
        QVERIFY(!page->door(StartPage::Door::Figure)->accessibleDescription().contains("Not open"));
        int chosen = -1;
        connect(page, &StartPage::doorChosen, this, [&](StartPage::Door door) { chosen = static_cast<int>(door); });
        QTest::mouseClick(page->door(StartPage::Door::Figure), Qt::LeftButton);
        QCOMPARE(chosen, static_cast<int>(StartPage::Door::Figure));
        QVERIFY(m_start->isShown()); // who opens the door decides what is behind it
    }
    void aNewcomerNeedsFourClicksFromTheStart()
    {
        int clicks = 0;
        const auto click = [&](QWidget* widget, const QPoint& point) {
            QTest::mouseClick(widget, Qt::LeftButton, {}, point);
            ++clicks;
        };
        auto* explore = m_window->page<ExplorePage>();
        click(m_start->page()->door(StartPage::Door::Explore), m_start->page()->door(StartPage::Door::Explore)->rect().center());
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
        m_start->enterExplore();
        auto* slider = m_window->page<ExplorePage>()->levers()->row("hbm_export")->findChild<StopSlider*>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->pointAt(2.0 / 6));
        QCOMPARE(m_board->valueOf(*m_board->catalogue().findMeasure("hbm_cap_units")), std::string("6"));
        checkSentence({{"hbm_export", "hbm3_cap", {}, 1}}, 2028);
    }
    void theFileMenuLeadsBackToTheStart()
    {
        m_start->enterExplore();
        m_window->findChild<QAction*>("showStart")->trigger();
        QVERIFY(m_start->isShown());
    }
    void aSavedFileIsOfferedAtTheNextStartAndOpens()
    {
        m_start->enterExplore();
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
        m_start->enterExplore();
        m_window->page<ExplorePage>()->setToday(today);
        auto* notice = m_window->page<ExplorePage>()->passedDates();
        QCOMPARE(notice->isVisible(), passed > 0);
        if (passed == 0)
            return;
        QVERIFY(notice->words().contains("8 October 2026") && notice->words().contains("10 November 2026"));
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
