// Refusals in words: four parts, one line, and what every pattern of the English file must be.
#include "api/InputError.h"
#include "PlantedLanguage.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QRegularExpression>
#include <QTest>

#include <new>
#include <stdexcept>
#include <system_error>

using namespace chokepoint;
using test::plantedLanguage;

namespace {

/// The message of the std::logic_error that `call` throws; empty when it throws none.
template <class Call> std::string faultOfTable(Call call)
{
    try {
        call();
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class RefusalsTest : public QObject {
    Q_OBJECT
private slots:
    void refusalsAreSaidInFourParts()
    {
        const std::string messages = "[place]\nline = 'line {line}'\n"
                                     "[refused]\nplace = 'where: {place}'\nreason = 'why: {reason}'\nremedy = 'next: {remedy}'\n"
                                     "[refusal.bad]\nproblem = '“{value}” is no setting.'\nreason = 'The settings are {all}.'\n"
                                     "remedy = '{program, select, command_line {Run list {id}.} other {Choose another.}}'\n"
                                     "[refusal.short]\nproblem = 'No.'\nreason = 'So.'\n[thing]\na = 'measure {x}'\n";
        const InputError error(Refusal("bad", {{"value", "{x}"}, {"all", MessageList{{"a", "b"}}}, {"id", "hbm"}},
                                       {.file = "f.toml", .line = 1234, .field = "level", .thing = Message("thing.a", {{"x", "HBM"}})}));
        const auto cli = plantedLanguage(messages), window = plantedLanguage(messages, Program::Window);
        const auto text = said(error, cli);
        QCOMPARE(text.problem, "“{x}” is no setting.");
        QCOMPARE(text.place, "f.toml, line 1234, measure HBM, level");
        QCOMPARE(text.reason, "The settings are a and b.");
        QCOMPARE(text.remedy, "Run list hbm.");
        QCOMPARE(said(error, window).remedy, "Choose another.");
        QCOMPARE(text.whole(cli), "“{x}” is no setting.\n  where: f.toml, line 1234, measure HBM, level\n"
                                  "  why: The settings are a and b.\n  next: Run list hbm.");
        QCOMPARE(said(InputError(Refusal("short", {.option = "--seed"})), cli).whole(cli), "No.\n  where: --seed\n  why: So.");
        QCOMPARE(error.refusal().values.at(0), (NamedValue{"value", "{x}"}));
        const InputError copy = error; // an exception is copied
        QCOMPARE(&copy.refusal(), &error.refusal());
        QCOMPARE(faultOfTable([&] { (void)said(InputError(Refusal("short", {{"x", 1}})), cli); }),
                 "refusal \"short\": value \"x\" is not named by a pattern");
        QVERIFY(faultOfTable([&] { (void)said(InputError(Refusal("gone")), cli); }).find("refusal.gone.problem") != std::string::npos);
    }
    void refusalsAreSaidInOneLineToo()
    {
        const auto language = plantedLanguage("");
        QCOMPARE((RefusalText{"It fails.", "here", "It must.", "Wait."}.line(language)), std::string("It fails. It must. Wait."));
        QCOMPARE((RefusalText{"It fails.", "here", "It must.", ""}.line(language)), std::string("It fails. It must."));
    }
    void everyRefusalIsMadeOfSentencesAndNamesTheOtherProgramNowhere()
    {
        // the window sets problem, reason and remedy behind each other: what has no stop would run into the next
        const auto file = QString::fromStdString(test::readFile(test::sourceFolder() / "resources/words/en.toml"));
        const QRegularExpression part("^(problem|reason|\\w+(?= = \"[^\"]*\"$)) = \"(.*)\"$"),
            sentence("^[^a-z].*\\.(\\}\\})?$|^\\{fault\\}$|^[a-z_]+\\.csv .*\\.$");
        QString table;
        int count = 0;
        for (const auto& line : file.split('\n')) {
            if (line.startsWith('['))
                table = line;
            QVERIFY2(!line.contains("chokepoint-cli") || line.startsWith('#')
                         || line.contains("{program, select, command_line {"), // not in the window
                     qPrintable(table + " " + line));
            const auto match = part.match(line);
            const bool isRefusal = table.startsWith("[refusal.") && !line.startsWith("remedy");
            if (!match.hasMatch() || (!isRefusal && table != "[data_fault]"))
                continue;
            QVERIFY2(sentence.match(match.captured(2)).hasMatch(), qPrintable(table + " " + line));
            ++count;
        }
        QVERIFY2(count > 250, "the refusals are not found");
    }
    void otherErrorsAreSaidToo()
    {
        const auto idOf = [](const std::exception& error) { return inputErrorOf(error).refusal().id; };
        QCOMPARE(idOf(std::bad_alloc()), std::string("out_of_memory"));
        QCOMPARE(idOf(std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again))), std::string("no_threads"));
        QCOMPARE(idOf(std::system_error(std::make_error_code(std::errc::io_error))), std::string("program_failed"));
        const auto fault = inputErrorOf(std::out_of_range("a crack"));
        QCOMPARE(said(fault, test::english()).reason, "This is an error in the program: a crack.");
    }
    void aLanguageThatCannotBeReadIsToldInEnglish()
    {
        const LanguageError error({"The words cannot be read", "xx.toml, line 3", "it is empty", "Mend it."});
        QCOMPARE(std::string(error.what()), "The words cannot be read\n  where: xx.toml, line 3\n  why: it is empty\n  next: Mend it.");
        QCOMPARE(error.text().place, "xx.toml, line 3");
    }
};

CHOKEPOINT_TEST(RefusalsTest)
#include "RefusalsTest.moc"
