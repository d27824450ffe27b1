// A save or an autosave in which any call of the system fails: it is told or done, the last good file is whole, and the work is there.
#include "FailingCalls.h"
#include "TestData.h"
#include "TestProgram.h"

#include "bridge/Board.h"
#include "document/Document.h"
#include "document/Versions.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace chokepoint;
using namespace chokepoint::ui;
using test::FailingCalls;

namespace {

struct Desk {
    explicit Desk(const QString& stateFolder)
        : board(test::engine(), test::english()), document(board, {QStringLiteral("0.1.0"), stateFolder, [this] { return now; }})
    {}
    void note(const char* words)
    {
        auto after = board.workbook();
        after.notes = words;
        board.setContent(std::move(after), QStringLiteral("note"));
    }
    QDateTime now = QDateTime(QDate(2026, 11, 29), QTime(8, 0), Qt::UTC);
    Board board;
    Document document;
};

/// A small file system of its own; nothing where this user may not mount one.
class SmallDisk {
public:
    explicit SmallDisk(const QString& folder, const char* size) : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_isThere = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, size) == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount(m_folder.constData());
    }
    bool isThere() const { return m_isThere; }
    bool protect() const { return ::mount("tmpfs", m_folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }

private:
    QByteArray m_folder;
    bool m_isThere = false;
};

/// The administrator may write everywhere: while this lives, calls are those of a user without rights, to whom the folder belongs.
class WithoutRights {
public:
    explicit WithoutRights(const QString& folder)
    {
        constexpr uid_t nobody = 65534;
        m_isAdministrator = geteuid() == 0;
        const auto place = QFile::encodeName(folder);
        if (m_isAdministrator && (::chown(place.constData(), nobody, static_cast<gid_t>(-1)) != 0 || ::seteuid(nobody) != 0))
            qWarning("the administrator cannot give up rights");
    }
    ~WithoutRights()
    {
        if (m_isAdministrator && ::seteuid(0) != 0)
            qFatal("rights did not come back");
    }

private:
    bool m_isAdministrator = false;
};

} // namespace

class SaveFaultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    static std::string notesIn(const QString& file) { return readWorkbookFile(file.toStdString()).workbook.notes; }
    /// A row where this user may mount a disk. Elsewhere a limit on file sizes and a closed folder stand in for it, in tests of their own.
    static void addSmallDisk()
    {
        const QTemporaryDir folder;
        QTest::addColumn<QString>("size");
        if (SmallDisk(folder.filePath(QStringLiteral("disk")), "size=64k").isThere())
            QTest::newRow("a small disk") << QString();
    }
    static QStringList drafts(const QString& folder) { return QDir(folder).entryList({QStringLiteral("*.part")}); }

    /// Saves with faults over a good file; false when it was told that it is not saved.
    bool isSaved(Desk& desk, const QString& file)
    {
        try {
            desk.document.saveAs(file);
            return true;
        } catch (const InputError& error) {
            const auto& refused = error.refusal();
            const auto said = chokepoint::said(error, test::english());
            if (!QByteArray::fromStdString(refused.id).startsWith("file_") || refused.place.file != file.toStdString()
                || said.problem.empty() || said.remedy.empty())
                QTest::qFail(refused.id.c_str(), __FILE__, __LINE__);
            return false;
        }
    }
    /// After a save that failed or not: what is in the file, what the document says of it, and that the next save is whole.
    void verifyNothingLost(Desk& desk, const QString& file, bool saved)
    {
        QCOMPARE(notesIn(file), std::string(saved ? "new" : "old"));
        QCOMPARE(desk.document.isChanged(), !saved);
        QCOMPARE(desk.board.workbook().notes, std::string("new"));
        desk.document.saveAs(file);
        QCOMPARE(notesIn(file), std::string("new"));
        QCOMPARE(drafts(QFileInfo(file).path()), QStringList());
    }

