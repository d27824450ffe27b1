// The commands that explain results, as their user calls them: output, JSON, CSV, exit codes and messages.
#include "CalledProgram.h"
#include "TestProgram.h"

#include "api/Claims.h"
#include "api/Projection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace chokepoint;
using test::call;

namespace {

const QStringList compute{"--series", "compute.china_effective", "--at", "2030Q4"};

} // namespace

class WhyCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void attributeWritesItsJson()
    {
        const auto outcome = call(QStringList{"attribute", "--preset", "hbm_strict", "--set", "us_tariff=50", "--json"} + compute);
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.err.isEmpty());
        const auto json = outcome.json();
        QStringList keys = json.keys();
        keys.sort();
        QCOMPARE(keys, (QStringList{"at", "baseline", "interactions", "method", "series", "shares", "standard_error", "total", "unit"}));
        QCOMPARE(json["at"].toString(), QString("2030Q4"));
        QCOMPARE(json["method"].toString(), QString("exact"));
        QCOMPARE(json["baseline"].toString(), QString("status_quo_2026"));
        QCOMPARE(json["standard_error"].toDouble(), 0.0);
        double sum = 0;
        for (const auto& share : json["shares"].toArray()) {
            QCOMPARE(share.toObject().keys(), (QStringList{"measure", "share"}));
            sum += share.toObject()["share"].toDouble();
            if (share.toObject()["measure"].toString() == "us_tariff")
                QCOMPARE(share.toObject()["share"].toDouble(), 0.0);
        }
        QVERIFY(json["total"].toDouble() < 0 && std::fabs(sum - json["total"].toDouble()) < 1e-12);
        QCOMPARE(json["shares"].toArray().size(), 7);
        QCOMPARE(json["interactions"].toArray().size(), 21);
        QCOMPARE(json["interactions"].toArray()[0].toObject().keys(), (QStringList{"a", "b", "value"}));
    }
    void attributeComparesWithAnotherPreset()
    {
        const auto json =
            call(QStringList{"attribute", "--preset", "china_ask_2025", "--baseline", "hbm_strict", "--json"} + compute).json();
        const auto at = [](const char* preset) {
            return test::engine()
                .project(test::engine().preset(preset))
                .at(*test::engine().catalogue().findSeries("compute.china_effective"), test::quarter("2030Q4"));
        };
        QVERIFY(std::fabs(json["total"].toDouble() - (at("china_ask_2025") - at("hbm_strict"))) < 1e-12);
    }
    void aYearIsTheMeanOfItsQuartersAndTheLastYearIsMeantWithoutOne()
    {
        const auto& engine = test::engine();
        const auto row = *engine.catalogue().findSeries("compute.china_effective");
        const auto run = engine.project(engine.preset("hbm_strict")), reference = engine.project(engine.preset("status_quo_2026"));
        const auto totalOf = [](const QStringList& when) {
            return call(QStringList{"attribute", "--preset", "hbm_strict", "--series", "compute.china_effective", "--json"} + when).json();
        };
        const auto of2030 = totalOf({"--at", "2030"});
        QCOMPARE(of2030["at"].toString(), QString("2030"));
        QVERIFY(std::fabs(of2030["total"].toDouble() - (run.annualMean(row, 2030) - reference.annualMean(row, 2030))) < 1e-12);
        QVERIFY(std::fabs(totalOf({})["total"].toDouble() - (run.annualMean(row, 2035) - reference.annualMean(row, 2035))) < 1e-12);
        const auto said =
            call({"tornado", "--preset", "hbm_strict", "--series", "compute.china_effective", "--at", "2030", "--rows", "1"}).out;
        QVERIFY2(said.contains("in 2030, ") && !said.contains("2030 Q"), qPrintable(said.mid(0, 200)));
    }
    void attributeSpeaksToPeopleAndWritesEveryQuarter()
    {
        const auto text = call(QStringList{"attribute", "--preset", "hbm_strict"} + compute);
        QVERIFY(text.code == 0 && (text.out.contains("Most of it comes from") || text.out.contains("takes away"))
                && !text.out.contains("hbm_"));
        const auto csv = call(QStringList{"attribute", "--preset", "hbm_strict", "--draws", "20", "--csv", "-"} + compute);
        QCOMPARE(csv.out.count('\n'), 1 + 56 * 6);
        QVERIFY(csv.out.startsWith("series,quarter,measure,share,standard_error,alone,total,share_p10,share_p50,share_p90\n"));
    }
    void attributeTakesGroupsWhereMeasuresAreMany()
    {
        const auto sampled = call(QStringList{"attribute", "--preset", "full_denial", "--permutations", "100", "--json"} + compute).json();
        QCOMPARE(sampled["method"].toString(), QString("sampled"));
        QVERIFY(sampled["standard_error"].toDouble() > 0);
        const auto groups = call(QStringList{"attribute", "--preset", "full_denial", "--groups", "--json"} + compute).json();
        QCOMPARE(groups["method"].toString(), QString("exact"));
    }
    void wrongCallsEndWithWordsAndCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* said) {
            QTest::newRow(name) << arguments << code << QString(said);
        };
        row("no series", {"attribute", "--preset", "hbm_strict"}, 2, "--series is required");
        row("unknown series", {"attribute", "--series", "nothing"}, 1, "There is no series");
        row("category", {"attribute", "--series", "accel.binding"}, 1, "is a category");
        row("quarter", {"attribute", "--series", "compute.china", "--at", "2040Q1"}, 1, "neither a year nor a quarter");
        row("year", {"tornado", "--series", "compute.china", "--at", "2036"}, 1, "neither a year nor a quarter");
        row("baseline", {"attribute", "--series", "compute.china", "--baseline", "nothing"}, 1, "There is no ready-made package");
        row("two series as JSON", {"attribute", "--series", "compute.china,compute.us", "--json"}, 1, "JSON holds one series");
        row("tornado of a ratio", {"tornado", "--series", "compute.china", "--over", "compute.us"}, 1, "Leave --over out");
        row("few points", {"sobol", "--series", "compute.china", "--points", "2"}, 1, "out of range");
        row("no bound", {"prim", "--series", "compute.china"}, 1, "No limit is given");
        row("two bounds", {"prim", "--series", "compute.china", "--at-least", "1", "--at-most", "2"}, 2, "excludes");
        row("bound in words", {"seek", "--series", "compute.china", "--at-least", "much"}, 1, "is not a number");
        row("unknown measure", {"seek", "--series", "compute.china", "--at-least", "1", "--measures", "nothing"}, 1, "There is no measure");
        row("unknown claim", {"claim", "nothing"}, 1, "There is no claim");
        row("one package", {"value", "hbm_strict", "--series", "compute.china"}, 1, "Two packages");
        row("three packages", {"value", "hbm_strict", "open_gates", "full_denial", "--series", "compute.china"}, 1, "3 are named");
        row("regret of one", {"regret", "hbm_strict", "--series", "compute.china"}, 1, "Two or more packages");
        row("package twice", {"regret", "hbm_strict", "hbm_strict", "--series", "compute.china"}, 1, "named twice");
        row("unknown package", {"regret", "hbm_strict", "nothing", "--series", "compute.china"}, 1, "There is no ready-made package");
        row("missing file", {"value", "hbm_strict", "nothing.toml", "--series", "compute.china"}, 1, "cannot be opened");
        row("unit of a category", {"marginal", "--series", "accel.binding"}, 1, "is a category");
        row("unit too late", {"marginal", "--since", "2036Q1"}, 1, "not a quarter");
        row("empty series", {"sobol", "--series", ""}, 1, "empty value");
        row("empty preset", {"tornado", "--preset", "", "--series", "compute.china"}, 1, "--preset");
        row("empty number", {"attribute", "--series", "compute.china", "--draws", ""}, 1, "empty value");
        row("empty claim", {"claim", ""}, 1, "empty value");
        row("negative seed", {"sobol", "--series", "compute.china", "--seed=-1"}, 1, "from 0 to 18446744073709551615");
        row("seed too large", {"prim", "--series", "compute.china", "--at-least", "1", "--seed", "18446744073709551616"}, 1,
            "out of range");
        row("negative draws", {"claim", "hbm_choke_point", "--draws=-5"}, 1, "out of range");
        row("threads too many", {"slopes", "--threads", "257"}, 1, "out of range");
        row("threads beyond any number", {"slopes", "--threads", "99999999999999999999"}, 1, "out of range");
        row("depth", {"causes", "--series", "compute.china", "--depth", "7"}, 1, "from 1 to 6");
        row("number in words", {"sobol", "--series", "compute.china", "--points", "many"}, 2, "many");
        row("two forms of equations", {"equations", "--format", "xmile", "--json"}, 1, "Two output formats");
    }
    void wrongCallsEndWithWordsAndCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto outcome = call(arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(said.toUtf8()), outcome.err.constData());
    }
    void tornadoAndSobolNameAssumptions()
    {
        const auto table = call(QStringList{"tornado", "--preset", "open_gates", "--rows", "3"} + compute);
        QVERIFY(table.code == 0 && table.out.contains("source") && !table.out.contains("world."));
        const auto tornado = call(QStringList{"tornado", "--preset", "open_gates", "--json"} + compute).json();
        QVERIFY(tornado["bars"].toArray().size() > 20);
        const auto sobol =
            call(QStringList{"sobol", "--preset", "hbm_strict", "--points", "64", "--resamples", "20", "--json"} + compute).json();
        QVERIFY(sobol["indices"].toArray()[0].toObject()["total"].toDouble() > 0.05);
        const auto csv =
            call(QStringList{"sobol", "--preset", "hbm_strict", "--points", "64", "--resamples", "20", "--csv", "-"} + compute);
        QVERIFY(csv.out.startsWith("period,parameter,first,") && csv.out.count('\n') > 100);
    }
    void primSaysSoWhenNothingActs()
    {
        // the status quo against itself: every difference is zero, and no parameter can change that
        QCOMPARE(call({"prim", "--series", "compute.china_effective", "--at-least", "1", "--draws", "200"}).code, 0);
    }
    void aSeriesIsNamedOnce()
    {
        const auto twice = call({"attribute", "--preset", "hbm_strict", "--series", "talent.us,talent.us"});
        QCOMPARE(twice.code, 1);
        QVERIFY(twice.err.contains("named twice"));
    }
    void primTellsWhatHasToBeTrue()
    {
        const QStringList question = QStringList{"prim", "--preset", "open_gates", "--at-least", "35", "--draws", "400"} + compute;
        const auto text = call(question);
        QVERIFY(text.code == 0 && text.out.startsWith("Question: ") && text.out.contains("\nThe limit is met in ")
                && text.out.contains("These limits cover "));
        const auto json = call(question + QStringList{"--json"}).json();
        QVERIFY(json["boxes"].toArray().size() > 1 && json["share"].toDouble() > 0);
        QVERIFY(call(question + QStringList{"--csv", "-"}).out.startsWith("box,coverage,density,mass,parameter,low,high"));
    }
    void seekFindsAPackage()
    {
        const auto json = call({"seek", "--series", "compute.china_effective", "--year", "2030", "--at-least", "22", "--measures",
                                "hbm_export,cn_chip_purchase", "--draws", "50", "--json"})
                              .json();
        const auto packages = json["packages"].toArray();
        QVERIFY(!packages.isEmpty());
        for (const auto& package : packages)
            QVERIFY(package.toObject()["value"].toDouble() >= 22);
        QVERIFY(call({"seek", "--series", "compute.china_effective", "--at-least", "1e9", "--most", "1"}).out.contains("None of "));
    }
    void seekMovesTheMeasuresOfOneSideAndSaysWhoMustActAndWhatItCosts()
    {
        const QStringList goal{"seek", "--series", "compute.china_effective", "--year", "2030", "--at-least", "20", "--draws", "50"};
        const auto acting = [&](const QStringList& more) {
            QStringList sides;
            for (const auto& package : call(goal + more + QStringList{"--most", "1", "--json"}).json()["packages"].toArray()) {
                sides << package.toObject()["acts"].toString();
                const auto beside = package.toObject()["beside"].toObject();
                if (beside.size() != 3 || beside["revenue.us_allied_total"].toDouble() < 100)
                    sides << "no costs";
            }
            return QSet<QString>(sides.begin(), sides.end());
        };
        QCOMPARE(acting({}), QSet<QString>{"us"});
        QVERIFY(!acting({"--side", "china"}).contains("us"));
        const auto text = call(goal).out;
        QVERIFY2(text.contains("Washington and its allies must act.") && text.contains("US AI researchers: "), qPrintable(text));
        const auto sure = call(goal + QStringList{"--runs", "9"}).out;
        QVERIFY2(sure != text, qPrintable(sure));
        QCOMPARE(call(goal + QStringList{"--side", "moscow"}).code, 2);
        QCOMPARE(call(goal + QStringList{"--runs", "11"}).code, 1);
        const auto none = call(goal + QStringList{"--side", "china", "--measures", "hbm_export"});
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains("--side china"), qPrintable(none.err));
    }
    void valueNamesTheUnknownThatTurnsTheRanking()
    {
        const QStringList question{"value", "china_ask_2025", "hbm2e_for_magnets", "--draws", "512", "--series", "compute.china_effective",
                                   "--at",  "2030Q4"};
        const auto text = call(question);
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains(" beats ") && text.out.contains("If you want Chinese effective compute higher in")
                     && text.out.contains("m H100-equivalents on average"),
                 text.out.constData());
        const auto json = call(question + QStringList{"--less", "--json"}).json();
        QCOMPARE(json["better"].toString(), QString("less"));
        const auto more = call(question + QStringList{"--json"}).json();
        QVERIFY(json["preferred"] != more["preferred"]);
        QVERIFY(more["unknowns"].toArray().size() > 50);
        const auto csv = call(question + QStringList{"--csv", "-"});
        QVERIFY(csv.out.startsWith("parameter,grade,flip_share,worth,unit\n"));
        QCOMPARE(csv.out.count('\n'), 1 + more["unknowns"].toArray().size());
    }
    void regretIsZeroForTheBestUnderEveryAssumption()
    {
        const QStringList question{
            "regret",
            "status_quo_2026",
            "open_gates",
            "full_denial",
            "--draws",
            "128",
            "--series",
            "compute.china_effective",
            "--assumptions",
            QString::fromStdString((test::sourceFolder() / "scenarios" / "assumptions" / "stock_as_observed.toml").string())};
        const auto text = call(question);
        QVERIFY2(text.code == 0 && text.out.startsWith("Regret:") && text.out.contains("best in"), text.err.constData());
        std::set<qsizetype> decimals; // of the losses of all packages, for they are held against each other
        const auto early = call(question + QStringList{"--at", "2028"}); // losses of one and of two digits before the point
        for (const auto& line : QString::fromUtf8(early.out).split('\n'))
            if (line.startsWith("Status quo") || line.startsWith("Open gates") || line.startsWith("Full denial"))
                for (const auto& cell : line.mid(34).split(' ', Qt::SkipEmptyParts)) // behind the name
                    if (!cell.endsWith('%'))
                        decimals.insert(cell.section('.', 1).size());
        QVERIFY2(decimals.size() == 1, early.out.constData());
        const auto packages = call(question + QStringList{"--json"}).json()["packages"].toArray();
        QCOMPARE(packages.size(), 3);
        double least = 1, leastUnder = 1;
        for (const auto& package : packages) {
            least = std::min(least, package.toObject()["central"].toDouble());
            leastUnder = std::min(leastUnder, package.toObject()["under_assumptions"].toArray()[0].toObject()["regret"].toDouble());
        }
        QCOMPARE(least, 0.0);
        QCOMPARE(leastUnder, 0.0);
        QVERIFY(call(question + QStringList{"--csv", "-"}).out.startsWith("package,mean,median,p90,largest,share_best,central,under "));
    }
    void marginalAddsNothingBeforeItsQuarter()
    {
        const auto json = call({"marginal", "--series", "compute.china", "--since", "2028Q1", "--json"}).json();
        const auto inputs = json["inputs"].toArray();
        QCOMPARE(inputs.size(), 3);
        QCOMPARE(inputs[0].toObject()["added"].toArray().size(), 32);
        QCOMPARE(inputs[0].toObject()["added"].toArray()[0].toObject()["quarter"].toString(), QString("2028Q1"));
        const auto text = call({"marginal", "--since", "2035Q3"}).out;
        QVERIFY(text.contains("2035 Q4") && !text.contains("2035 Q2") && text.contains("million GB of HBM a year"));
        QVERIFY2(text.contains("effective compute, in H100-equivalents"), text.constData()); // so small that millions of them say nothing
        QCOMPARE(call({"marginal", "--csv", "-"}).out.count('\n'), 1 + 36);
    }
    void figuresComeWithTheirUnits()
    {
        const auto claim = call({"claim", "hbm_choke_point", "--draws", "200", "--json"}).json();
        QCOMPARE(claim["parts"].toArray()[0].toObject()["unit"].toString(), QString("MH effective"));
        QVERIFY(call({"audit", "--csv", "-"}).out.startsWith("ledger,line,quarter,rounded,unit\n"));
        QVERIFY(call({"audit"}).out.contains("2030 Q4, $bn a year"));
        QVERIFY(call({"catalogue", "parameters"}).out.contains("665 mm²"));
    }
    void aShareOfNothingIsNotCalledPerCent()
    {
        // without smuggling there is nothing to divide by
        const auto text = call({"prim", "--series", "compute.add_grey", "--over", "compute.add_import", "--at-least", "1e300", "--of",
                                "value", "--at", "2022Q1", "--draws", "200"});
        QVERIFY2(!text.out.contains("not defined%"), text.out.constData());
    }
    void primTellsTheCentralValueOfAnOwnRange()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("own.toml");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("format = 1\nid = \"own\"\ntitle = \"Own\"\n[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n"
                  "[[assumption]]\nparameter = \"cxmt.build\"\nvalue = \"20\"\nlow = \"10\"\nhigh = \"24\"\n");
        out.close();
        const auto json = call({"prim", "--scenario", file, "--series", "cxmt.wafers", "--at", "2030Q4", "--of", "value", "--at-least",
                                "100", "--draws", "1000", "--json"})
                              .json();
        bool isFound = false;
        for (const auto& box : json["boxes"].toArray())
            for (const auto& limit : box.toObject()["limits"].toArray())
                if (limit.toObject()["parameter"] == "cxmt.build") {
                    isFound = true;
                    QCOMPARE(limit.toObject()["central"].toDouble(), 20.0);
                }
        QVERIFY(isFound);
    }
    void anOptionWinsOverTheFile()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("own.toml");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("format = 1\nid = \"own\"\ntitle = \"Own\"\n[assumptions]\n\"cxmt.build\" = \"10\"\n");
        out.close();
        const QStringList at{"run", "--csv", "-", "--param", "cxmt.build=20"};
        const auto own = call(at + QStringList{"--scenario", file});
        QCOMPARE(own.code, 0);
        QCOMPARE(own.out, call(at).out);
        QVERIFY(own.out != call({"run", "--csv", "-", "--scenario", file}).out);
    }
    void aParameterIsAssumedOnce()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath("twice.toml");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("format = 1\nid = \"twice\"\ntitle = \"Twice\"\n[assumptions]\n\"cxmt.build\" = \"20\"\n"
                  "[[assumption]]\nparameter = \"cxmt.build\"\nvalue = \"21\"\n");
        out.close();
        const auto outcome = call({"check", file});
        QCOMPARE(outcome.code, 1);
        const auto said = outcome.out + outcome.err;
        QVERIFY2(said.contains("assumed twice") && said.contains("line 6") && said.contains("Remove one"), said.constData());
    }
    void claimsAreListedAndAnswered()
    {
        const auto list = call({"claim"});
        QCOMPARE(list.out.count('\n'), 6);
        const auto text = call({"claim", "hbm_choke_point", "--draws", "200"});
        QVERIFY(text.code == 0 && text.out.startsWith("Claim: HBM") && text.out.contains("Bottleneck of")
                && text.out.contains("Not in the model"));
        const auto json = call({"claim", "open_models_influence", "--draws", "200", "--json"}).json();
        QCOMPARE(json["parts"].toArray().size(), 2);
    }
};

CHOKEPOINT_TEST(WhyCommandsTest)
#include "WhyCommandsTest.moc"
