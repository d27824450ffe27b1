// News log, notes and history as a person uses them: written, made law, gone back over.
#include "TestProgram.h"
#include "WindowTest.h"

#include "pages/explore/ExplorePage.h"
#include "pages/explore/PassedDates.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace chokepoint;
using namespace chokepoint::ui;

class NewsDialogTest : public test::WindowTest {
    Q_OBJECT

    /// Opens a dialog by its entry in the menu.
    QDialog* openDialog(const char* action, const char* name)
    {
        auto* button = in<QToolButton>(m_window.get(), "file");
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
        auto* entry = in<QAction>(button->menu(), action);
        QTest::mouseClick(button->menu(), Qt::LeftButton, {}, button->menu()->actionGeometry(entry).center());
        auto* dialog = in<QDialog>(m_window.get(), name);
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            QTest::qFail("the dialog does not open", __FILE__, __LINE__);
        return dialog;
    }
    void choose(QDialog* dialog, const char* box, const QString& words)
    {
        auto* choice = in<QComboBox>(dialog, box);
        QVERIFY2(choice->findText(words) >= 0, qPrintable(words));
        choice->setFocus();
        while (choice->currentText() != words) {
            const int before = choice->currentIndex();
            QTest::keyClick(choice, choice->findText(words) > before ? Qt::Key_Down : Qt::Key_Up);
            QVERIFY(choice->currentIndex() != before);
        }
    }
    QString told(QDialog* dialog) { return in<QLabel>(dialog, "newsTold")->text(); }
    /// A dialog with a line about HBM, not kept yet.
    QDialog* writeLine()
    {
        auto* dialog = openDialog("openNews", "newsLog");
        QTest::keyClicks(in<QLineEdit>(dialog, "newsHeadline"), "HBM sales are opened");
        QTest::keyClicks(in<QLineEdit>(dialog, "newsSource"), "Federal Register");
        choose(dialog, "newsMeasure", "HBM sales to China");
        choose(dialog, "newsLevel", "Open");
        return dialog;
    }

private slots:
    void init()
    {
        openWindow();
        m_window->setToday(QDate(2026, 11, 29));
    }
    void cleanup() { closeWindow(); }

