// exp, log and pow against fifty digits: the errors that Elementary.h states; and the lanes of a batch against double.
#include "numbers/PairedBatch.h"
#include "numbers/Decimal.h"
#include "TestProgram.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace chokepoint::numbers;

namespace {

/// Distance in units in the last place of the exact value.
double ulps(double computed, const Decimal& exact)
{
    const double nearest = exact.convert_to<double>();
    const double unit = std::nextafter(std::fabs(nearest), std::numeric_limits<double>::infinity()) - std::fabs(nearest);
    return std::fabs(((Decimal(computed) - exact) / Decimal(unit)).convert_to<double>());
}

constexpr int draws = 20000;

} // namespace

class ElementaryTest : public QObject {
    Q_OBJECT
    std::mt19937_64 m_random{20261122};
    double uniform(double low, double high) { return low + (high - low) * (static_cast<double>(m_random() >> 11) * 0x1p-53); }

private slots:
    void expIsWithinOneUnit()
    {
        double worst = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = i % 2 ? uniform(-708, 709.7) : uniform(-5, 5);
            worst = std::max(worst, ulps(elementary::exp(x), boost::multiprecision::exp(Decimal(x))));
        }
        qInfo("worst error of exp: %.3f units", worst);
        QVERIFY(worst <= 1.0);
    }
    void logIsWithinOneUnit()
    {
        double worst = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = i % 3 == 0 ? std::exp(uniform(-700, 700)) : i % 3 == 1 ? uniform(0.5, 2) : 1 + uniform(-1e-3, 1e-3);
            worst = std::max(worst, ulps(elementary::log(x), boost::multiprecision::log(Decimal(x))));
        }
        qInfo("worst error of log: %.3f units", worst);
        QVERIFY(worst <= 1.0);
    }
    void powIsWithinItsStatedBound()
    {
        double worstOfBound = 0, worstNear = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = std::exp(uniform(-8, 8)), y = uniform(-6, 6);
            const double error = ulps(elementary::pow(x, y), boost::multiprecision::exp(Decimal(y) * boost::multiprecision::log(Decimal(x))));
            const double size = std::fabs(y * std::log(x));
            worstOfBound = std::max(worstOfBound, error / (1 + 1.5 * size));
            if (size < 2)
                worstNear = std::max(worstNear, error);
        }
        qInfo("worst error of pow: %.3f of its bound; %.3f units where |y ln x| < 2", worstOfBound, worstNear);
        QVERIFY(worstOfBound <= 1.0);
    }
    void exactCasesAreExact()
    {
        QCOMPARE(elementary::exp(0.0), 1.0);
        QCOMPARE(elementary::log(1.0), 0.0);
        QCOMPARE(elementary::pow(7.3, 0.0), 1.0);
        QCOMPARE(elementary::pow(1.0, 12.3), 1.0);
    }
    void edgesBehaveAsStated()
    {
        const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(elementary::exp(-800.0), 0.0);
        QCOMPARE(elementary::exp(800.0), infinity);
        QCOMPARE(elementary::exp(-infinity), 0.0);
        QCOMPARE(elementary::log(0.0), -infinity);
        QCOMPARE(elementary::log(infinity), infinity);
        QVERIFY(std::isnan(elementary::log(-1.0)));
        QVERIFY(std::isnan(elementary::log(nan)));
        QVERIFY(std::isnan(elementary::exp(nan)));
        QVERIFY(std::isfinite(elementary::exp(709.78)));
    }
    void everyLaneHasTheBitsOfDouble()
    {
        using B = Batch<4>;
        for (int i = 0; i < draws; ++i) {
            B x, y;
            for (int k = 0; k < 4; ++k) {
                x.setLane(k, std::exp(uniform(-20, 20)));
                y.setLane(k, uniform(-30, 30));
            }
            const B e = elementary::exp<B>(y), l = elementary::log<B>(x), p = elementary::pow<B>(x, y);
            for (int k = 0; k < 4; ++k) {
                QCOMPARE(std::bit_cast<quint64>(e.lane(k)), std::bit_cast<quint64>(elementary::exp(y.lane(k))));
                QCOMPARE(std::bit_cast<quint64>(l.lane(k)), std::bit_cast<quint64>(elementary::log(x.lane(k))));
                QCOMPARE(std::bit_cast<quint64>(p.lane(k)), std::bit_cast<quint64>(elementary::pow(x.lane(k), y.lane(k))));
            }
        }
    }
    /// One lane that is a special case sends all of them another way, which gives the others the bits that they have alone.
    void edgesOfLanesAreThoseOfDouble()
    {
        edgesOf<Batch<2>, 2>();
        edgesOf<Batch<4>, 4>();
        edgesOf<Batch<8>, 8>();
        edgesOf<PairedBatch<4>, 8>();
    }

private:
    template <class B, int N> static void edgesOf()
    {
        const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
        const auto same = [](double a, double b) { return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b) || (a != a && b != b); };
        for (const double edge : {0.0, -0.0, -1.0, 1e-310, std::numeric_limits<double>::min(), infinity, -infinity, nan, -708.0,
                                  std::nextafter(-708.0, -709.0), 709.7827128933840, 709.7827128933841, 800.0, -800.0})
            for (int at = 0; at < N; ++at) {
                B x;
                for (int k = 0; k < N; ++k)
                    x.setLane(k, k == at ? edge : 0.3 + k);
                const B e = elementary::exp<B>(x), l = elementary::log<B>(x), p = elementary::pow<B>(x, B::fill(0.7));
                for (int k = 0; k < N; ++k) {
                    QVERIFY2(same(e.lane(k), elementary::exp(x.lane(k))), qPrintable(QString::number(edge)));
                    QVERIFY2(same(l.lane(k), elementary::log(x.lane(k))), qPrintable(QString::number(edge)));
                    QVERIFY2(same(p.lane(k), elementary::pow(x.lane(k), 0.7)), qPrintable(QString::number(edge)));
                }
            }
    }
};

CHOKEPOINT_TEST(ElementaryTest)
#include "ElementaryTest.moc"
