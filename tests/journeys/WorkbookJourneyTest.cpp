// A workbook from the first package to the same pixels after it was closed, and what is left of a drag in which the program is killed.
#include "TestProgram.h"
#include "WindowTest.h"

#include "api/Files.h"
#include "document/Document.h"
#include "levers/LeverPanel.h"
#include "levers/LeverRow.h"
#include "pages/compare/ChipRow.h"
#include "pages/compare/ComparePage.h"
#include "pages/compare/ComparedSet.h"
#include "pages/explore/ExplorePage.h"
#include "parts/StopSlider.h"
#include "window/ChoiceBox.h"
#include "window/FileActions.h"

#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include <cstdio>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

constexpr const char* folderOfChild = "CHOKEPOINT_TEST_FOLDER";

/// A window with its file and its side files below one folder.
class DeskTest : public test::WindowTest {
protected:
    std::unique_ptr<Document> m_document;
    FileActions* m_files = nullptr;

    void openDesk(const QString& folder)
    {
        openActiveWindow();
        m_window->setToday(QDate(2026, 11, 29));
        const Surroundings around{QStringLiteral("0.1.0"), folder + QStringLiteral("/state"),
                                  [] { return QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC); }};
        m_document = std::make_unique<Document>(*m_board, around);
        m_files = new FileActions(*m_window, *m_board, *m_document, folder + QStringLiteral("/state/versions"));
    }
    void closeDesk()
    {
        m_window.reset();
        m_document.reset();
        closeWindow();
    }
    StopSlider* slider(const char* id) { return in<StopSlider>(m_window->page<ExplorePage>()->levers()->row(id)); }
};

} // namespace

/// Run by the test below as a process of its own: it drags until it is killed.
class DraggedUntilKilled : public DeskTest {
    Q_OBJECT
private slots:
    void dragsForEver()
    {
        const auto folder = qEnvironmentVariable(folderOfChild);
        QVERIFY(!folder.isEmpty());
        openDesk(folder);
        m_files->openAny(folder + QStringLiteral("/own.choke"));
        auto* row = slider("hbm_export");
        QTest::mouseClick(row, Qt::LeftButton, {}, row->pointAt(0));
        QTRY_VERIFY(m_document->setAsideAt().has_value());
        QTest::mousePress(row, Qt::LeftButton, {}, row->pointAt(0));
        std::puts("dragging");
        std::fflush(stdout);
        for (int i = 0;; ++i) {
            QTest::mouseMove(row, row->pointAt(1 + i % 5));
            QCoreApplication::processEvents();
        }
    }
};

class WorkbookJourneyTest : public DeskTest {
    Q_OBJECT

    QTemporaryDir m_folder;

    QMenu* scenarios() const { return in<ChoiceBox>(m_window.get(), "scenario")->menu(); }
    QDialog* dialogOf(const char* action, const char* name)
    {
        pick(in<QToolButton>(m_window.get(), "file")->menu(), action);
        auto* dialog = in<QDialog>(m_window.get(), name);
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            QTest::qFail("the dialog does not open", __FILE__, __LINE__);
        return dialog;
    }
    void rename(const char* name)
    {
        pick(scenarios(), "renameScenario");
        QInputDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<QInputDialog*>("renameDialog")) && dialog->isVisible());
        auto* line = in<QLineEdit>(dialog);
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_board->scenario().title, std::string(name));
        QTRY_VERIFY(!m_window->findChild<QInputDialog*>("renameDialog"));
    }
    void choose(QDialog* dialog, const char* box, const QString& words)
    {
        auto* choice = in<QComboBox>(dialog, box);
        const int wanted = choice->findText(words);
        QVERIFY2(wanted >= 0, qPrintable(words));
        choice->setFocus();
        while (choice->currentIndex() != wanted)
            QTest::keyClick(choice, wanted > choice->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
    }
    void save(const QString& file)
    {
        m_window->dialogs().answerNext(file);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_window->isWindowModified());
    }
    /// The page when nothing runs any more and nothing has the keyboard's attention.
    void takePicture(const char* page, QImage& now)
    {
        m_window->showPage(page);
        const auto isAtRest = [&, isCompare = std::string(page) == "compare"] {
            const Page& shown = isCompare ? static_cast<Page&>(*m_window->page<ComparePage>()) : *m_window->page<ExplorePage>();
            return m_draws->isFinal() && !shown.isBusy();
        };
        QTRY_VERIFY(isAtRest());
        if (auto* focused = QApplication::focusWidget())
            focused->clearFocus();
        m_window->activateWindow();
        QTest::mouseMove(m_window.get(), {m_window->width() - 2, m_window->height() - 2});
        QImage last;
        now = m_window->grab().toImage();
        do {
            last = now;
            QTest::qWait(150); // what glides has come to rest when two pictures are the same
            now = m_window->grab().toImage();
        } while (now != last);
    }

