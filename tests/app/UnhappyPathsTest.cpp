// chokepoint-cli where something is wrong around it: disks, permissions, bytes, and numbers that are none.
#include "CalledProgram.h"
#include "TestProgram.h"

#include "api/ScenarioText.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace chokepoint;
using test::call, test::callIn, test::callProgram, test::Outcome;
namespace fs = std::filesystem;

namespace {

const char* const scenarioHead = "format = 1\nid = \"own\"\ntitle = \"Own\"\n";

} // namespace

class UnhappyPathsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }
    QString write(const char* name, const QByteArray& text)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write the test file", __FILE__, __LINE__);
        return file.fileName();
    }
    static QByteArray read(const QString& file) { return QByteArray::fromStdString(test::readFile(file.toStdString())); }

    /// A copy of the data book in which one table is changed.
    QString dataBookWith(const char* folder, const std::string& table, const std::function<void(QByteArray&)>& change)
    {
        const fs::path copy = path(folder).toStdString();
        fs::copy(test::sourceFolder() / "resources", copy, fs::copy_options::recursive);
        const auto file = QString::fromStdString((copy / "data" / table).string());
        auto text = read(file);
        change(text);
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            QTest::qFail("cannot write the table", __FILE__, __LINE__);
        return path(folder);
    }

