// Facts of a person's own against the model: planted figures of known coverage, and differences against another engine of runs.
#include "api/PersonalFacts.h"

#include "api/Catalogue.h"
#include "api/Ensemble.h"
#include "api/Projection.h"
#include "TestData.h"
#include "TestProgram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace chokepoint;

class PersonalFactsTest : public QObject {
    Q_OBJECT

    const Engine& m_engine = test::engine();
    const Catalogue& m_catalogue = m_engine.catalogue();
    const Scenario& m_status = m_engine.preset("status_quo_2026");
    BacktestRequest m_request{.draws = 64};
    const std::vector<std::string> m_series{"hbm.stock",     "hbm.price",   "revenue.nvidia", "revenue.tsmc",
                                            "compute.china", "compute.us",  "talent.us",      "open.token_china",
                                            "accel.spend",   "demand.budget"};

    PersonalFact fact(const std::string& series, double begin, double end, double value) const
    {
        PersonalFact fact;
        fact.series = series;
        fact.period = "planted";
        fact.begin = begin;
        fact.end = end;
        fact.value = value;
        return fact;
    }
    double scaleOf(const std::string& series) const { return m_catalogue.series[*m_catalogue.findSeries(series)].unit.scale; }
    const BacktestRow& rowOf(const Backtest& judged, std::size_t fact) const
    {
        return *std::ranges::find(judged.rows, std::vector<std::size_t>{fact}, &BacktestRow::observations);
    }
    /// Facts of five years of ten series, every one where `place` puts it between the ends of its own band.
    template <class Place> std::vector<PersonalFact> planted(Place place) const
    {
        std::vector<PersonalFact> facts;
        for (const auto& series : m_series)
            for (int year = 2024; year < 2029; ++year)
                facts.push_back(fact(series, year, year + 1, 1));
        const auto judged = judgedFacts(m_engine, m_status, facts, m_request);
        for (std::size_t i = 0; i < facts.size(); ++i)
            facts[i].value = place(rowOf(judged, i), i) * scaleOf(facts[i].series);
        return facts;
    }

private slots:
    void factsAtTheMedianSayTooWide()
    {
        const auto judged = judgedFacts(m_engine, m_status, planted([](const BacktestRow& row, std::size_t) { return row.median; }), m_request);
        QCOMPARE(judged.counts.in50, std::size_t{50});
        QVERIFY(judged.verdict.width == BandWidth::TooWide);
    }
    void factsFarOutsideSayTooNarrow()
    {
        const auto judged =
            judgedFacts(m_engine, m_status, planted([](const BacktestRow& row, std::size_t i) { return i % 2 == 0 ? row.high90 * 9 : row.low90 / 9; }),
                        m_request);
        QCOMPARE(judged.counts.in90, std::size_t{0});
        QVERIFY(judged.verdict.width == BandWidth::TooNarrow);
        for (const auto& row : judged.rows)
            QVERIFY(row.below < 0.01 || row.below > 0.99);
    }
    void factsDrawnFromTheBandsOfAnEnsembleAreHeldAsOftenAsTheyShould()
    {
        // eight of ten inside the band of eight in ten, by levels that other draws and another way of adding the discrepancy give
        const std::array<double, 10> drawnAt{0.25, 0.5, 0.75, 0.025, 0.5, 0.25, 0.75, 0.975, 0.5, 0.25};
        std::vector<std::string> series = m_series;
        std::erase_if(series, [](const std::string& id) { return id.starts_with("revenue"); }); // whose quarters lie further off than years
        EnsembleRequest request;
        request.draws = 4000;
        request.seed = 5;
        request.band = Band::Level;
        for (const auto& id : series)
            request.series.push_back(*m_catalogue.findSeries(id));
        const auto ensemble = ensembleOf(m_engine, m_status, request);
        std::vector<PersonalFact> facts;
        std::vector<double> levels;
        for (std::size_t s = 0; s < series.size(); ++s)
            for (int i = 0; i < 10; ++i) {
                const Quarter quarter{20 + 3 * i};
                const double level = drawnAt[(static_cast<std::size_t>(i) + s) % 10];
                const auto place = static_cast<std::size_t>(std::ranges::find(quantileLevels, level) - quantileLevels.begin());
                const auto& spread = ensemble.spreads[s][static_cast<std::size_t>(quarter.index)];
                facts.push_back(fact(series[s], quarter.begin(), quarter.end(), spread.quantiles[place] * scaleOf(series[s])));
                levels.push_back(level);
            }
        const auto judged = judgedFacts(m_engine, m_status, facts, {.draws = 500});
        for (std::size_t i = 0; i < facts.size(); ++i)
            QVERIFY2(std::fabs(rowOf(judged, i).below - levels[i]) < 0.06, (facts[i].series + " " + std::to_string(levels[i])).c_str());
        QCOMPARE(judged.counts.in80, facts.size() * 8 / 10);
        QVERIFY(judged.verdict.width == BandWidth::Right);
        QCOMPARE(judged.histogram.counts[5] + judged.histogram.counts[4], facts.size() * 3 / 10);
    }
    void aFactIsInTheUnitInWhichItsSeriesIsShown()
    {
        const auto row = *m_catalogue.findSeries("open.token_china"); // a share, shown in per cent
        QCOMPARE(m_catalogue.series[row].unit.scale, 100.0);
        const auto level = m_engine.project(m_status).annualMean(row, 2026);
        const auto judged = judgedFacts(m_engine, m_status, {fact("open.token_china", 2026, 2027, 100 * level)}, m_request);
        QVERIFY(std::fabs(judged.rows[0].error) < 1e-12 && std::fabs(judged.rows[0].central - level) < 1e-15);
        QVERIFY(judged.verdict.width == BandWidth::Untold);
        auto ranged = fact("open.token_china", 2026, 2027, 99);
        ranged.low = 100 * level;
        ranged.high = 99.5;
        const auto met = judgedFacts(m_engine, m_status, {ranged}, m_request).rows[0];
        QVERIFY(std::fabs(*met.low - level) < 1e-15 && std::fabs(*met.high - 0.995) < 1e-15 && met.rangeMeets90 && !met.isIn90);
    }
    void theClassOfAFactTakesThePlaceOfThatOfItsSeries()
    {
        auto own = fact("hbm.stock", 2026, 2027, 40);
        const auto hidden = judgedFacts(m_engine, m_status, {own}, m_request).rows[0];
        own.discrepancy = "filings";
        const auto filings = judgedFacts(m_engine, m_status, {own}, m_request).rows[0];
        QCOMPARE(m_catalogue.discrepancies[*hidden.discrepancy].id, std::string("hidden"));
        QCOMPARE(m_catalogue.discrepancies[*filings.discrepancy].id, std::string("filings"));
        QVERIFY(filings.high90 < hidden.high90 && filings.low90 > hidden.low90);
    }
    void aDifferenceIsThatOfTheRunsUnderTheSameDraws()
    {
        const auto& open = m_engine.preset("open_gates");
        const auto place = *m_catalogue.findSeries("compute.china_effective");
        const auto quarter = test::quarter("2029Q4");
        auto difference = fact("compute.china_effective", quarter.begin(), quarter.end(), 1);
        difference.packages = {open, m_status};
        const auto row = judgedFacts(m_engine, m_status, {difference}, {.draws = 128}).rows[0];
        QVERIFY(!row.discrepancy);

        const auto sampled = [&](const Scenario& scenario) { // by the kernels that run draws side by side
            EnsembleRequest request;
            request.draws = 128;
            request.series = {place};
            request.samplesAt = quarter;
            return ensembleOf(m_engine, scenario, request).samples[0];
        };
        auto differences = sampled(open);
        const auto without = sampled(m_status);
        for (std::size_t i = 0; i < differences.size(); ++i)
            differences[i] -= without[i];
        std::ranges::sort(differences);
        const auto quantile = [&](double p) {
            const double rank = p * 127;
            const auto before = static_cast<std::size_t>(rank);
            return differences[before] + (rank - static_cast<double>(before)) * (differences[before + 1] - differences[before]);
        };
        QVERIFY(std::fabs(row.low80 / quantile(0.1) - 1) < 1e-9 && std::fabs(row.high80 / quantile(0.9) - 1) < 1e-9);
        QVERIFY(std::fabs(row.low90 / quantile(0.05) - 1) < 1e-9 && std::fabs(row.median / quantile(0.5) - 1) < 1e-9);
        const double central = m_engine.project(open).at(place, quarter) - m_engine.project(m_status).at(place, quarter);
        QVERIFY(std::fabs(row.central / central - 1) < 1e-12);
    }
    void aPackageLessItselfIsExactlyZero()
    {
        auto nothing = fact("compute.china_effective", 2029, 2030, 0);
        nothing.packages = {m_engine.preset("open_gates"), m_engine.preset("open_gates")};
        const auto judged = judgedFacts(m_engine, m_status, {nothing}, m_request);
        const auto& row = judged.rows[0];
        QVERIFY(row.central == 0 && row.low90 == 0 && row.high90 == 0);
        QVERIFY(judged.classes.size() == 1 && !judged.classes[0].discrepancy);
    }
    void levelsAreOfTheScenarioUnlessTheFactNamesItsOwn()
    {
        const auto& open = m_engine.preset("open_gates");
        const auto place = *m_catalogue.findSeries("compute.china_effective");
        auto own = fact("compute.china_effective", 2030, 2031, 1);
        own.packages = {m_status};
        const auto judged = judgedFacts(m_engine, open, {fact("compute.china_effective", 2030, 2031, 1), own}, m_request);
        QCOMPARE(rowOf(judged, 0).central, m_engine.project(open).annualMean(place, 2030));
        QCOMPARE(rowOf(judged, 1).central, m_engine.project(m_status).annualMean(place, 2030));
        QVERIFY(rowOf(judged, 1).discrepancy);
    }
    void assumptionsHoldInEveryPackage()
    {
        auto assumed = m_status;
        assumed.assumptions = {{"cxmt.learning", "0.2"}};
        auto difference = fact("hbm.stock", 2030, 2031, 1);
        difference.packages = {m_engine.preset("open_gates"), m_status};
        auto open = m_engine.preset("open_gates");
        open.assumptions = assumed.assumptions;
        const auto place = *m_catalogue.findSeries("hbm.stock");
        const double central = m_engine.project(open).annualMean(place, 2030) - m_engine.project(assumed).annualMean(place, 2030);
        QCOMPARE(judgedFacts(m_engine, assumed, {difference}, m_request).rows[0].central, central);
    }
    void threadsChangeNothing()
    {
        const auto facts = planted([](const BacktestRow& row, std::size_t) { return row.central; });
        auto one = m_request;
        one.threads = 1;
        const auto a = judgedFacts(m_engine, m_status, facts, m_request), b = judgedFacts(m_engine, m_status, facts, one);
        for (std::size_t i = 0; i < a.rows.size(); ++i)
            QVERIFY(a.rows[i].low90 == b.rows[i].low90 && a.rows[i].below == b.rows[i].below);
    }
};

CHOKEPOINT_TEST(PersonalFactsTest)
#include "PersonalFactsTest.moc"
