// Ensembles: draws that depend on seed and index alone, distributions, correlations, quantiles, and any number of threads.
#include "numbers/Normal.h"
#include "api/Ensemble.h"
#include "draws/FileEnsemble.h"
#include "draws/Quantiles.h"
#include "draws/ParameterSampler.h"

#include "TestData.h"
#include "TestProgram.h"

#include <boost/math/distributions/normal.hpp>

#include <QTest>

#include <bit>
#include <cmath>
#include <numeric>

using namespace chokepoint;

class EnsembleTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    run::ParameterValues<double> m_central = run::centralParameters<double>(m_book);
    std::vector<bool> m_none = std::vector<bool>(model::parameterTable.size());

    std::vector<double> column(const std::vector<run::ParameterValues<double>>& draws, const char* parameter)
    {
        std::vector<double> values;
        for (const auto& draw : draws)
            values.push_back(draw[model::indexOf(model::parameterTable, parameter)]);
        return values;
    }
    static Spread spreadOf(const std::vector<double>& values)
    {
        draws::QuantileScratch<double> scratch;
        return draws::spreadOf(std::span(values), scratch);
    }
    static double median(const std::vector<double>& values) { return spreadOf(values).quantiles[4]; }
    static std::vector<double> ranks(const std::vector<double>& values)
    {
        std::vector<std::size_t> order(values.size());
        std::iota(order.begin(), order.end(), 0u);
        std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
        std::vector<double> result(values.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            result[order[i]] = static_cast<double>(i);
        return result;
    }
    static double correlation(const std::vector<double>& a, const std::vector<double>& b)
    {
        const double n = static_cast<double>(a.size());
        const double ma = std::accumulate(a.begin(), a.end(), 0.0) / n, mb = std::accumulate(b.begin(), b.end(), 0.0) / n;
        double ab = 0, aa = 0, bb = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / std::sqrt(aa * bb);
    }
    EnsembleRequest request(std::size_t draws, int threads)
    {
        EnsembleRequest r;
        r.draws = draws;
        r.threads = threads;
        r.seed = 7;
        for (const char* id : {"compute.china_effective", "revenue.us_allied_total", "hbm.leak", "talent.us"})
            r.series.push_back(*test::engine().catalogue().findSeries(id));
        return r;
    }

private slots:
    void normalFunctionsAgreeWithBoost()
    {
        const boost::math::normal_distribution<double> normal;
        for (double p : {1e-12, 1e-6, 0.01, 0.07, 0.3, 0.5, 0.62, 0.93, 0.9999, 1 - 1e-9}) {
            const double z = boost::math::quantile(normal, p);
            QVERIFY(std::fabs(numbers::normalQuantile(p) - z) <= 1e-13 * std::max(1.0, std::fabs(z)));
            QVERIFY(std::fabs(numbers::normalProbability(z) - p) <= 2e-15);
        }
        for (double x = -1.6; x <= 1.6; x += 0.1)
            QVERIFY(std::fabs(numbers::smallSine(x) - std::sin(x)) <= 3e-16);
    }
    void aDrawDependsOnSeedAndIndexAlone()
    {
        const draws::ParameterSampler sampler(m_book, 42);
        const auto many = sampler.draws(0, 50, m_central, m_none);
        for (const std::uint64_t index : {0u, 1u, 17u, 49u})
            QVERIFY(sampler.draws(index, 1, m_central, m_none).front() == many[index]);
        QVERIFY(draws::ParameterSampler(m_book, 43).draws(0, 1, m_central, m_none).front() != many[0]);
        QCOMPARE(drawParameters(test::engine(), 42, 17).size(), sampler.sampled().size());
    }
    void everyDrawLiesInsideItsRange()
    {
        const auto draws = draws::ParameterSampler(m_book, 1).draws(0, 4096, m_central, m_none);
        for (std::size_t row = 0; row < model::parameterTable.size(); ++row) {
            const auto& p = m_book.catalogue.parameters[m_book.parameterRows[row]];
            const double widen = p.distribution == Distribution::Lognormal ? 1.5 : 1;
            for (const auto& draw : draws)
                QVERIFY2(p.distribution == Distribution::Fixed ? draw[row] == m_central[row]
                                                   : draw[row] >= std::stod(p.low) / widen && draw[row] <= std::stod(p.high) * widen, p.id.c_str());
        }
    }
    void mediansAreCentral()
    {
        const auto draws = draws::ParameterSampler(m_book, 1).draws(0, 8192, m_central, m_none);
        for (const auto& p : m_book.catalogue.parameters) {
            const double low = std::stod(p.low), high = std::stod(p.high), central = std::stod(p.central);
            const double middle = p.distribution == Distribution::Uniform ? (low + high) / 2 : central;
            if (p.distribution != Distribution::Fixed)
                QVERIFY2(std::fabs(median(column(draws, p.id.c_str())) - middle) <= 0.02 * (high - low), p.id.c_str());
        }
    }
    void triangularQuantilesFollowTheirFormula()
    {
        auto values = column(draws::ParameterSampler(m_book, 1).draws(0, 16384, m_central, m_none), "world.growth_long");
        const auto spread = spreadOf(values);
        QVERIFY(std::fabs(spread.quantiles[2] - (0.03 + 0.04 * std::sqrt(0.2))) < 2e-4);
        QVERIFY(std::fabs(spread.quantiles[6] - (0.12 - 0.05 * std::sqrt(0.2))) < 2e-4);
    }
    void rankCorrelationsAreRecovered()
    {
        const auto draws = draws::ParameterSampler(m_book, 3).draws(0, 16384, m_central, m_none);
        for (const auto& c : m_book.catalogue.correlations) {
            const double found = correlation(ranks(column(draws, c.first.c_str())), ranks(column(draws, c.second.c_str())));
            QVERIFY2(std::fabs(found - c.rank) < 0.02, (c.first + " and " + c.second).c_str());
        }
        QVERIFY(std::fabs(correlation(ranks(column(draws, "world.growth_long")), ranks(column(draws, "drug.lag")))) < 0.02);
    }
    void contradictoryCorrelationsAreRefused()
    {
        auto book = m_book;
        book.catalogue.correlations = {{"world.growth_2027", "world.growth_long", 0.95, ""}, {"world.growth_long", "demand.sigma", 0.95, ""},
                                       {"world.growth_2027", "demand.sigma", -0.95, ""}};
        QVERIFY(test::errorOf([&] { draws::ParameterSampler sampler(book, 1); }).place == "correlations.csv");
    }
    void quantilesOfAKnownSampleAreExact()
    {
        std::vector<double> values(1001);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<double>((i * 387) % 1001);
        const auto spread = spreadOf(values);
        QCOMPARE(spread.mean, 500.0);
        for (std::size_t k = 0; k < quantileLevels.size(); ++k)
            QVERIFY(std::fabs(spread.quantiles[k] - 1000 * quantileLevels[k]) < 1e-9);
    }
    /// A number made of every bit of an ensemble: the spreads of all quarters and each draw of one of them.
    static std::uint64_t digestOf(const Ensemble& ensemble)
    {
        std::uint64_t digest = 0;
        const auto take = [&](double x) { digest = (digest ^ std::bit_cast<std::uint64_t>(x)) * 0x100000001b3u + 1; };
        for (const auto& ofSeries : ensemble.spreads)
            for (const auto& spread : ofSeries) {
                take(spread.mean);
                std::ranges::for_each(spread.quantiles, take);
            }
        for (const auto& sample : ensemble.samples)
            std::ranges::for_each(sample, take);
        return digest;
    }
    void oneDigestForEveryNumberOfThreadsAndInstructionSet()
    {
        auto asked = request(1500, 1); // more than one thread draws or advances at a time
        asked.samplesAt = test::quarter("2035Q4");
        asked.series.clear();
        for (std::size_t row = 0; row < test::engine().catalogue().series.size(); ++row)
            if (test::engine().catalogue().series[row].kind != SeriesKind::Category)
                asked.series.push_back(row);
        asked.set = InstructionSet::Baseline;
        const auto expected = digestOf(ensembleOf(test::engine(), test::engine().preset("open_gates"), asked));
        for (const auto set : supportedSets())
            for (const int threads : {1, 2, 5}) {
                asked.set = set;
                asked.threads = threads;
                QCOMPARE(digestOf(ensembleOf(test::engine(), test::engine().preset("open_gates"), asked)), expected);
            }
        asked.seed = 8;
        QVERIFY(digestOf(ensembleOf(test::engine(), test::engine().preset("open_gates"), asked)) != expected);
    }
    void drawsAreTheSameForAnyNumberOfThreads()
    {
        const draws::ParameterSampler sampler(m_book, 5);
        const auto one = sampler.table(3, 1100, m_central, m_none, 1);
        for (const int threads : {2, 5}) {
            const auto other = sampler.table(3, 1100, m_central, m_none, threads);
            for (std::size_t draw = 0; draw < one.size(); ++draw)
                QVERIFY(other.draw(draw) == one.draw(draw));
        }
        QVERIFY(sampler.table(1102, 1, m_central, m_none).draw(0) == one.draw(1099)); // a draw depends on seed and index alone
    }
    void aDrawOfTheEnsembleIsTheRunWithItsParameters()
    {
        // an ensemble of one draw has that draw's run as its only value
        auto one = request(1, 1);
        const auto ensemble = ensembleOf(test::engine(), test::engine().preset("hbm_strict"), one);
        auto scenario = test::engine().preset("hbm_strict");
        const auto draw = draws::ParameterSampler(m_book, one.seed).draws(0, 1, m_central, m_none).front();
        const auto recorded = policy::recordedSchedule(m_book);
        const auto levers = policy::leversOf<double>(m_book, policy::scheduleOf(m_book, recorded, scenario));
        run::simulate<double>(draw, run::exogenousOf<double>(m_book, recorded), levers, [&](int quarter, const auto& v) {
            v.forEach([&](std::size_t row, double value) {
                for (std::size_t s = 0; s < one.series.size(); ++s)
                    if (one.series[s] == row)
                        QCOMPARE(ensemble.spreads[s][static_cast<std::size_t>(quarter)].quantiles[4], value);
            });
        });
    }
    void levelsHaveTheirDiscrepancyInABandOfTheirOwn()
    {
        auto runs = request(2000, 2);
        const auto& catalogue = test::engine().catalogue();
        runs.series = {*catalogue.findSeries("compute.china_effective"), *catalogue.findSeries("accel.home_share"),
                       *catalogue.findSeries("frontier.tpp_per_usd"), *catalogue.findSeries("revenue.resold")};
        runs.samplesAt = test::quarter("2030Q1");
        auto level = runs;
        level.band = Band::Level;
        const auto& scenario = test::engine().preset("open_gates");
        const auto a = ensembleOf(test::engine(), scenario, runs), b = ensembleOf(test::engine(), scenario, level);
        const auto shifts = draws::ParameterSampler(m_book, runs.seed).levelShifts(0, runs.draws);
        const auto q = static_cast<std::size_t>(runs.samplesAt->index);
        std::vector<double> compute, share;
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            compute.push_back(a.samples[0][i] * std::exp(0.3 * shifts[i]));
            const double x = a.samples[1][i], logit = std::log(x / (1 - x)) + 0.3 * shifts[i];
            share.push_back(x <= 0 || x >= 1 ? x : 1 / (1 + std::exp(-logit)));
        }
        for (std::size_t k = 0; k < quantileLevels.size(); ++k) {
            QVERIFY(std::fabs(b.spreads[0][q].quantiles[k] / spreadOf(compute).quantiles[k] - 1) < 1e-12);
            QVERIFY(std::fabs(b.spreads[1][q].quantiles[k] - spreadOf(share).quantiles[k]) < 1e-12 && b.spreads[1][q].quantiles[k] <= 1);
        }
        QVERIFY(b.spreads[2][q].quantiles == a.spreads[2][q].quantiles && b.spreads[3][q].quantiles == a.spreads[3][q].quantiles); // class none
        QVERIFY(a.samples == b.samples);
        const auto spread = spreadOf(shifts);
        QVERIFY(std::fabs(spread.mean) < 0.01 && std::fabs(spread.quantiles[6] - 1.28155) < 0.02);
    }
    void ownAssumptionsStayAtTheirValueInEveryDraw()
    {
        auto fixed = m_none;
        const auto row = model::indexOf(model::parameterTable, "hbm.relax_share");
        fixed[row] = true;
        auto central = m_central;
        central[row] = 0.11;
        for (const auto& draw : draws::ParameterSampler(m_book, 1).draws(0, 20, central, fixed))
            QCOMPARE(draw[row], 0.11);
    }
    void quantilesOfFewDrawsComeNearThoseOfMany()
    {
        const auto few = ensembleOf(test::engine(), test::engine().preset("status_quo_2026"), request(2000, 0));
        const auto many = ensembleOf(test::engine(), test::engine().preset("status_quo_2026"), request(20000, 0));
        for (std::size_t s : {0u, 1u, 3u})
            for (std::size_t k = 2; k <= 6; ++k) {
                const auto& a = few.spreads[s].back().quantiles;
                const auto& b = many.spreads[s].back().quantiles;
                QVERIFY(std::fabs(a[k] - b[k]) <= 0.05 * (b[6] - b[2]));
            }
    }
    void aCancelledEnsembleEndsWithoutSpreads()
    {
        auto r = request(500, 1);
        int asked = 0;
        r.isCancelled = [&] { return ++asked > 3; };
        QVERIFY(ensembleOf(test::engine(), test::engine().preset("status_quo_2026"), r).spreads.empty());
        QCOMPARE(asked, 4);
    }
    void wrongRequestsAreRefused()
    {
        const auto& scenario = test::engine().preset("status_quo_2026");
        auto none = request(0, 1), crowd = request(10, 1000), category = request(10, 1);
        category.series = {*test::engine().catalogue().findSeries("accel.binding")};
        for (const auto& wrong : {none, crowd, category})
            test::errorOf([&] { ensembleOf(test::engine(), scenario, wrong); });
    }
};

CHOKEPOINT_TEST(EnsembleTest)
#include "EnsembleTest.moc"
