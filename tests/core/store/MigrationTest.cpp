// The ladder of workbook files: those of every older version are read whole, and a save writes them as the newest.
#include "TestData.h"
#include "TestProgram.h"

#include "api/WorkbookFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;

namespace {

/// Made by a program of that version.
std::filesystem::path fileOf(int version)
{
    return test::sourceFolder() / "tests" / "core" / "store" / "files" / ("tables_" + std::to_string(version) + ".choke");
}

int versionIn(const std::string& bytes) { return bytes[63]; }

} // namespace

class MigrationTest : public QObject {
    Q_OBJECT
private slots:
    void aFileOfAnOlderVersionIsReadWholeAndSavedAsTheNewest_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
        QTest::newRow("4") << 4;
    }
    void aFileOfAnOlderVersionIsReadWholeAndSavedAsTheNewest()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        const auto file = folder.filePath("old.choke").toStdString();
        std::filesystem::copy_file(fileOf(version), file);
        QCOMPARE(versionIn(test::readFile(file)), version);
        const auto before = readWorkbookFile(file);
        QVERIFY(before.workbook.scenarios.size() > 1 && !before.runs.empty());
        QVERIFY(before.workbook.news.empty() && before.layers.empty());
        QVERIFY(before.workbook.view.figures.empty());
        QVERIFY(before.rehearsals.empty());
        editWorkbookFile(file, [](StoredWorkbook&) {});
        QCOMPARE(versionIn(test::readFile(file)), 5);
        QVERIFY(before.workbook.view.flows == WorkbookFlows{});
        QVERIFY(readWorkbookFile(file) == before);
        editWorkbookFile(file, [](StoredWorkbook& stored) {
            stored.workbook.news = {{"2027-01-01", "news", {}, {}, {}, {}}};
            stored.workbook.view.figures = {{"figure", "origin"}};
            stored.rehearsals = {{"rehearsal", "title", "2027-01-01", false, 0, "talks", "sheet", ""}};
        });
        QCOMPARE(readWorkbookFile(file).rehearsals.size(), std::size_t{1});
        QCOMPARE(readWorkbookFile(file).workbook.view.figures.size(), std::size_t{1});
        QCOMPARE(readWorkbookFile(file).workbook.news.size(), std::size_t{1});
        QVERIFY(readWorkbookFile(file).workbook.scenarios == before.workbook.scenarios);
    }
    void aFileThatOnlySaysItIsOfAnotherVersionIsRefused()
    {
        auto bytes = workbookBytes(readWorkbookFile(fileOf(1)));
        for (const int version : {1, 2, 3, 4}) {
            bytes[63] = static_cast<char>(version);
            QCOMPARE(test::errorOf([&] { readWorkbook(bytes, "x"); }).refusal().id, std::string("workbook_foreign_part"));
        }
        auto newer = test::readFile(fileOf(1));
        newer[63] = 3;
        QCOMPARE(test::errorOf([&] { readWorkbook(newer, "x"); }).refusal().id, std::string("workbook_foreign_part"));
    }
};

CHOKEPOINT_TEST(MigrationTest)
#include "MigrationTest.moc"
