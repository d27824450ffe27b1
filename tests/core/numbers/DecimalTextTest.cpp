// Decimal text: what is accepted, and that numbers survive the way to text and back.
#include "numbers/DecimalText.h"
#include "TestProgram.h"

#include <QTest>

#include <random>

using chokepoint::numbers::DecimalText;

class DecimalTextTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsDecimalsOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        for (const char* good : {"0", "6", "-3", "0.25", ".5", "5.", "1e6", "1E-3", "1e+6", "100000"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char* bad : {"", "-", ".", "1.2.3", "nan", "NaN", "inf", "-inf", "0x10", " 1", "1 ", "+1", "1,5", "1e", "1e1234", "1f", "1e5.5"})
            QTest::newRow(QByteArray("refuses '") + bad + "'") << QByteArray(bad) << false;
        QTest::newRow("refuses a novel") << QByteArray(61, '1') << false;
    }
    void acceptsDecimalsOnly()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(DecimalText::isValid(text.toStdString()), valid);
        QCOMPARE(DecimalText::parse(text.toStdString()).has_value(), valid);
    }
    void refusesWhatIsNotFinite() { QVERIFY(!DecimalText::parse("1e999")); }
    void readsTheNearestDouble()
    {
        QCOMPARE(DecimalText::toDouble("0.1"), 0.1);
        QCOMPARE(DecimalText::toDouble("-1e-3"), -0.001);
    }
    void shortestTextReadsBackAsTheSameDouble()
    {
        std::mt19937_64 random(1);
        for (int i = 0; i < 100000; ++i) {
            const double value = std::ldexp(static_cast<double>(random() >> 11) * 0x1p-53 - 0.5, static_cast<int>(random() % 200) - 100);
            QCOMPARE(DecimalText::toDouble(DecimalText::shortest(value)), value);
        }
    }
    void writesNoTrailingZeroAndNoNeedlessExponent()
    {
        QCOMPARE(DecimalText::shortest(3.0), std::string("3"));
        QCOMPARE(DecimalText::shortest(1e6), std::string("1000000"));
        QCOMPARE(DecimalText::shortest(0.00025), std::string("0.00025"));
        QCOMPARE(DecimalText::shortest(1e-14), std::string("1e-14"));
    }
};

CHOKEPOINT_TEST(DecimalTextTest)
#include "DecimalTextTest.moc"
