// Units: arithmetic on exponents, scales, and the quantities that carry them.
#include "numbers/Quantity.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint::numbers;

namespace {
template <Unit U> Quantity<double, U> of(double value) { return Raw::make<Quantity<double, U>>(value); }
} // namespace

class UnitTest : public QObject {
    Q_OBJECT
private slots:
    void priceTimesVolumeIsRevenueOnAnotherScale()
    {
        // USD/GB x PB/year = USD million a year
        const auto revenue = of<usd / gigabyte>(15.5) * of<petabyte / year>(200);
        static_assert(std::is_same_v<decltype(revenue), const Quantity<double, usdMillion / year>>);
        QCOMPARE(Raw::value(in<usdBillion / year>(revenue)), 3.1);
    }
    void rescalingIsExactInBothDirections()
    {
        QCOMPARE(Raw::value(in<one>(of<percent>(25))), 0.25);
        QCOMPARE(Raw::value(in<percent>(of<one>(0.5))), 50.0);
        QCOMPARE(Raw::value(in<usd>(of<usdBillion>(2))), 2e9);
    }
    void wafersAMonthBecomeWafersAYear()
    {
        const auto yearly = of<thousandWafers / month>(2.5) * monthsPerYear<double>();
        static_assert(std::is_same_v<decltype(yearly), const Quantity<double, thousandWafers / year>>);
        QCOMPARE(Raw::value(yearly), 30.0);
    }
    void levelOfALogarithmHasItsUnit()
    {
        const auto price = of<usd / gigabyte>(13);
        QVERIFY(std::abs(Raw::value(level(logOf(price))) - 13) < 1e-14);
        QCOMPARE(Raw::value(logOf(price) - logOf(price)), 0.0);
    }
    void geometricMeanKeepsTheUnitAndTheWeights()
    {
        const auto mean = weightedGeometricMean(of<petabyte>(2), of<petabyte>(8), of<one>(0.5));
        QVERIFY(std::abs(Raw::value(mean) - 4) < 1e-14);
    }
    void ratioOrNeverDividesByZero()
    {
        QCOMPARE(Raw::value(ratioOr(of<usd>(3), of<usd>(0), of<one>(7))), 7.0);
        QCOMPARE(Raw::value(ratioOr(of<usd>(3), of<usd>(2), of<one>(7))), 1.5);
    }
    void wordingsStandForTheirUnitsOnly()
    {
        QVERIFY(wordingStandsFor("PB/yr", petabyte / year));
        QVERIFY(!wordingStandsFor("PB/yr", petabyte));
        QVERIFY(!wordingStandsFor("PB/yr", gigabyte / year));
        QVERIFY(wordingStandsFor("GB", gigabyte / die) && wordingStandsFor("GB", gigabyte / stack));
        QVERIFY(!wordingStandsFor("furlongs", one));
    }
    void unitsAreDescribedInPlainText()
    {
        QCOMPARE(describe(usdBillion / year), std::string("10^9 usd/year"));
        QCOMPARE(describe(one), std::string("1"));
        QCOMPARE(describe(thousandWafers / month / year), std::string("10^3 wafer/month/year"));
    }
};

CHOKEPOINT_TEST(UnitTest)
#include "UnitTest.moc"
