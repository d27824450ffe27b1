// What the equations must not say: signs that hold in every preset, under the rules of both sides.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Projection.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;

class SignsTest : public QObject {
    Q_OBJECT

    const Catalogue& m_catalogue = test::engine().catalogue();

    static Projection runWith(const QString& preset, std::vector<Change> changes, Quarter start = defaultStart)
    {
        auto scenario = test::engine().preset(preset.toStdString());
        for (auto& change : changes)
            scenario.changes.push_back(change);
        return test::engine().project(startingAt(scenario, start));
    }
    const SeriesValues& seriesOf(const Projection& run, const char* id) const { return run.series[*m_catalogue.findSeries(id)]; }
    double mean(const Projection& run, const char* id, int year) const { return run.annualMean(*m_catalogue.findSeries(id), year); }
    const std::vector<Level>& levelsOf(const char* measure) const { return m_catalogue.measures[*m_catalogue.findMeasure(measure)].levels; }
    void presets() const
    {
        QTest::addColumn<QString>("preset");
        for (const auto& preset : m_catalogue.presets)
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
    }

private slots:
    void aBanNeverSpeedsTheFrontier_data() { presets(); }
    void aBanNeverSpeedsTheFrontier()
    {
        QFETCH(QString, preset);
        const auto base = runWith(preset, {});
        const std::vector<std::vector<Change>> bans{{{"accel_ceiling", "none", {}, 1}},
                                                    {{"accel_ceiling", "none", {}, 1}, {"accel_volume_cap", "0", {}, 1}},
                                                    {{"cn_chip_purchase", "ban", {}, 1}}};
        for (const auto& ban : bans) {
            const auto banned = runWith(preset, ban);
            for (const char* id : {"frontier.tpp_per_usd", "frontier.bw_per_usd"})
                for (std::size_t q = 0; q < static_cast<std::size_t>(quarterCount); ++q)
                    QVERIFY2(seriesOf(banned, id)[q] <= seriesOf(base, id)[q], Quarter{static_cast<int>(q)}.text().c_str());
        }
    }
    void aPermissionThatBeijingKeepsShutChangesNothingAbroad_data() { presets(); }
    void aPermissionThatBeijingKeepsShutChangesNothingAbroad()
    {
        QFETCH(QString, preset);
        const Change shut{"cn_chip_purchase", "ban", {}, 1};
        const auto barred = runWith(preset, {shut, {"accel_ceiling", "none", {}, 1}});
        for (const char* ceiling : {"h20", "b30a", "open"}) {
            const auto allowed = runWith(preset, {shut, {"accel_ceiling", ceiling, {}, 1}});
            for (std::size_t i = 0; i < allowed.series.size(); ++i) {
                const auto& id = m_catalogue.series[i].id; // what may be bought is another chip, and nobody buys it
                if (id != "import.chip_tpp" && id != "import.chip_bw" && id != "import.notional")
                    QVERIFY2(allowed.series[i] == barred.series[i], id.c_str());
            }
        }
    }
    void looserRulesOnHbmRaiseChineseCompute_data() { presets(); }
    void looserRulesOnHbmRaiseChineseCompute()
    {
        QFETCH(QString, preset);
        for (const int year : {2028, 2030}) {
            double looser = 0;
            for (const auto& level : levelsOf("hbm_export")) { // the loosest first
                const double compute = mean(runWith(preset, {{"hbm_export", level.id, {}, 1}}), "compute.china_effective", year);
                if (preset == "open_gates") // chips come in freely: HBM decides next to nothing, and its order is open
                    QVERIFY2(looser == 0 || std::fabs(compute / looser - 1) < 0.01, level.id.c_str());
                else
                    QVERIFY2(looser == 0 || compute < looser, level.id.c_str());
                looser = compute;
            }
        }
    }
    void theAffiliatesRuleLowersToolmakersSales_data() { presets(); }
    void theAffiliatesRuleLowersToolmakersSales()
    {
        QFETCH(QString, preset);
        const auto salesUnder = [&](const char* level) {
            return mean(runWith(preset, {{"affiliates_50", level, {}, 1}}), "revenue.allied_tools_china", 2028);
        };
        const double suspended = salesUnder("suspended"), inForce = salesUnder("in_force"), quarter = salesUnder("25");
        QCOMPARE(salesUnder("none"), suspended);
        if (preset == "full_denial") // all tools are denied: the rule reaches nobody who was not reached
            QVERIFY(inForce == suspended && quarter == suspended);
        else
            QVERIFY(quarter < inForce && inForce < suspended);
    }
    void nothingChangesBeforeItsQuarter_data() { presets(); }
    void nothingChangesBeforeItsQuarter()
    {
        QFETCH(QString, preset);
        const auto record = runWith("status_quo_2026", {});
        for (const char* from : {"2022Q3", "2024Q4", "2026Q3", "2027Q1", "2033Q1"}) {
            const auto run = runWith(preset, {}, test::quarter(from));
            for (std::size_t i = 0; i < run.series.size(); ++i)
                for (int q = 0; q < test::quarter(from).index; ++q)
                    QVERIFY2(run.at(i, Quarter{q}) == record.at(i, Quarter{q}), m_catalogue.series[i].id.c_str());
        }
    }
    void noMeasureActsBeforeItsQuarter()
    {
        const auto record = runWith("status_quo_2026", {});
        for (const auto& measure : m_catalogue.measures)
            for (const auto& level : measure.levels)
                for (const char* from : {"2022Q2", "2024Q4", "2027Q1", "2033Q1"}) {
                    const auto run = runWith("status_quo_2026", {{measure.id, level.id, test::quarter(from), 1}});
                    for (std::size_t i = 0; i < run.series.size(); ++i)
                        QVERIFY2(std::ranges::equal(run.series[i].begin(), run.series[i].begin() + test::quarter(from).index,
                                                    record.series[i].begin(), record.series[i].begin() + test::quarter(from).index),
                                 (measure.id + " " + m_catalogue.series[i].id).c_str());
                }
    }
};

CHOKEPOINT_TEST(SignsTest)
#include "SignsTest.moc"
