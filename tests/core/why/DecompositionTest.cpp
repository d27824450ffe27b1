// The parts of a result multiply and add up to the published series, in every quarter of every preset.
#include "TestData.h"
#include "TestProgram.h"

#include "api/Decomposition.h"
#include "api/Projection.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;

namespace {

bool isNearTo(double a, double b) { return std::fabs(a - b) <= 1e-12 * std::max(std::fabs(a), std::fabs(b)); }

std::size_t rowOfSeries(const std::string& id) { return test::engine().catalogue().findSeries(id).value(); }

} // namespace

class DecompositionTest : public QObject {
    Q_OBJECT
private slots:
    void diesTimesTheirArithmeticAreTheComputeThatDomesticChipsAdd()
    {
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto run = test::engine().project(preset);
            const auto parts = decompositionsOf(test::engine(), preset).domesticCompute;
            for (std::size_t q = 0; q < quarterCount; ++q) {
                QVERIFY(isNearTo(parts.dies[q] * parts.dieArithmetic[q], parts.added[q]));
                QCOMPARE(parts.added[q], run.series[rowOfSeries("compute.add_home")][q]);
                QCOMPARE(parts.dies[q], run.series[rowOfSeries("accel.dies")][q]);
                QCOMPARE(parts.logic[q], run.series[rowOfSeries("logic.limit")][q]);
                QCOMPARE(parts.hbm[q], run.series[rowOfSeries("hbm.limit")][q]);
                QCOMPARE(parts.packaging[q], run.series[rowOfSeries("packaging.limit")][q]);
                QCOMPARE(static_cast<double>(parts.least[q]), run.series[rowOfSeries("accel.binding")][q]);
            }
        }
    }
    void theLeastIsTheSmallestLimitUnlessBuyersTakeLess()
    {
        const auto parts = decompositionsOf(test::engine(), test::engine().preset("status_quo_2026")).domesticCompute;
        std::array<int, 4> quarters{};
        for (std::size_t q = 0; q < quarterCount; ++q) {
            const std::array<double, 3> limits{parts.logic[q], parts.hbm[q], parts.packaging[q]};
            const double smallest = *std::ranges::min_element(limits);
            QVERIFY(parts.dies[q] <= smallest * (1 + 1e-12));
            if (parts.least[q] != BindingInput::Demand)
                QCOMPARE(limits[static_cast<std::size_t>(parts.least[q])], smallest);
            ++quarters[static_cast<std::size_t>(parts.least[q])];
        }
        QVERIFY(quarters[1] > 0 && quarters[3] > 0); // HBM binds in some quarters, buyers in others
    }
    void completionsStayAiShareAndGrowthMakeTheEntrants()
    {
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto run = test::engine().project(preset);
            const auto origins = decompositionsOf(test::engine(), preset).entrants;
            QCOMPARE(origins.size(), std::size_t{3});
            const std::array<const char*, 3> ids{"talent.us_entry_china", "talent.us_entry_india", "talent.us_entry_row"};
            for (std::size_t o = 0; o < origins.size(); ++o)
                for (std::size_t q = 0; q < quarterCount; ++q) {
                    const auto& part = origins[o];
                    QVERIFY(isNearTo(part.completions[q] * part.stay[q] * part.aiShare[q] * part.growth[q] + part.hiredAbroad[q],
                                     part.entrants[q]));
                    QCOMPARE(part.entrants[q], run.series[rowOfSeries(ids[o])][q]);
                    QVERIFY(part.stay[q] > 0 && part.stay[q] < 1 && part.aiShare[q] > 0 && part.aiShare[q] < 1);
                }
        }
    }
    void ownAssumptionsReachTheParts()
    {
        Scenario scenario = test::engine().preset("status_quo_2026");
        const auto before = decompositionsOf(test::engine(), scenario).entrants[1].hiredAbroad.back();
        const auto& about = test::engine().catalogue().parameters[test::engine().catalogue().findParameter("talent.hired_abroad").value()];
        scenario.assumptions = {{about.id, about.high}};
        QVERIFY(decompositionsOf(test::engine(), scenario).entrants[1].hiredAbroad.back() > before);
    }
    void addendsAddUpToTheirSeries()
    {
        int sums = 0;
        for (const auto& preset : test::engine().catalogue().presets) {
            const auto run = test::engine().project(preset);
            for (std::size_t series = 0; series < run.series.size(); ++series) {
                const auto addends = addendsOf(test::engine(), series);
                sums += !addends.empty();
                for (std::size_t q = 0; q < quarterCount && !addends.empty(); ++q) {
                    double sum = 0;
                    for (const auto addend : addends)
                        sum += run.series[addend][q];
                    QVERIFY2(std::fabs(sum - run.series[series][q]) <= 1e-9 * std::fabs(sum),
                             test::engine().catalogue().series[series].id.c_str());
                }
            }
        }
        QVERIFY(sums > 0);
        QCOMPARE(addendsOf(test::engine(), rowOfSeries("revenue.us_allied_total")).size(), std::size_t{7});
        QVERIFY(addendsOf(test::engine(), rowOfSeries("compute.lead")).empty());
    }
    void layersComeInTheOrderInWhichTheyAreTold()
    {
        const auto layers = [](const char* series) {
            std::vector<std::string> ids;
            for (const auto addend : addendsOf(test::engine(), rowOfSeries(series)))
                ids.push_back(test::engine().catalogue().series[addend].id);
            return ids;
        };
        using Ids = std::vector<std::string>;
        QCOMPARE(layers("revenue.us_allied_total"),
                 (Ids{"revenue.nvidia", "revenue.tsmc", "revenue.sk_hynix_hbm", "revenue.allied_tools_china", "revenue.amd_ai",
                      "revenue.samsung_hbm", "revenue.micron_hbm"}));
        QCOMPARE(layers("revenue.chinese_total"),
                 (Ids{"revenue.huawei_ascend", "revenue.other_chinese_accelerators", "revenue.smic", "revenue.cxmt_hbm"}));
        QCOMPARE(layers("compute.china"), (Ids{"compute.home", "compute.import", "compute.offshore", "compute.grey"}));
        QCOMPARE(layers("compute.china_onshore"), (Ids{"compute.home", "compute.import", "compute.grey"}));
        QCOMPARE(layers("talent.us"), (Ids{"talent.us_domestic", "talent.us_china", "talent.us_india", "talent.us_row"}));
        QCOMPARE(layers("talent.new"), (Ids{"talent.new_china", "talent.new_india", "talent.new_row"}));
        QVERIFY(layers("hbm.revenue").empty() && layers("demand.budget").empty()); // ledgers only
    }
    void aWrongScenarioIsRefused()
    {
        Scenario wrong;
        wrong.changes = {{"no_such_measure", "open", {}, 1}};
        QVERIFY(test::errorOf([&] { decompositionsOf(test::engine(), wrong); }).problem.find("no_such_measure") != std::string::npos);
    }
};

CHOKEPOINT_TEST(DecompositionTest)
#include "DecompositionTest.moc"
