// Every message that the sources use stands in en.toml with the same values, and none stands there for nothing.
#include "MessageUse.h"
#include "api/InputError.h"
#include "TestData.h"
#include "TestProgram.h"
#include "PlantedLanguage.h"

#include <QTest>

using namespace chokepoint;
using test::MessageUse;

namespace {

std::vector<std::string> faultsOf(const std::string& messages, const std::string& source)
{
    return test::messageFaults(test::plantedLanguage(messages), test::messageUsesIn(source, "planted.cpp"));
}

} // namespace

class MessageUseTest : public QObject {
    Q_OBJECT
private slots:
    void theSourcesAndTheEnglishFileAgree()
    {
        const auto uses = test::messageUsesBelow({"core", "ui", "app"});
        QVERIFY2(uses.size() >= 5, "the uses are not found");
        const auto faults = test::messageFaults(Language::load(test::sourceFolder() / "resources", "en", Program::CommandLine), uses);
        std::string all;
        for (const auto& fault : faults)
            all += fault + "\n";
        QVERIFY2(faults.empty(), all.c_str());
    }
    void aUseIsReadWithItsNames()
    {
        const auto uses = test::messageUsesIn("// Message(\"in.comment\") and\n"
                                              "/* Message(\"in.other\") */ const int dies = 1'000;\n"
                                              "return Message(\"a.b\", {{\"x\", f(\"}, {\", '\"', 1'000)},\n"
                                              "                        {\"y\", Message(\"c\")}});\n"
                                              "Message finding(\"d.e\", {{\"z\", MessageList{{a, b}}}});",
                                              "planted.cpp");
        QCOMPARE(uses.size(), std::size_t(3));
        QCOMPARE(uses[0].id, "a.b");
        QCOMPARE(uses[0].where, "planted.cpp:3");
        QCOMPARE(uses[0].names, (std::vector<std::string>{"x", "y"}));
        QCOMPARE(uses[1].id, "c");
        QVERIFY(uses[1].names.empty() && uses[1].areNamesKnown);
        QCOMPARE(uses[2].id, "d.e");
        QCOMPARE(uses[2].names, std::vector<std::string>{"z"});
    }
    void valuesFromElsewhereAreNotGuessed()
    {
        QVERIFY(!test::messageUsesIn("Message(\"a\", values)", "x").at(0).areNamesKnown);
        QVERIFY(!test::messageUsesIn("Message(\"a\", {first, {\"b\", 1}})", "x").at(0).areNamesKnown);
    }
    void familiesAndRefusalsAreRead()
    {
        const auto uses = test::messageUsesIn("Message::ofFamily(\"unit\", id(a, b), {{\"number\", n}});\n"
                                              "throw InputError(Refusal(\"bad\", {{\"value\", v}}, {.file = f}));\n"
                                              "throw InputError(Refusal(\"worse\", {.file = f}));\n"
                                              "throw InputError(Refusal(\"worst\", place));",
                                              "x");
        QCOMPARE(uses.size(), std::size_t(4));
        QVERIFY(uses[0].kind == MessageUse::Kind::Family && uses[0].names == std::vector<std::string>{"number"});
        QVERIFY(uses[1].kind == MessageUse::Kind::Refusal && uses[1].names == std::vector<std::string>{"value"});
        QVERIFY(uses[2].areNamesKnown && uses[2].names.empty());
        QVERIFY(uses[3].areNamesKnown && uses[3].names.empty());
    }
    void faultsAreToldInALineEach()
    {
        const std::string messages = "[a]\nb = '{x} and {y}'\nc = 'unused'\n[unit]\nm = '{number} m'\nkm = '{number} km'\n";
        const std::string unit = "Message::ofFamily(\"unit\", id, {{\"number\", n}});";
        QCOMPARE(faultsOf(messages, "Message(\"a.b\", {{\"x\", 1}, {\"y\", 2}}); Message(\"a.c\");" + unit), std::vector<std::string>());
        QCOMPARE(faultsOf(messages, "Message(\"a.b\", {{\"x\", 1}, {\"y\", 2}});" + unit),
                 std::vector<std::string>{"\"a.c\" is used nowhere"});
        QCOMPARE(faultsOf(messages, "Message(\"a.b\", {{\"x\", 1}}); Message(\"a.c\");" + unit),
                 std::vector<std::string>{"planted.cpp:1: \"a.b\" is given x but names x, y"});
        QCOMPARE(faultsOf(messages, "\nMessage(\"a.d\");Message(\"a.b\", values); Message(\"a.c\");" + unit),
                 std::vector<std::string>{"planted.cpp:2: \"a.d\" is missing"});
        QCOMPARE(faultsOf("[unit]\nm = '{number} m'\nkm = '{count} km'\n", unit),
                 std::vector<std::string>{"planted.cpp:1: \"unit.km\" is given number but names count"});
    }
    void aRefusalNeedsProblemAndReason()
    {
        const std::string source = "Refusal(\"bad\", {{\"value\", v}, {\"id\", i}}, place)";
        QCOMPARE(faultsOf("[refusal.bad]\nproblem = '{value}'\nreason = 'r'\nremedy = 'Take {id}'\n", source), std::vector<std::string>());
        QCOMPARE(faultsOf("[refusal.bad]\nproblem = '{value} {id}'\n", source),
                 std::vector<std::string>{"planted.cpp:1: \"refusal.bad.reason\" is missing"});
        QCOMPARE(faultsOf("[refusal.bad]\nproblem = '{value}'\nreason = 'r'\n", source),
                 std::vector<std::string>{"planted.cpp:1: \"refusal.bad\" is given id, value but names value"});
    }
};

CHOKEPOINT_TEST(MessageUseTest)
#include "MessageUseTest.moc"
