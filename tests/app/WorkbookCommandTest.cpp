// chokepoint-cli workbook and code: files that are made, edited and checked, also when the program is killed at any moment.
#include "CalledProgram.h"
#include "TestProgram.h"

#include "api/Catalogue.h"
#include "api/ScenarioEdits.h"
#include "api/ScenarioText.h"
#include "api/ShareCode.h"
#include "api/WorkbookFile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <thread>
#include <cstdint>

using namespace chokepoint;
using test::call, test::callIn;

class WorkbookCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QString fresh(const char* name)
    {
        const auto file = path(name);
        if (call({"workbook", "new", file}).code != 0)
            QTest::qFail("no workbook was made", __FILE__, __LINE__);
        return file;
    }
    static StoredWorkbook read(const QString& file) { return readWorkbookFile(file.toStdString()); }

private slots:
    void aNewWorkbookHoldsTheStatusQuoAndReplacesNothing()
    {
        const auto file = fresh("new.choke");
        QCOMPARE(read(file).workbook.onTable, std::string("status_quo_2026"));
        const auto again = call({"workbook", "new", file});
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains("new.choke"));
    }
    void anEncryptedWorkbookAsksForItsPassphraseAndStaysEncrypted()
    {
        QFile words(path("passphrase.txt")), wrong(path("wrong.txt"));
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write("four words nobody guesses\n") > 0);
        QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write("four words nobody guessed\n") > 0);
        words.close();
        wrong.close();
        const auto file = path("secret.choke");
        QCOMPARE(call({"workbook", "new", file, "--passphrase-file", words.fileName()}).code, 0);
        QCOMPARE(
            call({"workbook", "add", file, "--preset", "full_denial", "--name", "PLANTED", "--passphrase-file", words.fileName()}).code, 0);
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QVERIFY(!bytes.readAll().contains("PLANTED"));
        const auto list = call({"workbook", "list", file, "--passphrase-file", words.fileName()});
        QVERIFY2(list.code == 0 && list.out.contains("PLANTED"), qPrintable(list.err));
        const auto without = call({"workbook", "list", file});
        QVERIFY(without.code == 1 && without.out.isEmpty() && without.err.contains("--passphrase-file"));
        const auto other = call({"workbook", "verify", file, "--passphrase-file", wrong.fileName()});
        QVERIFY(other.code == 1 && other.err.contains("passphrase"));
        QVERIFY(call({"workbook", "list", fresh("plain.choke"), "--passphrase-file", words.fileName()}).err.contains("not encrypted"));
        QCOMPARE(call({"workbook", "list", file, "--passphrase-file", path("none.txt")}).code, 1);
    }
    void scenariosAreAddedListedShownAndRemoved()
    {
        const auto file = fresh("edit.choke");
        QCOMPARE(call({"workbook", "add", file, "--preset", "full_denial"}).code, 0);
        QCOMPARE(call({"workbook", "add", file, "--set", "hbm_export=open", "--name", "Memory, freed"}).code, 0);
        const auto scenarios = call({"workbook", "list", file, "--json"}).json().value("scenarios").toArray();
        QCOMPARE(scenarios.size(), 3);
        QCOMPARE(scenarios[1].toObject().value("id").toString(), QString("full_denial"));
        QCOMPARE(scenarios[2].toObject().value("title").toString(), QString("Memory, freed"));
        QVERIFY(call({"workbook", "list", file}).out.contains("Memory, freed: 1 change, no assumptions"));

        const auto id = scenarios[2].toObject().value("id").toString();
        const auto text = call({"workbook", "export", file, "--id", id}).out;
        QCOMPARE(readScenario(text.toStdString(), "x").changes.at(0).value, std::string("open"));
        QCOMPARE(call({"workbook", "remove", file, "--id", id}).code, 0);
        QCOMPARE(read(file).workbook.scenarios.size(), std::size_t(2));
        const auto missing = call({"workbook", "show", file, "--id", id});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.err.contains("status_quo_2026, full_denial"));
    }
    void theLastScenarioStays()
    {
        const auto file = fresh("last.choke");
        QCOMPARE(call({"workbook", "remove", file}).code, 1);
        QCOMPARE(read(file).workbook.scenarios.size(), std::size_t(1));
    }
    void keptResultsAreVerifiedAndWhatMovedIsTold()
    {
        const auto file = fresh("verify.choke");
        QCOMPARE(call({"workbook", "add", file, "--preset", "open_gates"}).code, 0);
        const auto good = call({"workbook", "verify", file});
        QCOMPARE(good.code, 0);
        QVERIFY(good.out.contains("2 kept results are the same"));

        editWorkbookFile(file.toStdString(), [](StoredWorkbook& stored) {
            auto& run = stored.runs.back();
            run.digest = "of another model";
            run.dataVersion = "older";
            for (auto& figure : run.figures)
                if (figure.series == "compute.china_effective" && figure.year == 2030)
                    figure.value *= 2;
        });
        const auto moved = call({"workbook", "verify", file});
        QCOMPARE(moved.code, 1);
        QCOMPARE(moved.out.count('\n'), 1);
        QVERIFY(moved.out.contains("2030") && moved.out.contains("it was"));
        QVERIFY(moved.err.contains("1 differs"));
    }
    void aFileThatIsNoWorkbookIsToldWithItsName()
    {
        QFile file(path("text.choke"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("format = 1\n") > 0);
        file.close();
        for (const char* action : {"list", "show", "add", "remove", "export", "verify"}) {
            const auto outcome = call({"workbook", action, file.fileName()});
            QCOMPARE(outcome.code, 1);
            QVERIFY(outcome.err.contains("text.choke") && outcome.err.contains("next:"));
        }
        QCOMPARE(QByteArray::fromStdString(test::readFile(file.fileName().toStdString())), QByteArray("format = 1\n"));
    }
    void aFullDiskLeavesTheWorkbookAsItWas()
    {
        const auto file = fresh("full.choke");
        const auto before = test::readFile(file.toStdString());
        const auto outcome = callIn("ulimit -f 1; exec \"$0\" \"$@\"", {"workbook", "add", file, "--preset", "open_gates"});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.err.contains("full.choke"));
        QVERIFY(test::readFile(file.toStdString()) == before);
    }
    void killedAtAnyMomentItLosesNothingThatItSaidItHadAdded()
    {
        // CHOKEPOINT_KILLS for a longer run; times from nothing to beyond a whole call, drawn anew each time
        const auto file = fresh("killed.choke");
        const int kills = qEnvironmentVariableIntValue("CHOKEPOINT_KILLS") > 0 ? qEnvironmentVariableIntValue("CHOKEPOINT_KILLS") : 300;
        std::uint64_t state = 1;
        std::size_t told = 1;
        int interrupted = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            process.start(test::calledProgram(), {"workbook", "add", file, "--preset", "open_gates", "--name", QString::number(i)});
            QVERIFY(process.waitForStarted());
            state = state * 6364136223846793005u + 1442695040888963407u;
            const auto wait = std::chrono::microseconds((state >> 33) % 60'000);
            std::this_thread::sleep_for(wait);
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished();
            const bool isTold = process.readAllStandardOutput().contains("Added as");
            interrupted += process.exitStatus() == QProcess::CrashExit;
            const auto now = read(file).workbook.scenarios.size(); // throws when it cannot be read
            QVERIFY2(now == told || now == told + 1, qPrintable(QString::number(i)));
            QVERIFY2(!isTold || now == told + 1, qPrintable(QString::number(i)));
            told = now;
            if (told > 20) { // small, so that most of the time is not spent on reading
                editWorkbookFile(file.toStdString(), [](StoredWorkbook& stored) {
                    stored.workbook.scenarios.resize(1);
                    stored.runs.clear();
                });
                told = 1;
            }
        }
        QVERIFY(interrupted > kills / 10);
        QCOMPARE(call({"workbook", "add", file, "--preset", "open_gates"}).code, 0); // takes away what a killed one may have left
        QCOMPARE(QDir(m_folder.path()).entryList({"killed.choke*"}, QDir::Files | QDir::Hidden), QStringList{"killed.choke"});
    }
    void aCodeIsMadeAndReadBack()
    {
        const auto code = call({"code", "encode", "--preset", "grand_bargain"}).out.trimmed();
        QVERIFY(code.startsWith("CHOKE1.") && code.size() < 400);
        const auto text = call({"code", "decode", code}).out;
        QCOMPARE(readScenario(text.toStdString(), "x").changes.size(), test::engine().preset("grand_bargain").changes.size());
        const auto later = call({"code", "encode", "--preset", "hbm_strict", "--from", "2030Q1"}).out.trimmed();
        const auto scenario = readScenario(call({"code", "decode", later}).out.toStdString(), "x");
        QVERIFY(!scenario.changes.empty());
        for (const auto& change : scenario.changes)
            QVERIFY(change.from == test::quarter("2030Q1"));
        auto bent = code;
        bent[30] = bent[30] == 'A' ? 'B' : 'A';
        const auto refused = call({"code", "decode", bent});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("damaged"));
    }
    void theCommandOfAScenarioMakesTheSameScenario()
    {
        auto own = test::engine().preset("grand_bargain");
        own.id = "own";
        own.title = "Own";
        own.start = test::quarter("2028Q2");
        own.changes.push_back({"hbm_cap_units", "3.5", test::quarter("2029Q1"), 4});
        own.assumptions = {{"demand.sigma", "2"}};
        for (const auto& scenario : {own, test::engine().preset("full_denial")}) {
            const auto options = QString::fromStdString(commandOptions(test::engine().catalogue(), scenario));
            const auto made = call(QStringList{"code", "encode"} + options.split(' '));
            QCOMPARE(made.code, 0);
            const auto back = readShareCode(test::engine(), made.out.toStdString());
            QVERIFY(edit::hasSameContent(test::engine().catalogue(), back.scenario, scenario));
        }
    }
};

CHOKEPOINT_TEST(WorkbookCommandTest)
#include "WorkbookCommandTest.moc"
