// A workbook on the board as a file: saved, changed, opened again, set aside and found again.
#include "TestData.h"
#include "TestProgram.h"

#include "bridge/Board.h"
#include "document/Document.h"
#include "document/Versions.h"
#include "api/Files.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

/// A board and its document, with a clock that stands.
struct Desk {
    explicit Desk(const QString& folder)
        : board(test::engine(), test::english()),
          document(board, {QStringLiteral("0.1.0"), folder + QStringLiteral("/state"), [this] { return now; }})
    {}
    void move(const char* level) { board.setMeasure(*board.catalogue().findMeasure("hbm_export"), level); }

    QDateTime now = QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC);
    Board board;
    Document document;
};

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString unsaved() const { return m_folder.filePath(QStringLiteral("state/unsaved")); }

private slots:
    void cleanup() { QDir(m_folder.filePath(QStringLiteral("state"))).removeRecursively(); }

    void aFreshBoardIsSavedAndHasNoFile()
    {
        Desk desk(m_folder.path());
        QVERIFY(!desk.document.isChanged());
        QVERIFY(desk.document.needsName());
        QCOMPARE(desk.document.name(), QString("Untitled"));
    }
    void whatIsSavedComesBackAndUndoLeadsBackToSaved()
    {
        Desk desk(m_folder.path());
        desk.move("open");
        QVERIFY(desk.document.isChanged());
        desk.document.saveAs(path("own.choke"));
        QVERIFY(!desk.document.isChanged());
        QCOMPARE(desk.document.name(), QString("own"));
        const auto saved = desk.board.workbook();
        desk.move("full");
        QVERIFY(desk.document.isChanged());
        desk.board.undo();
        QVERIFY(!desk.document.isChanged());

        Desk other(m_folder.path() + QStringLiteral("/other"));
        other.document.open(path("own.choke"));
        QVERIFY(other.board.workbook() == saved);
        QVERIFY(!other.document.isChanged());
        QCOMPARE(other.board.present().series, desk.board.present().series);
        QVERIFY(other.document.changedResults().empty());
        other.board.undo(); // the file keeps the steps
        QVERIFY(other.board.workbook() == freshWorkbook(test::engine().catalogue()));
    }
    void toTurnAPageIsNoChangeAndToMoveAChartIsOne()
    {
        Desk desk(m_folder.path());
        QSignalSpy states(&desk.document, &Document::stateChanged);
        desk.board.setYear(2031);
        desk.board.keepPage("why");
        QVERIFY(!desk.document.isChanged());
        auto charts = desk.board.workbook().view.charts;
        std::swap(charts[0], charts[1]);
        desk.board.keepCharts(charts, 4);
        QVERIFY(desk.document.isChanged());
        QCOMPARE(states.size(), 1);
    }
    void aFileThatCannotBeReadChangesNothing()
    {
        Desk desk(m_folder.path());
        desk.move("open");
        const auto before = desk.board.workbook();
        writeFile(path("wrong.choke").toStdString(), "not a workbook");
        QCOMPARE(test::errorOf([&] { desk.document.open(path("wrong.choke")); }).refusal().id, std::string("workbook_no_workbook"));
        QVERIFY(desk.board.workbook() == before);
        QVERIFY(desk.document.file().isEmpty() && desk.document.isChanged());
    }
    void aFileThatCannotBeWrittenIsToldAndNothingCountsAsSaved()
    {
        Desk desk(m_folder.path());
        desk.move("open");
        QCOMPARE(test::errorOf([&] { desk.document.saveAs(path("none/own.choke")); }).refusal().id, std::string("file_without_folder"));
        QVERIFY(desk.document.isChanged() && desk.document.file().isEmpty());
    }
    void changesAreSetAsideAndFoundAgainWhenTheProgramEndsBadly()
    {
        const QString folder = m_folder.path();
        {
            auto desk = std::make_unique<Desk>(folder);
            desk->document.saveAs(path("crash.choke"));
            desk->move("open");
            desk->move("hbm3_cap");
            QVERIFY(lostWork(unsaved()).empty());
            desk->document.setAside();
            QCOMPARE(desk->document.setAsideAt().value(), desk->now);
            QVERIFY(lostWork(unsaved()).empty()); // it lives
        }
        const auto lost = lostWork(unsaved());
        QCOMPARE(lost.size(), std::size_t(1));
        QCOMPARE(lost[0].original, path("crash.choke"));
        QCOMPARE(lost[0].edits, 2);
        QCOMPARE(lost[0].at, QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC));

        Desk next(folder);
        next.document.recover(lost[0]);
        QCOMPARE(next.board.valueOf(*next.board.catalogue().findMeasure("hbm_export")), std::string("hbm3_cap"));
        QVERIFY(next.document.isChanged());
        QCOMPARE(next.document.file(), path("crash.choke"));
        QVERIFY(!QFile::exists(lost[0].workbook));
        next.document.save();
        QVERIFY(!next.document.isChanged());
        QVERIFY(QDir(unsaved()).entryList({"*.choke"}).isEmpty());
    }
    void aFileThatWasNamedFromItsFolderIsFoundFromElsewhere()
    {
        const QString folder = m_folder.path(), before = QDir::currentPath();
        QDir(folder).mkpath("a");
        QVERIFY(QDir::setCurrent(folder + "/a"));
        {
            auto desk = std::make_unique<Desk>(folder);
            desk->document.saveAs("own.choke");
            QCOMPARE(desk->document.file(), folder + "/a/own.choke");
            desk->document.open("own.choke");
            desk->move("open");
            desk->document.setAside();
        }
        QVERIFY(QDir::setCurrent(before));
        const auto lost = lostWork(unsaved());
        QCOMPARE(lost.size(), std::size_t(1));
        Desk next(folder);
        next.document.recover(lost[0]);
        QCOMPARE(next.document.file(), folder + "/a/own.choke");
    }
    void aReplayIsNoWayBackToWhatIsSaved()
    {
        Desk desk(m_folder.path());
        desk.document.saveAs(path("replayed.choke"));
        desk.move("open");
        desk.document.setAside();
        desk.board.replay(); // stands on what is saved, for a moment
        QVERIFY(desk.board.isReplaying());
        QVERIFY(!QDir(unsaved()).entryList({"*.choke"}).isEmpty());
        desk.document.save();
        QVERIFY(!desk.board.isReplaying());
        Desk next(m_folder.path() + "/next");
        next.document.open(path("replayed.choke"));
        QCOMPARE(next.board.valueOf(*next.board.catalogue().findMeasure("hbm_export")), std::string("open"));
    }
    void changesAreSetAsideByThemselves()
    {
        Desk desk(m_folder.path());
        desk.move("open");
        QTRY_VERIFY(desk.document.setAsideAt().has_value());
        desk.board.undo();
        QVERIFY(!desk.document.setAsideAt());
        QVERIFY(QDir(unsaved()).entryList({"*.choke"}).isEmpty());
    }
    void whatCannotBeSetAsideIsTold()
    {
        writeFile(path("state").toStdString(), "a file in the way");
        Desk desk(m_folder.path());
        QSignalSpy told(&desk.document, &Document::notSetAside);
        desk.move("open");
        desk.document.setAside();
        QCOMPARE(told.size(), 1);
        QVERIFY(desk.document.isChanged());
        QFile::remove(path("state"));
    }
    void whatTwoHaveOpenIsSavedByOneUnderAnotherName()
    {
        Desk first(m_folder.path());
        first.document.saveAs(path("shared.choke"));
        Desk second(m_folder.path());
        second.document.open(path("shared.choke"));
        QVERIFY(second.document.isReadOnly() && second.document.needsName());
        second.move("open");
        QCOMPARE(test::errorOf([&] { second.document.saveAs(path("shared.choke")); }).refusal().id, std::string("workbook_open_elsewhere"));
        QVERIFY(second.document.isReadOnly() && second.document.isChanged());
        second.document.saveAs(path("copy.choke"));
        QVERIFY(!second.document.isReadOnly());
        QCOMPARE(readWorkbookFile(path("shared.choke").toStdString()).workbook.scenarios.size(), std::size_t(1));
    }
    void aFileThatOthersChangedIsNoticed()
    {
        Desk desk(m_folder.path());
        desk.document.saveAs(path("watched.choke"));
        QVERIFY(!desk.document.isFileAnother());
        editWorkbookFile(path("watched.choke").toStdString(),
                         [](StoredWorkbook& stored) { stored.workbook.notes = "longer by a whole page" + std::string(9000, '.'); });
        QVERIFY(desk.document.isFileAnother());
        desk.document.revert();
        QVERIFY(!desk.document.isFileAnother() && !desk.document.isReadOnly());
        QVERIFY(desk.board.workbook().notes.starts_with("longer"));
        QFile::remove(path("watched.choke"));
        QVERIFY(desk.document.isFileAnother());
    }
    void whatThisModelCannotRunStaysInTheFile()
    {
        Desk desk(m_folder.path());
        desk.document.saveAs(path("foreign.choke"));
        editWorkbookFile(path("foreign.choke").toStdString(), [](StoredWorkbook& stored) {
            Scenario foreign{
                .id = "foreign", .title = "Foreign", .description = {}, .changes = {{"measure_of_2031", "x", {}, 1}}, .assumptions = {}};
            stored.workbook.scenarios.push_back({foreign, {}, {}});
        });
        desk.document.open(path("foreign.choke"));
        QCOMPARE(desk.document.leftOut().size(), std::size_t(1));
        QVERIFY(desk.document.needsName());
        QVERIFY_EXCEPTION_THROWN(desk.document.save(), std::logic_error);
        desk.document.saveAs(path("without.choke"));
        QVERIFY(!desk.document.needsName());
        QCOMPARE(readWorkbookFile(path("foreign.choke").toStdString()).workbook.scenarios.size(), std::size_t(2));
    }
    void aCopyIsKeptBeforeEachSaveAndCanBeRestored()
    {
        Desk desk(m_folder.path());
        const auto versions = m_folder.filePath(QStringLiteral("state/versions"));
        desk.move("open");
        desk.document.saveAs(path("often.choke"));
        QVERIFY(versionsOf(versions, path("often.choke")).empty());
        desk.now = desk.now.addSecs(60);
        desk.move("full");
        desk.document.save();
        const auto kept = versionsOf(versions, path("often.choke"));
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0].at, desk.now);
        desk.document.restore(kept[0].file);
        QCOMPARE(desk.board.valueOf(*desk.board.catalogue().findMeasure("hbm_export")), std::string("open"));
        QVERIFY(desk.document.isChanged());
        QCOMPARE(desk.document.file(), path("often.choke"));
    }
};

CHOKEPOINT_TEST(DocumentTest, QApplication)
#include "DocumentTest.moc"
