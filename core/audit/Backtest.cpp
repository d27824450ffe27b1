// Engine: the backtest, and what part of the spread rests on weak evidence.
#include "api/Backtest.h"
#include "api/InputError.h"
#include "draws/ParameterSampler.h"
#include "run/Case.h"
#include "run/Parallel.h"
#include "scenario/Assumptions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

namespace chokepoint {
namespace {

using Draw = run::ParameterValues<double>;

void checkRequest(const BacktestRequest& request)
{
    if (request.draws < 20 || request.draws > 20000)
        throw InputError("The number of draws is out of range", "draws", "it must be from 20 to 20,000", "Take for instance 500.");
    if (request.threads < 0 || request.threads > 256)
        throw InputError("The number of threads is out of range", "threads", "it must be from 1 to 256, or 0 for all", "Take for instance 2.");
}

template <class F> void share(std::size_t count, int threads, F f)
{
    run::Parallel(threads).parts(count, 1, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            f(i);
    });
}

/// Every series in every quarter.
std::vector<SeriesValues> seriesOf(const Draw& parameters, const run::Exogenous<double>& exogenous, const policy::LeverValues<double>& levers)
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

/// The series over the period of an observation: the mean of the quarters in it, or for a date the value between the two nearest
/// points of the time axis.
double overPeriod(const SeriesValues& values, SeriesKind kind, const Observation& observation)
{
    if (observation.begin == observation.end) {
        const double offset = kind == SeriesKind::Stock ? 0.25 : 0.125; // of the first point after the begin of its quarter
        const double at = std::clamp((observation.time - firstYear - offset) * 4, 0.0, quarterCount - 1.0);
        const auto before = static_cast<std::size_t>(at), after = std::min<std::size_t>(before + 1, quarterCount - 1);
        const double part = at - static_cast<double>(before);
        return values[before] * (1 - part) + values[after] * part;
    }
    double sum = 0;
    int count = 0;
    for (int q = 0; q < quarterCount; ++q)
        if (Quarter{q}.middle() > observation.begin && Quarter{q}.middle() < observation.end) {
            sum += values[static_cast<std::size_t>(q)];
            ++count;
        }
    return sum / count;
}

/// Packages of Huawei alone, which is what the observations of packages count (observation_map.csv): all of them times Huawei's part of
/// the money spent on Chinese accelerators.
SeriesValues huaweiUnits(const std::vector<SeriesValues>& series, std::size_t units, std::size_t huawei, std::size_t spending)
{
    auto values = series[units];
    for (std::size_t q = 0; q < values.size(); ++q)
        values[q] *= series[spending][q] > 0 ? series[huawei][q] / series[spending][q] : 1;
    return values;
}

/// Quantile of sorted values, linear between neighbours.
double quantileOf(const std::vector<double>& sorted, double probability)
{
    const double at = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at), above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - static_cast<double>(below));
}

BacktestRow rowOf(const Observation& observation, std::size_t place, std::size_t series, double central, std::vector<double> drawn)
{
    std::ranges::sort(drawn);
    BacktestRow row{.observation = place, .series = series, .central = central};
    row.low90 = quantileOf(drawn, 0.05);
    row.low80 = quantileOf(drawn, 0.1);
    row.high80 = quantileOf(drawn, 0.9);
    row.high90 = quantileOf(drawn, 0.95);
    row.isIn80 = row.low80 <= observation.value && observation.value <= row.high80;
    row.isIn90 = row.low90 <= observation.value && observation.value <= row.high90;
    row.rangeMeets90 = observation.low.value_or(observation.value) <= row.high90 && observation.high.value_or(observation.value) >= row.low90;
    row.error = observation.value == 0 ? 0 : central / observation.value - 1;
    return row;
}

