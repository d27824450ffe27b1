// The shipped schema of scenario files says what the reader takes: the same keys, and the same of them required.
#include "TestData.h"
#include "TestProgram.h"

#include "api/ScenarioText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace chokepoint;

namespace {

QJsonObject schema()
{
    const auto text = test::readFile(test::sourceFolder() / "resources" / "scenario.schema.json");
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::set<std::string> keysOf(const QJsonObject& object)
{
    std::set<std::string> keys;
    for (const auto& key : object.keys())
        keys.insert(key.toStdString());
    return keys;
}

std::set<std::string> requiredOf(const QJsonObject& object)
{
    std::set<std::string> keys;
    for (const auto& key : object.value("required").toArray())
        keys.insert(key.toString().toStdString());
    return keys;
}

/// The keys that the reader offers for a table with an unknown one.
std::set<std::string> offered(const std::string& text)
{
    const auto refused = test::errorOf([&] { readScenario(text, "x"); });
    if (refused.refusal().id != "scenario_key_unknown")
        QTest::qFail(refused.refusal().id.c_str(), __FILE__, __LINE__);
    std::set<std::string> keys;
    const auto list = test::said(refused.refusal().values.front().value);
    for (const auto& key : test::split(list, ','))
        keys.insert(QString::fromStdString(key).trimmed().toStdString());
    return keys;
}

/// Lines of a table without one of them.
std::string withoutLine(const std::vector<std::pair<std::string, std::string>>& lines, const std::string& left)
{
    std::string text;
    for (const auto& [key, value] : lines)
        if (key != left)
            text += key + " = " + value + "\n";
    return text;
}

bool isRead(const std::string& text)
{
    try {
        readScenario(text, "x");
        return true;
    } catch (const InputError&) {
        return false;
    }
}

const std::string schemaHead = "format = 1\nid = \"a\"\ntitle = \"A\"\n";

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void theReaderTakesTheKeysOfTheSchemaAndNoOther()
    {
        const auto whole = schema();
        const auto parts = whole.value("$defs").toObject();
        const auto properties = [](const QJsonObject& object) { return keysOf(object.value("properties").toObject()); };
        QCOMPARE(offered("zzz = 1\n"), properties(whole));
        QCOMPARE(offered(schemaHead + "[[change]]\nzzz = 1\n"), properties(parts.value("change").toObject()));
        QCOMPARE(offered(schemaHead + "[[assumption]]\nzzz = 1\n"), properties(parts.value("assumption").toObject()));
    }
    void whatTheSchemaRequiresTheReaderRequires()
    {
        const std::vector<std::pair<std::string, std::string>> root{{"format", "1"},       {"id", "\"a\""},      {"title", "\"A\""},
                                                                    {"short", "\"A\""},    {"subject", "\"A\""}, {"description", "\"A\""},
                                                                    {"baseline", "\"b\""}, {"based_on", "\"b\""}};
        const std::vector<std::pair<std::string, std::string>> change{
            {"measure", "\"m\""}, {"number", "\"1\""}, {"from", "\"2027Q1\""}, {"over", "56"}};
        const std::vector<std::pair<std::string, std::string>> assumption{{"parameter", "\"p\""}, {"value", "\"1\""}, {"reason", "\"r\""}};
        const auto parts = schema().value("$defs").toObject();
        const auto verify = [](const auto& lines, const std::string& before, std::set<std::string> required) {
            QVERIFY(isRead(before + withoutLine(lines, {})));
            for (const auto& [key, value] : lines)
                QVERIFY2(isRead(before + withoutLine(lines, key)) != required.contains(key), key.c_str());
        };
        verify(root, {}, requiredOf(schema()));
        auto ofChange = requiredOf(parts.value("change").toObject());
        ofChange.insert("number"); // or a level
        verify(change, schemaHead + "[[change]]\n", ofChange);
        verify(assumption, schemaHead + "[[assumption]]\n", requiredOf(parts.value("assumption").toObject()));
        QVERIFY(!isRead(schemaHead + "[[change]]\nmeasure = \"m\"\nnumber = \"1\"\nover = 57\n"));
        QVERIFY(!isRead(schemaHead + "[[assumption]]\nparameter = \"p\"\nvalue = \"1\"\nlow = \"0\"\n"));
    }
};

CHOKEPOINT_TEST(SchemaTest)
#include "SchemaTest.moc"
