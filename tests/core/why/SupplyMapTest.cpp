// The map of the supply chain agrees with the run: widths with the series, gates with the measures, in every quarter of several packages.
#include "api/SupplyMap.h"
#include "api/SupplyMapWords.h"

#include "TestData.h"
#include "TestProgram.h"
#include "api/ClaimWords.h"
#include "api/Claims.h"
#include "api/Decomposition.h"
#include "api/LawAsOf.h"
#include "api/LiveEnsemble.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace chokepoint;

namespace {

bool near(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max({std::fabs(a), std::fabs(b), 1e-3}); }

struct Set {
    const char *measure, *value;
    std::optional<Quarter> from = {};
};

Scenario with(const std::vector<Set>& changes)
{
    auto scenario = test::engine().preset("status_quo_2026");
    for (const auto& change : changes)
        scenario.changes.push_back({change.measure, change.value, change.from, 1});
    return scenario;
}

std::vector<std::pair<QString, Scenario>> packages()
{
    return {{"status quo", test::engine().preset("status_quo_2026")},
            {"HBM open", with({{"hbm_export", "open"}})},
            {"grand bargain", test::engine().preset("grand_bargain")}};
}

struct Run {
    explicit Run(const Scenario& scenario) : projection(test::engine().project(scenario)), map(supplyMapOf(test::engine(), scenario)) {}
    double at(const char* series, std::size_t q) const { return projection.series[*test::engine().catalogue().findSeries(series)][q]; }
    const SupplyQuarter& in(const char* quarter) const { return map[static_cast<std::size_t>(test::quarter(quarter).index)]; }
    Projection projection;
    SupplyMap map;
};

const SupplyChain& chain() { return supplyChainOf(test::engine()); }

GateState stateOf(const SupplyQuarter& quarter, const char* id)
{
    return quarter.gates[static_cast<std::size_t>(std::ranges::find(chain().gates, id, &MapGate::id) - chain().gates.begin())];
}

bool hasGhost(const SupplyQuarter& quarter, MapFlow flow)
{
    return std::ranges::find(quarter.ghosts, flow, &MapGhost::flow) != quarter.ghosts.end();
}

} // namespace