/// The year in which a source was published, or nothing for judgement and undated ones.
std::optional<int> yearOf(const Source& source)
{
    int year = 0;
    if (source.date.size() < 4)
        return std::nullopt;
    for (const char c : source.date.substr(0, 4)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year;
}

/// Counts what a judgement on later facts would need.
std::string holdOutOf(const Catalogue& catalogue)
{
    constexpr int cut = 2023;
    const auto isEarly = [&](const std::vector<std::string>& sources) {
        return !sources.empty() && std::ranges::all_of(sources, [&](const std::string& id) {
            const auto year = yearOf(catalogue.sources[*catalogue.findSource(id)]);
            return year && *year <= cut;
        });
    };
    std::size_t sampled = 0, early = 0, earlyPaths = 0;
    for (const auto& p : catalogue.parameters)
        if (p.distribution != Distribution::Fixed) {
            ++sampled;
            early += isEarly(p.sources);
        }
    for (const auto& path : catalogue.paths)
        earlyPaths += isEarly(path.sources);
    return "A hold-out view cannot be had: of the " + std::to_string(sampled) + " parameters with a range only " + std::to_string(early)
         + " rest on sources that are all dated by the end of 2023, and of the " + std::to_string(catalogue.paths.size()) + " quantities given over time "
         + std::to_string(earlyPaths) + ". The others were set with later facts in view, so no run of 2023 can be judged on them.";
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
    const auto& levers = engine.impl().exogenous.recorded;

    const auto& observations = engine.catalogue().observations;
    std::vector<std::size_t> judged;
    for (std::size_t i = 0; i < observations.size(); ++i)
        if (!observations[i].isExpectation && observations[i].begin >= firstYear && observations[i].end <= recordedUntil)
            judged.push_back(i);
    const auto units = engine.catalogue().findSeries("accel.units"), huawei = engine.catalogue().findSeries("revenue.huawei_ascend"), spending = engine.catalogue().findSeries("accel.spend");
    const auto valuesOf = [&](const Draw& parameters) {
        const auto series = seriesOf(parameters, engine.impl().exogenous, levers);
        std::vector<double> values;
        for (const auto i : judged) {
            const auto row = *engine.catalogue().findSeries(observations[i].series);
            values.push_back(overPeriod(row == *units ? huaweiUnits(series, *units, *huawei, *spending) : series[row], engine.catalogue().series[row].kind, observations[i]));
        }
        return values;
    };
    const auto line = valuesOf(central);
    const auto draws = draws::ParameterSampler(engine.impl().book, request.seed).draws(0, request.draws, central, keep);
    std::vector<std::vector<double>> drawn(draws.size());
    share(draws.size(), request.threads, [&](std::size_t i) { drawn[i] = valuesOf(draws[i]); });

    Backtest result;
    result.title = "In-sample: the model was fitted with most of these observations in view, so agreement is no proof";
    for (std::size_t k = 0; k < judged.size(); ++k) {
        std::vector<double> sample;
        for (const auto& values : drawn)
            sample.push_back(values[k]);
        const auto& observation = observations[judged[k]];
        result.rows.push_back(rowOf(observation, judged[k], *engine.catalogue().findSeries(observation.series), line[k], std::move(sample)));
        result.in80 += result.rows.back().isIn80;
        result.in90 += result.rows.back().isIn90;
    }
    for (std::size_t s = 0; s < model::seriesCount; ++s) {
        BacktestSeries about{.series = s};
        for (const auto& row : result.rows)
            if (row.series == s) {
                ++about.observations;
                about.in80 += row.isIn80;
                about.in90 += row.isIn90;
                about.meanError += row.error;
                about.typicalError += row.error * row.error;
            }
        if (about.observations == 0)
            continue;
        about.meanError /= static_cast<double>(about.observations);
        about.typicalError = std::sqrt(about.typicalError / static_cast<double>(about.observations));
        result.series.push_back(about);
    }
    // the HBM stock, on which the choke point hangs, leads; then the misses
    const auto stock = *engine.catalogue().findSeries("hbm.stock");
    std::ranges::stable_sort(result.rows, {}, [&](const BacktestRow& row) {
        return std::tuple(row.series != stock, row.series != stock && row.isIn90, -std::fabs(row.error));
    });
    result.holdOut = holdOutOf(engine.catalogue());
    return result;
}

std::vector<GradeShare> gradeSharesOf(const Engine& engine, const Scenario& scenario, const std::vector<std::size_t>& series, int year,
                                      const BacktestRequest& request)
{
    checkRequest(request);
    if (year < firstYear || year > lastYear)
        throw InputError("The year is out of range", "year " + std::to_string(year), "the model runs from 2022 to 2035", "Take a year in this time.");
    const auto made = run::caseOf(engine.impl(), scenario);
    const auto& [central, levers] = made.input;
    std::vector<bool> weak(central.size());
    for (std::size_t row = 0; row < weak.size(); ++row) {
        weak[row] = isWeak(engine.catalogue().parameters[engine.impl().book.parameterRows[row]].grade);
    }
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
            for (std::size_t s = 0; s < series.size(); ++s) {
                const auto q = static_cast<std::size_t>(year - firstYear) * 4;
                const auto& v = values[series[s]];
                means[s][i] = (v[q] + v[q + 1] + v[q + 2] + v[q + 3]) / 4;
            }
        });
        std::vector<double> result;
        for (const auto& sample : means) {
            const double mean = std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
            double sum = 0;
            for (const double x : sample)
                sum += (x - mean) * (x - mean);
            result.push_back(sum / static_cast<double>(sample.size()));
        }
        return result;
    };
    const auto whole = variances(All), strong = variances(Strong), feeble = variances(Weak);
    std::vector<GradeShare> result;
    for (std::size_t s = 0; s < series.size(); ++s) {
        GradeShare part{.series = series[s], .year = year};
        if (whole[s] > 0) {
            part.onAB = strong[s] / whole[s];
            part.onCD = feeble[s] / whole[s];
            part.together = 1 - part.onAB - part.onCD;
        }
        result.push_back(part);
    }
    return result;
}

} // namespace chokepoint
