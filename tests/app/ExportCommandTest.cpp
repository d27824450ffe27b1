// chokepoint-cli export: its files are opened by other programs, which must find the numbers of the run in them.
#include "CalledProgram.h"
#include "TestProgram.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;
using test::call, test::callIn, test::callProgram, test::Outcome;
namespace fs = std::filesystem;

class ExportCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static QByteArray read(const QString& file) { return QByteArray::fromStdString(test::readFile(file.toStdString())); }
    static QList<QByteArrayList> rows(const QByteArray& csv)
    {
        QList<QByteArrayList> list;
        for (const auto& line : csv.trimmed().split('\n'))
            list << line.split(',');
        return list;
    }
    /// What another program says; fails the test when it is not there or fails.
    static QByteArray saidBy(const QString& program, const QStringList& arguments)
    {
        const auto file = QStandardPaths::findExecutable(program);
        const auto outcome = callProgram(file, arguments);
        if (file.isEmpty() || outcome.code != 0)
            QTest::qFail((program.toUtf8() + " failed: " + outcome.err + outcome.out).constData(), __FILE__, __LINE__);
        return outcome.out;
    }
    static QStringList exporting(const QStringList& more)
    {
        return QStringList{"export",  "--preset", "full_denial", "--series",  "compute.china_effective,accel.dies",
                           "--draws", "128",      "--date",      "2026-11-29"}
             + more;
    }

