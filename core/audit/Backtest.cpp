// Engine: the backtest, and what part of the spread rests on weak evidence.
#include "api/Backtest.h"
#include "api/InputError.h"
#include "audit/Coverage.h"
#include "audit/HoldOut.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "run/Parallel.h"
#include "run/RequestChecks.h"
#include "scenario/Assumptions.h"

#include <string>

namespace chokepoint {
namespace {

using Draw = run::ParameterValues<double>;

void checkRequest(const BacktestRequest& request)
{
    run::requireNumber("draws", request.draws, 20, 20000);
    RunControl work;
    work.threads = request.threads;
    run::requireWork(work);
}

template <class F> void share(std::size_t count, int threads, F f)
{
    run::Parallel(threads).parts(count, 1, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            f(i);
    });
}

/// Every series in every quarter.
std::vector<SeriesValues> seriesOf(const Draw& parameters, const run::Exogenous<double>& exogenous,
                                   const policy::LeverValues<double>& levers)
{
    std::vector<SeriesValues> result(model::seriesCount);
    run::simulate<double>(parameters, exogenous, levers, [&](int quarter, const auto& v) {
        v.forEach([&](std::size_t row, double value) {
            if (row < result.size())
                result[row][static_cast<std::size_t>(quarter)] = value;
        });
    });
    return result;
}

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
    checkRequest(request);
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
    const auto valuesOf = [&](const Draw& parameters) {
        const auto series = seriesOf(parameters, engine.impl().exogenous, engine.impl().exogenous.recorded);
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
    share(draws.size(), request.threads, [&](std::size_t i) { drawn[i] = valuesOf(draws[i]); });

    Backtest result;
    result.title = Message("backtest.in_sample");
    result.rows.resize(judged.size());
    share(judged.size(), request.threads, [&](std::size_t k) {
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
    });
    for (const auto& row : result.rows) {
        result.in80 += row.isIn80;
        result.in90 += row.isIn90;
        result.runsHold80 += row.runsHold80;
        result.runsHold90 += row.runsHold90;
    }
    result.series = audit::coverageBySeries(result.rows);
    audit::sortMissesFirst(result.rows, *catalogue.findSeries("hbm.stock")); // on which the choke point hangs
    result.holdOut = holdOutText(audit::holdOutOf(catalogue, audit::holdOutYear));
    return result;
}

std::vector<GradeShare> gradeSharesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int year,
                                      const BacktestRequest& request)
{
    checkRequest(request);
    if (year < firstYear || year > lastYear)
        throw InputError(Refusal("year_out_of_range", {{"year", year}, {"fromYear", firstYear}, {"toYear", lastYear}}));
    const auto made = run::caseOf(engine.impl(), scenario);
    const auto& [central, levers] = made.input;
    std::vector<bool> weak(central.size());
    for (std::size_t row = 0; row < weak.size(); ++row)
        weak[row] = isWeak(engine.catalogue().parameters[engine.impl().book.parameterRows[row]].grade);
    const auto all = draws::ParameterSampler(engine.impl().book, request.seed, made.own).draws(0, request.draws, central, made.held);
    enum Group { All, Strong, Weak };
    const auto variances = [&](Group group) {
        std::vector<std::vector<double>> means(series.size(), std::vector<double>(all.size()));
        share(all.size(), request.threads, [&](std::size_t i) {
            auto draw = all[i];
            for (std::size_t row = 0; row < draw.size(); ++row)
                if ((group == Strong && weak[row]) || (group == Weak && !weak[row]))
                    draw[row] = central[row];
            const auto values = seriesOf(draw, engine.impl().exogenous, levers);
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
