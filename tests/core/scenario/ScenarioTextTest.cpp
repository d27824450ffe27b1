// Scenario files: what is read, what is refused with words, and that writing and reading give the same scenario.
#include "api/ScenarioText.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace chokepoint;

namespace {
const std::string head = "format = 1\nid = \"a\"\ntitle = \"A\"\n";
} // namespace

class ScenarioTextTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryKey()
    {
        const auto s = readScenario("format = 1 # comment\nid = \"mine\"\ntitle = \"Mine\"\ndescription = \"Why\"\nbaseline = \"open_gates\"\n"
                                    "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nfrom = \"2028Q2\"\n"
                                    "[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = \"2.5\"\nover = 6\n"
                                    "[assumptions]\nhbm.relax_share = \"0.11\"\n\"cxmt.delay\" = \"0.5\"\n",
                                    "mine.toml");
        QCOMPARE(s.id, std::string("mine"));
        QCOMPARE(s.baseline, std::string("open_gates"));
        QCOMPARE(s.changes.size(), 2u);
        QVERIFY((s.changes[0] == Change{"hbm_export", "open", test::quarter("2028Q2"), 1}));
        QVERIFY((s.changes[1] == Change{"hbm_cap_units", "2.5", {}, 6}));
        QCOMPARE(s.assumptions.size(), 2u);
        test::engine().check(s);
    }
    void everyPresetSurvivesWritingAndReading()
    {
        for (const auto& preset : test::engine().catalogue().presets)
            QVERIFY2(readScenario(writeScenario(preset, test::engine().catalogue()), "copy") == preset, preset.id.c_str());
    }
    void aTextKeepsTheStartOfAScenarioByItsDates()
    {
        const auto& catalogue = test::engine().catalogue();
        auto later = test::engine().preset("hbm_strict");
        later.start = test::quarter("2030Q1");
        const auto before = writeScenario(test::engine().preset("hbm_strict"), catalogue);
        for (const auto& text : {writeScenario(later, catalogue), writeScenario(later, catalogue, before)}) {
            const auto again = readScenario(text, "copy");
            QVERIFY(test::engine().project(again).series == test::engine().project(later).series);
        }
        QVERIFY(test::engine().project(later).series != test::engine().project(test::engine().preset("hbm_strict")).series);
    }
    void textWithQuotesAndControlCharactersSurvives()
    {
        Scenario s = test::engine().preset("status_quo_2026");
        s.title = "\"quoted\" \\ back\nline \t tab \x01 中文";
        s.assumptions = {{"hbm.relax_share", "0.11"}};
        s.changes = {{"hbm_cap_units", "2", test::quarter("2030Q4"), 3}};
        QVERIFY(readScenario(writeScenario(s, test::engine().catalogue()), "copy") == s);
    }
    void presetsAreTheFourteenOfTheModel()
    {
        const auto& presets = test::engine().catalogue().presets;
        QCOMPARE(presets.size(), 14u);
        QCOMPARE(presets.front().id, std::string("status_quo_2026"));
        QCOMPARE(presets.back().id, std::string("escalation_spiral"));
        for (const auto& preset : presets)
            QVERIFY2(preset.description.size() > 40, preset.id.c_str());
    }
    void refusesBrokenText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& text, const char* says) { QTest::newRow(name) << text << says; };
        const QByteArray h = QByteArray::fromStdString(head);
        row("nothing", "", "empty");
        row("blanks", " \n\t\n", "empty");
        row("no format", "id = \"a\"\ntitle = \"A\"\n", "format = 1");
        row("a later format", "format = 2\nid = \"a\"\ntitle = \"A\"\n", "format 1");
        row("a format of the wrong type", "format = \"1\"\nid = \"a\"\n", "format = 1");
        row("no id", "format = 1\ntitle = \"A\"\n", "“id”");
        row("an unknown key", h + "colour = \"red\"\n", "line 4, colour");
        row("an unknown key of a change", h + "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nuntil = \"2030Q1\"\n", "until");
        row("a title of the wrong type", "format = 1\nid = \"a\"\ntitle = 7\n", "line 3, title");
        row("a change that is no table", h + "change = \"all\"\n", "[[change]]");
        row("a change without a value", h + "[[change]]\nmeasure = \"hbm_export\"\n", "neither");
        row("a change with two values", h + "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nnumber = \"1\"\n", "both");
        row("a number that is not text", h + "[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = 6\n", "quotation marks");
        row("a quarter out of time", h + "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nfrom = \"2036Q1\"\n", "2035Q4");
        row("a quarter that is none", h + "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\nfrom = \"soon\"\n", "2035Q4");
        row("a ramp of the wrong type", h + "[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = \"6\"\nover = \"four\"\n", "whole number");
        row("a ramp of ages", h + "[[change]]\nmeasure = \"hbm_cap_units\"\nnumber = \"6\"\nover = 9999999999\n", "whole number");
        row("an assumption that is not text", h + "[assumptions]\nhbm.relax_share = 0.11\n", "decimal text");
        row("a range with one end", h + "[[assumption]]\nparameter = \"cxmt.learning\"\nvalue = \"0.2\"\nlow = \"0.1\"\n", "high");
        row("an assumption without a parameter", h + "[[assumption]]\nvalue = \"0.2\"\n", "parameter");
        row("an unknown key of an assumption", h + "[[assumption]]\nparameter = \"cxmt.learning\"\nvalue = \"0.2\"\nwhy = \"so\"\n", "line 7, why");
        row("a parameter assumed twice in the long form",
            h + "[[assumption]]\nparameter = \"cxmt.learning\"\nvalue = \"0.2\"\n[[assumption]]\nparameter = \"cxmt.learning\"\nvalue = \"0.3\"\n", "line 7, cxmt.learning");
        row("a parameter assumed in both forms", h + "[assumptions]\n\"cxmt.learning\" = \"0.2\"\n[[assumption]]\nparameter = \"cxmt.learning\"\nvalue = \"0.3\"\n", "one would win unseen");
        row("assumptions that are no tables", h + "assumption = \"all\"\n", "[[assumption]]");
        row("TOML that does not parse", h + "[[change\n", "line 4");
        row("text that is not UTF-8", h + "description = \"\xff\xfe\"\n", "line 4");
        row("zero bytes", QByteArray(100, '\0'), "TOML");
        row("a doubled key", h + "id = \"b\"\n", "line 4");
        row("brackets without end", h + "description = " + QByteArray(5000, '['), "not in scenario format");
        row("a key of fifty thousand parts", h + "[assumptions]\n" + QByteArray("a.").repeated(50000) + "b = \"1\"\n", "10,000 characters");
        row("ten megabytes of brackets", QByteArray(10 << 20, '['), "too large");
    }
    void refusesBrokenText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto error = test::errorOf([&] { readScenario(text.toStdString(), "broken.toml"); });
        const std::string message = error.what();
        QVERIFY2(message.find("broken.toml") != std::string::npos, message.c_str());
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(!error.remedy.empty() && message.size() < 2000, message.c_str());
    }
    void rangesAndReasonsOfAssumptionsComeBackInTheirOrder()
    {
        auto scenario = test::engine().preset("china_ask_2025");
        scenario.assumptions = {{"cxmt.learning", "0.2"}, {"hbm.relax_share", "0.06", "0.05", "0.08", "a \"quoted\" reason,\nin two lines"}, {"accel.die_growth", "1", "", "", "only a reason"}};
        QVERIFY(readScenario(writeScenario(scenario, test::engine().catalogue()), "text") == scenario);
        scenario.assumptions.resize(1); // the short form stays short
        const auto text = writeScenario(scenario, test::engine().catalogue());
        QVERIFY(text.find("[assumptions]") != std::string::npos && text.find("[[assumption]]") == std::string::npos);
        QVERIFY(readScenario(text, "text") == scenario);
    }
    void theEngineRefusesWithFileAndLine()
    {
        const auto place = [](const std::string& text) {
            const auto error = test::errorOf([&] { checkedScenario(test::engine(), head + text, "plan.toml"); });
            return error.refusal().place.line;
        };
        const auto isAt = [&](const std::string& text, std::size_t line) { return place(text) == line; };
        const std::string right = "[[change]]\nmeasure = \"hbm_export\"\nlevel = \"open\"\n";
        QVERIFY(isAt(right + "[[change]]\nmeasure = \"hbm_import\"\nlevel = \"open\"\n", 7));
        QVERIFY(isAt(right + "[assumptions]\n\"no.such\" = \"1\"\n", 8));
        QVERIFY(isAt("baseline = \"nobody\"\n" + right, 4));
        QVERIFY(checkedScenario(test::engine(), head + right, "plan.toml").changes.size() == 1);
    }
    void theOriginOfAPackageComesBack()
    {
        auto scenario = test::engine().preset("full_denial");
        scenario.basedOn = "open_gates";
        QVERIFY(readScenario(writeScenario(scenario, test::engine().catalogue()), "copy") == scenario);
    }
    void fiftyThousandAssumptionsAreRefusedBeforeAnyIsLookedAt()
    {
        Scenario scenario = test::engine().preset("status_quo_2026");
        for (int i = 0; i < 50000; ++i)
            scenario.assumptions.push_back({"no.such" + std::to_string(i), "not a number", "", "", ""});
        const auto error = test::errorOf([&] { test::engine().check(scenario); });
        QVERIFY2(error.problem.find("50,000 assumptions") != std::string::npos, error.what());
        std::string text = head + "[assumptions]\n";
        for (int i = 0; i < 50000; ++i)
            text += "a" + std::to_string(i) + " = \"1\"\n";
        const auto refused = test::errorOf([&] { readScenario(text, "many.toml"); });
        QVERIFY2(refused.place.find("many.toml, line ") != std::string::npos && refused.reason.find("4,000") != std::string::npos, refused.what());
    }
    void moreChangesThanTheBoundAreRefusedAtOnceAndTheBoundIsNot()
    {
        Scenario scenario = test::engine().preset("status_quo_2026");
        scenario.changes.assign(mostChanges, {"hbm_export", "open", {}, 1});
        test::engine().check(scenario);
        auto text = writeScenario(scenario, test::engine().catalogue());
        QVERIFY(readScenario(text, "many") == scenario);
        scenario.changes.insert(scenario.changes.begin(), {"no_such_measure", "open", {}, 1});
        const auto error = test::errorOf([&] { test::engine().check(scenario); });
        QVERIFY2(error.problem.find("4,001 changes") != std::string::npos, error.what());
        text += "[[change]]\nmeasure = 7\n";
        QVERIFY(test::errorOf([&] { readScenario(text, "many"); }).problem.find("too many changes") != std::string::npos);
    }
    void refusesAFileThatIsNotThere()
    {
        const auto error = test::errorOf([] { readScenarioFile("/nowhere/at/all.toml"); });
        QVERIFY(error.place.find("/nowhere/at/all.toml") != std::string::npos);
    }
    void refusesAPipeWithoutWaitingForIt()
    {
        const QTemporaryDir folder;
        const auto pipe = folder.filePath("pipe.toml").toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        test::errorOf([&] { readScenarioFile(pipe); });
    }
    void refusesAFolder() { test::errorOf([] { readScenarioFile(test::sourceFolder()); }); }
};

CHOKEPOINT_TEST(ScenarioTextTest)
#include "ScenarioTextTest.moc"
