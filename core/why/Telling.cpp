// Picks what says most.
#include "api/Telling.h"

#include "api/Projection.h"
#include "api/Sensitivity.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace chokepoint {
namespace {

/// Of a year, the change of its mean and not the mean of its changes.
double told(const SeriesValues& values, const SeriesValues& difference, Period at, Contrast contrast)
{
    const double value = at.in(values), from = at.in(difference);
    switch (contrast) {
    case Contrast::Value: return value;
    case Contrast::Difference: return from;
    case Contrast::Change: break;
    }
    return from == 0 ? 0 : from / (value - from);
}

double barWidth(const TornadoBar& bar, Period at, Contrast contrast)
{
    const auto [low, high] = endsOf(bar, at, contrast);
    return std::fabs(high - low);
}

} // namespace

std::size_t mostTelling(std::size_t preferred, const std::vector<std::size_t>& candidates, int year, const Projection& scenario,
                        const Projection& baseline)
{
    const auto moved = [&](std::size_t series) {
        const double before = baseline.annualMean(series, year);
        const double after = scenario.annualMean(series, year);
        return before == 0 ? (after == 0 ? 0 : 1) : std::fabs(after / before - 1); // something out of nothing counts like a doubling
    };
    std::size_t best = preferred;
    if (moved(preferred) < 0.001)
        for (const auto series : candidates)
            if (moved(series) > moved(best))
                best = series;
    return best;
}

double centralOf(const Tornado& tornado, Period at, Contrast contrast)
{
    return told(tornado.central, tornado.centralDifference, at, contrast);
}

std::pair<double, double> endsOf(const TornadoBar& bar, Period at, Contrast contrast)
{
    return {told(bar.low, bar.lowDifference, at, contrast), told(bar.high, bar.highDifference, at, contrast)};
}

std::vector<std::size_t> widestBars(const Tornado& tornado, Period at, Contrast contrast)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < tornado.bars.size(); ++i)
        if (barWidth(tornado.bars[i], at, contrast) > 0)
            order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return barWidth(tornado.bars[i], at, contrast); });
    return order;
}

std::vector<std::size_t> largestIndices(const Indices& indices, std::size_t at)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < indices.parameters.size(); ++i)
        if (indices.indices[at][i].total > 0)
            order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return indices.indices[at][i].total; });
    return order;
}

BindingInput bindingAt(const Catalogue& catalogue, const Projection& projection, Quarter quarter)
{
    return static_cast<BindingInput>(static_cast<int>(projection.at(*catalogue.findSeries("accel.binding"), quarter)));
}

} // namespace chokepoint
