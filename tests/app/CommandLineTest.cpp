// chokepoint-cli as its user calls it: output, exit codes, and messages that help.
#include "CalledProgram.h"
#include "TestProgram.h"

#include "api/InstructionSet.h"
#include "api/Projection.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace chokepoint;
using test::call;

class CommandLineTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write the test file", __FILE__, __LINE__);
        return file.fileName();
    }

private slots:
    void csvIsTheGoldenRun()
    {
        const auto outcome = call({"run", "--preset", "status_quo_2026", "--csv", "-"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.err.isEmpty());
        const auto file = write("out.csv", outcome.out);
        const auto run = test::readReferenceRun(file.toStdString());
        const auto golden = test::readReferenceRun(test::sourceFolder() / "tests" / "golden" / "status_quo_2026.csv");
        QCOMPARE(run.series.size(), golden.series.size());
        for (std::size_t i = 0; i < run.values.size(); ++i) {
            const auto same = static_cast<std::size_t>(std::ranges::find(golden.series, run.series[i]) - golden.series.begin());
            const auto& expected = golden.values.at(same);
            for (std::size_t q = 0; q < run.values[i].size(); ++q)
                QVERIFY(test::agrees(run.values[i][q], expected[q], std::ranges::max(expected))); // no series of the record is negative
        }
        QVERIFY(outcome.out.startsWith("quarter,world.spend,") && outcome.out.contains("\n2022Q1,") && !outcome.out.contains('\r'));
        QVERIFY(!outcome.out.contains(".0,") && !outcome.out.contains(".0\n"));
    }
    void csvReadsBackAsTheSameBits()
    {
        const auto file = write("again.csv", call({"run", "--set", "hbm_export=open@2028Q3", "--csv", "-"}).out);
        auto scenario = test::engine().preset("status_quo_2026");
        scenario.changes = {{"hbm_export", "open", test::quarter("2028Q3"), 1}};
        QVERIFY(test::readReferenceRun(file.toStdString()).values == test::engine().project(scenario).series);
    }
    void csvGoesToAFile()
    {
        const auto path = m_folder.filePath("run.csv");
        QCOMPARE(call({"run", "--csv", path}).code, 0);
        QCOMPARE(QByteArray::fromStdString(test::readFile(path.toStdString())), call({"run", "--csv", "-"}).out);
        QVERIFY(!QFile::exists(path + ".part"));
    }
    void aDeviceIsWrittenToAndALinkIsFollowed()
    {
        QCOMPARE(call({"run", "--csv", "/dev/full"}).code, 1);
        QVERIFY(!QFileInfo("/dev/full").isFile());
        const auto target = write("target.csv", "old"), link = m_folder.filePath("link.csv");
        QVERIFY(QFile::link(target, link));
        QCOMPARE(call({"run", "--csv", link}).code, 0);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(test::readFile(target.toStdString()).starts_with("quarter,"));
        QCOMPARE(call({"run", "--csv", m_folder.path()}).code, 1);
    }
    void controlCharactersOfATitleDoNotReachTheTerminal()
    {
        const auto outcome = call({"run", "--scenario", write("escape.toml", "format = 1\nid = \"a\"\ntitle = \"\\u001b[31mred\"\n")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(!outcome.out.contains('\x1b') && outcome.out.startsWith("?[31mred"));
    }
    void decimalArithmeticAgrees()
    {
        const auto file = write("decimal.csv", call({"run", "--preset", "open_gates", "--arithmetic", "decimal", "--csv", "-"}).out);
        const auto exact = test::readReferenceRun(file.toStdString());
        const auto line = test::engine().project(test::engine().preset("open_gates"));
        for (std::size_t i = 0; i < exact.values.size(); ++i)
            for (std::size_t q = 0; q < exact.values[i].size(); ++q)
                QVERIFY(std::fabs(exact.values[i][q] - line.series[i][q]) <= 1e-9 * std::fabs(exact.values[i][q]) + 1e-9);
    }
    void withoutCsvItPrintsATableForPeople()
    {
        const auto outcome = call({"run", "--preset", "hbm_strict"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains("HBM sales to China: Strictly policed from 2027"));
        QVERIFY(outcome.out.contains("Bottleneck of Chinese AI-chip output"));
    }
    void theOtherSideAnswersByRules()
    {
        const QStringList harsh{"run", "--set", "affiliates_50=in_force"};
        const auto plain = call(harsh);
        const auto answered = call(harsh + QStringList{"--reactions", "shipped"});
        QVERIFY(plain.code == 0 && answered.code == 0 && !plain.out.contains("in answer to"));
        QVERIFY(answered.out.contains("Rare earths: 0.1% rule from April 2027, in answer to “Affiliates rule: 50% rule”"));
        QVERIFY(!call(harsh + QStringList{"--reactions", "shipped", "--least-chance", "0.9"}).out.contains("in answer to"));
        // the answers are changes like any other
        const auto csv = call(harsh + QStringList{"--reactions", "shipped", "--least-chance", "0.8", "--csv", "-"});
        QCOMPARE(csv.out, call(harsh + QStringList{"--set", "cn_rare_earth=oct2025@2027Q2", "--csv", "-"}).out);
        const auto file = write("rules.txt", "when affiliates_50=in_force after 4 answer cn_boeing=0 chance 1\nwhen pigs fly\n");
        const auto refused = call(harsh + QStringList{"--reactions", file});
        QVERIFY(refused.code == 1 && refused.err.contains("no reaction rule") && refused.err.contains("rules.txt, line 2"));
        QCOMPARE(call(harsh + QStringList{"--reactions", "shipped", "--least-chance", "0.5", "--reaction-seed", "3"}).code, 2);
        for (const auto* of : {"--least-chance", "--reaction-seed"}) { // of rules that nobody named
            const auto alone = call(harsh + QStringList{of, "1"});
            QVERIFY2(alone.code == 2 && alone.err.contains("--reactions"), alone.err);
        }
    }
    void scenarioFileIsTheSameAsItsPreset()
    {
        const auto file = QString::fromStdString((test::sourceFolder() / "scenarios" / "05_full_denial.toml").string());
        QCOMPARE(call({"run", "--scenario", file, "--csv", "-"}).out, call({"run", "--preset", "full_denial", "--csv", "-"}).out);
    }
    void catalogueListsEverything_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("count");
        QTest::newRow("measures") << "measures" << 53;
        QTest::newRow("series") << "series" << 126;
        QTest::newRow("parameters") << "parameters" << 359;
        QTest::newRow("sources") << "sources" << 589;
        QTest::newRow("presets") << "presets" << 14;
        QTest::newRow("levels") << "levels" << 40;
    }
    void catalogueListsEverything()
    {
        QFETCH(QString, what);
        QFETCH(int, count);
        const auto json = QJsonDocument::fromJson(call({"catalogue", what, "--json"}).out);
        QCOMPARE(json.isArray() ? json.array().size() : json.object().size(), count);
        QCOMPARE(call({"catalogue", what}).code, 0);
    }
    void checkTellsGoodFilesFromBadOnes()
    {
        const auto good = write("good.toml", "format = 1\nid = \"a\"\ntitle = \"A\"\n");
        const auto bad = write("bad.toml", "format = 1\nid = \"a\"\ntitle = \"A\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"ajar\"\n");
        QCOMPARE(call({"check", good}).code, 0);
        const auto outcome = call({"check", good, bad});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.err.contains("bad.toml") && outcome.err.contains("ajar"));
    }
    void wrongInputExitsWithOneAndWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* says) { QTest::newRow(name) << arguments << QByteArray(says); };
        row("an unknown preset", {"run", "--preset", "utopia"}, "status_quo_2026");
        row("an unknown measure", {"run", "--set", "hbm_import=open"}, "catalogue measures");
        row("an unknown level", {"run", "--set", "hbm_export=ajar"}, "hbm3_cap");
        row("a number out of range", {"run", "--set", "hbm_cap_units=21"}, "0 to 20");
        row("a number that is NaN", {"run", "--set", "hbm_cap_units=nan"}, "0 to 20");
        row("a quarter out of time", {"run", "--from", "2040Q1"}, "2035Q4");
        row("a quarter out of time in --set", {"run", "--set", "hbm_export=open@2021Q4"}, "2035Q4");
        row("an unknown parameter", {"run", "--param", "hbm.magic=1"}, "catalogue parameters");
        row("a fixed parameter", {"run", "--param", "drug.spill=0.2"}, "fixed");
        row("a file that is not there", {"run", "--scenario", "/nowhere.toml"}, "/nowhere.toml");
        row("a folder without a data book", {"--resources", "/tmp", "run"}, ".csv");
        row("a target that cannot be written", {"run", "--csv", "/nowhere/at/all.csv"}, "/nowhere/at/all.csv");
    }
    void wrongInputExitsWithOneAndWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const auto outcome = call(arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains("where:") && outcome.err.contains("why:") && outcome.err.contains("next:"), outcome.err);
        QVERIFY2(outcome.err.contains(says), outcome.err);
    }
    void wrongCallsExitWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("an unknown command") << QStringList{"predict"};
        QTest::newRow("an unknown option") << QStringList{"run", "--fast"};
        QTest::newRow("a --set without a value") << QStringList{"run", "--set", "hbm_export"};
        QTest::newRow("a preset and a scenario") << QStringList{"run", "--preset", "open_gates", "--scenario", "x.toml"};
        QTest::newRow("an unknown arithmetic") << QStringList{"run", "--arithmetic", "roman"};
        QTest::newRow("an unknown catalogue") << QStringList{"catalogue", "dreams"};
        QTest::newRow("check without a file") << QStringList{"check"};
    }
    void wrongCallsExitWithTwo()
    {
        QFETCH(QStringList, arguments);
        const auto outcome = call(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
    }
    void hostileFilesAreRefusedQuickly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("ten megabytes of brackets") << QByteArray(10 << 20, '[');
        QTest::newRow("not UTF-8") << QByteArray("format = 1\nid = \"\xc3\x28\"\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a deep nest") << QByteArray("format = 1\nid = ") + QByteArray(500000, '[');
    }
    void hostileFilesAreRefusedQuickly()
    {
        QFETCH(QByteArray, text);
        const auto outcome = call({"run", "--scenario", write("hostile.toml", text)});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.err.contains("hostile.toml") && outcome.err.contains("next:"));
    }
    void ensembleWritesQuantilesThatDoNotDependOnThreads()
    {
        const auto one = call({"ensemble", "--draws", "200", "--seed", "3", "--threads", "1", "--series", "compute.china,talent.us"});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.startsWith("series,quarter,mean,p025,p05,p10,p25,p50,p75,p90,p95,p975\ncompute.china,2022Q1,"));
        QCOMPARE(one.out.count('\n'), 1 + 2 * 56);
        QVERIFY(QJsonDocument::fromJson(one.err).object().contains("simulate_ms"));
        QCOMPARE(call({"ensemble", "--draws", "200", "--seed", "3", "--threads", "2", "--series", "compute.china,talent.us"}).out, one.out);
        QVERIFY(call({"ensemble", "--draws", "200", "--seed", "4", "--series", "compute.china,talent.us"}).out != one.out);
    }
    void ensembleWritesTheSameBytesOnEveryInstructionSet()
    {
        const QStringList common{"ensemble", "--draws", "301", "--preset", "grand_bargain", "--from", "2025Q3"};
        const auto baseline = call(common + QStringList{"--isa", "baseline"});
        QCOMPARE(baseline.code, 0);
        QVERIFY(baseline.err.contains("\"isa\":\"baseline\""));
        for (const auto set : supportedSets())
            QCOMPARE(call(common + QStringList{"--isa", QString::fromLatin1(nameOf(set).data())}).out, baseline.out);
        for (const auto set : {InstructionSet::V3, InstructionSet::V4})
            if (!isSupported(set)) {
                const auto refused = call(common + QStringList{"--isa", QString::fromLatin1(nameOf(set).data())});
                QCOMPARE(refused.code, 1);
                QVERIFY(refused.err.contains("This processor lacks"));
            }
    }
    void ensembleWritesSingleDrawsOfAQuarter()
    {
        const auto file = m_folder.filePath("samples.csv");
        const auto outcome = call({"ensemble", "--draws", "5", "--seed", "9", "--series", "compute.china,talent.us", "--samples", file, "--at", "2030Q4"});
        QCOMPARE(outcome.code, 0);
        const auto lines = QString::fromStdString(test::readFile(file.toStdString())).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QString("draw,compute.china,talent.us"));
        // the median of five draws is one of them
        QStringList values;
        for (const auto& line : lines.mid(1))
            values << line.split(',')[1];
        const auto row = QString::fromUtf8(outcome.out).split('\n').filter("compute.china,2030Q4").first().split(',');
        QVERIFY(values.contains(row[7]));
    }
    void ensembleRefusesWhatItCannotDo()
    {
        QCOMPARE(call({"ensemble", "--isa", "v9"}).code, 1);
        const auto same = m_folder.filePath("same.csv");
        QCOMPARE(call({"ensemble", "--draws", "5", "--csv", same, "--samples", same, "--at", "2030Q1"}).code, 1);
        QVERIFY(!QFile::exists(same));
        QCOMPARE(call({"ensemble", "--draws", "5", "--samples", m_folder.filePath("s.csv")}).code, 1);
        QCOMPARE(call({"ensemble", "--draws", "5", "--at", "2030Q1"}).code, 1);
        QCOMPARE(call({"ensemble", "--draws", "5", "--samples", m_folder.filePath("s.csv"), "--at", "2050Q1"}).code, 1);
        QCOMPARE(call({"ensemble", "--draws", "0"}).code, 1);
        QCOMPARE(call({"ensemble", "--series", "compute.mars"}).code, 1);
        QCOMPARE(call({"ensemble", "--series", "accel.binding", "--draws", "10"}).code, 1);
        QCOMPARE(call({"ensemble", "--draws", "many"}).code, 2);
    }
    void drawPrintsTheSampledParameters()
    {
        const auto outcome = call({"draw", "--seed", "3", "--index", "12"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out.count('\n'), 224);
        QVERIFY(outcome.out.startsWith("world.growth_2027="));
        // a run with exactly these parameters can be asked for
        QStringList arguments{"run", "--csv", "-"};
        for (const auto& line : outcome.out.trimmed().split('\n'))
            arguments << "--param" << QString::fromUtf8(line);
        QCOMPARE(call(arguments).code, 0);
    }
    void slopesNameKinksAndDoNotDependOnThreads()
    {
        const auto one = call({"slopes", "--series", "drug.workforce", "--csv", "-", "--threads", "1"});
        QCOMPARE(one.code, 0);
        QCOMPARE(one.out.count('\n'), 1 + (359 + 59) * 56);
        QVERIFY(one.out.contains(",kink,") && one.out.contains(",smooth,"));
        QCOMPARE(call({"slopes", "--series", "drug.workforce", "--csv", "-", "--threads", "2"}).out, one.out);
        const auto json = QJsonDocument::fromJson(call({"slopes", "--at", "2029Q2", "--json"}).out).object();
        QCOMPARE(json["at"].toString(), QString("2029Q2"));
        QCOMPARE(json["slopes"].toArray().size(), 359 + 59);
        QVERIFY(call({"slopes"}).out.contains("in 2030 Q4"));
        QCOMPARE(call({"marginal", "--each-quarter"}).out.count('\n'), 57);
        QCOMPARE(call({"slopes", "--series", "accel.binding"}).code, 1);
        QCOMPARE(call({"slopes", "--at", "2040Q1"}).code, 1);
    }
    void equationsAreWrittenInEveryFormat()
    {
        QVERIFY(call({"equations"}).out.startsWith("# Chokepoint"));
        QVERIFY(call({"equations", "--format", "html"}).out.startsWith("<!DOCTYPE html>"));
        const auto xmile = call({"equations", "--format", "xmile", "--preset", "open_gates"}).out;
        QVERIFY(xmile.startsWith("<?xml") && xmile.contains("Open gates"));
        const auto json = QJsonDocument::fromJson(call({"equations", "--json"}).out).object();
        QVERIFY(json["equations"].toArray().size() > 190);
        QVERIFY(json["unit_check"].toObject()["mismatches"].toArray().isEmpty());
        QCOMPARE(call({"equations", "--format", "prose"}).code, 2);
    }
    void causesComparePresentAndBaseline()
    {
        const auto text = call({"causes", "--series", "hbm.inflow", "--preset", "open_gates"}).out;
        QVERIFY2(text.contains("(baseline ") && !text.contains("hbm."), text);
        const auto json = QJsonDocument::fromJson(call({"causes", "--series", "hbm.inflow", "--json"}).out).object();
        QCOMPARE(json["self"].toObject()["id"].toString(), QString("hbm.inflow"));
        QCOMPARE(json["causes"].toArray().size(), 4);
        QCOMPARE(call({"causes", "--series", "hbm.magic"}).code, 1);
    }
    void auditAndBacktestPrintTextAndJson()
    {
        QVERIFY(call({"audit", "--preset", "grand_bargain"}).out.contains("all hold"));
        QVERIFY(QJsonDocument::fromJson(call({"audit", "--json"}).out).object()["identities"].toArray().size() > 20);
        QCOMPARE(call({"audit", "--decimals", "20"}).code, 1);
        const auto text = call({"backtest", "--draws", "40"}).out;
        QVERIFY2(text.startsWith("The model was fitted") && text.contains("cannot test the model") && text.contains("sources C and D"), text);
        const auto json = QJsonDocument::fromJson(call({"backtest", "--draws", "40", "--json"}).out).object();
        QCOMPARE(json["rows"].toArray().first().toObject()["series"].toString(), QString("hbm.stock"));
        QCOMPARE(call({"backtest", "--draws", "2"}).code, 1);
    }
    void backtestSaysWhetherTheBandsAreRight()
    {
        const auto text = call({"backtest", "--draws", "40"}).out;
        QVERIFY2(text.contains("The bands are ") && text.contains("The rule: ") && text.contains("Without one series"), text);
        const auto json = QJsonDocument::fromJson(call({"backtest", "--draws", "40", "--json"}).out).object();
        const auto coverage = json["coverage"].toObject();
        QCOMPARE(coverage["figures"].toInt(), 101);
        QCOMPARE(coverage["expected50"].toDouble(), 50.5);
        int inBins = 0, inClasses = 0;
        for (const auto& count : json["histogram"].toObject()["counts"].toArray())
            inBins += count.toInt();
        for (const auto& one : json["coverage_by_class"].toArray())
            inClasses += one.toObject()["in80"].toInt();
        QCOMPARE(inBins, 101);
        QCOMPARE(inClasses, coverage["in80"].toInt());
        QVERIFY(json["verdict"].toObject()["sentence"].toString().contains(QString::number(coverage["in80"].toInt())));
        QCOMPARE(json["without_one_series"].toArray().size(), json["series"].toArray().size());
    }
    void backtestJudgesFactsOfOnesOwn()
    {
        const auto file = m_folder.filePath("facts.csv");
        {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write("series,period,value,low,high,class,source,scenario,baseline\n"
                      "hbm.stock,end-2025,40,8,80,,\"Desk, own count\",,\n"
                      "open.token_china,2026-05,500,,,,,,\n"
                      "compute.china_effective,2030,8,,,,,open_gates,status_quo_2026\n");
        }
        const auto text = call({"backtest", "--facts", file, "--draws", "40"}).out;
        QVERIFY2(text.startsWith("Your own facts") && text.contains("cannot be said from 3 series") && text.contains("Open gates less"), text);
        QVERIFY(text.indexOf("Misses") < text.indexOf("Hits") && text.contains("40 observed (8.0 to 80)"));
        const auto json = QJsonDocument::fromJson(call({"backtest", "--facts", file, "--draws", "40", "--json"}).out).object();
        const auto facts = json["facts"].toArray();
        QCOMPARE(facts.size(), 3);
        for (const auto& one : facts) {
            const auto fact = one.toObject();
            for (const char* name : {"value", "median", "p10", "p90", "p05", "p95"})
                QVERIFY2(fact[name].isDouble(), name);
            QVERIFY(fact["p05"].toDouble() < fact["p10"].toDouble() && fact["p10"].toDouble() < fact["median"].toDouble());
            QVERIFY(fact["median"].toDouble() < fact["p90"].toDouble() && fact["p90"].toDouble() < fact["p95"].toDouble());
            const double value = fact["value"].toDouble();
            QCOMPARE(fact["inside80"].toBool(), fact["p10"].toDouble() <= value && value <= fact["p90"].toDouble());
            QCOMPARE(fact["inside90"].toBool(), fact["p05"].toDouble() <= value && value <= fact["p95"].toDouble());
        }
        QCOMPARE(facts[0].toObject()["value"].toDouble(), 40.0);
        QCOMPARE(facts[0].toObject()["class"].toString(), QString("hidden"));
        QCOMPARE(facts[0].toObject()["source"].toString(), QString("Desk, own count"));
        QVERIFY(!facts[1].toObject()["inside90"].toBool() && facts[1].toObject()["p95"].toDouble() > 1); // per cent
        QCOMPARE(facts[2].toObject()["class"].toString(), QString());
        const auto csv = call({"backtest", "--facts", file, "--draws", "40", "--csv", "-"}).out;
        QCOMPARE(csv.count('\n'), 4);
        QVERIFY2(csv.contains("hbm.stock,end-2025,40,8,80,hidden,\"Desk, own count\",,,"), csv);
        const auto wrong = call({"backtest", "--facts", m_folder.filePath("none.csv")});
        QVERIFY(wrong.code == 1 && wrong.out.isEmpty() && wrong.err.contains("cannot be opened"));
    }
    void reportFindsWhatChangedBetweenVersions()
    {
        const auto file = m_folder.filePath("report.csv");
        QCOMPARE(call({"report", "--csv", file}).code, 0);
        QVERIFY(call({"report", "--against", file}).out.startsWith("0 of 1,764 series"));
        auto text = QByteArray::fromStdString(test::readFile(file.toStdString()));
        const auto at = text.indexOf("hbm_strict,hbm.stock,2030Q1,");
        text.replace(at, text.indexOf('\n', at) - at, "hbm_strict,hbm.stock,2030Q1,999");
        text.replace("open_gates,talent.us,", "open_gates,talent.them,");
        const auto other = write("other.csv", text);
        const auto outcome = call({"report", "--against", other});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.startsWith("3 of 1,764 series") && outcome.out.contains("hbm.stock: 1 quarter differs, most in 2030Q1: 999 before"), outcome.out);
        QCOMPARE(QJsonDocument::fromJson(call({"report", "--against", other, "--json"}).out).object()["differences"].toArray().size(), 3);
        QCOMPARE(call({"report", "--against", write("no_report.csv", "a,b\n1,2\n")}).code, 1);
        QCOMPARE(call({"report", "--against", write("bad_row.csv", "preset,series,quarter,value\na,b,2030Q1,lots\n")}).code, 1);
        QCOMPARE(call({"report"}).code, 2);
    }
    void everyCommandOfTheHelpIsDescribedAndRefusesAnUnknownOption()
    {
        const auto lines = QString::fromUtf8(call({"--help"}).out).split('\n');
        const auto manual = QString::fromStdString(test::readFile(test::sourceFolder() / "packaging" / "man" / "chokepoint-cli.1"));
        const auto first = lines.indexOf("Subcommands:") + 1;
        QVERIFY(first > 0);
        int count = 0;
        for (const auto& line : lines.mid(first)) {
            if (line.isEmpty())
                break;
            const auto name = line.trimmed().section(' ', 0, 0), help = line.trimmed().section(' ', 1).trimmed();
            const auto outcome = call({name, "--help"});
            QCOMPARE(outcome.code, 0);
            QVERIFY2(!help.isEmpty() && QString::fromUtf8(outcome.out).startsWith(help), outcome.out);
            QCOMPARE(call({name, "--no-such-option"}).code, 2);
            QVERIFY2(manual.contains(QRegularExpression("^\\.(B|BR|SS) (Of )?.*\\b" + name + "\\b", QRegularExpression::MultilineOption)),
                     qPrintable("not in the manual page: " + name));
            ++count;
        }
        QVERIFY(count >= 20);
    }
    void helpAndVersionExitWithZero()
    {
        QVERIFY(call({"--help"}).out.contains("catalogue"));
        QCOMPARE(call({"--version"}).code, 0);
        QVERIFY(call({"run", "--help"}).out.contains("MEASURE=SETTING"));
    }
};

CHOKEPOINT_TEST(CommandLineTest, QCoreApplication)
#include "CommandLineTest.moc"
