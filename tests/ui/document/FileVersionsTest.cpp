// Older versions of files are thinned by age and size, and the newest always stays.
#include "TestProgram.h"

#include "document/Versions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint::ui;

namespace {

const QDateTime now(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);

/// Versions of so many seconds ago, the newest first.
std::vector<KeptVersion> ofAges(const std::vector<qint64>& seconds, qint64 size = 1000)
{
    std::vector<KeptVersion> versions;
    for (const auto age : seconds)
        versions.push_back({QString::number(age), now.addSecs(-age), size});
    return versions;
}

} // namespace

class FileVersionsTest : public QObject {
    Q_OBJECT
private slots:
    void twentyOfEachAgeStay()
    {
        std::vector<qint64> ages;
        for (const qint64 begin : {0, 3600, 24 * 3600, 7 * 24 * 3600})
            for (int i = 0; i < 25; ++i)
                ages.push_back(begin + i * 60);
        const auto leave = tooMany(ofAges(ages), now);
        QCOMPARE(leave.size(), std::size_t(20));
        for (std::size_t age = 0; age < 4; ++age)
            for (std::size_t i = 0; i < 5; ++i)
                QCOMPARE(leave[age * 5 + i].file, QString::number(ages[age * 25 + 20 + i])); // the oldest five of each age
    }
    void fiftyMebibytesStayAndTheNewestAlways()
    {
        const qint64 large = 20 << 20;
        const auto leave = tooMany(ofAges({0, 1, 2, 3}, large), now);
        QCOMPARE(leave.size(), std::size_t(2));
        QCOMPARE(leave[0].file, QString("2"));
        QVERIFY(tooMany(ofAges({9}, qint64(60) << 20), now).empty());
    }
    void aClockThatWasSetBackLosesNothing() { QVERIFY(tooMany(ofAges({-3600, -60, 0}), now).empty()); }
    void copiesLieInAFolderOfTheirFile()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("a.choke"), state = folder.filePath("versions");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("first") == 5);
        out.close();
        keepVersion(state, file, now);
        const auto kept = versionsOf(state, file);
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept[0].at, now);
        QCOMPARE(kept[0].size, qint64(5));
        QVERIFY(versionsOf(state, folder.filePath("b.choke")).empty());
    }
};

CHOKEPOINT_TEST(FileVersionsTest)
#include "FileVersionsTest.moc"