private slots:
    void aSpreadsheetOpensInLibreOfficeWithTheNumbersOfTheRun()
    {
        const auto sheet = path("numbers.xlsx");
        QCOMPARE(call(exporting({"--format", "xlsx", sheet})).code, 0);
        // every sheet as CSV of its own, with all digits, and formulas as they are written
        saidBy("soffice",
               {"--headless", "-env:UserInstallation=file://" + path("profile"), "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1", "--outdir", m_folder.path(), sheet});
        const auto data = rows(read(path("numbers-Data.csv")));
        const auto same = rows(call(exporting({"--format", "csv", "-"})).out);
        QCOMPARE(data.size(), same.size());
        QCOMPARE(data.size(), 1 + 2 * quarterCount);
        for (qsizetype r = 1; r < data.size(); ++r) {
            QCOMPARE(data[r].size(), same[r].size());
            for (qsizetype c = 0; c < data[r].size(); ++c) {
                bool isNumber = false;
                const double here = data[r][c].toDouble(&isNumber), there = same[r][c].toDouble();
                if (isNumber)
                    QVERIFY2(std::abs(here - there) <= 1e-12 * std::abs(there), data[r][c] + " instead of " + same[r][c]);
                else
                    QCOMPARE(data[r][c], same[r][c]);
            }
        }
        QVERIFY(read(path("numbers-Summary.csv")).contains("Full denial"));
        QVERIFY(read(path("numbers-Codebook.csv")).contains("compute.china_effective"));
        QVERIFY(read(path("numbers-Sources.csv")).contains("Authors"));
        const auto parts = saidBy("unzip", {"-Z1", sheet});
        QVERIFY2(parts.contains("xl/charts/chart1.xml") && parts.contains("xl/charts/chart2.xml"), parts);
        QVERIFY(saidBy("unzip", {"-p", sheet, "xl/worksheets/sheet2.xml"}).contains("state=\"frozen\""));
        QVERIFY(saidBy("unzip", {"-p", sheet, "docProps/core.xml"}).contains("2026-11-29T"));
    }
    void noNameOfAScenarioRunsInASpreadsheet()
    {
        QFile file(path("hostile.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "format = 1\nid = \"hostile\"\ntitle = \"=cmd|' /C calc'!A0\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n");
        file.close();
        const QStringList hostile{"export",  "--scenario", file.fileName(), "--series",   "accel.dies",
                                  "--draws", "64",         "--date",        "2026-11-29", "--format"};
        const auto sheet = path("hostile.xlsx");
        QCOMPARE(call(hostile + QStringList{"xlsx", sheet}).code, 0);
        for (const char* part :
             {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"}) {
            const auto xml = saidBy("unzip", {"-p", sheet, QLatin1String(part)});
            QVERIFY2(!xml.contains("<f>") && !xml.contains("<hyperlink"), part);
        }
        const auto chart = saidBy("unzip", {"-p", sheet, "xl/charts/chart1.xml"});
        QVERIFY2(!chart.contains("<c:f>cmd"), chart.left(2000));
        QVERIFY(saidBy("unzip", {"-p", sheet, "xl/sharedStrings.xml"}).contains("=cmd|"));
        const auto csv = call(hostile + QStringList{"csv", "-"}).out;
        QVERIFY2(csv.contains("\n\"'=cmd|") && !csv.contains("\n=cmd"), csv.left(400));
        const auto iamc = call(hostile + QStringList{"iamc", "-"}).out;
        QVERIFY2(iamc.contains(",\"'=cmd|") && !iamc.contains(",=cmd"), iamc.left(400));
    }
    void aNameIsNoHeadingLinkOrControlInBundleAndSpreadsheet()
    {
        const auto file = path("name.toml");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("format = 1\nid = \"own_name\"\ntitle = \"=1\\n# <b>[x](y)\\u0001\\u001b\\u202e\\\"\"\ndescription = \"d\"\n"
                  "baseline = \"status_quo_2026\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nfrom = \"2027Q1\"\n");
        out.close();
        const QStringList head{"export", "--scenario", file, "--series", "accel.dies", "--draws", "64", "--format"};
        const auto bundle = path("name.zip"), sheet = path("name.xlsx");
        for (const auto& [form, to] : {std::pair("bundle", bundle), std::pair("xlsx", sheet)}) {
            const auto made = call(head + QStringList{QLatin1String(form), to});
            QVERIFY2(made.code == 0, made.err);
        }
        const auto readme = saidBy("unzip", {"-p", bundle, "README.md"}), citation = saidBy("unzip", {"-p", bundle, "CITATION.cff"});
        QVERIFY2(readme.startsWith("# =1 \\# \\<b\\>\\[x\\](y)  \", compared"), readme.left(80));
        QVERIFY2(citation.contains("title: \"=1 # <b>[x](y)  \\\", compared"), citation);
        for (const auto* part : {"xl/charts/chart1.xml", "docProps/core.xml", "xl/sharedStrings.xml"}) {
            const auto xml = saidBy("unzip", {"-p", sheet, QLatin1String(part)});
            QVERIFY2(std::ranges::none_of(xml, [](char c) { return c != '\n' && c != '\r' && c != '\t' && c >= 0 && c < 0x20; }), part);
        }
    }
    void aBundleHoldsAllThatBelongsToTheDataAndMakesItAgain()
    {
        const auto bundle = path("bundle.zip");
        const auto made = call(exporting(
            {"--set", "hbm_export=open@2029Q1", "--param", "hbm.relax_share=0.11", "--by", "year", "--format", "bundle", bundle}));
        QVERIFY2(made.code == 0, made.err);
        const auto names = saidBy("unzip", {"-Z1", bundle}).trimmed().split('\n');
        for (const char* name : {"README.md", "data.csv", "codebook.csv", "sources.csv", "equations.md", "scenario.toml", "baseline.toml",
                                 "share-code.txt", "command.txt", "CITATION.cff", "LICENSE.txt"})
            QVERIFY2(names.contains(name), name);
        const auto folder = path("unpacked");
        saidBy("unzip", {"-q", bundle, "-d", folder});
        const auto data = read(folder + "/data.csv"), command = read(folder + "/command.txt").trimmed();
        QVERIFY2(command.startsWith("chokepoint-cli export "), command);
        QVERIFY(QFile::remove(folder + "/data.csv"));
        const auto again = callProgram(
            "/bin/sh", {"-c", "cd \"$1\" && exec \"$0\" " + QString::fromUtf8(command).section(' ', 1), test::calledProgram(), folder});
        QVERIFY2(again.code == 0, again.err);
        QVERIFY(read(folder + "/data.csv") == data);
        const auto code = QString::fromUtf8(read(folder + "/share-code.txt").trimmed());
        const auto decoded = call({"code", "decode", code});
        QVERIFY2(decoded.out.contains("hbm_export") && decoded.out.contains("2029Q1"), decoded.out + decoded.err);
        QVERIFY(saidBy("unzip", {"-l", bundle}).contains("1980-01-01 00:00"));
    }
    void theSameCallGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : {"csv", "xlsx", "iamc", "bundle"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void theSameCallGivesTheSameBytes()
    {
        QFETCH(QString, format);
        const auto first = call(exporting({"--format", format, "-", "--threads", "1"}));
        QVERIFY2(first.code == 0 && first.out.size() > 1000, first.err);
        const auto second = callIn("TZ=Asia/Tokyo LC_ALL=C exec \"$0\" \"$@\"", exporting({"--format", format, "-", "--threads", "2"}));
        QVERIFY(first.out == second.out);
    }
    void aFullDiskLeavesTheOlderFileAndNothingBeside_data() { theSameCallGivesTheSameBytes_data(); }
    void aFullDiskLeavesTheOlderFileAndNothingBeside()
    {
        QFETCH(QString, format);
        QTemporaryDir folder;
        const auto file = folder.filePath("full");
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const auto outcome = callIn("ulimit -f 2; exec \"$0\" \"$@\"", exporting({"--format", format, file}));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("next:"), outcome.err);
        QCOMPARE(read(file), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"full"});
    }
    void anOverwrittenFileKeepsItsPermissions()
    {
        const auto file = path("private.xlsx");
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(call(exporting({"--format", "xlsx", file})).code, 0);
        QCOMPARE(static_cast<int>(fs::status(file.toStdString()).permissions()), 0600);
    }
    void wrongCallsAreRefusedInWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("years turned round") << QStringList{"--format", "csv", "-", "--years", "2030-2024"} << 1
                                            << QByteArray("2030 to 2024 run backward");
        QTest::newRow("no years") << QStringList{"--format", "csv", "-", "--years", "soon"} << 1 << QByteArray("names no years");
        QTest::newRow("a year outside") << QStringList{"--format", "csv", "-", "--years", "2020-2024"} << 1
                                        << QByteArray("2020 is out of range");
        QTest::newRow("quarters of IAMC") << QStringList{"--format", "iamc", "-", "--by", "quarter"} << 1 << QByteArray("no quarters");
        QTest::newRow("no day") << QStringList{"--format", "csv", "-", "--date", "2026-02-30"} << 1 << QByteArray("is no day");
        QTest::newRow("an unknown format") << QStringList{"--format", "pdf", "-"} << 2 << QByteArray("pdf");
        QTest::newRow("no file") << QStringList{"--format", "csv"} << 2 << QByteArray("file");
        QTest::newRow("an unknown baseline") << QStringList{"--format", "csv", "-", "--baseline", "quo"} << 1 << QByteArray("quo");
        QTest::newRow("a category") << QStringList{"--format", "csv", "-", "--series", "accel.binding"} << 1 << QByteArray("category");
    }
    void wrongCallsAreRefusedInWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto outcome = call(QStringList{"export"} + arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.out.isEmpty() && outcome.err.contains(says), outcome.err);
    }
    void yearsAndBaselineAreThoseOfTheCall()
    {
        const auto csv = rows(call({"export", "--format", "csv", "-", "--preset", "grand_bargain", "--baseline", "full_denial", "--series",
                                    "accel.dies", "--years", "2028-2029", "--by", "year", "--draws", "0"})
                                  .out);
        QCOMPARE(csv.size(), 3);
        QCOMPARE(csv[1][0], QByteArray("Grand bargain"));
        QCOMPARE(csv[1][1], QByteArray("Full denial"));
        QCOMPARE(csv[2][5], QByteArray("2029"));
        QVERIFY(csv[1][7].isEmpty() && !csv[1][6].isEmpty());
    }
};

CHOKEPOINT_TEST(ExportCommandTest)
#include "ExportCommandTest.moc"
