// One change as a line of text, read and written.
#include "TestData.h"
#include "TestProgram.h"

#include "api/ScenarioEdits.h"

#include <QTest>

using namespace chokepoint;
using namespace chokepoint::edit;

namespace {

ChangeTextError errorIn(std::string_view text)
{
    const auto parsed = parseChange(text);
    const auto* error = std::get_if<ChangeTextError>(&parsed);
    return error ? *error : ChangeTextError{ChangeTextError::Kind::NoEqualSign, "no error"};
}

} // namespace

class ChangeTextTest : public QObject {
    Q_OBJECT
private slots:
    void changesAreReadFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("over");
        QTest::newRow("bare") << "gate=open" << "open" << "" << 1;
        QTest::newRow("dated") << "gate=open@2028Q3" << "open" << "2028Q3" << 1;
        QTest::newRow("ramp") << "gate=0.5/8" << "0.5" << "" << 8;
        QTest::newRow("dated ramp") << "gate=-3@2035Q4/56" << "-3" << "2035Q4" << 56;
        QTest::newRow("second equal sign") << "gate=a=b" << "a=b" << "" << 1;
    }
    void changesAreReadFromText()
    {
        QFETCH(QString, text);
        QFETCH(QString, value);
        QFETCH(QString, from);
        QFETCH(int, over);
        const auto change = std::get<Change>(parseChange(text.toStdString()));
        QCOMPARE(change.measure, std::string("gate"));
        QCOMPARE(change.value, value.toStdString());
        QCOMPARE(change.from ? change.from->text() : "", from.toStdString());
        QCOMPARE(change.over, over);
        QCOMPARE(changeText(change), text.toStdString());
    }
    void wrongTextSaysWhatIsWrong()
    {
        using enum ChangeTextError::Kind;
        QVERIFY(errorIn("") == (ChangeTextError{NoEqualSign, ""}));
        QVERIFY(errorIn("gate") == (ChangeTextError{NoEqualSign, "gate"}));
        QVERIFY(errorIn("gate@2028Q1=open") == (ChangeTextError{NoEqualSign, "gate@2028Q1=open"}));
        QVERIFY(errorIn("=open") == (ChangeTextError{NoMeasure, "=open"}));
        QVERIFY(errorIn("gate=") == (ChangeTextError{NoValue, ""}));
        QVERIFY(errorIn("gate=@2028Q1") == (ChangeTextError{NoValue, ""}));
        QVERIFY(errorIn("gate=open@") == (ChangeTextError{NotAQuarter, ""}));
        QVERIFY(errorIn("gate=open@2028") == (ChangeTextError{NotAQuarter, "2028"}));
        QVERIFY(errorIn("gate=open@2036Q1/2") == (ChangeTextError{NotAQuarter, "2036Q1"}));
        QVERIFY(errorIn("gate=open@2028Q1@2029Q1") == (ChangeTextError{NotAQuarter, "2028Q1@2029Q1"}));
        for (const char* over : {"", "0", "57", "-1", "+2", "2.5", "2 ", "99999999999", "8@2028Q1"})
            QVERIFY2(errorIn(std::string("gate=open/") + over) == (ChangeTextError{NotARamp, over}), over);
    }
};

CHOKEPOINT_TEST(ChangeTextTest)
#include "ChangeTextTest.moc"
