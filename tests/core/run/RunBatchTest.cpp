// Many runs side by side: each has the bits of its own scalar run, whatever differs between them, on every instruction set.
#include "run/RunBatch.h"
#include "draws/ParameterSampler.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <bit>

using namespace chokepoint;

class RunBatchTest : public QObject {
    Q_OBJECT

    facts::DataBook m_book = facts::loadDataBook(test::sourceFolder() / "resources" / "data");
    policy::MeasureSchedule m_recorded = policy::recordedSchedule(m_book);
    run::Exogenous<double> m_exogenous = run::exogenousOf<double>(m_book, m_recorded);
    run::RunInput m_common{run::centralParameters<double>(m_book), policy::leversOf<double>(m_book, m_recorded)};
    std::vector<std::size_t> m_series{3, 40, 120, 180}; ///< published and hidden ones

    std::vector<run::ParameterValues<double>> draws(std::size_t count)
    {
        return draws::ParameterSampler(m_book, 11).draws(0, count, m_common.parameters, std::vector<bool>(model::parameterTable.size()));
    }
    policy::LeverValues<double> levers(const char* preset)
    {
        return policy::leversOf<double>(m_book, policy::scheduleOf(m_book, m_recorded, test::engine().preset(preset)));
    }
    std::vector<SeriesValues> runSingly(const run::RunInput& input)
    {
        std::vector<SeriesValues> values(m_series.size());
        run::simulate<double>(input.parameters, m_exogenous, input.levers, [&](int quarter, const auto& v) {
            v.forEach([&](std::size_t row, double x) {
                for (std::size_t s = 0; s < m_series.size(); ++s)
                    if (m_series[s] == row)
                        values[s][static_cast<std::size_t>(quarter)] = x;
            });
        });
        return values;
    }
    std::vector<std::vector<SeriesValues>> runTogether(run::RunBatch runs, int threads)
    {
        std::vector<std::vector<SeriesValues>> results(runs.count);
        runs.series = m_series;
        runs.take = [&](std::size_t run, const std::vector<SeriesValues>& values) { results[run] = values; };
        const RunControl work{.threads = threads, .isCancelled = {}, .clock = {}, .onProgress = {}};
        run::RunBudget meter(work, runs.count);
        if (!run::runBatch(m_exogenous, m_common, runs, meter))
            results.clear();
        return results;
    }
    void compare(const std::vector<SeriesValues>& found, const std::vector<SeriesValues>& single, int end = quarterCount)
    {
        for (std::size_t s = 0; s < m_series.size(); ++s)
            for (std::size_t q = 0; q < static_cast<std::size_t>(end); ++q)
                if (std::bit_cast<quint64>(found[s][q]) != std::bit_cast<quint64>(single[s][q]))
                    QFAIL(qPrintable(QString("variable %1, quarter %2").arg(m_series[s]).arg(q)));
    }

private slots:
    void runsThatDifferInParametersAndLeversAreTheirScalarRuns()
    {
        const auto parameters = draws(29); // no whole number of groups
        const std::vector all{m_common.levers, levers("grand_bargain"), levers("full_denial")};
        run::RunBatch runs;
        runs.count = parameters.size();
        runs.prepare = [&](std::size_t run, run::RunInput& input) {
            input.parameters = parameters[run];
            input.levers = all[run % all.size()];
        };
        for (const auto set : supportedSets())
            for (const int threads : {1, 3}) {
                runs.set = set;
                const auto found = runTogether(runs, threads);
                QCOMPARE(found.size(), runs.count);
                for (std::size_t run = 0; run < runs.count; ++run)
                    compare(found[run], runSingly({parameters[run], all[run % all.size()]}));
            }
    }
    void runsResumedAtTheFirstDifferenceAreTheirScalarRuns()
    {
        const auto denial = levers("full_denial");
        int first = 0;
        while (denial[static_cast<std::size_t>(first)] == m_common.levers[static_cast<std::size_t>(first)])
            ++first;
        QVERIFY(first > 0);
        const auto mixed = [&](std::size_t run) { // each run takes other levers over
            auto values = m_common.levers;
            for (std::size_t row = 0; row < values[0].size(); ++row)
                if ((row + run) % 3 == 0)
                    for (auto q = static_cast<std::size_t>(first); q < values.size(); ++q)
                        values[q][row] = denial[q][row];
            return values;
        };
        run::RunBatch runs;
        runs.count = 10;
        runs.from = first;
        runs.prepare = [&](std::size_t run, run::RunInput& input) { input.levers = mixed(run); };
        for (const auto set : supportedSets()) {
            runs.set = set;
            const auto found = runTogether(runs, 2);
            for (std::size_t run = 0; run < runs.count; ++run)
                compare(found[run], runSingly({m_common.parameters, mixed(run)}));
        }
    }
    void nothingIsRunBeyondTheEnd()
    {
        run::RunBatch runs;
        runs.count = 1;
        runs.end = 9;
        runs.prepare = [](std::size_t, run::RunInput&) {};
        const auto found = runTogether(runs, 1);
        const auto single = runSingly(m_common);
        compare(found[0], single, 9);
        QVERIFY(single[0][9] != 0);
        QCOMPARE(found[0][0][9], 0.0);
    }
    void cancelledRunsAreTold()
    {
        std::size_t taken = 0;
        run::RunBatch runs;
        runs.count = 5000;
        runs.series = m_series;
        runs.prepare = [](std::size_t, run::RunInput&) {};
        runs.take = [&](std::size_t, const std::vector<SeriesValues>&) { ++taken; };
        RunControl work{.threads = 1, .isCancelled = [&] { return taken > 0; }, .clock = {}, .onProgress = {}};
        run::RunBudget meter(work, runs.count);
        QVERIFY(!run::runBatch(m_exogenous, m_common, runs, meter));
        QVERIFY(taken > 0 && taken < runs.count);
    }
};

CHOKEPOINT_TEST(RunBatchTest)
#include "RunBatchTest.moc"
