// What a figure draws of the change: joins at its dates, the difference, the mark of the year that is told.
#include "api/Figure.h"

#include "api/ChangeWords.h"
#include "api/Engine.h"
#include "api/ScenarioEdits.h"
#include "api/UnitWords.h"
#include "figure/FigureTime.h"

#include <algorithm>
#include <set>

namespace chokepoint {
namespace figure {

std::vector<FigureJoin> joinsOf(const FigureRuns& runs, const Series& series, const std::vector<double>& present,
                                const std::vector<double>& reference)
{
    std::vector<FigureJoin> joins;
    const auto parted = static_cast<std::size_t>(std::ranges::mismatch(present, reference).in1 - present.begin());
    if (series.kind == SeriesKind::Stock || parted == 0 || parted == present.size())
        return joins;
    joins.push_back({parted, Quarter{static_cast<int>(parted)}.begin(), (reference[parted - 1] + reference[parted]) / 2});
    std::set<std::size_t> later;
    for (const auto& change : runs.scenario.changes)
        if (const auto quarter = static_cast<std::size_t>(edit::quarterOf(runs.scenario, change).index); quarter > parted)
            later.insert(quarter);
    for (const auto quarter : later) // nobody knows the course without it: as it went before
        joins.push_back({quarter, Quarter{static_cast<int>(quarter)}.begin(),
                         present[quarter - 1] + (present[quarter - 1] - present[quarter - 2]) / 2});
    return joins;
}

FigureLine differenceLine(const FigureRuns& runs, std::size_t row, const std::string& label)
{
    const auto& series = runs.engine.catalogue().series[row];
    auto line = figureLine(series, runs.present.series[row], FigureLine::Manner::Present, label);
    const auto before = figureLine(series, runs.reference.series[row], FigureLine::Manner::Baseline, label);
    for (std::size_t i = 0; i < line.y.size(); ++i)
        line.y[i] -= before.y[i];
    line.joins = joinsOf(runs, series, line.y, std::vector<double>(line.y.size(), 0.0));
    return line;
}

std::optional<YearMark> yearMarkOf(const FigureRuns& runs, std::size_t row, const FigureRequest& request)
{
    const auto& series = runs.engine.catalogue().series[row];
    const double value = runs.present.annualMean(row, request.year), before = runs.reference.annualMean(row, request.year);
    if (!request.withYearMark || value == before || series.kind == SeriesKind::Category)
        return std::nullopt;
    const auto words = runs.language.text(
        Message("figure.year_mark",
                {{"change", words::changeWithDoubt(series, value, before, request.certainty)}, {"year", request.year}}));
    const double scale = words::displayUnit(series).scale, ground = request.isDifference ? before : 0;
    return YearMark{request.year + 0.5, (before - ground) * scale, (value - ground) * scale, words};
}

double reachOf(const Scenario& scenario, int year)
{
    double reach = year + 1.0;
    for (const auto& change : scenario.changes)
        reach = std::max(reach, edit::quarterOf(scenario, change).begin() + 1);
    return std::min(reach, lastYear + 1.0);
}

} // namespace figure

void addJoins(std::vector<double>& x, std::vector<double>& y, const std::vector<FigureJoin>& joins, bool areItsOwn)
{
    for (auto join = joins.rbegin(); join != joins.rend(); ++join) { // from the end, so that places stay what they are
        const auto place = static_cast<std::ptrdiff_t>(join->before);
        double value = join->y;
        if (!areItsOwn) {
            const auto last = join->before - 1;
            value = y[last];
            if (last > 0)
                value += (y[last] - y[last - 1]) * (join->x - x[last]) / (x[last] - x[last - 1]);
        }
        x.insert(x.begin() + place, join->x);
        y.insert(y.begin() + place, value);
    }
}

SeriesSpread differencesOf(const SeriesDraws& scenario, const SeriesDraws& baseline, std::size_t series)
{
    SeriesSpread spread;
    for (int q = 0; q < quarterCount; ++q)
        if (!std::ranges::equal(scenario.at(series, Quarter{q}), baseline.at(series, Quarter{q})))
            spread[static_cast<std::size_t>(q)] = differenceAt(scenario, baseline, series, Quarter{q});
    return spread;
}

double axisFloor(const Figure& figure, double from, double to)
{
    double floor = 0;
    if (!figure.isDifference)
        return floor;
    const auto take = [&](const std::vector<double>& x, const std::vector<double>& y) {
        for (std::size_t i = 0; i < y.size(); ++i)
            if (x[i] >= from && x[i] <= to)
                floor = std::min(floor, y[i]);
    };
    for (const auto& line : figure.lines)
        take(line.x, line.y);
    if (figure.band) {
        take(figure.band->x, figure.band->low);
        take(figure.band->x, figure.band->widestLow);
    }
    return floor;
}

} // namespace chokepoint
