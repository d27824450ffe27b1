// chokepoint-cli compare, as its user calls it: tables, CSV and JSON that agree with the engine, and calls that are refused in words.
#include "CalledProgram.h"
#include "TestProgram.h"

#include "api/Comparison.h"
#include "api/Projection.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace chokepoint;
using test::call;

namespace {

const QStringList few{"--draws", "128"};
const QStringList outcome{"--series", "compute.china_effective", "--years", "2028"};
const QStringList pair{"compare", "--preset", "open_gates", "--preset", "full_denial"};

const QByteArray scenarioText = "format = 1\nid = \"mine\"\ntitle = \"Mine\"\nbaseline = \"status_quo_2026\"\n"
                                "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n";

double meanOf(const char* preset, const char* series, int year)
{
    return test::engine().project(test::engine().preset(preset)).annualMean(*test::engine().catalogue().findSeries(series), year);
}

} // namespace

class CompareCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString write(const char* name, const QByteArray& text)
    {
        const auto path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("the file could not be written", __FILE__, __LINE__);
        return path;
    }

private slots:
    void theSheetSaysWhatEachSetsAndWhatComesOfIt()
    {
        const auto said = call(pair + outcome + few + QStringList{"--sheet"});
        QCOMPARE(said.code, 0);
        const auto rows = QString::fromUtf8(said.out).split('\n');
        QVERIFY(rows.value(0).contains("Open gates") && rows.value(0).contains("Full denial") && rows.value(0).contains("Status quo"));
        QCOMPARE(rows.value(1).simplified(), QString("HBM sales to China Open Full denial Dec 2024 rule"));
        const auto at = rows.indexOf(QRegularExpression("^Chinese effective compute, 2028 .*"));
        QVERIFY2(at > 20, said.out);
        const auto open = meanOf("open_gates", "compute.china_effective", 2028);
        const auto before = meanOf("status_quo_2026", "compute.china_effective", 2028);
        const auto expected = QString("%1 (+%2%)").arg(open, 0, 'f', 1).arg(std::round((open / before - 1) * 100));
        QVERIFY2(rows.value(at).contains(expected), qPrintable(rows.value(at) + " has not " + expected));
        QVERIFY2(!said.out.contains("rank"), said.out);
    }
    void tablesRankEveryOutcomeAndSayWhatDiffersBetweenTwo()
    {
        const auto said = call(
            pair + QStringList{"--series", "compute.china_effective", "--series", "revenue.us_allied_total", "--years", "2028,2030"} + few);
        QCOMPARE(said.code, 0);
        QVERIFY(said.err.isEmpty());
        const auto text = QString::fromUtf8(said.out);
        for (const char* head : {"Chinese effective compute in 2028", "Chinese effective compute in 2030", "in 2030, "})
            QVERIFY2(text.contains(head), said.out);
        QCOMPARE(text.count("The whole order for"), 4);
        const auto rows = text.split('\n');
        const auto first = rows.indexOf(QRegularExpression("^Package .*"));
        QVERIFY2(rows.value(first + 1).startsWith("Open gates"), said.out);
        QVERIFY2(rows.value(first + 2).startsWith("Status quo") && rows.value(first + 2).contains("baseline"), said.out);
        QVERIFY2(rows.value(first + 3).startsWith("Full denial"), said.out);
        QVERIFY(text.contains("What differs"));
        QVERIFY2(text.contains("HBM sales to China"), said.out);
        QVERIFY2(text.contains("gives more in every run") || text.contains("gives more in over"), said.out);
        QVERIFY(!text.contains("hbm_export") && !text.contains("(s)"));
    }
    void csvHoldsTheFiguresOfTheEngine()
    {
        const auto said = call(pair + outcome + few + QStringList{"--csv", "-"});
        QCOMPARE(said.code, 0);
        const auto rows = QString::fromUtf8(said.out).trimmed().split('\n');
        QCOMPARE(rows.size(), 4);
        const auto names = rows[0].split(',');
        const auto cell = [&](int row, const char* name) { return rows[row].split(',').value(names.indexOf(name)); };
        QCOMPARE(cell(1, "package"), QString("open_gates"));
        QCOMPARE(cell(3, "package"), QString("status_quo_2026"));
        QCOMPARE(cell(3, "is_baseline"), QString("yes"));
        QCOMPARE(cell(1, "value").toDouble(), meanOf("open_gates", "compute.china_effective", 2028));
        QCOMPARE(cell(2, "change").toDouble(),
                 meanOf("full_denial", "compute.china_effective", 2028) - meanOf("status_quo_2026", "compute.china_effective", 2028));
        QCOMPARE(cell(1, "rank"), QString("1"));
        QCOMPARE(cell(2, "rank"), QString("3"));
        QCOMPARE(cell(2, "ahead_of_next"), QString());
        QCOMPARE(cell(1, "regret").toDouble(), 0.0);
        QVERIFY(cell(1, "change_p10").toDouble() <= cell(1, "change_p90").toDouble());
        for (const auto& row : rows)
            QCOMPARE(row.split(',').size(), names.size());
    }
    void jsonSaysTheSameAndLessCanBeBetter()
    {
        const auto more = call(pair + outcome + few + QStringList{"--json", "-"}).json();
        QCOMPARE(more["baseline"].toString(), QString("status_quo_2026"));
        QCOMPARE(more["better"].toString(), QString("more"));
        const auto packages = more["outcomes"].toArray()[0].toObject()["packages"].toArray();
        QCOMPARE(packages.size(), 3);
        QCOMPARE(packages[0].toObject()["share_best"].toDouble(), 1.0);
        QVERIFY(packages[1].toObject()["ahead_of_next"].isNull());
        const auto less = call(pair + outcome + few + QStringList{"--json", "-", "--less"}).json();
        const auto turned = less["outcomes"].toArray()[0].toObject()["packages"].toArray();
        QCOMPARE(turned[1].toObject()["share_best"].toDouble(), 1.0);
        QCOMPARE(turned[1].toObject()["rank"].toInt(), 1);
        const auto said = QString::fromUtf8(call(pair + outcome + few + QStringList{"--less"}).out);
        QVERIFY2(said.contains("below next") && said.contains("less than under any other package"), qPrintable(said));
        QCOMPARE(turned[1].toObject()["regret"].toDouble(), 0.0);
        QVERIFY(turned[0].toObject()["regret"].toDouble() > 0);
    }
    void threadsChangeNothingAndSeedsDo()
    {
        const QStringList asked = pair + outcome + few + QStringList{"--csv", "-"};
        const auto one = call(asked + QStringList{"--threads", "1"}).out;
        QVERIFY(!one.isEmpty());
        QCOMPARE(call(asked + QStringList{"--threads", "3"}).out, one);
        QVERIFY(call(asked + QStringList{"--seed", "2"}).out != one);
    }
    void aFileAndStandardInputAreComparedLikeAPreset()
    {
        const auto file = write("mine.toml", scenarioText);
        const auto both = call(QStringList{"compare", "--preset", "open_gates", "--scenario", file, "--csv", "-"} + outcome + few);
        QCOMPARE(both.code, 0);
        QVERIFY2(both.out.contains(",mine,no,"), both.out);
        const auto piped =
            call(QStringList{"compare", "--preset", "open_gates", "--scenario", "-", "--csv", "-"} + outcome + few, scenarioText);
        QCOMPARE(piped.out, both.out);
    }
    void anAssumptionHoldsInAllAndThoseOfAFileInNone()
    {
        const QByteArray assumed = scenarioText + "[[assumption]]\nparameter = \"accel.price_2025\"\nvalue = \"25\"\n";
        const auto ask = [&](const QByteArray& text, const QStringList& more) {
            return call(QStringList{"compare", "--scenario", write("assumed.toml", text), "--csv", "-"} + outcome + few + more).out;
        };
        const auto plain = ask(scenarioText, {});
        QVERIFY(!plain.isEmpty());
        QCOMPARE(ask(assumed, {}), plain);
        const auto under = ask(scenarioText, {"--param", "accel.price_2025=25"});
        QVERIFY(!under.isEmpty() && under != plain);
    }
    void filesAreWrittenAndNothingIsSaid()
    {
        const auto csv = m_folder.filePath("out.csv"), json = m_folder.filePath("out.json");
        const auto said = call(pair + outcome + few + QStringList{"--csv", csv, "--json", json});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.isEmpty());
        QVERIFY(test::readFile(csv.toStdString()).starts_with("series,year,package,"));
        QVERIFY(test::readFile(json.toStdString()).starts_with("{"));
    }
    void wrongCallsEndWithWordsAndCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* said) {
            QTest::newRow(name) << arguments << code << QString(said);
        };
        QStringList seven{"compare"};
        for (const auto& preset : test::engine().catalogue().presets)
            if (seven.size() < 15)
                seven << "--preset" << QString::fromStdString(preset.id);
        row("no package", QStringList{"compare"} + outcome, 1, "No package is named");
        row("seven packages", seven + outcome, 1, "7 packages are named");
        row("no series", pair + QStringList{"--years", "2028"}, 2, "--series is required");
        row("no years", pair + QStringList{"--series", "compute.us"}, 2, "--years is required");
        row("unknown series", pair + QStringList{"--series", "nothing", "--years", "2028"}, 1, "There is no series");
        row("series twice", pair + QStringList{"--series", "compute.us", "--series", "compute.us", "--years", "2028"}, 1, "named twice");
        row("a category", pair + QStringList{"--series", "accel.binding", "--years", "2028"}, 1, "is a category");
        row("a year in words", pair + QStringList{"--series", "compute.us", "--years", "next"}, 1, "is not a number");
        row("a year twice", pair + QStringList{"--series", "compute.us", "--years", "2028,2028"}, 1, "named twice");
        row("a year out of time", pair + QStringList{"--series", "compute.us", "--years", "2028,2036"}, 1, "The year 2036 is out of range");
        row("package twice", QStringList{"compare", "--preset", "open_gates", "--preset", "open_gates"} + outcome, 1, "named twice");
        row("unknown package", QStringList{"compare", "--preset", "nothing"} + outcome, 1, "There is no ready-made package");
        row("unknown baseline", pair + outcome + QStringList{"--baseline", "nothing"}, 1, "There is no ready-made package");
        row("missing file", QStringList{"compare", "--scenario", "nothing.toml"} + outcome, 1, "cannot be opened");
        row("few draws", pair + outcome + QStringList{"--draws", "63"}, 1, "out of range");
        row("many draws", pair + outcome + QStringList{"--draws", "100001"}, 1, "out of range");
        row("one target", pair + outcome + few + QStringList{"--csv", "-", "--json", "-"}, 1, "--json");
        row("no folder", pair + outcome + few + QStringList{"--csv", "/nowhere/out.csv"}, 1, "/nowhere");
        row("empty years", pair + QStringList{"--series", "compute.us", "--years", ""}, 1, "empty value");
    }
    void wrongCallsEndWithWordsAndCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto answer = call(arguments);
        QCOMPARE(answer.code, code);
        QVERIFY2(QString::fromUtf8(answer.err).contains(said), answer.err);
        QVERIFY(answer.out.isEmpty());
    }
};

CHOKEPOINT_TEST(CompareCommandTest, QCoreApplication)
#include "CompareCommandTest.moc"
