// A person's table of facts: what is read, and what is refused with line, column and next step.
#include "api/PersonalFacts.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chokepoint;

class FactsFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<PersonalFact> read(const std::string& text) const
    {
        return readFacts(test::engine(), test::english(), text, "facts.csv", m_folder.path().toStdString());
    }
    PersonalFact one(const std::string& row) const { return read("series,period,value,low,high,class,source,scenario,baseline\n" + row + "\n").at(0); }

private slots:
    void aTableIsReadWholeAndInAnyOrder()
    {
        const auto facts = read("\xef\xbb\xbfvalue , series,period,source\r\n 41.5 ,hbm.stock,end-2026,\"a desk, \"\"two\"\" rooms\"\r\n\r\n# aside\r\n"
                                "900,revenue.us_allied_total,2026Q2,");
        QCOMPARE(facts.size(), std::size_t{2});
        QCOMPARE(facts[0].series, std::string("hbm.stock"));
        QCOMPARE(facts[0].value, 41.5);
        QCOMPARE(facts[0].source, std::string("a desk, \"two\" rooms"));
        QVERIFY(!facts[0].low && !facts[0].high && facts[0].discrepancy.empty() && facts[0].packages.empty());
        QCOMPARE(facts[1].period, std::string("2026Q2"));
    }
    void periods_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::newRow("year") << "2026" << 2026.0 << 2027.0;
        QTest::newRow("quarter") << "2026Q2" << 2026.25 << 2026.5;
        QTest::newRow("december") << "2025-12" << 2025.75 << 2026.0;
        QTest::newRow("march") << "2026-03" << 2026.0 << 2026.25;
        QTest::newRow("april") << "2026-04" << 2026.25 << 2026.5;
        QTest::newRow("end") << "end-2026" << 2027.0 << 2027.0;
        QTest::newRow("first") << "2022Q1" << 2022.0 << 2022.25;
        QTest::newRow("last") << "end-2035" << 2036.0 << 2036.0;
    }
    void periods()
    {
        QFETCH(QString, period);
        QFETCH(double, begin);
        QFETCH(double, end);
        const auto fact = one("hbm.stock," + period.toStdString() + ",40,,,,,,");
        QCOMPARE(fact.begin, begin);
        QCOMPARE(fact.end, end);
    }
    void rangesClassesAndPackages()
    {
        const auto level = one("hbm.stock,2026,40,30,50,trackers,Desk,,");
        QVERIFY(*level.low == 30 && *level.high == 50 && level.discrepancy == "trackers" && !level.isDifference());
        const auto preset = test::engine().catalogue().presets.at(1);
        const auto difference = one("hbm.stock,2028,-3,,,,," + preset.id + ",status_quo_2026");
        QVERIFY(difference.isDifference());
        QCOMPARE(difference.packages[0], preset);
        QFile file(m_folder.filePath("own.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("format = 1\nid = \"own\"\ntitle = \"Own package\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n");
        file.close();
        const auto ofFile = one("hbm.stock,2028,7,,,,,own.toml,");
        QVERIFY(ofFile.packages.size() == 1 && ofFile.packages[0].title == "Own package" && ofFile.packages[0].changes.size() == 1);
    }
    void hostileTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("says");
        const QByteArray head = "series,period,value,low,high,class,source,scenario,baseline\n";
        const auto row = [&](const char* name, const QByteArray& fields, const char* place, const char* says) {
            QTest::newRow(name) << head + "\n" + fields + "\n" << QString("facts.csv, line 3, ") + place << says;
        };
        QTest::newRow("empty") << QByteArray() << "facts.csv" << "series, period and value";
        QTest::newRow("no rows") << head << "facts.csv" << "no row";
        QTest::newRow("a column lacks") << QByteArray("# mine\nseries,value\nhbm.stock,3\n") << "facts.csv, line 2, period" << "series, period and value";
        QTest::newRow("an unknown column") << QByteArray("series,period,value,colour\n") << "facts.csv, line 1, colour" << "baseline";
        QTest::newRow("semicolons") << QByteArray("series;period;value\n") << "facts.csv, line 1, series;period;value" << "Its columns";
        QTest::newRow("a column twice") << QByteArray("series,period,value,value\n") << "facts.csv, line 1, value" << "once";
        QTest::newRow("a zero byte") << head + QByteArray("hbm.stock,2026,4\0", 17) << "facts.csv, line 2" << "zero byte";
        QTest::newRow("too few fields") << head + "hbm.stock,2026\n" << "facts.csv, line 2" << "more or fewer";
        QTest::newRow("an open quotation") << head + "hbm.stock,2026,4,,,,\"a,,\n" << "facts.csv, line 2" << "quotation";
        QTest::newRow("too many") << head + QByteArray("hbm.stock,2026,4,,,,,,\n").repeated(501) << "facts.csv, line 502" << "500";
        row("an unknown series", "hbm.stok,2026,4,,,,,,", "series", "hbm.stock");
        row("no series", ",2026,4,,,,,,", "series", "closest");
        row("a category", "accel.binding,2026,4,,,,,,", "series", "");
        row("no number", "hbm.stock,2026,much,,,,,,", "value", "unit in which the series is shown");
        row("a unit", "hbm.stock,2026,40 PB,,,,,,", "value", "unit");
        row("a comma", "hbm.stock,2026,\"4,5\",,,,,,", "value", "unit");
        row("NaN", "hbm.stock,2026,NaN,,,,,,", "value", "unit");
        row("infinity", "hbm.stock,2026,inf,,,,,,", "value", "unit");
        row("beyond doubles", "hbm.stock,2026,1e999,,,,,,", "value", "unit");
        row("absurd", "hbm.stock,2026,-1e16,,,,,,", "value", "million billion");
        row("nothing", "hbm.stock,2026,,,,,,,", "value", "unit");
        row("a low that is none", "hbm.stock,2026,4,x,,,,,", "low", "unit");
        row("low above value", "hbm.stock,2026,4,5,9,,,,", "low", "hold its value");
        row("high below value", "hbm.stock,2026,4,2,3,,,,", "high", "hold its value");
        row("no period", "hbm.stock,,4,,,,,,", "period", "end-2026");
        row("another period", "hbm.stock,FY2026,4,,,,,,", "period", "2026Q2");
        row("a fifth quarter", "hbm.stock,2026Q5,4,,,,,,", "period", "2026Q2");
        row("a thirteenth month", "hbm.stock,2026-13,4,,,,,,", "period", "2026Q2");
        row("a day", "hbm.stock,2026-01-05,4,,,,,,", "period", "2026Q2");
        row("the end of a quarter", "hbm.stock,end-2026Q1,4,,,,,,", "period", "2026Q2");
        row("too early", "hbm.stock,2021,4,,,,,,", "period", "2022 to 2035");
        row("the end before", "hbm.stock,end-2021,4,,,,,,", "period", "2022 to 2035");
        row("too late", "hbm.stock,2036Q1,4,,,,,,", "period", "2022 to 2035");
        row("an unknown class", "hbm.stock,2026,4,,,certain,,,", "class", "trackers");
        row("a class of shares", "hbm.stock,2026,4,,,hidden_shares,,,", "class", "not a share");
        row("a baseline alone", "hbm.stock,2026,4,,,,,,status_quo_2026", "baseline", "less the baseline");
        row("an unknown package", "hbm.stock,2026,4,,,,,hbm_strikt,", "scenario", "hbm_strict");
        row("a folder", "hbm.stock,2026,4,,,,,..,", "scenario", "No such file");
        row("a device", "hbm.stock,2026,4,,,,,/dev/zero,", "scenario", "No such file");
        row("a long source", "hbm.stock,2026,4,,,," + QByteArray("x").repeated(1001) + ",,", "source", "1,000");
        QTest::newRow("twice") << head + "hbm.stock,2026,4,,,,Desk,,\nhbm.stock,2026,5,,,,Desk,,\n" << "facts.csv, line 3, series" << "Line 2";
        QTest::newRow("twice in other words")
            << head + "hbm.stock,2026-05,4,,,,,,\nhbm.stock,2026Q2,5,,,,,,\n" << "facts.csv, line 3, series" << "Line 2";
    }
    void hostileTablesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, says);
        const auto error = test::errorOf([&] { read(text.toStdString()); });
        QCOMPARE(QString::fromStdString(error.place), place);
        QVERIFY2(error.reason.find(says.toStdString()) != std::string::npos, error.reason.c_str());
        QVERIFY(!error.problem.empty() && !error.remedy.empty());
        QVERIFY2(error.problem.size() < 200, error.problem.c_str());
    }
    void twoSourcesOfOneFigureAreTwoFacts()
    {
        QCOMPARE(read("series,period,value,source\nhbm.stock,2026,4,A\nhbm.stock,2026,5,B\n").size(), std::size_t{2});
    }
    void filesThatAreNoTextOrTooLargeAreRefused()
    {
        const auto write = [&](const char* name, const QByteArray& bytes) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                QTest::qFail("cannot write", __FILE__, __LINE__);
            file.close();
            return std::filesystem::path(file.fileName().toStdString());
        };
        const auto refusal = [&](const std::filesystem::path& file) {
            try {
                readFactsFile(test::engine(), test::english(), file);
            } catch (const InputError& error) {
                return error.refusal().id;
            }
            return std::string();
        };
        QCOMPARE(refusal(write("latin.csv", "series,period,value,source\nhbm.stock,2026,4,M\xfcller\n")), std::string("not_utf8"));
        QCOMPARE(refusal(write("huge.csv", QByteArray("x").repeated((1 << 20) + 1))), std::string("text_too_large"));
        QCOMPARE(refusal(m_folder.filePath("none.csv").toStdString()), std::string("text_not_read"));
        QCOMPARE(refusal(m_folder.path().toStdString()), std::string("text_not_read"));
        QCOMPARE(refusal(write("long.csv", "series," + QByteArray("\xc3\xa9").repeated(200) + "\n")), std::string("table_unknown_column"));
    }
};

CHOKEPOINT_TEST(FactsFileTest)
#include "FactsFileTest.moc"
