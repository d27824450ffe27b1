// Reads runs over the periods of observations and counts hits.
#include "audit/Coverage.h"

#include "audit/LevelBand.h"
#include "numbers/Elementary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace chokepoint::audit {

std::vector<std::vector<std::size_t>> judgedIn(const std::vector<Observation>& observations)
{
    std::vector<std::vector<std::size_t>> judged;
    for (std::size_t i = 0; i < observations.size(); ++i) {
        const auto& o = observations[i];
        if (o.isExpectation || o.begin < firstYear || o.end > recordedUntil)
            continue;
        const auto same = std::ranges::find_if(judged, [&](const std::vector<std::size_t>& sources) {
            const auto& first = observations[sources.front()];
            return first.series == o.series && first.id == o.id && first.begin == o.begin && first.end == o.end;
        });
        if (same == judged.end())
            judged.push_back({i});
        else
            same->push_back(i);
    }
    return judged;
}

double deviationFor(const Discrepancy& discrepancy, const Observation& observation)
{
    const double years = observation.end - observation.begin;
    return years > 0 && years < 0.5 ? discrepancy.sdQuarter : discrepancy.sdYear; // a date counts as a year
}

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

SeriesValues huaweiUnits(const std::vector<SeriesValues>& series, const HuaweiPlaces& places)
{
    auto values = series[places.units];
    for (std::size_t q = 0; q < values.size(); ++q)
        values[q] *= series[places.spending][q] > 0 ? series[places.revenue][q] / series[places.spending][q] : 1;
    return values;
}

BacktestRow rowOf(std::span<const Observation> sources, const Discrepancy& discrepancy, double central, std::span<const double> drawn)
{
    BacktestRow row;
    row.observed = sources.front().value;
    row.central = central;
    double low = row.observed, high = row.observed;
    if (sources.size() > 1) {
        double sum = 0;
        for (const auto& o : sources)
            sum += numbers::elementary::log(o.value);
        row.observed = low = high = numbers::elementary::exp(sum / static_cast<double>(sources.size()));
    }
    for (const auto& o : sources) {
        low = std::min({low, o.value, o.low.value_or(o.value)});
        high = std::max({high, o.value, o.high.value_or(o.value)});
    }
    if (sources.size() > 1 || sources.front().low)
        row.low = low;
    if (sources.size() > 1 || sources.front().high)
        row.high = high;

    const LevelBand band(drawn, discrepancy.isOnLogit, deviationFor(discrepancy, sources.front())), runs(drawn, false, 0);
    row.low90 = band.quantile(0.05);
    row.low80 = band.quantile(0.1);
    row.median = band.quantile(0.5);
    row.high80 = band.quantile(0.9);
    row.high90 = band.quantile(0.95);
    const auto holds = [](double part, double tail) { return tail <= part && part <= 1 - tail; };
    row.below = band.below(row.observed);
    row.isIn50 = holds(row.below, 0.25);
    row.isIn80 = holds(row.below, 0.1);
    row.isIn90 = holds(row.below, 0.05);
    const double ofRuns = runs.below(row.observed);
    row.runsHold50 = holds(ofRuns, 0.25);
    row.runsHold80 = holds(ofRuns, 0.1);
    row.runsHold90 = holds(ofRuns, 0.05);
    row.rangeMeets90 = low <= row.high90 && high >= row.low90;
    row.error = row.observed == 0 ? 0 : central / row.observed - 1;
    return row;
}

std::vector<BacktestSeries> coverageBySeries(const std::vector<BacktestRow>& rows)
{
    std::map<std::size_t, BacktestSeries> bySeries;
    for (const auto& row : rows) {
        auto& about = bySeries[row.series];
        about.series = row.series;
        ++about.observations;
        about.in80 += row.isIn80;
        about.in90 += row.isIn90;
        about.meanError += row.error;
        about.typicalError += row.error * row.error;
    }
    std::vector<BacktestSeries> result;
    for (auto& [series, about] : bySeries) {
        about.meanError /= static_cast<double>(about.observations);
        about.typicalError = std::sqrt(about.typicalError / static_cast<double>(about.observations));
        result.push_back(about);
    }
    return result;
}

void sortMissesFirst(std::vector<BacktestRow>& rows, std::size_t leading)
{
    std::ranges::stable_sort(rows, {}, [&](const BacktestRow& row) {
        return std::tuple(row.series != leading, row.series != leading && row.isIn90, -std::fabs(row.error));
    });
}

double varianceOf(std::span<const double> sample)
{
    const double size = static_cast<double>(sample.size()), mean = std::accumulate(sample.begin(), sample.end(), 0.0) / size;
    double sum = 0;
    for (const double x : sample)
        sum += (x - mean) * (x - mean);
    return sum / size;
}

GradeShare gradeShare(double all, double strong, double weak)
{
    GradeShare part;
    if (all > 0) {
        part.onAB = strong / all;
        part.onCD = weak / all;
        part.together = 1 - part.onAB - part.onCD;
    }
    return part;
}

} // namespace chokepoint::audit