class SupplyMapTest : public QObject {
    Q_OBJECT
private slots:
    void widthsAreThoseOfTheSeriesInEveryQuarter()
    {
        for (const auto& [name, scenario] : packages()) {
            const Run run(scenario);
            QCOMPARE(run.map.size(), std::size_t{quarterCount});
            for (std::size_t q = 0; q < run.map.size(); ++q) {
                const auto& map = run.map[q];
                const double worth = run.at("accel.die_tpp", q), gb = run.at("hbm.per_die", q), made = run.at("compute.add_home", q);
                const auto told = qPrintable(name + QString(" in %1").arg(q));
                QVERIFY2(near(map.flow(MapFlow::Logic).allowed, run.at("logic.limit", q) * worth), told);
                QVERIFY2(near(map.flow(MapFlow::Packaging).allowed, run.at("packaging.limit", q) * worth), told);
                QVERIFY2(near(map.flow(MapFlow::HomeHbm).allowed, run.at("hbm.home", q) / gb * worth), told);
                QVERIFY2(near(map.flow(MapFlow::LegalHbm).allowed, run.at("hbm.legal", q) / gb * worth), told);
                QVERIFY2(near(map.flow(MapFlow::IllicitHbm).allowed, run.at("hbm.leak", q) / gb * worth), told);
                double allowed = 0, used = 0;
                for (const auto flow : {MapFlow::HomeHbm, MapFlow::LegalHbm, MapFlow::IllicitHbm, MapFlow::StockHbm}) {
                    QVERIFY2(map.flow(flow).used >= 0 && map.flow(flow).used <= map.flow(flow).allowed, told);
                    allowed += map.flow(flow).allowed;
                    used += map.flow(flow).used;
                }
                // the streams of memory are together the limit, and what is used of each input is what leaves as chips
                QVERIFY2(near(allowed, run.at("hbm.limit", q) * worth), told);
                QVERIFY2(near(used, made), told);
                QVERIFY2(near(map.flow(MapFlow::Logic).used, made) && near(map.flow(MapFlow::Packaging).used, made), told);
                QVERIFY2(near(map.flow(MapFlow::Domestic).allowed, made), told);
                QCOMPARE(map.flow(MapFlow::Licensed).allowed, run.at("compute.add_import", q));
                QCOMPARE(map.flow(MapFlow::Smuggled).allowed, run.at("compute.add_grey", q));
                QCOMPARE(map.flow(MapFlow::Rented).allowed, run.at("compute.add_offshore", q));
                QVERIFY2(near(map.chinaCompute, run.at("compute.add_onshore", q) + run.at("compute.add_offshore", q)), told);
                QCOMPARE(static_cast<double>(map.binding), run.at("accel.binding", q));
                QCOMPARE(map.stock, run.at("hbm.stock", q));
            }
        }
    }
    void theStockChangesByWhatItAddsOrDraws()
    {
        for (const auto& [name, scenario] : packages()) {
            const Run run(scenario);
            for (std::size_t q = 1; q < run.map.size(); ++q)
                if (run.map[q].stock > 0)
                    QVERIFY2(std::fabs(run.map[q].stock - run.map[q - 1].stock - run.map[q].stockChange / 4)
                                 < 1e-9 * std::max(1.0, run.map[q].stock),
                             qPrintable(name));
        }
    }
    void gatesStandAsTheMeasuresOfTheQuarterSay()
    {
        const auto& catalogue = test::engine().catalogue();
        for (const auto& [name, scenario] : packages()) {
            const Run run(scenario);
            for (int q = 0; q < quarterCount; ++q) {
                const auto& map = run.map[static_cast<std::size_t>(q)];
                const auto values = inForce(test::engine(), scenario, Quarter{q});
                const auto value = [&](const char* measure) { return values[*catalogue.findMeasure(measure)]; };
                const auto hbm = value("hbm_export");
                const bool isCapped = hbm == "hbm2e" || hbm == "hbm3_cap" || hbm == "hbm3e_cap";
                const bool isShut = !isCapped && hbm != "open";
                QCOMPARE(stateOf(map, "hbm_sales"), isShut || (isCapped && value("hbm_cap_units") == "0") ? GateState::Closed
                                                    : isCapped                                            ? GateState::Partly
                                                                                                          : GateState::Open);
                QCOMPARE(stateOf(map, "beijing") == GateState::Closed, value("cn_chip_purchase") == "ban");
                QCOMPARE(stateOf(map, "beijing") == GateState::Open, value("cn_chip_purchase") == "free");
                QCOMPARE(stateOf(map, "chip_sales") == GateState::Closed,
                         value("accel_ceiling") == "none" || value("accel_volume_cap") == "0");
                QCOMPARE(stateOf(map, "foundries") == GateState::Closed,
                         value("foundry_dd") == "enforced" || value("foundry_dd") == "wide");
                QCOMPARE(stateOf(map, "contract"), GateState::Contract);
                // what a closed gate lets through is nothing
                if (stateOf(map, "hbm_sales") == GateState::Closed)
                    QCOMPARE(map.flow(MapFlow::LegalHbm).allowed, 0.0);
            }
        }
    }
    void theTightestOfSeveralMeasuresSetsAGate()
    {
        QCOMPARE(stateOf(Run(with({})).in("2028Q1"), "rented"), GateState::Gray); // the rule on firms abroad alone
        QCOMPARE(stateOf(Run(with({{"cloud_access", "rasa"}})).in("2028Q1"), "rented"), GateState::License);
        QCOMPARE(stateOf(Run(with({{"cloud_access", "rasa"}, {"ai_diffusion", "tiers"}})).in("2028Q1"), "rented"), GateState::Partly);
        QCOMPARE(stateOf(Run(with({{"cloud_access", "ban"}, {"ai_diffusion", "tiers"}})).in("2028Q1"), "rented"), GateState::Closed);
    }
    void aCapOfNothingClosesAGateThatWorksByPermission()
    {
        const Run capped(with({{"hbm_export", "hbm3_cap"}, {"hbm_cap_units", "0"}}));
        QCOMPARE(stateOf(capped.in("2028Q1"), "hbm_sales"), GateState::Closed);
        QCOMPARE(capped.in("2028Q1").flow(MapFlow::LegalHbm).allowed, 0.0);
        // without a capped setting the cap is no rule
        QCOMPARE(stateOf(Run(with({{"hbm_export", "open"}, {"hbm_cap_units", "0"}})).in("2028Q1"), "hbm_sales"), GateState::Open);
    }
    void aGhostShowsTheLastOpenYearAndGoesWhenTheFlowReturns()
    {
        const Run today(with({}));
        for (const char* quarter : {"2022Q1", "2024Q4"})
            QVERIFY(!hasGhost(today.in(quarter), MapFlow::LegalHbm));
        QVERIFY(hasGhost(today.in("2025Q1"), MapFlow::LegalHbm));
        const auto& map = today.in("2026Q4");
        const auto ghost = std::ranges::find(map.ghosts, MapFlow::LegalHbm, &MapGhost::flow);
        QVERIFY(ghost != map.ghosts.end());
        QCOMPARE(ghost->year, 2024);
        const double memory = annualMean(today.projection.series[*test::engine().catalogue().findSeries("hbm.legal")], 2024);
        QVERIFY(near(ghost->dies, memory / map.memoryPerDie));
        QVERIFY(near(ghost->width, ghost->dies * map.dieArithmetic));

        const Run open(with({{"hbm_export", "open", test::quarter("2028Q1")}}));
        QVERIFY(hasGhost(open.in("2027Q4"), MapFlow::LegalHbm));
        QVERIFY(!hasGhost(open.in("2028Q1"), MapFlow::LegalHbm));
        const Run shutAgain(with({{"hbm_export", "open", test::quarter("2028Q1")}, {"hbm_export", "full", test::quarter("2031Q3")}}));
        const auto& late = shutAgain.in("2034Q1");
        const auto again = std::ranges::find(late.ghosts, MapFlow::LegalHbm, &MapGhost::flow);
        QVERIFY(again != late.ghosts.end());
        QCOMPARE(again->year, 2030); // 2031 was open in part
    }
    void theDifferenceOfAPackageFromItselfIsExactlyNothing()
    {
        const Run today(with({})), open(with({{"hbm_export", "open"}}));
        for (std::size_t q = 0; q < today.map.size(); ++q)
            for (const double above : flowsAbove(today.map[q], today.map[q]))
                QCOMPARE(above, 0.0);
        const auto above = flowsAbove(open.in("2028Q4"), today.in("2028Q4"));
        QVERIFY(above[static_cast<std::size_t>(MapFlow::LegalHbm)] > 0 && above[static_cast<std::size_t>(MapFlow::Domestic)] > 0);
        QCOMPARE(above[static_cast<std::size_t>(MapFlow::LegalHbm)], open.in("2028Q4").flow(MapFlow::LegalHbm).allowed);
    }
    void everyLinkWithANumberIsInTheDataBookAndEveryStepHasAPlace()
    {
        QCOMPARE(chain().nodes.size(), std::size_t{28});
        QCOMPARE(chain().edges.size(), std::size_t{39});
        for (std::size_t flow = 0; flow < mapFlowCount; ++flow) {
            const auto& edge = chain().edgeOf(static_cast<MapFlow>(flow));
            QCOMPARE(chain().nodes[edge.from].id, std::string(mapFlowEnds[flow].first));
            QCOMPARE(chain().nodes[edge.to].id, std::string(mapFlowEnds[flow].second));
        }
        QCOMPARE(std::ranges::count_if(chain().nodes, [](const MapNode& node) { return node.column >= 1 && node.column <= 3; }), 15);
    }
    void theTitleNamesWhatBindsWithBothLimits()
    {
        const Run today(with({}));
        const auto& map = today.in("2026Q4");
        QCOMPARE(map.binding, BindingInput::Hbm);
        const auto title = test::said(words::mapTitle(map));
        QVERIFY2(title.starts_with("HBM decides how many AI chips China makes: memory for "), title.c_str());
        SupplyQuarter planted;
        planted.limits = {3.0, 2.0, 4.0};
        planted.dies = 1.5;
        planted.binding = BindingInput::Demand;
        QCOMPARE(test::said(words::mapTitle(planted)),
                 std::string("Buyers’ budgets, not supply, limit Chinese AI chips: 1.5m dies a year bought, supply for 2.0m"));
        planted.binding = BindingInput::Packaging;
        QVERIFY(test::said(words::mapTitle(planted)).starts_with("Packaging decides"));
        QCOMPARE(test::said(words::mapSubtitle(test::quarter("2026Q4"), "Status quo", BindingInput::Hbm, 0.841)),
                 std::string("2026 Q4, Status quo. Ribbons: AI chips in million H100-equivalents (H100e) a year. The bottleneck is HBM in "
                             "84% of runs."));
    }
    void eventsOfTheSliderChangedAMeasureOfTheMap()
    {
        const auto events = supplyEventsOf(test::engine());
        const auto& marks = test::engine().catalogue().eventMarks;
        const auto has = [&](const char* words) {
            return std::ranges::any_of(events, [&](std::size_t mark) { return marks[mark].words == words; });
        };
        QVERIFY(has("HBM rule") && has("first chip rule") && has("H200 licensed"));
        QVERIFY(!has("H-1B by wage") && !has("gallium licenses"));
        for (const auto mark : events)
            if (marks[mark].words == "HBM rule")
                QCOMPARE(timeOfEvent(test::engine(), mark), 2024 + 11.5 / 12);
    }
    void otherSettingsAreWeighedAgainstTheScenarioAsItIs()
    {
        const auto& catalogue = test::engine().catalogue();
        const auto scenario = with({{"hbm_cap_units", "3"}});
        MapMoverRequest request;
        request.measures = {*catalogue.findMeasure("hbm_export"), *catalogue.findMeasure("hbm_cap_units")};
        request.series = *catalogue.findSeries("compute.china_effective");
        request.draws = 60;
        std::vector<MapMover> movers;
        weighMovers(test::engine(), scenario, request, [&](const MapMover& mover) { movers.push_back(mover); });
        QCOMPARE(movers.size(), std::size_t{2});
        QCOMPARE(movers[0].inForce, std::string("dec2024"));
        std::vector<std::string> steps;
        for (const auto& step : movers[0].steps)
            steps.push_back(step.value);
        QCOMPARE(steps, (std::vector<std::string>{"open", "hbm2e", "dec2024_strict", "full"}));
        QVERIFY(movers[0].steps[0].isLooser && movers[0].steps[1].isLooser && !movers[0].steps[2].isLooser);
        QVERIFY(!movers[0].movesNothing && movers[1].movesNothing); // no capped setting is in force
        // the same change by two runs of the same draws
        LiveOptions options;
        options.draws = 60;
        options.threads = 1;
        LiveEnsemble study(test::engine(), options);
        const auto before = study.run(scenario, {request.series}, 60).samples;
        const auto after = study.run(withSetting(test::engine(), scenario, request.measures[0], "open"), {request.series}, 60).samples;
        QCOMPARE(movers[0].steps[0].spread.difference.mean, changeSpread(after, before, request.series, 2028).difference.mean);
        QVERIFY(movers[0].steps[0].spread.difference.mean > 0);
    }
    void aSettingReplacesLaterChangesOfItsMeasure()
    {
        const auto scenario = with(
            {{"hbm_export", "full", test::quarter("2030Q1")}, {"foundry_dd", "wide"}, {"hbm_export", "hbm2e", test::quarter("2025Q3")}});
        const auto set = withSetting(test::engine(), scenario, *test::engine().catalogue().findMeasure("hbm_export"), "open");
        QCOMPARE(inForce(test::engine(), set, test::quarter("2026Q1"))[0], std::string("hbm2e"));
        QCOMPARE(inForce(test::engine(), set, test::quarter("2032Q1"))[0], std::string("open"));
        QCOMPARE(set.changes.size(), std::size_t{3});
    }
    void bothHalvesOfTheClaimAreToldWithTheSharesOfTheClaimItself()
    {
        const auto* claim = claimOfMap(test::engine());
        QVERIFY(claim);
        const auto shares = claimShares(test::engine(), *claim, 200, {});
        QVERIFY(shares && shares->parts.size() == claim->parts.size());
        ClaimRequest request;
        request.draws = 200;
        const auto whole = answerClaim(test::engine(), *claim, request);
        for (std::size_t part = 0; part < whole.parts.size(); ++part)
            QCOMPARE(shares->parts[part].share, whole.parts[part].share);
        QCOMPARE(test::said(words::claimVerdict(*claim, *shares)), test::said(words::claimVerdict(*claim, whole)));
        RunControl givenUp;
        givenUp.isCancelled = [] { return true; };
        QVERIFY(!claimShares(test::engine(), *claim, 200, givenUp));
    }
};

CHOKEPOINT_TEST(SupplyMapTest)
#include "SupplyMapTest.moc"