    void aLineIsKeptAndUndoneAndListed()
    {
        auto* dialog = writeLine();
        click(in<QPushButton>(dialog, "keepNews"));
        QCOMPARE(m_board->workbook().news.size(), std::size_t{1});
        const auto& entry = m_board->workbook().news.front();
        QCOMPARE(entry.date, std::string("2026-11-29"));
        QCOMPARE(entry.headline, std::string("HBM sales are opened"));
        QVERIFY(entry.setting == std::optional(Change{"hbm_export", "open", test::quarter("2026Q4"), 1}));
        auto* list = in<QListWidget>(dialog, "news");
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(1)->text().contains("November 29, 2026"));
        QVERIFY(!list->item(1)->text().contains("baseline"));
        QVERIFY(m_board->present().series == m_board->reference().series); // kept, and no law yet
        m_board->undo();
        QCOMPARE(list->count(), 1);
    }
    void aLineRecordedAsLawNamesTheBaselineAsOnesOwn()
    {
        auto* dialog = writeLine();
        click(in<QPushButton>(dialog, "recordLaw"));
        QVERIFY2(told(dialog).startsWith("Your baseline"), qPrintable(told(dialog)));
        QCOMPARE(m_board->baseline().title, std::string("Your baseline"));
        QCOMPARE(m_board->history().count(), 1);
        QVERIFY(in<QListWidget>(dialog, "news")->item(1)->text().contains("in your baseline"));
        click(in<QPushButton>(dialog, "closeNews"));
        auto* box = in<QWidget>(m_window.get(), "baseline");
        QVERIFY2(box->toolTip().contains("Your baseline"), qPrintable(box->toolTip()));
    }
    void lawIsNotCountedAmongWhatThePackageChanges()
    {
        auto* dialog = writeLine();
        click(in<QPushButton>(dialog, "recordLaw"));
        click(in<QPushButton>(dialog, "closeNews"));
        auto* changes = in<QToolButton>(m_window.get(), "changes");
        QVERIFY(!changes->isVisible());
        m_board->setMeasure(measure("affiliates_50"), "none");
        QCOMPARE(m_board->scenario().changes.size(), std::size_t(2));
        QCOMPARE(changes->text(), QString("1 change"));
        const auto listed = changes->menu()->actions();
        QCOMPARE(listed.size(), 3);
        QVERIFY(listed[1]->text().startsWith("Law in your baseline") && !listed[1]->isEnabled());
    }
    void aLawOfOnesOwnStaysToComeBackTo()
    {
        auto* dialog = writeLine();
        click(in<QPushButton>(dialog, "recordLaw"));
        click(in<QPushButton>(dialog, "closeNews"));
        const auto law = m_board->baseline();
        m_board->setBaseline(test::engine().preset("full_denial"));
        m_board->setBaselineTo(law.id);
        QVERIFY(m_board->baseline() == law);
        m_board->setMeasure(measure("affiliates_50"), "none");
        QCOMPARE(in<QToolButton>(m_window.get(), "changes")->text(), QString("1 change"));
    }
    void whatIsMissingIsSaidAndNothingIsKept()
    {
        auto* dialog = openDialog("openNews", "newsLog");
        click(in<QPushButton>(dialog, "keepNews"));
        QCOMPARE(told(dialog), QString("Say in a few words what happened."));
        QVERIFY(!in<QPushButton>(dialog, "recordLaw")->isEnabled());
        QTest::keyClicks(in<QLineEdit>(dialog, "newsHeadline"), "A cap");
        choose(dialog, "newsMeasure", "Yearly HBM cap");
        auto* number = in<QLineEdit>(dialog, "newsNumber");
        number->clear();
        QTest::keyClicks(number, "many");
        click(in<QPushButton>(dialog, "recordLaw"));
        QVERIFY(!told(dialog).isEmpty());
        number->clear();
        QTest::keyClicks(number, "99999");
        click(in<QPushButton>(dialog, "recordLaw"));
        QVERIFY2(told(dialog).contains("range"), qPrintable(told(dialog)));
        QVERIFY(m_board->workbook().news.empty());
        QCOMPARE(m_board->history().count(), 0);
    }
    void aLineIsChangedAndRemoved()
    {
        auto* dialog = writeLine();
        click(in<QPushButton>(dialog, "keepNews"));
        auto* headline = in<QLineEdit>(dialog, "newsHeadline");
        headline->selectAll();
        QTest::keyClicks(headline, "Reversed");
        click(in<QPushButton>(dialog, "keepNews"));
        QCOMPARE(m_board->workbook().news.size(), std::size_t{1});
        QCOMPARE(m_board->workbook().news.front().headline, std::string("Reversed"));
        click(in<QPushButton>(dialog, "removeNews"));
        QVERIFY(m_board->workbook().news.empty());
        QVERIFY(headline->text().isEmpty());
    }
    void aSettingThatEndsGivesWayAgain()
    {
        auto* dialog = writeLine();
        QTest::keyClick(in<QCheckBox>(dialog, "newsEnds"), Qt::Key_Space);
        click(in<QPushButton>(dialog, "recordLaw"));
        QCOMPARE(m_board->baseline().changes.size(), std::size_t{2});
        QVERIFY(m_board->workbook().news.front().until == std::optional(test::quarter("2027Q4")));
    }
    void theNoticeOfPassedDatesLeadsToALineAboutItsMeasure()
    {
        auto* notice = m_window->page<ExplorePage>()->passedDates();
        QVERIFY(notice->isVisible());
        click(in<QPushButton>(notice, "passedRecord"));
        auto* dialog = in<QDialog>(m_window.get(), "newsLog");
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(in<QComboBox>(dialog, "newsMeasure")->currentIndex() > 0);
        QCOMPARE(m_window->currentPage(), std::string("explore"));
    }
    void theHistoryGoesToAnyOfItsSteps()
    {
        const auto start = m_board->workbook();
        for (const char* level : {"open", "full", "hbm3_capped"})
            if (std::ranges::count(m_board->catalogue().measures[measure("hbm_export")].levels, level, &Level::id))
                m_board->setMeasure(measure("hbm_export"), level);
        const auto end = m_board->workbook();
        const int steps = m_board->history().count();
        QVERIFY(steps >= 2);
        auto* dialog = openDialog("openHistory", "history");
        auto* list = in<QListWidget>(dialog, "steps");
        QCOMPARE(list->count(), steps + 1);
        QCOMPARE(list->currentRow(), steps);
        QVERIFY(list->item(1)->text().contains("HBM"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        click(in<QPushButton>(dialog, "goToStep"));
        QVERIFY(m_board->workbook() == start);
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_board->workbook() == end);
    }
    void nameAndNotesAreKeptInOneStep()
    {
        const auto start = m_board->workbook();
        auto* dialog = openDialog("openNotes", "notes");
        auto* title = in<QLineEdit>(dialog, "scenarioTitle");
        title->selectAll();
        QTest::keyClicks(title, "Mine");
        QTest::keyClicks(in<QPlainTextEdit>(dialog, "scenarioNotes"), "of the package");
        QTest::keyClicks(in<QPlainTextEdit>(dialog, "workbookNotes"), "of the workbook");
        click(in<QPushButton>(dialog, "keepNotes"));
        QCOMPARE(m_board->scenario().title, std::string("Mine"));
        QCOMPARE(findScenario(m_board->workbook(), m_board->workbook().onTable)->notes, std::string("of the package"));
        QCOMPARE(m_board->workbook().notes, std::string("of the workbook"));
        QCOMPARE(m_board->history().count(), 1);
        m_board->undo();
        QVERIFY(m_board->workbook() == start);
    }
    void undoTakesChartsBackToWhereTheyStood()
    {
        auto* page = m_window->page<ExplorePage>();
        const auto start = m_board->workbook().view;
        page->setChartCount(6);
        QCoreApplication::processEvents();
        QCOMPARE(m_board->history().count(), 1);
        m_board->undo();
        QVERIFY(m_board->workbook().view == start);
        QCoreApplication::processEvents();
        QVERIFY(m_board->history().canRedo()); // what the page shows again is no new step
        m_board->redo();
        QCOMPARE(m_board->workbook().view.chartCount, 6);
    }
};

CHOKEPOINT_TEST(NewsDialogTest, QApplication)
#include "NewsDialogTest.moc"
