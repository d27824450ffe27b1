// How good ten thousand draws are: against a million, and the Sobol sequence against plain random draws.
#include "draws/FileEnsemble.h"
#include "api/Ensemble.h"
#include "draws/ParameterSampler.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <cmath>

using namespace chokepoint;

class ConvergenceTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    policy::LeverValues<double> m_levers = policy::leversOf<double>(m_book, m_recorded);
    run::ParameterValues<double> m_central = run::centralParameters<double>(m_book);
    std::vector<bool> m_none = std::vector<bool>(model::parameterTable.size());
    EnsembleRequest m_request;

    Ensemble run(const run::DrawTable& draws) { return draws::runEnsemble(draws, m_exogenous, m_levers, m_request); }

    /// As many draws as asked for, each the first of a sequence scrambled anew: independent of each other.
    run::DrawTable plainDraws(std::size_t count, std::uint64_t seed)
    {
        const draws::ParameterSampler sampler(m_book, 1);
        std::vector<std::size_t> rows;
        for (const auto place : sampler.sampled())
            rows.push_back(model::indexOf(model::parameterTable, m_book.catalogue.parameters[place].id));
        run::DrawTable table(count, m_central, rows);
        for (std::size_t i = 0; i < count; ++i) {
            const auto draw = draws::ParameterSampler(m_book, seed * 1000003 + i).table(0, 1, m_central, m_none).draw(0);
            for (const auto row : rows)
                table.set(row, i, draw[row]);
        }
        return table;
    }

private slots:
    void initTestCase()
    {
        for (const char* id : {"compute.china_effective", "revenue.us_allied_total", "talent.us", "open.influence_china"})
            m_request.series.push_back(*test::engine().catalogue().findSeries(id));
    }
    void tenThousandDrawsComeNearAMillion()
    {
        const auto few = run(draws::ParameterSampler(m_book, 1).table(0, 10000, m_central, m_none));
        const auto many = run(draws::ParameterSampler(m_book, 2).table(0, 1000000, m_central, m_none));
        double worst = 0;
        for (std::size_t s = 0; s < m_request.series.size(); ++s)
            for (const std::size_t q : {24u, 40u, 55u}) {
                const auto &a = few.spreads[s][q].quantiles, &b = many.spreads[s][q].quantiles;
                for (std::size_t k = 0; k < a.size(); ++k)
                    worst = std::max(worst, std::fabs(a[k] - b[k]) / (b[6] - b[2]));
            }
        qInfo("largest difference of a quantile: %.4f of the band of 8 runs in 10", worst);
        QVERIFY(worst < 0.03);
    }
    void theSobolSequenceIsBetterThanPlainDraws()
    {
        constexpr std::size_t draws = 512;
        const auto reference = run(draws::ParameterSampler(m_book, 99).table(0, 100000, m_central, m_none));
        std::vector<double> sobol(m_request.series.size()), plain(m_request.series.size());
        constexpr int rounds = 12;
        for (int round = 0; round < rounds; ++round) {
            const auto a = run(draws::ParameterSampler(m_book, 100 + round).table(0, draws, m_central, m_none)), b = run(plainDraws(draws, 7 + round));
            for (std::size_t s = 0; s < sobol.size(); ++s) {
                const double exact = reference.spreads[s][40].mean;
                sobol[s] += std::pow(a.spreads[s][40].mean / exact - 1, 2) / rounds;
                plain[s] += std::pow(b.spreads[s][40].mean / exact - 1, 2) / rounds;
            }
        }
        for (std::size_t s = 0; s < sobol.size(); ++s) {
            qInfo("%s: error of the mean of %zu draws %.5f with Sobol, %.5f plain", m_book.catalogue.series[m_request.series[s]].id.c_str(), draws,
                  std::sqrt(sobol[s]), std::sqrt(plain[s]));
            QVERIFY(std::sqrt(sobol[s]) < 0.6 * std::sqrt(plain[s]));
        }
    }
};

CHOKEPOINT_TEST(ConvergenceTest)
#include "ConvergenceTest.moc"