private slots:
    void init()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void everyCallOfASaveMayFail_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("fromThenOn");
        QTest::addColumn<bool>("shortWrites");
        for (const bool fromThenOn : {false, true}) {
            const char* how = fromThenOn ? "from then on" : "once";
            QTest::addRow("a broken disk, %s", how) << EIO << fromThenOn << false;
            QTest::addRow("a full disk, %s", how) << ENOSPC << fromThenOn << false;
            QTest::addRow("a quota, %s", how) << EDQUOT << fromThenOn << false;
            QTest::addRow("no permission, %s", how) << EACCES << fromThenOn << false;
            QTest::addRow("a folder that is gone, %s", how) << ENOENT << fromThenOn << false;
            QTest::addRow("a disk that turns read-only, %s", how) << EROFS << fromThenOn << false;
        }
        QTest::newRow("an interrupted call") << EINTR << false << false;
        QTest::newRow("writes that take half") << 0 << false << true;
    }
    void everyCallOfASaveMayFail()
    {
        QFETCH(int, error);
        QFETCH(bool, fromThenOn);
        QFETCH(bool, shortWrites);
        const auto how = fromThenOn ? FailingCalls::How::FromThenOn : FailingCalls::How::Once;
        int refusals = 0;
        for (int number = 1;; ++number) {
            QVERIFY2(number < 200, "a save ends");
            const auto file = path("own.choke") + QString::number(number);
            Desk desk(path("state"));
            desk.note("old");
            desk.document.saveAs(file);
            desk.note("new");
            bool saved = false, hasFailed = false;
            {
                const FailingCalls calls(number, error, how, shortWrites);
                saved = isSaved(desk, file);
                hasFailed = calls.hasFailed();
            }
            QVERIFY2(saved || hasFailed, "nothing failed and it was not saved");
            verifyNothingLost(desk, file, saved);
            refusals += !saved;
            if (!hasFailed)
                break;
        }
        QVERIFY2(shortWrites ? refusals == 0 : error == EINTR || refusals >= 3, qPrintable(QString::number(refusals)));
    }
    void everyCallOfAnAutosaveMayFail()
    {
        for (const int error : {EIO, ENOSPC, EACCES})
            for (int number = 1;; ++number) {
                QVERIFY2(number < 200, "an autosave ends");
                const auto state = path("state") + QString::number(error) + QLatin1Char('_') + QString::number(number);
                auto desk = std::make_unique<Desk>(state);
                desk->note("old");
                desk->document.setAside();
                desk->note("new");
                const QSignalSpy told(&desk->document, &Document::notSetAside);
                bool hasFailed = false;
                {
                    const FailingCalls calls(number, error);
                    desk->document.setAside();
                    hasFailed = calls.hasFailed();
                }
                QVERIFY(hasFailed || told.isEmpty());
                const bool wasKept = told.isEmpty();
                QCOMPARE(desk->board.workbook().notes, std::string("new"));
                desk.reset(); // ends badly
                const auto lost = lostWork(state + QStringLiteral("/unsaved"));
                QCOMPARE(lost.size(), std::size_t{1});
                QCOMPARE(notesIn(lost.front().workbook), std::string(wasKept ? "new" : "old"));
                if (!hasFailed)
                    break;
            }
    }
    void aFullDiskKeepsTheLastGoodFileAndRoomMakesTheNextSaveGood_data() { addSmallDisk(); }
    void aFullDiskKeepsTheLastGoodFileAndRoomMakesTheNextSaveGood()
    {
        const SmallDisk disk(path("disk"), "size=256k");
        QVERIFY(disk.isThere());
        Desk desk(path("state"));
        desk.note("old");
        desk.document.saveAs(path("disk/own.choke"));
        desk.note("new");
        int refusals = 0;
        for (int left = 0; left <= 256; left += 4) { // kilobytes that the ballast leaves
            QFile ballast(path("disk/ballast"));
            QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            const QByteArray page(4096, 'x');
            while (ballast.write(page) == page.size()) {}
            QVERIFY(ballast.resize(std::max(qint64{0}, ballast.size() - left * 1024)));
            ballast.close();
            const bool saved = isSaved(desk, path("disk/own.choke"));
            QVERIFY(ballast.remove());
            refusals += !saved;
            QCOMPARE(notesIn(path("disk/own.choke")), std::string(saved ? "new" : "old"));
            if (saved)
                break;
        }
        QVERIFY(refusals > 0);
        verifyNothingLost(desk, path("disk/own.choke"), true);
    }
    void aLimitOnFileSizesKeepsTheLastGoodFile()
    {
        Desk desk(path("state"));
        desk.note("old");
        desk.document.saveAs(path("own.choke"));
        desk.note("new");
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{16 * 1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const bool saved = isSaved(desk, path("own.choke"));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!saved);
        verifyNothingLost(desk, path("own.choke"), false);
    }
    void aDiskThatBecameReadOnlyIsTold_data() { addSmallDisk(); }
    void aDiskThatBecameReadOnlyIsTold()
    {
        const SmallDisk disk(path("disk"), "size=1m");
        QVERIFY(disk.isThere());
        Desk desk(path("state"));
        desk.note("old");
        desk.document.saveAs(path("disk/own.choke"));
        desk.note("new");
        QVERIFY(disk.protect());
        QVERIFY(!isSaved(desk, path("disk/own.choke")));
        QCOMPARE(notesIn(path("disk/own.choke")), std::string("old"));
        QVERIFY(desk.document.isChanged());
        desk.document.setAside();
        QVERIFY(desk.document.setAsideAt());
        desk.document.saveAs(path("elsewhere.choke"));
        QCOMPARE(notesIn(path("elsewhere.choke")), std::string("new"));
    }
    void aFolderThatMayNotBeWrittenIsTold()
    {
        test::engine(); // read while everything may be read
        test::english();
        const WithoutRights plainUser(m_folder->path());
        QVERIFY(geteuid() != 0);
        Desk desk(path("state"));
        QDir().mkpath(path("closed"));
        desk.note("old");
        desk.document.saveAs(path("closed/own.choke"));
        desk.note("new");
        QFile::setPermissions(path("closed"), QFile::ReadOwner | QFile::ExeOwner);
        const bool saved = isSaved(desk, path("closed/own.choke"));
        QFile::setPermissions(path("closed"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!saved);
        verifyNothingLost(desk, path("closed/own.choke"), false);
    }
    void aFileThatLostItsPermissionIsTold()
    {
        Desk desk(path("state"));
        desk.note("old");
        desk.document.saveAs(path("own.choke"));
        desk.note("new");
        QFile::setPermissions(path("own.choke"), QFile::ReadOwner);
        QCOMPARE(test::errorOf([&] { desk.document.save(); }).refusal().id, std::string("file_write_protected"));
        QFile::setPermissions(path("own.choke"), QFile::ReadOwner | QFile::WriteOwner);
        verifyNothingLost(desk, path("own.choke"), false);
    }
    void aFileThatWasRemovedIsNoticedAndWrittenAgain()
    {
        Desk desk(path("state"));
        desk.note("old");
        desk.document.saveAs(path("own.choke"));
        desk.note("new");
        QVERIFY(QFile::remove(path("own.choke")));
        QVERIFY(desk.document.isFileAnother());
        desk.document.save();
        QCOMPARE(notesIn(path("own.choke")), std::string("new"));
    }
    void aFolderThatWasRemovedIsToldAndTheWorkIsSetAside()
    {
        Desk desk(path("state"));
        QDir().mkpath(path("gone"));
        desk.note("old");
        desk.document.saveAs(path("gone/own.choke"));
        desk.note("new");
        QVERIFY(QDir(path("gone")).removeRecursively());
        QCOMPARE(test::errorOf([&] { desk.document.save(); }).refusal().id, std::string("file_without_folder"));
        QVERIFY(desk.document.isChanged());
        desk.document.setAside();
        QVERIFY(desk.document.setAsideAt());
    }
    void aClockThatWasSetBackLosesNoVersionAndNoWork()
    {
        Desk desk(path("state"));
        const auto file = path("own.choke");
        desk.note("first");
        desk.document.saveAs(file);
        for (const auto& [words, years] : {std::pair("second", -1), {"third", -56}, {"fourth", 20}, {"fifth", -30}}) {
            desk.now = desk.now.addYears(years);
            desk.note(words);
            desk.document.setAside();
            QCOMPARE(desk.document.setAsideAt(), std::optional(desk.now));
            desk.document.save();
            QCOMPARE(notesIn(file), std::string(words));
            QVERIFY(!desk.document.isChanged());
        }
        std::set<std::string> kept;
        for (const auto& version : versionsOf(path("state/versions"), file))
            kept.insert(notesIn(version.file));
        QCOMPARE(kept, (std::set<std::string>{"first", "second", "third", "fourth"}));
    }
};

CHOKEPOINT_TEST(SaveFaultsTest, QCoreApplication)
#include "SaveFaultsTest.moc"
