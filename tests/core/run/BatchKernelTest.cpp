// Draws side by side: on every instruction set of this processor each lane is the double run of its draw, bit for bit.
#include "run/BatchKernel.h"
#include "draws/ParameterSampler.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <bit>

using namespace chokepoint;

class BatchKernelTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    run::DrawTable m_draws = draws::ParameterSampler(m_book, 5).table(0, 37, run::centralParameters<double>(m_book), std::vector<bool>(model::parameterTable.size()));
    std::vector<std::size_t> m_rows; ///< every variable: series, hidden states and terms

    policy::LeverValues<double> levers(const char* preset)
    {
        auto scenario = test::engine().preset(preset);
        scenario.changes.push_back({"hbm_cap_units", "17.5", test::quarter("2028Q2"), 7});
        scenario.changes.push_back({"visa_prc_students", "33", test::quarter("2023Q3"), 5});
        return policy::leversOf<double>(m_book, policy::scheduleOf(m_book, m_recorded, scenario));
    }
    std::vector<double> runSingly(const run::ParameterValues<double>& parameters, const policy::LeverValues<double>& levers)
    {
        std::vector<double> values;
        run::simulate<double>(parameters, m_exogenous, levers, [&](int, const auto& v) { v.forEach([&](std::size_t, double x) { values.push_back(x); }); });
        return values;
    }
    /// All variables in all quarters: [row][quarter][draw].
    std::vector<double> runTogether(const run::BatchKernel& kernel, const run::BatchLevers& levers, std::size_t padded)
    {
        std::vector<double> values(m_rows.size() * quarterCount * padded);
        run::BatchSink sink;
        sink.doubles = values.data();
        sink.seriesStride = quarterCount * padded;
        sink.quarterStride = padded;
        const auto states = kernel.start();
        for (std::size_t batch = 0; batch < kernel.batches(); ++batch) {
            // half of the way in place, the rest on a copy
            kernel.advance(levers, *states, batch, 0, 20, m_rows, sink);
            kernel.advanceCopy(levers, *states, batch, 20, quarterCount, m_rows, sink);
        }
        return values;
    }
    static bool sameBits(double a, double b) { return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b); }

private slots:
    void initTestCase()
    {
        for (std::size_t row = 0; row < model::variableTable.size(); ++row)
            m_rows.push_back(row);
    }
    void everyLaneIsTheDoubleRunOfItsDraw_data()
    {
        QTest::addColumn<int>("set");
        for (const auto set : supportedSets())
            QTest::newRow(std::string(nameOf(set)).c_str()) << static_cast<int>(set);
    }
    void everyLaneIsTheDoubleRunOfItsDraw()
    {
        QFETCH(int, set);
        const auto kernel = run::makeKernel(static_cast<InstructionSet>(set), m_draws, m_exogenous);
        const auto scenario = levers("grand_bargain");
        const auto together = runTogether(*kernel, *kernel->levers(scenario), m_draws.padded());
        for (std::size_t draw = 0; draw < m_draws.size(); ++draw) {
            const auto single = runSingly(m_draws.draw(draw), scenario);
            for (std::size_t row = 0; row < m_rows.size(); ++row)
                for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q)
                    QVERIFY2(sameBits(together[(row * quarterCount + q) * m_draws.padded() + draw], single[q * m_rows.size() + row]),
                             model::variableTable[row].id.data());
        }
    }
    void singlesAreTheRoundedDoubles()
    {
        const auto kernel = run::makeKernel(supportedSets().back(), m_draws, m_exogenous);
        const auto scenario = kernel->levers(levers("status_quo_2026"));
        const auto exact = runTogether(*kernel, *scenario, m_draws.padded());
        std::vector<float> rounded(exact.size());
        run::BatchSink sink;
        sink.singles = rounded.data();
        sink.seriesStride = quarterCount * m_draws.padded();
        sink.quarterStride = m_draws.padded();
        const auto states = kernel->start();
        for (std::size_t batch = 0; batch < kernel->batches(); ++batch)
            kernel->advanceCopy(*scenario, *states, batch, 0, quarterCount, m_rows, sink);
        for (std::size_t i = 0; i < exact.size(); ++i)
            QCOMPARE(rounded[i], static_cast<float>(exact[i]));
    }
    void theBaselineIsAlwaysThereAndNamesReadBack()
    {
        QVERIFY(isSupported(InstructionSet::Baseline));
        for (const auto set : {InstructionSet::Baseline, InstructionSet::V3, InstructionSet::V4})
            QVERIFY(instructionSetOf(nameOf(set)) == set);
        QVERIFY(!instructionSetOf("v5"));
    }
};

CHOKEPOINT_TEST(BatchKernelTest)
#include "BatchKernelTest.moc"
