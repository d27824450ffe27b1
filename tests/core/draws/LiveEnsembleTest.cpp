// Studies: resumed runs equal whole ones, the same draws for all scenarios, and what samples say.
#include "api/LiveEnsemble.h"
#include "api/Ensemble.h"
#include "draws/Quantiles.h"

#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>
#include <random>

using namespace chokepoint;

class LiveEnsembleTest : public QObject {
    Q_OBJECT

    static std::vector<std::size_t> rows(std::initializer_list<const char*> ids)
    {
        std::vector<std::size_t> result;
        for (const char* id : ids)
            result.push_back(*test::engine().catalogue().findSeries(id));
        return result;
    }
    const std::vector<std::size_t> m_series = rows({"compute.china_effective", "accel.binding", "talent.us"});
    static LiveOptions options(std::size_t draws, int threads = 0, std::optional<InstructionSet> set = {}) { return {draws, 7, threads, set, {}}; }

    /// SeriesDraws of one series and quarter, made up.
    static SeriesDraws made(const std::vector<float>& values)
    {
        auto part = std::make_shared<SeriesDraws::Part>();
        part->end = quarterCount;
        part->stride = values.size();
        for (int q = 0; q < quarterCount; ++q)
            part->values.insert(part->values.end(), values.begin(), values.end());
        return SeriesDraws({0}, values.size(), {part});
    }

private slots:
    void aStudyGivesTheSpreadsOfAnEnsembleToSinglePrecision()
    {
        EnsembleRequest request;
        request.draws = 500;
        request.seed = 7;
        request.series = rows({"compute.china_effective"});
        const auto& scenario = test::engine().preset("open_gates");
        const auto ensemble = ensembleOf(test::engine(), scenario, request);
        LiveEnsemble study(test::engine(), options(500));
        const auto run = study.run(scenario, m_series, 500);
        for (std::size_t q = 0; q < quarterCount; ++q)
            for (std::size_t k = 0; k < quantileLevels.size(); ++k) {
                const double exact = ensemble.spreads[0][q].quantiles[k];
                QVERIFY(std::fabs(run.spreads[0][q].quantiles[k] - exact) <= 1e-6 * std::fabs(exact));
            }
    }
    void levelsOfAStudyAreThoseOfAnEnsembleWithTheBandOfLevels()
    {
        EnsembleRequest request;
        request.draws = 500;
        request.seed = 7;
        request.band = Band::Level;
        request.series = rows({"compute.china_effective", "accel.home_share", "frontier.tpp_per_usd"}); // on the logarithm, on the logit, none
        auto assumed = test::engine().preset("hbm_strict");
        assumed.assumptions = {{"cxmt.delay", "0.4", "0.2", "0.6"}, {"hbm.relax_share", "0.11"}};
        LiveEnsemble study(test::engine(), options(500));
        for (const auto& scenario : {test::engine().preset("open_gates"), test::engine().preset("hbm_strict"), assumed}) {
            const auto ensemble = ensembleOf(test::engine(), scenario, request);
            const auto run = study.run(scenario, request.series, 500);
            for (std::size_t s = 0; s < request.series.size(); ++s)
                for (std::size_t q = 0; q < quarterCount; ++q)
                    for (std::size_t k = 0; k < quantileLevels.size(); ++k) {
                        const double exact = ensemble.spreads[s][q].quantiles[k];
                        QVERIFY(std::fabs(run.levelSpreads[s][q].quantiles[k] - exact) <= 1e-6 * std::fabs(exact));
                    }
            const auto at = static_cast<std::size_t>(test::quarter("2030Q1").index), tenth = quantilePlace(0.1), nineTenths = quantilePlace(0.9);
            QVERIFY(run.levelSpreads[0][at].quantiles[tenth] < run.spreads[0][at].quantiles[tenth]);
            QVERIFY(run.levelSpreads[0][at].quantiles[nineTenths] > run.spreads[0][at].quantiles[nineTenths]);
            QVERIFY(run.levelSpreads[2][at].quantiles == run.spreads[2][at].quantiles);
        }
    }
    void aRoughStudyAddsTheShiftsOfItsFirstDraws()
    {
        const auto& scenario = test::engine().preset("open_gates");
        LiveEnsemble all(test::engine(), options(500)), few(test::engine(), options(60));
        const auto rough = all.run(scenario, m_series, 60), alone = few.run(scenario, m_series, 60);
        for (std::size_t q = 0; q < quarterCount; ++q)
            QCOMPARE(rough.levelSpreads[0][q].quantiles, alone.levelSpreads[0][q].quantiles);
    }
    void resumedRunsEqualWholeOnes()
    {
        LiveEnsemble resuming(test::engine(), options(300)), fresh(test::engine(), options(300));
        auto scenario = test::engine().preset("status_quo_2026");
        for (const char* level : {"open", "full", "hbm3_cap"}) {
            scenario.changes = {{"hbm_export", level, test::quarter("2028Q2"), 1}};
            const auto resumed = resuming.run(scenario, m_series, 300);
            const auto rough = fresh.run(scenario, m_series, 40); // too few for the first quarters to be kept
            QCOMPARE(resumed.firstQuarter, test::quarter("2028Q2").index);
            QCOMPARE(rough.firstQuarter, 0);
            for (const auto row : m_series)
                for (int q = 0; q < quarterCount; ++q)
                    for (std::size_t i = 0; i < 40; ++i)
                        QCOMPARE(resumed.samples.at(row, Quarter{q})[i], rough.samples.at(row, Quarter{q})[i]);
        }
    }
    void theResultDoesNotDependOnThreadsOrInstructionSet()
    {
        const auto& scenario = test::engine().preset("grand_bargain");
        LiveEnsemble one(test::engine(), options(203, 1, InstructionSet::Baseline));
        const auto expected = one.run(scenario, m_series, 203);
        for (const auto set : supportedSets())
            for (const int threads : {2, 5}) {
                LiveEnsemble study(test::engine(), options(203, threads, set));
                const auto run = study.run(scenario, m_series, 203);
                for (const auto row : m_series)
                    for (int q = 0; q < quarterCount; ++q)
                        QVERIFY(std::ranges::equal(run.samples.at(row, Quarter{q}), expected.samples.at(row, Quarter{q})));
                for (std::size_t q = 0; q < quarterCount; ++q)
                    QVERIFY(run.spreads[0][q].mean == expected.spreads[0][q].mean && run.spreads[0][q].quantiles == expected.spreads[0][q].quantiles);
            }
    }
    void ownAssumptionsHaveDrawsOfTheirOwnAndOldOnesComeBack()
    {
        LiveEnsemble study(test::engine(), options(100));
        auto plain = test::engine().preset("status_quo_2026"), own = plain;
        own.assumptions = {{"demand.sigma", "3.1"}};
        const auto before = study.run(plain, m_series, 100), other = study.run(own, m_series, 100),
                   after = study.run(plain, m_series, 100);
        QVERIFY(std::ranges::equal(before.samples.at(m_series[0], Quarter{40}), after.samples.at(m_series[0], Quarter{40})));
        QVERIFY(!std::ranges::equal(before.samples.at(m_series[0], Quarter{40}), other.samples.at(m_series[0], Quarter{40})));
    }
    void anUnchangedPackageChangesNoDraw()
    {
        LiveEnsemble study(test::engine(), options(200));
        const auto& same = test::engine().preset("status_quo_2026");
        const auto run = study.run(same, m_series, 200);
        const auto change = changeSpread(run.samples, study.run(same, m_series, 200).samples, m_series[0], 2028);
        QCOMPARE(change.up + change.down, 0.0);
        QCOMPARE(change.difference.quantiles[8], 0.0);
        QVERIFY(!change.isUnclear());
    }
    void differencesAreTakenDrawByDraw()
    {
        // two samples with the same distribution whose draws all differ by one
        const auto a = made({2, 4, 3, 5}), b = made({1, 3, 2, 4});
        const auto change = changeSpread(a, b, 0, 2030);
        QCOMPARE(change.up, 1.0);
        QCOMPARE(change.difference.quantiles[0], 1.0);
        QCOMPARE(change.difference.quantiles[8], 1.0);
        QCOMPARE(differenceAt(a, b, 0, Quarter{9}).mean, 1.0);
        QVERIFY(changeSpread(made({1, 2, 1, 2}), made({2, 1, 1, 1}), 0, 2030).isUnclear()); // two rise, one falls
    }
    void aChangeIsToldAsFirmlyAsTheRunsAgree_data()
    {
        QTest::addColumn<double>("up");
        QTest::addColumn<double>("down");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("central");
        QTest::addColumn<int>("certainty");
        const auto row = [](const char* name, double up, double down, double low, double high, double central, Certainty certainty) {
            QTest::newRow(name) << up << down << low << high << central << static_cast<int>(certainty);
        };
        row("as many as are shown as 90 in 100 rise", 0.895, 0.105, 0.0, 0.2, 0.1, Certainty::Firm);
        row("all rise", 1, 0, 0.1, 0.2, 0.15, Certainty::Firm);
        row("90 in 100 rise", 0.9, 0.1, 0.0, 0.2, 0.1, Certainty::Firm);
        row("just fewer", 0.894, 0.106, 0.0, 0.2, 0.1, Certainty::Probable);
        row("75 in 100 rise", 0.75, 0.25, -0.1, 0.2, 0.1, Certainty::Probable);
        row("just fewer than those", 0.744, 0.256, -0.1, 0.2, 0.1, Certainty::Unclear);
        row("90 in 100 fall", 0.1, 0.9, -0.2, -0.01, -0.1, Certainty::Firm);
        row("the range crosses zero though 91 in 100 fall", 0.09, 0.91, -0.2, 0.001, -0.1, Certainty::Probable);
        row("most rise and the central run falls", 0.95, 0.05, 0.01, 0.2, -0.1, Certainty::Unclear);
        row("60 in 100 rise and the others stay", 0.6, 0, 0, 0.2, 0.1, Certainty::Unclear);
        row("80 in 100 rise and the others stay", 0.8, 0, 0, 0.2, 0.1, Certainty::Probable);
        row("the central run moves alone", 0, 0, 0, 0, 0.1, Certainty::Unclear);
        row("nothing moves", 0, 0, 0, 0, 0, Certainty::Firm);
    }
    void aChangeIsToldAsFirmlyAsTheRunsAgree()
    {
        QFETCH(double, up);
        QFETCH(double, down);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, central);
        QFETCH(int, certainty);
        ChangeSpread spread;
        spread.up = up;
        spread.down = down;
        spread.relative.quantiles[quantilePlace(0.1)] = low;
        spread.relative.quantiles[quantilePlace(0.9)] = high;
        QCOMPARE(static_cast<int>(certaintyOf(spread, central)), certainty);
    }
    void histogramsHoldAllDrawsAndNothingBelowZero()
    {
        std::vector<float> values;
        std::mt19937 random(3);
        for (int i = 0; i < 1000; ++i)
            values.push_back(static_cast<float>(random() % 1000) / 100);
        const auto histogram = histogramsAt(made(values), made(values), 0, Quarter{5}, 20).first;
        QCOMPARE(histogram.counts.size(), std::size_t(20));
        QVERIFY(histogram.low >= 0);
        QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::size_t(0)), std::size_t(1000));
        QCOMPARE(histogramsAt(made({3, 3, 3}), made({3, 3}), 0, Quarter{5}, 20).first.counts, std::vector<std::size_t>{3});
    }
    void ofAYearEveryDrawIsTheMeanOfItsQuarters()
    {
        auto part = std::make_shared<SeriesDraws::Part>();
        part->end = quarterCount;
        part->stride = 2;
        part->values.resize(quarterCount * 2);
        for (int q = 0; q < quarterCount; ++q) {
            part->values[static_cast<std::size_t>(q) * 2] = static_cast<float>(q);
            part->values[static_cast<std::size_t>(q) * 2 + 1] = static_cast<float>(10 * q);
        }
        const SeriesDraws draws({0}, 2, {part});
        QCOMPARE(draws.in(0, Period::ofYear(2023)), (std::vector<float>{5.5F, 55}));
        QCOMPARE(draws.in(0, test::quarter("2023Q4")), (std::vector<float>{7, 70}));
        const auto [with, without] = histogramsAt(draws, draws, 0, Period::ofYear(2023), 2);
        QVERIFY(with.low == 5.5 && with.high == 55 && without.counts == (std::vector<std::size_t>{1, 1}));
    }
    void histogramsOfTwoSamplesHaveTheSameBars()
    {
        const auto [with, without] = histogramsAt(made({4, 5, 6}), made({1, 2, 3}), 0, Quarter{5}, 5);
        QCOMPARE(with.low, 1.0);
        QCOMPARE(with.high, 6.0);
        QCOMPARE(without.low, with.low);
        QCOMPARE(without.high, with.high);
        QCOMPARE(with.counts, (std::vector<std::size_t>{0, 0, 0, 1, 2}));
        QCOMPARE(without.counts, (std::vector<std::size_t>{1, 1, 1, 0, 0}));
    }
    void oddsAndSharesCountDraws()
    {
        const auto samples = made({0, 1, 1, 3});
        QCOMPARE(oddsOfReaching(samples, 0, 1, true, Quarter{0}, Quarter{10}), 0.75);
        QCOMPARE(oddsOfReaching(samples, 0, 0.5, false, Quarter{0}, Quarter{10}), 0.25);
        QCOMPARE(oddsOfReaching(samples, 0, 4, true, Quarter{0}, Quarter{10}), 0.0);
        QCOMPARE(sharesOfCodes(samples, 0, Quarter{5}, 4), (std::vector<double>{0.25, 0.5, 0, 0.25}));
    }
    void aCancelledRunHasNoDraws()
    {
        LiveEnsemble study(test::engine(), options(200));
        QCOMPARE(study.run(test::engine().preset("hbm_strict"), m_series, 200, [] { return true; }).samples.draws(), std::size_t(0));
        QCOMPARE(study.run(test::engine().preset("hbm_strict"), m_series, 200).samples.draws(), std::size_t(200));
    }
    void wrongOptionsAndScenariosAreRefused()
    {
        test::errorOf([] { LiveEnsemble study(test::engine(), options(0)); });
        test::errorOf([] { LiveEnsemble study(test::engine(), options(10, 1000)); });
        LiveEnsemble study(test::engine(), options(10));
        Scenario wrong;
        wrong.changes = {{"no_such_measure", "open", {}, 1}};
        test::errorOf([&] { study.run(wrong, m_series, 10); });
    }
    void quantilesBySelectionEqualThoseBySorting_data()
    {
        QTest::addColumn<int>("kind");
        int kind = 0;
        for (const char* name : {"uniform", "skewed", "many equal", "two values", "tiny range", "huge range"})
            QTest::newRow(name) << kind++;
    }
    void quantilesBySelectionEqualThoseBySorting()
    {
        QFETCH(int, kind);
        std::mt19937_64 random(11);
        const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
        std::vector<double> values(5003);
        for (auto& value : values) {
            const double u = unit();
            const std::array<double, 6> kinds{u, std::exp(30 * u), u < 0.9 ? 0.0 : u, u < 0.5 ? -1.0 : 2.0, 1 + 1e-15 * std::floor(8 * u), (u - 0.5) * 1e300};
            value = kinds[static_cast<std::size_t>(kind)];
        }
        draws::QuantileScratch<double> scratch;
        const auto spread = draws::spreadOf(std::span<const double>(values), scratch);
        std::ranges::sort(values);
        for (std::size_t k = 0; k < quantileLevels.size(); ++k) {
            const double place = quantileLevels[k] * static_cast<double>(values.size() - 1);
            const auto below = static_cast<std::size_t>(place);
            QCOMPARE(spread.quantiles[k], values[below] + (place - static_cast<double>(below)) * (values[below + 1] - values[below]));
        }
    }
};

CHOKEPOINT_TEST(LiveEnsembleTest)
#include "LiveEnsembleTest.moc"
