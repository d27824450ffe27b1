// Engine: the backtest, and what part of the spread rests on weak evidence.
#include "api/Backtest.h"
#include "api/InputError.h"
#include "audit/BandJudgement.h"
#include "audit/Coverage.h"
#include "audit/HoldOut.h"
#include "audit/SeriesRuns.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"

#include <string>
#include <vector>

namespace chokepoint {
namespace {

Message holdOutText(const audit::HoldOut& counts)
{
    return Message("backtest.hold_out", {{"parameters", counts.parameters},
                                         {"earlyParameters", counts.earlyParameters},
                                         {"paths", counts.paths},
                                         {"earlyPaths", counts.earlyPaths}});
}

} // namespace

Backtest backtestOf(const Engine& engine, const Scenario& scenario, const BacktestRequest& request)
{
    audit::checkRequest(request);
    auto central = engine.impl().parameters;
    std::vector<bool> keep(central.size());
    const auto assumptions = scenario::checkedAssumptions(engine.impl().book, scenario);
    run::assume(central, assumptions);
    for (const auto& [row, text] : assumptions)
        keep[row] = true;

    const auto& catalogue = engine.catalogue();
    const auto judged = audit::judgedIn(catalogue.observations);
    const audit::HuaweiPlaces places{*catalogue.findSeries("accel.units"), *catalogue.findSeries("revenue.huawei_ascend"),
                                     *catalogue.findSeries("accel.spend")};
    const auto valuesOf = [&](const audit::Draw& parameters) {
        const auto series = audit::seriesOf(parameters, engine.impl().exogenous, engine.impl().exogenous.recorded);
        std::vector<double> values;
        for (const auto& sources : judged) {
            const auto& observation = catalogue.observations[sources.front()];
            const auto row = *catalogue.findSeries(observation.series);
            const auto& course = row == places.units ? audit::huaweiUnits(series, places) : series[row];
            values.push_back(audit::overPeriod(course, catalogue.series[row].kind, observation));
        }
        return values;
    };
    const auto line = valuesOf(central);
    const auto draws = draws::ParameterSampler(engine.impl().book, request.seed).draws(0, request.draws, central, keep);
    std::vector<std::vector<double>> drawn(draws.size());
    audit::share(draws.size(), request.threads, [&](std::size_t i) { drawn[i] = valuesOf(draws[i]); });

    Backtest result;
    result.title = Message("backtest.in_sample");
    result.rows.resize(judged.size());
    audit::share(judged.size(), request.threads, [&](std::size_t k) {
        std::vector<double> sample;
        for (const auto& values : drawn)
            sample.push_back(values[k]);
        std::vector<Observation> sources;
        for (const auto i : judged[k])
            sources.push_back(catalogue.observations[i]);
        const auto series = *catalogue.findSeries(sources.front().series);
        const auto& discrepancy = catalogue.discrepancies[catalogue.series[series].discrepancy];
        auto& row = result.rows[k] = audit::rowOf(sources, discrepancy, line[k], sample);
        row.observations = judged[k];
        row.series = series;
        row.discrepancy = catalogue.series[series].discrepancy;
    });
    audit::sortMissesFirst(result.rows, *catalogue.findSeries("hbm.stock")); // on which the choke point hangs
    audit::judge(result);
    result.holdOut = holdOutText(audit::holdOutOf(catalogue, audit::holdOutYear));
    return result;
}

std::vector<GradeShare> gradeSharesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int year,
                                      const BacktestRequest& request)
{
    audit::checkRequest(request);
    if (year < firstYear || year > lastYear)
        throw InputError(Refusal("year_out_of_range", {{"year", year}, {"fromYear", firstYear}, {"toYear", lastYear}},
                                 {.option = "year " + std::to_string(year)}));
    const auto made = run::caseOf(engine.impl(), scenario);
    const auto& [central, levers] = made.input;
    std::vector<bool> weak(central.size());
    for (std::size_t row = 0; row < weak.size(); ++row)
        weak[row] = isWeak(engine.catalogue().parameters[engine.impl().book.parameterRows[row]].grade);
    const auto all = draws::ParameterSampler(engine.impl().book, request.seed, made.own).draws(0, request.draws, central, made.held);
    enum Group { All, Strong, Weak };
    const auto variances = [&](Group group) {
        std::vector<std::vector<double>> means(series.size(), std::vector<double>(all.size()));
        audit::share(all.size(), request.threads, [&](std::size_t i) {
            auto draw = all[i];
            for (std::size_t row = 0; row < draw.size(); ++row)
                if ((group == Strong && weak[row]) || (group == Weak && !weak[row]))
                    draw[row] = central[row];
            const auto values = audit::seriesOf(draw, engine.impl().exogenous, levers);
            for (std::size_t s = 0; s < series.size(); ++s)
                means[s][i] = annualMean(values[series[s]], year);
        });
        std::vector<double> result;
        for (const auto& sample : means)
            result.push_back(audit::varianceOf(sample));
        return result;
    };
    const auto whole = variances(All), strong = variances(Strong), feeble = variances(Weak);
    std::vector<GradeShare> result;
    for (std::size_t s = 0; s < series.size(); ++s) {
        auto part = audit::gradeShare(whole[s], strong[s], feeble[s]);
        part.series = series[s];
        part.year = year;
        result.push_back(part);
    }
    return result;
}

} // namespace chokepoint
