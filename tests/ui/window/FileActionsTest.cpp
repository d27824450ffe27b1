// New, open, save, close, drop and paste as a person does them, with real keys and the questions answered by clicks.
#include "TestProgram.h"
#include "WindowTest.h"

#include "document/Document.h"
#include "sheet/FigureWindow.h"
#include "sheet/SheetPainter.h"
#include "window/FileActions.h"
#include "api/Files.h"
#include "api/ScenarioText.h"
#include "api/ShareCode.h"
#include "api/Versions.h"

#include <QClipboard>
#include <QDropEvent>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace chokepoint;
using namespace chokepoint::ui;

class FileActionsTest : public test::WindowTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    FileActions* m_files = nullptr;

    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString state() const { return m_folder->filePath(QStringLiteral("state")); }

    void openDesk()
    {
        openActiveWindow();
        const Surroundings around{QStringLiteral("0.1.0"), state(), [] { return QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC); }};
        m_document = std::make_unique<Document>(*m_board, around);
        m_files = new FileActions(*m_window, *m_board, *m_document, state() + QStringLiteral("/versions"));
    }
    void closeDesk()
    {
        m_window.reset();
        m_document.reset();
        closeWindow();
    }
    void press(Qt::Key code, Qt::KeyboardModifiers modifiers)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), code, modifiers);
    }
    /// Waits for the question and presses one of its buttons.
    void answer(const char* button)
    {
        QPushButton* found = nullptr;
        QTRY_VERIFY((found = m_window->findChild<QPushButton*>(QLatin1String(button))) && found->isVisible());
        QTest::mouseClick(found, Qt::LeftButton);
    }
    bool isAsked() const
    {
        const auto* box = m_window->findChild<QMessageBox*>();
        return box && box->isVisible();
    }
    std::string exports() const { return m_board->valueOf(measure("hbm_export")); }
    void move(const char* level) { m_board->setMeasure(measure("hbm_export"), level); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openDesk();
    }
    void cleanup() { closeDesk(); }

    void theTitleSaysNameAndUnsavedMark()
    {
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Untitled[*]")));
        QVERIFY(!m_window->isWindowModified());
        move("open");
        QVERIFY(m_window->isWindowModified());
        m_window->dialogs().answerNext(path("mine"));
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_window->isWindowModified());
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("mine[*]")));
        QVERIFY(QFile::exists(path("mine.choke")));
    }
    void savingAgainAsksForNoName()
    {
        m_window->dialogs().answerNext(path("again.choke"));
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        move("full");
        press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(readWorkbookFile(path("again.choke").toStdString()).workbook, m_board->workbook());
    }
    void closingWithChangesAsksAndCancelKeepsTheWindow()
    {
        move("open");
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer("cancel");
        QTRY_VERIFY(!isAsked());
        QVERIFY(m_window->isVisible() && m_document->isChanged());
        m_window->close();
        answer("discard");
        QTRY_VERIFY(!m_window->isVisible());
    }
    void whatIsDiscardedForAFileThatCannotBeReadCanStillBeFoundAgain()
    {
        QFile damaged(path("damaged.choke"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("no workbook") > 0);
        damaged.close();
        const auto setAside = [&] { return QDir(state() + "/unsaved").entryList({"*.choke"}).size(); };
        move("open");
        m_document->setAside();
        QCOMPARE(setAside(), 1);
        m_files->openAny(path("damaged.choke"));
        answer("discard");
        QTRY_VERIFY(!m_window->message().isEmpty());
        QVERIFY(exports() == "open" && setAside() == 1); // the work is still on the board, and its copy beside it
        m_window->close();
        answer("discard");
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(setAside(), 0);
    }
    void closingCanSaveFirst()
    {
        move("open");
        m_window->dialogs().answerNext(path("closed.choke"));
        m_window->close();
        answer("save");
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(readWorkbookFile(path("closed.choke").toStdString()).workbook.scenarios.back().scenario.changes.at(0).value,
                 std::string("open"));
    }
    void aSaveThatFailsKeepsTheWindowOpen()
    {
        move("open");
        m_window->dialogs().answerNext(path("none/closed.choke"));
        m_window->close();
        answer("save");
        QTRY_VERIFY(!m_window->message().isEmpty());
        QVERIFY(m_window->isVisible() && m_document->isChanged());
    }
    void closingWithoutChangesAsksNothing()
    {
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }
    void openingAsksBeforeChangesAreLost()
    {
        m_window->dialogs().answerNext(path("first.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        move("open");
        m_window->dialogs().answerNext(path("first.choke"));
        press(Qt::Key_O, Qt::ControlModifier);
        answer("discard");
        QTRY_COMPARE(exports(), std::string("dec2024"));
        QVERIFY(!m_window->isWindowModified());
    }
    void newBeginsAfresh()
    {
        m_window->dialogs().answerNext(path("first.choke"));
        move("open");
        press(Qt::Key_S, Qt::ControlModifier);
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(exports(), std::string("dec2024"));
        QVERIFY(m_document->file().isEmpty());
    }
    void whatAnotherProgramChangedIsNotOverwrittenUnasked()
    {
        m_window->dialogs().answerNext(path("shared.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        editWorkbookFile(path("shared.choke").toStdString(),
                         [](StoredWorkbook& stored) { stored.workbook.notes = "theirs " + std::string(9000, '.'); });
        move("open");
        press(Qt::Key_S, Qt::ControlModifier);
        answer("cancel");
        QVERIFY(readWorkbookFile(path("shared.choke").toStdString()).workbook.notes.starts_with("theirs"));
        press(Qt::Key_S, Qt::ControlModifier);
        answer("reload");
        QTRY_VERIFY(m_board->workbook().notes.starts_with("theirs"));
        QCOMPARE(exports(), std::string("dec2024"));
    }
    void whatAnotherProgramChangedIsComparedAndNothingIsSaved()
    {
        move("open");
        m_window->dialogs().answerNext(path("shared.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        editWorkbookFile(path("shared.choke").toStdString(), [](StoredWorkbook& stored) {
            stored.workbook.scenarios.back().scenario.changes.at(0).value = "hbm3_cap";
            stored.workbook.notes = std::string(9000, '.');
        });
        const auto theirs = workbookFileBytes(path("shared.choke").toStdString());
        move("full");
        const auto mine = m_board->workbook();
        press(Qt::Key_S, Qt::ControlModifier);
        answer("compare");
        QTRY_COMPARE(m_window->currentPage(), std::string("compare"));
        const auto& after = m_board->workbook();
        QCOMPARE(after.scenarios.size(), mine.scenarios.size() + 1);
        QCOMPARE(exports(), std::string("full"));
        const auto& copy = after.scenarios.back().scenario;
        QCOMPARE(copy.changes.at(0).value, std::string("hbm3_cap"));
        QVERIFY2(copy.title.ends_with(", as in the file"), copy.title.c_str());
        QCOMPARE(after.view.comparison.scenarios, (std::vector{after.onTable, copy.id}));
        QCOMPARE(after.view.comparison.first, after.onTable);
        QCOMPARE(after.view.comparison.second, copy.id);
        QVERIFY2(m_window->message().contains(QStringLiteral("one scenario")), qPrintable(m_window->message()));
        QVERIFY(workbookFileBytes(path("shared.choke").toStdString()) == theirs);
        m_board->undo();
        QCOMPARE(m_board->workbook().scenarios, mine.scenarios);
    }
    void aFileThatDiffersInItsNotesAloneHasNothingToCompare()
    {
        move("open");
        m_window->dialogs().answerNext(path("shared.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        editWorkbookFile(path("shared.choke").toStdString(),
                         [](StoredWorkbook& stored) { stored.workbook.notes = std::string(9000, '.'); });
        m_board->setNews({{.date = "2026-11-20", .headline = "Talks", .source = {}, .quotation = {}, .setting = {}, .until = {}}},
                         QStringLiteral("news"));
        const auto mine = m_board->workbook();
        press(Qt::Key_S, Qt::ControlModifier);
        answer("compare");
        QTRY_VERIFY(m_window->message().contains(QStringLiteral("those of the file")));
        QVERIFY(m_board->workbook() == mine);
    }
    void aChangeByAnotherProgramIsToldOnceWhenTheWindowIsBack()
    {
        move("open");
        m_window->dialogs().answerNext(path("shared.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        const auto comeBack = [this] {
            QEvent back(QEvent::WindowActivate);
            QApplication::sendEvent(m_window.get(), &back);
            QCoreApplication::processEvents();
        };
        comeBack();
        QVERIFY(!isAsked());
        editWorkbookFile(path("shared.choke").toStdString(),
                         [](StoredWorkbook& stored) { stored.workbook.notes = "theirs " + std::string(9000, '.'); });
        comeBack();
        answer("goOn");
        QTRY_VERIFY(!isAsked());
        comeBack();
        QVERIFY(!isAsked()); // told once
        QVERIFY(m_board->workbook().notes.empty());
        editWorkbookFile(path("shared.choke").toStdString(),
                         [](StoredWorkbook& stored) { stored.workbook.notes += std::string(9000, '!'); });
        comeBack();
        answer("reload");
        QTRY_VERIFY(m_board->workbook().notes.starts_with("theirs"));
    }
    void aFileThatIsGoneCanOnlyBeSavedAgain()
    {
        move("open");
        m_window->dialogs().answerNext(path("gone.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QFile::remove(path("gone.choke")));
        move("full");
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(isAsked());
        QVERIFY(!m_window->findChild<QPushButton*>(QStringLiteral("compare"))
                && !m_window->findChild<QPushButton*>(QStringLiteral("reload")));
        answer("keepMine");
        QTRY_VERIFY(QFile::exists(path("gone.choke")));
    }
    void resultsOfAnotherVersionAreTold()
    {
        move("open");
        m_window->dialogs().answerNext(path("old.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        editWorkbookFile(path("old.choke").toStdString(), [](StoredWorkbook& stored) { stored.runs.back().digest = "of another model"; });
        m_files->openAny(path("old.choke"));
        QVERIFY(m_window->message().contains(QStringLiteral("another version")));
    }
    void aFileThatIsDroppedIsOpened()
    {
        writeFile(path("dropped.toml").toStdString(), writeScenario(test::engine().preset("full_denial"), m_board->catalogue()));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path("dropped.toml"))});
        QDragEnterEvent enter({400, 400}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(exports(), std::string("full"));
    }
    void aPictureThatIsDroppedOpensItsViewToThePixel()
    {
        m_window->setToday(QDate(2026, 11, 29));
        move("open");
        Draws& draws = *m_draws;
        BoardChart chart;
        chart.series = "accel.dies";
        auto subject = subjectOf(*m_board, chart);
        subject.request.kind = SheetRequest::Kind::Area;
        subject.request.own.note = "My note";
        subject.style = QStringLiteral("dark");
        QStringList files;
        QImage before;
        std::string hash;
        {
            FigureWindow figure(*m_board, draws, subject, m_window.get());
            figure.show();
            QTRY_VERIFY(figure.isComplete());
            for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
                files << path(name);
                figure.exportTo(files.back());
            }
            before = pictureOf(figure.plan(), onceSize);
            hash = figure.sheet().hash;
        }
        move("full");
        for (const auto& file : files) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(file)});
            QDragEnterEvent enter({400, 400}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_window.get(), &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_window.get(), &drop);
            auto* again = m_window->findChild<FigureWindow*>();
            QVERIFY2(again, qPrintable(file));
            QCOMPARE(again->sheet().hash, hash);
            QCOMPARE(scenarioHash(m_board->engine(), m_board->scenario(), m_board->assumedBaseline()), hash);
            QVERIFY(again->subject().request == subject.request && again->subject().style == subject.style);
            if (file == files.front()) { // the others carry the same
                QTRY_VERIFY(again->isComplete());
                QCOMPARE(pictureOf(again->plan(), onceSize), before);
            }
            delete again;
        }
    }
    void aShareCodeIsCopiedAndPastedAnywhereButIntoAField()
    {
        move("open");
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto code = QApplication::clipboard()->text();
        QVERIFY(code.startsWith(QStringLiteral("CHOKE1.")));
        move("full");
        m_window->setFocus();
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(exports(), std::string("open"));

        QApplication::clipboard()->setText(code.left(60) + QStringLiteral("!"));
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_window->message().isEmpty());
        QCOMPARE(exports(), std::string("open"));
    }
    void workThatWasLostIsOfferedAndOpened()
    {
        move("open");
        m_document->setAside();
        closeDesk(); // without closing the window: as a crash does
        openDesk();
        QCOMPARE(exports(), std::string("dec2024"));
        m_files->offerLostWork(state() + QStringLiteral("/unsaved"));
        QTRY_VERIFY(m_window->findChild<QListWidget*>(QStringLiteral("lostWork")));
        QVERIFY(m_window->findChild<QListWidget*>(QStringLiteral("lostWork"))->item(0)->text().contains(QStringLiteral("1 change")));
        answer("openLost");
        QTRY_COMPARE(exports(), std::string("open"));
        QVERIFY(m_window->isWindowModified());
    }
    void anOlderVersionIsOpenedAndChangesNoFile()
    {
        move("open");
        m_window->dialogs().answerNext(path("often.choke"));
        press(Qt::Key_S, Qt::ControlModifier);
        move("full");
        press(Qt::Key_S, Qt::ControlModifier);
        for (auto* action : m_window->actions())
            if (action->text() == QStringLiteral("Older versions…"))
                action->trigger();
        answer("openVersion");
        QTRY_COMPARE(exports(), std::string("open"));
        QCOMPARE(readWorkbookFile(path("often.choke").toStdString()).workbook.scenarios.back().scenario.changes.at(0).value,
                 std::string("full"));
    }
};

CHOKEPOINT_TEST(FileActionsTest, QApplication)
#include "FileActionsTest.moc"
