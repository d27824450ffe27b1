// Chooses the series of the overview by effect and leaves them where they are.
#include "api/Overview.h"

#include "api/Projection.h"
#include "api/Telling.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace chokepoint {
namespace {

constexpr double least = 0.001; ///< a relative change that can be read off a card

/// How far the mean of a year moves, relative to the baseline; something out of nothing counts like a doubling.
double movedIn(int year, std::size_t series, const Projection& scenario, const Projection& baseline)
{
    const double before = baseline.annualMean(series, year), after = scenario.annualMean(series, year);
    return before == 0 ? (after == 0 ? 0 : 1) : std::fabs(after / before - 1);
}

/// The series of two lists of places, each once.
std::vector<std::size_t> seriesOf(const Catalogue& catalogue, const std::vector<StartPlace>& first, const std::vector<StartPlace>& then)
{
    std::vector<std::size_t> rows;
    for (const auto* places : {&first, &then})
        for (const auto& place : *places)
            if (const auto row = catalogue.findSeries(place.series).value(); std::ranges::find(rows, row) == rows.end())
                rows.push_back(row);
    return rows;
}

} // namespace

std::vector<std::size_t> headlineSeries(const Catalogue& catalogue) { return seriesOf(catalogue, catalogue.cards, catalogue.charts); }

OverviewSeries overviewOf(const Catalogue& catalogue, const Projection& scenario, const Projection& baseline,
                          const OverviewRequest& request)
{
    auto candidates = seriesOf(catalogue, catalogue.charts, catalogue.cards); // equal effects keep the order of the start page
    OverviewSeries series;
    series.main = request.main.value_or(mostTelling(candidates.front(), candidates, request.year, scenario, baseline));
    const auto effect = [&](std::size_t row) {
        double ever = 0;
        for (int year = firstYear; year <= lastYear; ++year)
            ever = std::max(ever, movedIn(year, row, scenario, baseline));
        return std::pair(movedIn(request.year, row, scenario, baseline), ever);
    };
    std::ranges::stable_sort(candidates, std::greater(), effect);
    std::erase(candidates, series.main);
    for (const auto& chosen : request.small)
        if (chosen)
            std::erase(candidates, *chosen);
    const auto free = static_cast<std::size_t>(std::ranges::count_if(request.small, [](const auto& place) { return !place; }));
    std::vector<std::size_t> best(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(std::min(free, candidates.size())));
    std::vector<std::optional<std::size_t>> places = request.small;
    for (std::size_t i = 0; i < places.size() && i < request.shown.size(); ++i) // what stays keeps its place
        if (!places[i] && std::erase(best, request.shown[i]) > 0)
            places[i] = request.shown[i];
    auto next = best.begin();
    for (auto& place : places)
        if (!place && next != best.end())
            place = *next++;
    for (const auto& place : places)
        if (place)
            series.small.push_back(*place);
    for (const auto row : headlineSeries(catalogue)) {
        if (row == series.main || std::ranges::find(series.small, row) != series.small.end())
            continue;
        if (scenario.series[row] == baseline.series[row])
            series.untouched.push_back(row);
        else if (effect(row).second < least)
            series.barely.push_back(row);
    }
    return series;
}

} // namespace chokepoint
