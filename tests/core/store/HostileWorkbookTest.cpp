// Workbook files of others: cut, bent, or with more inside than a workbook has. They are refused with a reason, and nothing in them runs.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Files.h"
#include "api/WorkbookFile.h"

#include <QTest>

#include <sqlite3.h>

#include <cstdint>
#include <cstring>

using namespace chokepoint;

namespace {

StoredWorkbook planted()
{
    StoredWorkbook stored;
    stored.workbook = freshWorkbook(test::engine().catalogue());
    stored.workbook.notes = std::string(20'000, 'n'); // several pages
    stored.programVersion = "0.1.0";
    stored.savedAt = "2026-11-29T08:00:00Z";
    keepRuns(test::engine(), stored, stored.savedAt);
    return stored;
}

/// A workbook in which somebody has run statements with SQLite itself.
std::string bytesAfter(const std::string& statements)
{
    auto bytes = workbookBytes(planted());
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    std::memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    sqlite3_deserialize(database, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    char* fault = nullptr;
    if (sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &fault) != SQLITE_OK)
        QTest::qFail(fault, __FILE__, __LINE__);
    sqlite3_int64 after = 0;
    auto* image = sqlite3_serialize(database, "main", &after, 0);
    bytes.assign(reinterpret_cast<const char*>(image), static_cast<std::size_t>(after));
    sqlite3_free(image);
    sqlite3_close(database);
    return bytes;
}

std::string refusalOf(const std::string& bytes)
{
    return test::errorOf([&] { readWorkbook(bytes, "x.choke"); }).refusal().id;
}

/// Reads it; only a refusal of the program's own is a good end. Returns its id, or nothing when the bytes were read.
std::string endOf(const std::string& bytes)
{
    try {
        readWorkbook(bytes, "x.choke");
        return {};
    } catch (const InputError& error) {
        return error.refusal().id;
    }
}

} // namespace

class HostileWorkbookTest : public QObject {
    Q_OBJECT
private slots:
    void filesThatAreNoWorkbookAreToldSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(5000, 'a');
        QTest::newRow("a scenario") << QByteArray("format = 1\n");
        auto other = workbookBytes(planted());
        other[68] = 'X';
        QTest::newRow("another program's database") << QByteArray::fromStdString(other);
    }
    void filesThatAreNoWorkbookAreToldSo()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(refusalOf(bytes.toStdString()), std::string("workbook_no_workbook"));
    }
    void aWorkbookOfANewerProgramIsToldSo() { QCOMPARE(refusalOf(bytesAfter("PRAGMA user_version = 6")), std::string("workbook_newer")); }
    /// What the tables of a version before lack is read as a fresh workbook has it.
    void aWorkbookOfTheVersionBeforeOpensWithoutItsFlows()
    {
        const auto read = readWorkbook(
            bytesAfter("DROP TABLE flows; DROP TABLE kept_figure; DROP TABLE rehearsal; PRAGMA user_version = 3"), "x.choke");
        QVERIFY(read.workbook.view.flows == WorkbookFlows{});
        QVERIFY(read.workbook.scenarios == planted().workbook.scenarios);
    }
    void aWorkbookWithoutAVersionIsRefused()
    {
        QCOMPARE(refusalOf(bytesAfter("PRAGMA user_version = 0")), std::string("workbook_damaged"));
    }
    void aWorkbookWhoseNewestChangesLieElsewhereIsRefused()
    {
        auto bytes = workbookBytes(planted());
        bytes[18] = bytes[19] = 2; // write-ahead log
        QCOMPARE(refusalOf(bytes), std::string("workbook_in_two_files"));
    }
    void whatNoWorkbookHoldsIsRefused_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::newRow("a table more") << "CREATE TABLE extra (a)";
        QTest::newRow("a view in place of a table") << "DROP TABLE tag; CREATE VIEW tag AS SELECT 1 AS scenario, 1 AS place, 'x' AS tag";
        QTest::newRow("an endless view")
            << "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n";
        QTest::newRow("a trigger") << "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM scenario; END";
        QTest::newRow("an index of an expression") << "CREATE INDEX i ON scenario (hex(title))";
        QTest::newRow("a virtual table") << "CREATE VIRTUAL TABLE f USING fts5(a)";
        QTest::newRow("a generated column") << "ALTER TABLE tag ADD COLUMN g TEXT AS (hex(tag)) VIRTUAL";
        QTest::newRow("a table less") << "DROP TABLE tag";
        QTest::newRow("a table of the next version") << "PRAGMA user_version = 1";
        QTest::newRow("figures of the version before") << "PRAGMA user_version = 3";
        QTest::newRow("a table less than its version has") << "DROP TABLE compared_outcome";
        QTest::newRow("a table of another shape") << "DROP TABLE tag; CREATE TABLE tag (scenario, place, tag)";
    }
    void whatNoWorkbookHoldsIsRefused()
    {
        QFETCH(QString, statements);
        QCOMPARE(refusalOf(bytesAfter(statements.toStdString())), std::string("workbook_foreign_part"));
    }
    void valuesThatNoWorkbookHasAreRefused_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::newRow("no row about the workbook") << "DELETE FROM workbook";
        QTest::newRow("nothing on the table") << "UPDATE workbook SET on_table = 'nowhere'";
        QTest::newRow("a year out of time") << "UPDATE workbook SET year = 1999";
        QTest::newRow("a quarter that is none") << "UPDATE scenario SET start = '2027Q5'";
        QTest::newRow("a kind that is none") << "UPDATE chart SET view = 'upside down'";
        QTest::newRow("a switch of three") << "UPDATE chart SET strip = 2";
        QTest::newRow("an endless ramp") << "INSERT INTO change VALUES (1, 0, 'hbm_cap_units', '3', NULL, 9223372036854775807)";
        QTest::newRow("a change of nothing") << "INSERT INTO change VALUES (77, 0, 'hbm_export', 'open', NULL, 1)";
        QTest::newRow("a figure beyond numbers") << "UPDATE figure SET value = 9e999";
        QTest::newRow("bytes that are no text") << "UPDATE scenario SET title = CAST(x'C3' AS TEXT)";
        QTest::newRow("no row about the comparison") << "DELETE FROM comparison";
        QTest::newRow("a rank by nothing") << "UPDATE comparison SET ranked_by = 3";
        QTest::newRow("an outcome out of time") << "INSERT INTO compared_outcome VALUES (0, 'talent.us', 2099)";
        QTest::newRow("no row about the flows") << "DELETE FROM flows";
        QTest::newRow("a map of no quarter") << "UPDATE flows SET quarter = '2036Q1'";
        QTest::newRow("two of one title")
            << "INSERT INTO scenario SELECT 2, 1, 'b', title, '', '', baseline, '', start, '', '', '' FROM scenario";
        QTest::newRow("two of one id")
            << "INSERT INTO scenario SELECT 2, 1, id, 'b', '', '', baseline, '', start, '', '', '' FROM scenario";
    }
    void valuesThatNoWorkbookHasAreRefused()
    {
        QFETCH(QString, statements);
        QCOMPARE(refusalOf(bytesAfter(statements.toStdString())), std::string("workbook_damaged"));
    }
    void moreThanAnyWorkbookHoldsIsRefused()
    {
        QCOMPARE(refusalOf(bytesAfter("WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < 4000) "
                                      "INSERT INTO change SELECT 1, x, 'hbm_export', 'open', NULL, 1 FROM n")),
                 std::string("workbook_too_much"));
    }
    void textsOfManyMegabytesAreRefusedAsDamage()
    {
        QCOMPARE(refusalOf(bytesAfter("UPDATE workbook SET notes = CAST(zeroblob(10000000) AS TEXT)")), std::string("workbook_damaged"));
    }
    void aWorkbookThatEndsAnywhereIsRefused()
    {
        const auto bytes = workbookBytes(planted());
        for (std::size_t size = 0; size < bytes.size(); size += 512)
            QVERIFY2(!endOf(bytes.substr(0, size)).empty(), std::to_string(size).c_str());
    }
    void aBitThatIsTurnedEndsInAWorkbookOrARefusal()
    {
        const auto bytes = workbookBytes(planted());
        std::uint64_t state = 20261129;
        int refused = 0;
        for (int i = 0; i < 3000; ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            auto bent = bytes;
            bent[(state >> 20 & 0xFFFFFF) % bytes.size()] ^= static_cast<char>(1 << (state >> 60 & 7));
            refused += !endOf(bent).empty();
        }
        QVERIFY(refused > 100); // most turned bits lie in texts and free space
    }
    void titlesThatLookLikeMarkupAndPathsStayTexts()
    {
        auto stored = planted();
        stored.workbook.scenarios[0].scenario.title = "<img src='/etc/passwd'> ../../x '; DROP TABLE scenario; --";
        QVERIFY(readWorkbook(workbookBytes(stored), "x") == stored);
    }
};

CHOKEPOINT_TEST(HostileWorkbookTest)
#include "HostileWorkbookTest.moc"
