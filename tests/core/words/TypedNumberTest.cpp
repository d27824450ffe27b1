// What counts as a number when a person types it.
#include "api/TypedNumber.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;

class TypedNumberTest : public QObject {
    Q_OBJECT
private slots:
    void readsDigitsWithAPointAndMarksOfThousands_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits");
        QTest::addColumn<double>("value");
        QTest::newRow("whole") << "410" << "410" << 410.0;
        QTest::newRow("point") << "12.50" << "12.50" << 12.5;
        QTest::newRow("blanks around") << "  7 \t" << "7" << 7.0;
        QTest::newRow("one mark") << "1,234" << "1234" << 1234.0;
        QTest::newRow("two marks") << "12,345,678.9" << "12345678.9" << 12345678.9;
        QTest::newRow("no digit before the point") << ".5" << "0.5" << 0.5;
        QTest::newRow("no digit after the point") << "5." << "5" << 5.0;
        QTest::newRow("minus") << "-1,000" << "-1000" << -1000.0;
        QTest::newRow("true minus") << QStringLiteral("\u2212" "0.25") << "-0.25" << -0.25;
        QTest::newRow("plus") << "+3" << "3" << 3.0;
    }
    void readsDigitsWithAPointAndMarksOfThousands()
    {
        QFETCH(QString, typed);
        QFETCH(QString, digits);
        QFETCH(double, value);
        const auto number = words::typedNumber(typed.toStdString());
        QVERIFY(number);
        QCOMPARE(QString::fromStdString(number->digits), digits);
        QCOMPARE(number->value, value);
    }
    void refusesAllElse_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"", " ", "-", ".", "1,5", "0,125", "1,50", "12,34", "1234,567", "1,,234", ",234", "1,234,", "1,2345", "1.234,5", "1.2.3", "1 234", "1e3", "0x10",
                                  "nan", "inf", "ten", "5 %", "--5", "1234567890123456789012345678901234567890123456789012345678901"})
            QTest::newRow(typed) << typed;
    }
    void refusesAllElse()
    {
        QFETCH(QString, typed);
        QVERIFY(!words::typedNumber(typed.toStdString()));
    }
    void knowsACommaThatStandsForAPoint()
    {
        for (const char* typed : {"1,5", "-12,34", "0,125 ", "1234,567"})
            QVERIFY(words::hasDecimalComma(typed));
        for (const char* typed : {"1,234", "1,5,2", "1.000,5", "a,5", "", "15"})
            QVERIFY(!words::hasDecimalComma(typed));
    }
};

CHOKEPOINT_TEST(TypedNumberTest)
#include "TypedNumberTest.moc"