private slots:
    void aWrongTableOfFactsIsToldWithItsPlace()
    {
        const auto file = write("facts.csv", "series,period,value\nhbm.stock,2026,40\nhbm.stok,2026,\x1b[31m40\n");
        const auto wrong = call({"backtest", "--facts", file});
        QVERIFY(wrong.code == 1 && wrong.out.isEmpty());
        QVERIFY2(wrong.err.contains("facts.csv, line 3, series") && wrong.err.contains("hbm.stock") && wrong.err.contains("next: "), wrong.err);
        write("facts.csv", "series,period,value\nhbm.stock,2026,\x1b[31m40\n");
        const auto acting = call({"backtest", "--facts", file}).err;
        QVERIFY2(acting.contains("line 2, value") && !acting.contains('\x1b'), acting);
    }
    void aPrivateFileStaysPrivate()
    {
        const auto file = write("private.csv", "old");
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(call({"run", "--csv", file}).code, 0);
        QVERIFY(read(file).startsWith("quarter,"));
        QCOMPARE(static_cast<int>(fs::status(file.toStdString()).permissions()), 0600);
    }
    void aWriteProtectedFileIsRefusedInWords()
    {
        const auto file = write("protected.csv", "old");
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
        const auto outcome = call({"run", "--csv", file});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("write-protected") && outcome.err.contains("protected.csv"), outcome.err);
        QCOMPARE(read(file), QByteArray("old"));
    }
    void aFullDiskLeavesTheOlderFileAndNothingBeside()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("full.csv");
        QVERIFY(QFile(write("x", "old")).copy(file));
        const auto outcome = callIn("ulimit -f 1; exec \"$0\" \"$@\"", {"run", "--csv", file});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("disk is full") && outcome.err.contains("next:"), outcome.err);
        QCOMPARE(read(file), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"full.csv"});
    }
    void aKilledProgramLeavesTheWholeFileOrTheOlderOne()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("report.csv");
        QElapsedTimer timer;
        timer.start();
        const auto whole = call({"report", "--csv", "-"}).out;
        const auto usual = timer.elapsed();
        for (int i = 0; i < 8; ++i) {
            QVERIFY(QFile(write("old", "old")).copy(file) || QFile::exists(file));
            QProcess process;
            process.start(test::calledProgram(), {"report", "--csv", file});
            QVERIFY(process.waitForStarted());
            process.waitForFinished(static_cast<int>(usual * (12 + i) / 20));
            process.kill();
            process.waitForFinished();
            QVERIFY(read(file) == "old" || read(file) == whole);
            // Killed between the two names of its file, it leaves the whole content under the first; the next write sweeps that away.
            for (const auto& name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden))
                QVERIFY2(name == "report.csv" || (name.endsWith(".part") && read(folder.filePath(name)) == whole), qPrintable(name));
            QFile::remove(file);
        }
        QCOMPARE(call({"report", "--csv", file}).code, 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"report.csv"});
    }
    void twoOptionsMayNotNameOneFile()
    {
        const auto report = path("same.csv");
        QCOMPARE(call({"report", "--csv", report}).code, 0);
        const auto bytes = read(report);
        QVERIFY(QFile::link(report, path("link.csv")));
        for (const auto& other : {report, m_folder.path() + "/./same.csv", path("link.csv")}) {
            const auto outcome = call({"report", "--csv", report, "--against", other});
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains("name the same file"), outcome.err);
        }
        QCOMPARE(read(report), bytes);
        const auto samples = callProgram("/bin/sh", {"-c", "cd \"$1\" && exec \"$0\" ensemble --draws 5 --at 2030Q1 --samples ./s --csv s", test::calledProgram(), m_folder.path()});
        QCOMPARE(samples.code, 1);
        QVERIFY(!QFile::exists(path("s")));
        // a result does not take the place of what it is made from
        const auto scenario = write("own.toml", writeScenario(test::engine().preset("open_gates"), test::engine().catalogue()).c_str());
        const auto text = read(scenario);
        for (const auto& wrong : {QStringList{"run", scenario, "--csv", scenario},
                                  {"tornado", "--scenario", scenario, "--series", "accel.dies", "--csv", scenario},
                                  {"export", "--format", "csv", scenario, "--scenario", scenario},
                                  {"export", "--format", "csv", scenario, "--baseline", scenario}}) {
            const auto outcome = call(wrong);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains("name the same file"), outcome.err);
            QCOMPARE(read(scenario), text);
        }
        const auto workbook = path("own.choke");
        QCOMPARE(call({"workbook", "new", workbook}).code, 0);
        const auto whole = read(workbook);
        QCOMPARE(call({"workbook", "export", workbook, "--out", workbook}).code, 1);
        QCOMPARE(read(workbook), whole);
    }
    void aReportFromASpreadsheetIsRead()
    {
        auto text = call({"report", "--csv", "-"}).out;
        text.replace("\n", "\r\n");
        const auto outcome = call({"report", "--against", write("windows.csv", "\xef\xbb\xbf" + text)});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.startsWith("0 of "), outcome.out.left(200));
    }
    void bytesThatAreNoCharactersAreRefusedWithFileAndLine()
    {
        const QByteArray bad = "caf\xe9";
        const auto report = call({"report", "--against", write("latin.csv", "preset,series,quarter,value\n" + bad + ",b,2030Q1,1\n")});
        QCOMPARE(report.code, 1);
        QVERIFY2(report.err.contains("latin.csv, line 2") && report.err.contains("UTF-8"), report.err);
        const auto scenario = call({"run", "--scenario", write("latin.toml", scenarioHead + ("description = \"" + bad + "\"\n"))});
        QCOMPARE(scenario.code, 1);
        QVERIFY2(scenario.err.contains("latin.toml, line 4") && scenario.err.contains("UTF-8"), scenario.err);
        const auto book = dataBookWith("latin", "series.csv", [&](QByteArray& text) { text.insert(text.indexOf('\n', text.indexOf('\n') + 1), bad); });
        const auto table = call({"--resources", book, "run"});
        QCOMPARE(table.code, 1);
        QVERIFY2(table.err.contains("series.csv, line 2") && table.err.contains("UTF-8"), table.err);
    }
    void errorsInAScenarioNameFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        const QByteArray good = "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n";
        QTest::newRow("an unknown level") << good + "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"ajar\"\n" << QByteArray("line 7");
        QTest::newRow("an unknown measure") << good + "[[change]]\nmeasure = \"hbm_import\"\nlevel = \"open\"\n" << QByteArray("line 7");
        QTest::newRow("an assumption out of range") << good + "[assumptions]\n\"cxmt.build\" = \"20\"\n\"cxmt.learning\" = \"99\"\n" << QByteArray("line 9");
        QTest::newRow("an unknown parameter") << good + "[[assumption]]\nparameter = \"hbm.magic\"\nvalue = \"1\"\n" << QByteArray("line 7");
    }
    void errorsInAScenarioNameFileAndLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        const auto outcome = call({"run", "--scenario", write("wrong.toml", scenarioHead + text)});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("wrong.toml, " + line), outcome.err);
    }
    void aScenarioComesFromStandardInput()
    {
        const QByteArray text = scenarioHead + QByteArray("[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n");
        QCOMPARE(call({"run", "--csv", "-", "--scenario", "-"}, text).out, call({"run", "--csv", "-", "--scenario", write("in.toml", text)}).out);
        const auto bare = call({"run", "--csv", "-", "-"}, text);
        QCOMPARE(bare.code, 0);
        QCOMPARE(bare.out, call({"run", "--csv", "-", write("in.toml", text)}).out);
        QVERIFY(bare.out != call({"run", "--csv", "-"}).out);
        QCOMPARE(call({"run", "-", "--preset", "open_gates"}, text).code, 2);
        const auto wrong = call({"check", "-"}, text + "[[change]]\n");
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("standard input, line 7"), wrong.err);
        QCOMPARE(call({"run", "--scenario", "-"}, QByteArray(2 << 20, '#')).code, 1);
    }
    void aDataBookWithoutNumbersIsRefusedWithSeriesAndQuarter()
    {
        const auto book = dataBookWith("divided", "parameters.csv", [](QByteArray& text) {
            text.replace("accel.price_2025,USD k/H100e,30.0,22.0,", "accel.price_2025,USD k/H100e,0,0,");
        });
        const auto outcome = call({"--resources", book, "run"});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("gives no number for") && outcome.err.contains("2022 Q1"), outcome.err);
    }
    void aWrongCallSpeaksInFourParts_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("an unknown option") << QStringList{"run", "--fast"} << QByteArray("--fast");
        QTest::newRow("nothing") << QStringList{} << QByteArray("chokepoint-cli --help");
        QTest::newRow("a missing option") << QStringList{"sobol"} << QByteArray("--series");
        QTest::newRow("an unknown word") << QStringList{"run", "--arithmetic", "roman"} << QByteArray("roman");
        QTest::newRow("two that exclude each other") << QStringList{"run", "--preset", "a", "--scenario", "b"} << QByteArray("run --help");
        QTest::newRow("an option that acts") << QStringList{"run", "--\x1b[31m"} << QByteArray("--?[31m");
    }
    void aWrongCallSpeaksInFourParts()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const auto outcome = call(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.startsWith("chokepoint-cli: ") && outcome.err.contains("where:") && outcome.err.contains("why:") && outcome.err.contains("next:")
                     && outcome.err.contains(says),
                 outcome.err);
        QVERIFY(!outcome.err.contains('\x1b'));
    }
    void adviceNamesAnOptionThatTheCommandHas()
    {
        const QString closed = "exec \"$0\" \"$@\" >/dev/full";
        QVERIFY(callIn(closed, {"run", "--csv", "-"}).err.contains("--csv FILE"));
        QVERIFY(callIn(closed, {"equations"}).err.contains("--file FILE"));
        const auto json = callIn(closed, {"catalogue", "series", "--json"});
        QCOMPARE(json.code, 1);
        QVERIFY2(!json.err.contains("--csv") && json.err.contains("another place"), json.err);
        QCOMPARE(callIn(closed, {"run"}).code, 1);
    }
    void drawsWithoutAnAnswerAreCountedApart()
    {
        const QStringList nothing{"prim", "--series", "hbm.home", "--over", "hbm.home_capacity", "--of", "value", "--at", "2022Q1", "--at-least", "0", "--draws", "200"};
        const auto none = call(nothing);
        QCOMPARE(none.code, 0);
        QVERIFY2(none.out.contains("200 of 200 runs have no answer") && !none.out.contains("holds"), none.out);
        // shares are of the draws with an answer: where there is one, a series over itself is 1
        const QStringList itself{"prim", "--series", "demand.unspent", "--over", "demand.unspent", "--of", "value", "--at", "2030Q4", "--at-least", "1", "--draws", "200", "--json"};
        const auto json = QJsonDocument::fromJson(call(itself).out).object();
        QVERIFY(json["unanswered"].toInt() > 0 && json["unanswered"].toInt() < 200);
        QCOMPARE(json["share"].toDouble(), 1.0);
        const auto indices = call({"sobol", "--series", "hbm.home", "--over", "hbm.home_capacity", "--of", "value", "--at", "2022Q1", "--points", "64"});
        QCOMPARE(indices.code, 0);
        QVERIFY2(indices.out.contains("64 of 64 points have no answer") && !indices.out.contains("Assumption"), indices.out);
    }
    void whatDoesNotVaryIsSaidAndHeadsNameTheQuestion()
    {
        for (const char* command : {"sobol", "tornado"}) {
            const auto points = command == QByteArray("sobol") ? QStringList{"--points", "64", "--resamples", "0"} : QStringList{};
            const auto still = call(QStringList{command, "--series", "hbm.stock", "--at", "2022Q1"} + points);
            QCOMPARE(still.code, 0);
            QVERIFY2(still.out.contains("Nothing varies") && !still.out.contains("grade\n"), still.out);
            const auto moved = call(QStringList{command, "--series", "hbm.stock", "--preset", "open_gates", "--at", "2030Q4"} + points);
            QVERIFY2(moved.out.startsWith("Question: ") && moved.out.contains("“Open gates") && moved.out.contains("less “") && moved.out.contains("2030 Q4"),
                     moved.out.left(400));
        }
    }
    void intervalsNeedResamples()
    {
        const QStringList common{"sobol", "--series", "hbm.stock", "--preset", "open_gates", "--at", "2030Q4", "--points", "64"};
        const auto none = call(common + QStringList{"--resamples", "0"});
        QVERIFY2(none.code == 0 && !none.out.contains("interval") && !QString::fromUtf8(none.out).contains(QRegularExpression("\\d to \\d")), none.out);
        QVERIFY(call(common + QStringList{"--resamples", "0", "--csv", "-"}).out.split('\n')[1].contains(",,"));
        QCOMPARE(call(common + QStringList{"--resamples", "1"}).code, 1);
        QVERIFY(call(common + QStringList{"--resamples", "2"}).out.contains("intervals"));
    }
    void aFirstOrderShareIsNeverAboveItsTotal()
    {
        const auto out = call({"sobol", "--series", "hbm.stock", "--preset", "open_gates", "--at", "2030Q4", "--points", "64", "--resamples", "0", "--csv", "-"}).out;
        int rows = 0;
        for (const auto& line : out.split('\n').mid(1)) {
            const auto fields = line.split(',');
            if (fields.size() < 8)
                continue;
            QVERIFY2(fields[2].toDouble() <= fields[5].toDouble(), line);
            rows += fields[5].toDouble() > 0;
        }
        QVERIFY(rows > 5);
    }
    void aTornadoOfTheChangeIsTheDifferenceOverTheBaseline()
    {
        const auto json = QJsonDocument::fromJson(call({"tornado", "--series", "hbm.stock", "--preset", "open_gates", "--at", "2030Q4", "--of", "change", "--json"}).out).object();
        const auto before = json["central"].toDouble() - json["central_difference"].toDouble();
        QVERIFY(std::fabs(json["central_change"].toDouble() - json["central_difference"].toDouble() / before) < 1e-9);
        const auto bar = json["bars"].toArray().first().toObject();
        const auto low = bar["value_low"].toDouble() - bar["difference_low"].toDouble();
        QVERIFY(std::fabs(bar["change_low"].toDouble() - bar["difference_low"].toDouble() / low) < 1e-9);
        const auto text = call({"tornado", "--series", "hbm.stock", "--preset", "open_gates", "--at", "2030Q4", "--of", "change"});
        QVERIFY2(text.code == 0 && text.out.contains("change from the baseline") && text.out.contains("%"), text.out.left(400));
    }
    void causesNameTheInputThatBindsAndAuditsGroupDigits()
    {
        const auto causes = call({"causes", "--series", "accel.binding", "--depth", "1"}).out;
        QVERIFY2(!causes.split('\n')[0].contains("which input") && !causes.split('\n')[0].contains("3.0"), causes.left(200));
        const auto audit = call({"audit", "--preset", "open_gates"}).out;
        QVERIFY2(audit.contains("1,112.5"), audit.left(800));
    }
};

CHOKEPOINT_TEST(UnhappyPathsTest, QCoreApplication)
#include "UnhappyPathsTest.moc"
