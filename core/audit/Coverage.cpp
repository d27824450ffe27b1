// Reads runs over the periods of observations and counts hits.
#include "audit/Coverage.h"

#include "draws/Quantiles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace chokepoint::audit {

std::vector<std::size_t> judgedIn(const std::vector<Observation>& observations)
{
    std::vector<std::size_t> judged;
    for (std::size_t i = 0; i < observations.size(); ++i)
        if (!observations[i].isExpectation && observations[i].begin >= firstYear && observations[i].end <= recordedUntil)
            judged.push_back(i);
    return judged;
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

BacktestRow rowOf(const Observation& observation, double central, std::span<const double> drawn)
{
    draws::QuantileScratch<double> scratch;
    const auto quantiles = draws::spreadOf(drawn, scratch).quantiles;
    BacktestRow row{.central = central};
    row.low90 = quantiles[quantilePlace(0.05)];
    row.low80 = quantiles[quantilePlace(0.1)];
    row.high80 = quantiles[quantilePlace(0.9)];
    row.high90 = quantiles[quantilePlace(0.95)];
    row.isIn80 = row.low80 <= observation.value && observation.value <= row.high80;
    row.isIn90 = row.low90 <= observation.value && observation.value <= row.high90;
    const double low = observation.low.value_or(observation.value), high = observation.high.value_or(observation.value);
    row.rangeMeets90 = low <= row.high90 && high >= row.low90;
    row.error = observation.value == 0 ? 0 : central / observation.value - 1;
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
