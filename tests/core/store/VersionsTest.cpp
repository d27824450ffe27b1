// The versions of equations and data move when results do, and only then.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/Versions.h"
#include "api/WorkbookFile.h"
#include "numbers/Sha256.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace chokepoint;
namespace fs = std::filesystem;

namespace {

/// What the shipped presets gave when this was written. When the test fails because equations changed: raise modelVersion. In any
/// case put the new values here; whoever opens an older workbook is then told what moved.
constexpr const char* recordedModel = "2";
constexpr const char* recordedData = "4b0deba462fda4f4eedb481c427f62d43cac1cb824e3c289030d56cea9dffecf";
constexpr const char* recordedResults = "26a3bacee1552c724fc8038c9c0b900623adba7d6e11d8dc08bde93f5b11a5a9";

std::string resultsOfPresets()
{
    numbers::Sha256 sum;
    for (const auto& preset : test::engine().catalogue().presets)
        sum.add(projectionDigest(test::engine().project(preset)));
    return sum.hex();
}

/// The version of a data book in which one table is changed.
std::string versionWith(const fs::path& folder, const std::string& table, const std::string& before, const std::string& after)
{
    fs::copy(test::sourceFolder() / "resources", folder, fs::copy_options::recursive);
    const auto file = folder / "data" / table;
    auto text = test::readFile(file);
    const auto at = text.find(before);
    if (at == std::string::npos)
        QTest::qFail("the table does not hold what is to be changed", __FILE__, __LINE__);
    text.replace(at, before.size(), after);
    std::ofstream(file) << text;
    return dataVersion(Engine(folder, test::sourceFolder() / "scenarios"));
}

} // namespace

class VersionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

private slots:
    void resultsThatMoveAskForANewVersion()
    {
        QCOMPARE(std::string(modelVersion), std::string(recordedModel));
        QCOMPARE(QString::fromStdString(dataVersion(test::engine())), QString(recordedData));
        QCOMPARE(QString::fromStdString(resultsOfPresets()), QString(recordedResults));
    }
    void aNumberOfTheDataMovesTheirVersion()
    {
        const auto row = test::readFile(test::sourceFolder() / "resources/data/parameters.csv").find("demand.sigma,elasticity,2.5,");
        QVERIFY(row != std::string::npos);
        QVERIFY(versionWith(path("number"), "parameters.csv", "demand.sigma,elasticity,2.5,", "demand.sigma,elasticity,2.4,")
                != dataVersion(test::engine()));
    }
    void aTextOfTheDataDoesNot()
    {
        QCOMPARE(versionWith(path("text"), "limits.csv", "forecast", "prophesy"), dataVersion(test::engine()));
    }
    void theDigestIsSha256()
    {
        QCOMPARE(numbers::sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        numbers::Sha256 pieces;
        pieces.add("a");
        pieces.add("bc");
        QCOMPARE(pieces.hex(), numbers::sha256("abc"));
    }
};

CHOKEPOINT_TEST(VersionsTest)
#include "VersionsTest.moc"