private slots:
    void cleanup() { closeDesk(); }

    void threePackagesNotesAndALawComeBackToTheSamePixels()
    {
        const auto file = m_folder.filePath(QStringLiteral("journey.choke"));
        openDesk(m_folder.path());
        auto* row = slider("hbm_export");
        QTest::mouseClick(row, Qt::LeftButton, {}, row->pointAt(0));
        rename("HBM opened");
        pick(scenarios(), "newScenario");
        QTest::mouseClick(row, Qt::LeftButton, {}, row->pointAt(1));
        rename("HBM denied");
        pick(scenarios(), "duplicateScenario");
        rename("Denied, later");
        QCOMPARE(m_board->workbook().scenarios.size(), std::size_t{3});

        m_window->showPage("compare");
        auto* compare = m_window->page<ComparePage>();
        for (const auto& entry : m_board->workbook().scenarios)
            if (entry.scenario.id != m_board->scenario().id)
                pick(compare->chips()->more()->menu(), QStringLiteral("add:") + QString::fromStdString(entry.scenario.id));
        QCOMPARE(compare->set().scenarios().size(), std::size_t{3});

        auto* notes = dialogOf("openNotes", "notes");
        QTest::keyClicks(in<QPlainTextEdit>(notes, "workbookNotes"), "For the talks in June");
        click(in<QPushButton>(notes, "keepNotes"));
        auto* news = dialogOf("openNews", "newsLog");
        QTest::keyClicks(in<QLineEdit>(news, "newsHeadline"), "The affiliates rule stays suspended");
        choose(news, "newsMeasure", QStringLiteral("Tool servicing"));
        click(in<QPushButton>(news, "recordLaw"));
        QCOMPARE(m_board->baseline().title, std::string("Your baseline"));
        click(in<QPushButton>(news, "closeNews"));
        QTRY_VERIFY(!news->isVisible());

        save(file);
        const auto kept = m_board->workbook();
        QImage comparePixels, explorePixels, again;
        takePicture("compare", comparePixels);
        takePicture("explore", explorePixels);
        QVERIFY(comparePixels != explorePixels);
        closeDesk();

        openDesk(m_folder.path());
        QVERIFY(m_board->workbook() != kept);
        m_files->openAny(file);
        QCOMPARE(m_board->workbook(), kept);
        QCOMPARE(m_board->workbook().notes, std::string("For the talks in June"));
        takePicture("compare", again);
        QCOMPARE(again, comparePixels);
        takePicture("explore", again);
        QCOMPARE(again, explorePixels);
    }

    void aKillInTheMiddleOfADragLosesWhatWasNotSetAsideAndNoMore()
    {
        const auto file = m_folder.filePath(QStringLiteral("own.choke"));
        openDesk(m_folder.path());
        save(file);
        const auto bytes = readBytes(file);
        closeDesk();

        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(folderOfChild), m_folder.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("DraggedUntilKilled")});
        QByteArray said;
        QTRY_VERIFY((said += child.readAll()).contains("dragging"));
        QTest::qWait(200); // some way into the drag
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(readBytes(file), bytes); // the file is as it was saved

        openDesk(m_folder.path());
        m_files->offerLostWork(m_folder.filePath(QStringLiteral("state/unsaved")));
        QPushButton* open = nullptr;
        QTRY_VERIFY((open = m_window->findChild<QPushButton*>(QStringLiteral("openLost"))) && open->isVisible());
        click(open);
        QTRY_COMPARE(m_board->valueOf(measure("hbm_export")), std::string("open")); // the click before the drag
        QVERIFY(m_window->isWindowModified());
    }

private:
    static QByteArray readBytes(const QString& file)
    {
        QFile stream(file);
        return stream.open(QIODevice::ReadOnly) ? stream.readAll() : QByteArray();
    }
};

CHOKEPOINT_TEST(DraggedUntilKilled, QApplication)
CHOKEPOINT_TEST(WorkbookJourneyTest, QApplication)
#include "WorkbookJourneyTest.moc"
