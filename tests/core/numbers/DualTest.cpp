// Dual: derivatives of every operation, the sides of a kink, jumps, and the distance to the nearest tie.
#include "numbers/Dual.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint::numbers;
using D = Dual<4>;
using A = Arithmetic<D>;

namespace {

D input(double value, DualPass<4>& pass, int lane, double slope = 1)
{
    auto result = D::input(value, &pass);
    result.partials.set(lane, slope);
    return result;
}

bool close(double a, double b) { return std::fabs(a - b) <= 1e-14 * std::max(std::fabs(a), std::fabs(b)); }

} // namespace

class DualTest : public QObject {
    Q_OBJECT
private slots:
    void everyOperationHasItsDerivative()
    {
        DualPass<4> pass;
        const auto x = input(1.7, pass, 0), y = input(0.6, pass, 3);
        const auto verify = [](const D& f, double value, double byX, double byY) {
            QVERIFY(close(f.value, value));
            QVERIFY(close(f.partial(0), byX));
            QVERIFY(close(f.partial(3), byY));
            QCOMPARE(f.partial(1), 0.0);
        };
        verify(x + y, 2.3, 1, 1);
        verify(x - y, 1.1, 1, -1);
        verify(x * y, 1.02, 0.6, 1.7);
        verify(x / y, 1.7 / 0.6, 1 / 0.6, -1.7 / 0.36);
        verify(-x, -1.7, -1, 0);
        verify(A::exp(y), std::exp(0.6), 0, std::exp(0.6));
        verify(A::log(x), std::log(1.7), 1 / 1.7, 0);
        verify(A::pow(x, y), std::pow(1.7, 0.6), 0.6 * std::pow(1.7, -0.4), std::pow(1.7, 0.6) * std::log(1.7));
        verify(A::min(x, y), 0.6, 0, 1);
        verify(A::max(x, y), 1.7, 1, 0);
        verify(A::select(A::less(x, y), x, y * y), 0.36, 0, 1.2);
    }
    void valuesAreThoseOfTheLineBitForBit()
    {
        DualPass<4> pass;
        const auto x = input(0.37, pass, 0);
        QCOMPARE(A::pow(x, D(1.9)).value, Arithmetic<double>::pow(0.37, 1.9));
        QCOMPARE(A::exp(x).value, Arithmetic<double>::exp(0.37));
        QCOMPARE((x / D(3)).value, 0.37 / 3);
    }
    void constantsHaveNoPartials()
    {
        const D five = D(2) + A::fromInt(3);
        QVERIFY(five.pass == nullptr);
        QCOMPARE(five.partial(2), 0.0);
    }
    void distanceToTheNearestTieIsKeptInBothDirections()
    {
        DualPass<4> pass;
        const auto x = input(1, pass, 0), y = input(1, pass, 1, -2);
        A::min(x, D(4));
        A::min(x, D(0.5));
        A::max(y, D(7));
        QCOMPARE(pass.ahead[0], 3.0);
        QCOMPARE(pass.behind[0], 0.5);
        QCOMPARE(pass.behind[1], 3.0); // y falls by two for a step, so seven lies three steps behind
        QVERIFY(std::isinf(pass.ahead[1]) && std::isinf(pass.ahead[2]));
        QVERIFY(!pass.isTied(0));
    }
    void atATieTheSideOfTheDirectionIsTaken()
    {
        for (const double sign : {1.0, -1.0}) {
            DualPass<4> pass;
            const auto x = input(2, pass, 0, sign);
            QCOMPARE(A::min(x, D(2)).partial(0), sign > 0 ? 0.0 : -1.0);
            QCOMPARE(A::max(x, D(2)).partial(0), sign > 0 ? 1.0 : 0.0);
            QCOMPARE(A::select(A::less(x, D(2)), D(2) * x, x + D(2)).partial(0), sign > 0 ? 1.0 : -2.0); // one value, two slopes
            QVERIFY(pass.isTied(0) && !pass.isTied(1));
        }
    }
    void aJumpIsNotFinite()
    {
        DualPass<4> pass;
        const auto x = input(2, pass, 0);
        const auto jump = A::select(A::less(D(2), x), D(5), x);
        QCOMPARE(jump.value, 2.0);
        QVERIFY(!std::isfinite(jump.partial(0)));
        QVERIFY(!std::isfinite((jump * D(3) + x).partial(0)));
        QCOMPARE(jump.partial(1), 0.0);
    }
    void whatIsLeftOfTermsThatCancelIsNoKink()
    {
        DualPass<4> pass;
        pass.closeness.fill(1e-10);
        const auto x = input(0.1, pass, 0);
        const auto residue = (x + D(0.2)) - x - D(0.2); // rounding alone
        A::max(D(0), residue * D(1e-3));
        QVERIFY(!pass.isTied(0));
    }
};

CHOKEPOINT_TEST(DualTest)
#include "DualTest.moc"
