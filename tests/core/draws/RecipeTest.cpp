// The draws worked out once more from the recipe of the equations of record, with Boost's Sobol numbers and distributions.
#include "draws/ParameterSampler.h"

#include "TestData.h"
#include "TestProgram.h"

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/random/sobol.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace chokepoint;

namespace {

using boost::math::cdf;
using boost::math::quantile;
using Matrix = std::vector<std::vector<double>>;

/// The finaliser of SplitMix64 over the seed and the dimension.
std::uint64_t scramble(std::uint64_t seed, std::uint64_t dimension)
{
    std::uint64_t x = seed + 0x9e3779b97f4a7c15u * (dimension + 1);
    for (const auto& [shift, factor] : {std::pair{30, 0xbf58476d1ce4e5b9u}, std::pair{27, 0x94d049bb133111ebu}})
        x = (x ^ (x >> shift)) * factor;
    return x ^ (x >> 31);
}

/// The lower triangular root of a matrix, by taking out one column after the other.
Matrix rootOf(Matrix rest)
{
    const auto n = rest.size();
    Matrix root(n, std::vector<double>(n));
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i)
            root[i][k] = rest[i][k] / std::sqrt(rest[k][k]);
        for (std::size_t i = k + 1; i < n; ++i)
            for (std::size_t j = k + 1; j < n; ++j)
                rest[i][j] -= root[i][k] * root[j][k];
    }
    return root;
}

double valueOf(const Parameter& p, double u)
{
    const double low = std::stod(p.low), central = std::stod(p.central), high = std::stod(p.high);
    if (p.distribution == Distribution::Uniform)
        return low + u * (high - low);
    if (p.distribution == Distribution::Triangular)
        return u < 0.5 ? low + (central - low) * std::sqrt(2 * u) : high - (high - central) * std::sqrt(2 * (1 - u));
    const boost::math::lognormal_distribution<double> law(std::log(central), std::log(high / low) / 3.29);
    const double from = cdf(law, low / 1.5), to = cdf(law, high * 1.5);
    return quantile(law, from + u * (to - from));
}

} // namespace

class RecipeTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    std::vector<std::size_t> m_sampled; ///< places in the catalogue, in the order of the file
    std::vector<std::size_t> m_correlated; ///< dimensions
    Matrix m_root;

    void correlate(std::vector<double>& u) const
    {
        const boost::math::normal_distribution<double> normal;
        std::vector<double> z;
        for (const auto k : m_correlated)
            z.push_back(quantile(normal, u[k]));
        for (std::size_t i = 0; i < z.size(); ++i) {
            double sum = 0;
            for (std::size_t j = 0; j <= i; ++j)
                sum += m_root[i][j] * z[j];
            u[m_correlated[i]] = cdf(normal, sum);
        }
    }

private slots:
    void initTestCase()
    {
        const auto& parameters = m_book.catalogue.parameters;
        for (std::size_t i = 0; i < parameters.size(); ++i)
            if (parameters[i].distribution != Distribution::Fixed)
                m_sampled.push_back(i);
        const auto& pairs = m_book.catalogue.correlations;
        const auto named = [&](const std::string& id) {
            return std::ranges::any_of(pairs, [&](const Correlation& c) { return c.first == id || c.second == id; });
        };
        for (std::size_t k = 0; k < m_sampled.size(); ++k)
            if (named(parameters[m_sampled[k]].id))
                m_correlated.push_back(k);
        Matrix matrix(m_correlated.size(), std::vector<double>(m_correlated.size()));
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            matrix[i][i] = 1;
            for (const auto& c : pairs)
                for (std::size_t j = 0; j < matrix.size(); ++j) {
                    const auto &a = parameters[m_sampled[m_correlated[i]]].id, &b = parameters[m_sampled[m_correlated[j]]].id;
                    if ((c.first == a && c.second == b) || (c.first == b && c.second == a))
                        matrix[i][j] = 2 * std::sin(std::numbers::pi * c.rank / 6);
                }
        }
        m_root = rootOf(matrix);
    }
    void theRecordNamesItsSampledRows()
    {
        QCOMPARE(m_book.catalogue.parameters.size(), std::size_t{359});
        QCOMPARE(m_sampled.size(), std::size_t{224});
        QVERIFY(draws::ParameterSampler(m_book, 1).sampled() == m_sampled);
    }
    void levelsAreMovedByTheDimensionAfterTheLast()
    {
        const auto shifts = draws::ParameterSampler(m_book, 7).levelShifts(0, 200);
        boost::random::sobol_engine<std::uint64_t, 64> sequence(225);
        for (const double shift : shifts) {
            for (int k = 0; k < 224; ++k)
                sequence();
            const double u = std::ldexp(static_cast<double>((sequence() ^ scramble(7, 224)) >> 11) + 0.5, -53);
            QVERIFY(std::fabs(shift - quantile(boost::math::normal_distribution<double>(), u)) <= 1e-12);
        }
    }
    void twoHundredDrawsAreThoseOfTheRecipe_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("first");
        QTest::newRow("the first hundred") << 1 << 0;
        QTest::newRow("another seed, further on") << 20261128 << 5000;
    }
    void twoHundredDrawsAreThoseOfTheRecipe()
    {
        QFETCH(int, seed);
        QFETCH(int, first);
        const auto from = static_cast<std::uint64_t>(first), root = static_cast<std::uint64_t>(seed);
        const auto central = run::centralParameters<double>(m_book);
        const std::vector<bool> none(central.size());
        const auto draws = draws::ParameterSampler(m_book, root).draws(from, 100, central, none);
        boost::random::sobol_engine<std::uint64_t, 64> sequence(m_sampled.size());
        sequence.discard(from * m_sampled.size());
        double worst = 0;
        for (const auto& draw : draws) {
            std::vector<double> u;
            for (std::size_t k = 0; k < m_sampled.size(); ++k)
                u.push_back(std::ldexp(static_cast<double>((sequence() ^ scramble(root, k)) >> 11) + 0.5, -53));
            correlate(u);
            for (std::size_t k = 0; k < m_sampled.size(); ++k) {
                const auto& p = m_book.catalogue.parameters[m_sampled[k]];
                const double expected = valueOf(p, u[k]), drawn = draw[model::indexOf(model::parameterTable, p.id)];
                const double off = std::fabs(drawn - expected) / std::max(std::fabs(expected), 1e-300);
                worst = std::max(worst, off);
                QVERIFY2(off <= 1e-12, p.id.c_str());
            }
        }
        qInfo("largest deviation %.2g", worst);
    }
};

CHOKEPOINT_TEST(RecipeTest)
#include "RecipeTest.moc"
