// Files are written whole or not at all and keep what they were, and text is read as UTF-8 only.
#include "api/Files.h"
#include "api/TerminalText.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace chokepoint;
namespace fs = std::filesystem;

class FilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
    static std::string idOf(const InputError& error) { return error.refusal().id; }

    std::size_t filesInFolder() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder.path().toStdString()), fs::directory_iterator()));
    }

private slots:
    void aNewFileHasTheUsualPermissionsAndAnOlderOneKeepsItsOwn()
    {
        const auto mask = umask(0022);
        writeFile(path("new"), "a");
        QCOMPARE(static_cast<int>(fs::status(path("new")).permissions()), 0644);
        fs::permissions(path("new"), fs::perms(0600));
        writeFile(path("new"), "bc");
        umask(mask);
        QCOMPARE(static_cast<int>(fs::status(path("new")).permissions()), 0600);
        QCOMPARE(test::readFile(path("new")), std::string("bc"));
    }
    void aWriteProtectedFileIsRefusedAndUnchanged()
    {
        writeFile(path("kept"), "old");
        fs::permissions(path("kept"), fs::perms(0444));
        const auto error = test::errorOf([&] { writeFile(path("kept"), "new"); });
        QCOMPARE(idOf(error), std::string("file_write_protected"));
        QCOMPARE(error.refusal().place.file, path("kept").string());
        QCOMPARE(test::readFile(path("kept")), std::string("old"));
    }
    void nothingIsLeftBesideTheFile()
    {
        const auto before = filesInFolder();
        writeFile(path("alone"), std::string(1 << 20, 'x'));
        QCOMPARE(filesInFolder(), before + 1);
        QCOMPARE(fs::file_size(path("alone")), std::uintmax_t(1 << 20));
    }
    void draftsOfKilledProgramsAreRemovedAndOtherFilesStay()
    {
        for (const char* name : {"run.csv.999999.part", "run.csv.notes.part", "run.csv.part", "other.csv.12.part"})
            writeFile(path(name), "half");
        writeFile(path("run.csv"), "whole");
        QVERIFY(!fs::exists(path("run.csv.999999.part")));
        QVERIFY(fs::exists(path("run.csv.notes.part")) && fs::exists(path("run.csv.part")) && fs::exists(path("other.csv.12.part")));
    }
    void aLinkIsFollowedAlsoToAFileThatIsNotThereYet()
    {
        fs::create_symlink("later", path("link"));
        writeFile(path("link"), "x");
        QVERIFY(fs::is_symlink(path("link")));
        QCOMPARE(test::readFile(path("later")), std::string("x"));
    }
    void whatCannotBeWrittenIsSaidForWhatItIs_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("id");
        QTest::newRow("a folder") << m_folder.path() << "file_is_folder";
        QTest::newRow("in no folder") << m_folder.filePath("none/at/all") << "file_without_folder";
        QTest::newRow("below a file") << "/etc/hostname/x" << "file_without_folder";
        QTest::newRow("a full device") << "/dev/full" << "file_disk_full";
    }
    void whatCannotBeWrittenIsSaidForWhatItIs()
    {
        QFETCH(QString, file);
        QFETCH(QString, id);
        QCOMPARE(QString::fromStdString(idOf(test::errorOf([&] { writeFile(file.toStdString(), "x"); }))), id);
    }
    void oneFileIsKnownByItsNames()
    {
        writeFile(path("one"), "1");
        fs::create_hard_link(path("one"), path("twin"));
        fs::create_symlink("one", path("alias"));
        QVERIFY(isSameFile(path("one"), path("twin")) && isSameFile(path("one"), path("alias")));
        QVERIFY(isSameFile(path("not_yet"), path("./x/../not_yet")));
        QVERIFY(!isSameFile(path("one"), path("not_yet")) && !isSameFile(path("not_yet"), path("nor_this")));
    }
    void textThatIsNotUtf8IsRefusedInItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("a lone byte") << QByteArray("a\nb\xff\n") << 2;
        QTest::newRow("a half character") << QByteArray("a\n\n\xc3") << 3;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << 1;
        QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80") << 1;
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << 1;
        QTest::newRow("good to the last") << QByteArray("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\xed\x9f\xbf") << 0;
    }
    void textThatIsNotUtf8IsRefusedInItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        if (line == 0) {
            QCOMPARE(checkedText(bytes.toStdString(), "t"), bytes.toStdString());
            return;
        }
        const auto error = test::errorOf([&] { checkedText(bytes.toStdString(), "t.csv"); });
        QCOMPARE(idOf(error), std::string("not_utf8"));
        QCOMPARE(error.refusal().place.file, std::string("t.csv"));
        QCOMPARE(static_cast<int>(error.refusal().place.line), line);
    }
    void aByteOrderMarkIsDroppedAndTooMuchIsRefused()
    {
        std::istringstream marked("\xef\xbb\xbf" "a"), much("12345");
        QCOMPARE(readText(marked, "s", 10), std::string("a"));
        QCOMPARE(idOf(test::errorOf([&] { readText(much, "s", 4); })), std::string("text_too_large"));
        QCOMPARE(idOf(test::errorOf([&] { readTextFile("/nowhere", 4); })), std::string("text_not_read"));
        QCOMPARE(idOf(test::errorOf([&] { readTextFile("/dev/zero", 4); })), std::string("text_not_read"));
    }
    void whatActsOnATerminalBecomesAQuestionMark()
    {
        QCOMPARE(printable("a\x1b[31m\tb\r\n"), std::string("a?[31m?b?\n"));
        QCOMPARE(printable("\xc2\x9b" "x\xe2\x80\xae" "y\xe2\x81\xa6\xd8\x9c\xe2\x80\xa8\xff"), std::string("?x?y????"));
        QCOMPARE(printable("5\xe2\x80\xaf% – é €"), std::string("5\xe2\x80\xaf% – é €"));
    }
};

CHOKEPOINT_TEST(FilesTest)
#include "FilesTest.moc"
