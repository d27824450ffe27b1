// Lines, bands and dots of a sheet.
#include "figure/SheetParts.h"

#include "api/ChangeWords.h"
#include "api/Comparison.h"
#include "api/Covert.h"
#include "api/Decomposition.h"
#include "api/Engine.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"
#include "figure/FigureTime.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace chokepoint::figure {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

/// The line of a run with its joins kept apart.
FigureLine lineOf(const SheetMaking& making, const SheetRun& run)
{
    const auto values = making.valuesOf(run);
    FigureLine line;
    for (int q = 0; q < quarterCount; ++q)
        line.x.push_back(timeOf(making.series, Quarter{q}));
    line.y.assign(values.begin(), values.end());
    const auto reference = making.isChange() ? SeriesValues{} : making.valuesOf(making.runs.baseline);
    const FigureRuns pair{making.runs.engine, making.runs.language,         *run.scenario, *making.runs.baseline.scenario,
                          *run.central,       *making.runs.baseline.central};
    line.joins = joinsOf(pair, making.series, line.y, {reference.begin(), reference.end()});
    return line;
}

/// Keeps what lies in the years that are shown.
template <class... Column> void clip(const SheetRequest& request, std::vector<double>& x, Column&... columns)
{
    const auto inside = [&](double time) { return time >= request.firstYear && time <= request.lastYear + 1; };
    const auto first = static_cast<std::ptrdiff_t>(std::ranges::find_if(x, inside) - x.begin());
    const auto last = static_cast<std::ptrdiff_t>(std::find_if(x.rbegin(), x.rend(), inside).base() - x.begin());
    const auto cut = [&](std::vector<double>& column) {
        if (!column.empty())
            column = {column.begin() + std::min(first, last), column.begin() + last};
    };
    (cut(columns), ...);
    cut(x);
}

SheetLine shownLine(const SheetMaking& making, const SheetRun& run, const FigureLine& line, SheetHue hue)
{
    SheetLine shown;
    shown.name = making.nameOf(run);
    shown.x = line.x;
    shown.y = line.y;
    addJoins(shown.x, shown.y, line.joins, true);
    clip(making.request, shown.x, shown.y);
    if (making.request.show == Show::Logarithm) // nothing below the first value above zero
        for (std::size_t i = shown.y.size(); i-- > 0;)
            if (shown.y[i] <= 0) {
                shown.y.erase(shown.y.begin(), shown.y.begin() + static_cast<std::ptrdiff_t>(i + 1));
                shown.x.erase(shown.x.begin(), shown.x.begin() + static_cast<std::ptrdiff_t>(i + 1));
                break;
            }
    shown.hue = hue;
    shown.isCovert = !making.isChange() && isCovert(making.runs.engine, making.row);
    return shown;
}

/// The baseline, and where nobody reports the series what 8 runs in 10 say of it from where it parts from `beside`.
SheetLine baselineLine(const SheetMaking& making, const SheetRun& beside)
{
    const auto& run = making.runs.baseline;
    const auto line = lineOf(making, run);
    auto shown = shownLine(making, run, line, {SheetHue::Of::Baseline, 0});
    if (!shown.isCovert || !making.request.withBand)
        return shown;
    const auto& values = run.central->series[making.row];
    const auto parted = static_cast<std::size_t>(std::ranges::mismatch(values, beside.central->series[making.row]).in1 - values.begin());
    auto band = bandOf(making, run, line);
    if (!band || parted == values.size())
        return shown;
    const auto before = std::ranges::lower_bound(band->x, line.x[parted == 0 ? 0 : parted - 1]) - band->x.begin();
    for (auto* column : {&band->x, &band->low, &band->high})
        column->erase(column->begin(), column->begin() + before);
    shown.rangeX = std::move(band->x);
    shown.low = std::move(band->low);
    shown.high = std::move(band->high);
    return shown;
}

/// Puts a dot on a line, in the middle of a year, with the mean of that year beside it.
void tell(SheetLine& line, const SheetMaking& making, const SheetRun& run, int year)
{
    if (year < making.request.firstYear || year > making.request.lastYear)
        return;
    const double value = making.yearOf(run, year);
    line.dot = {year + 0.5, value};
    line.told = making.said(Message("sheet.told", {{"value", making.amountOf(value)}, {"year", year}}));
}

/// The year of which a small chart tells: of changes that of the largest, of those that are shown and projected. Levels of other years
/// would not compare.
int yearTold(const SheetMaking& making, const SheetRun& run)
{
    int best = making.request.year;
    if (!making.isChange())
        return best;
    double largest = -1;
    for (int year = std::max(making.request.firstYear, static_cast<int>(recordedUntil)); year <= making.request.lastYear; ++year) {
        const double size = std::fabs(making.yearOf(run, year));
        if (size > largest) {
            largest = size;
            best = year;
        }
    }
    return best;
}

/// An area goes down to zero.
void fillLine(SheetLine& line)
{
    line.base.assign(line.y.size(), 0.0);
    line.isFilled = true;
}

void addLines(Sheet& sheet, const SheetMaking& making)
{
    const auto& runs = making.runs;
    const auto& request = making.request;
    SheetPanel panel;
    const auto banded = std::min(request.banded, runs.scenarios.size() - 1);
    if (making.isBaselineShown()) {
        panel.lines.push_back(baselineLine(making, runs.scenarios[banded]));
        if (request.withPeak)
            tell(panel.lines.back(), making, runs.baseline, request.year);
    }
    for (std::size_t i = 0; i < runs.scenarios.size(); ++i) {
        const auto& run = runs.scenarios[i];
        const auto line = lineOf(making, run);
        if (i == banded && request.withBand) {
            panel.band = bandOf(making, run, line);
            panel.bandHue = hueOf(making, i);
        }
        panel.lines.push_back(shownLine(making, run, line, hueOf(making, i)));
        if (i == banded && sheet.kind == Kind::Area)
            fillLine(panel.lines.back());
        if (request.withPeak)
            tell(panel.lines.back(), making, run, request.year);
    }
    addObservations(panel, making);
    sheet.panels.push_back(std::move(panel));
}

/// What 8 runs in 10 say of a scenario in the year told.
std::string rangeOf(const SheetMaking& making, const SheetRun& run)
{
    if (!run.draws || !making.runs.baseline.draws || !making.request.withBand)
        return {};
    const auto spread = changeSpread(*run.draws, *making.runs.baseline.draws, making.row, making.request.year);
    return making.said(
        Message("sheet.panel_range", {{"year", making.request.year}, {"range", words::rangeOfChange(making.series, spread)}}));
}

void addMultiples(Sheet& sheet, const SheetMaking& making)
{
    const auto& runs = making.runs;
    std::vector<std::size_t> order(runs.scenarios.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return making.yearOf(runs.scenarios[a], making.request.year) > making.yearOf(runs.scenarios[b], making.request.year);
    });
    for (const auto place : order) {
        const auto& run = runs.scenarios[place];
        SheetPanel panel;
        panel.name = making.nameOf(run);
        panel.range = rangeOf(making, run);
        const auto line = lineOf(making, run);
        if (making.isBaselineShown())
            panel.lines.push_back(baselineLine(making, run));
        if (making.request.withBand) {
            panel.band = bandOf(making, run, line);
            panel.bandHue = hueOf(making, place);
        }
        panel.lines.push_back(shownLine(making, run, line, hueOf(making, place)));
        if (making.request.withPeak)
            tell(panel.lines.back(), making, run, yearTold(making, run));
        addObservations(panel, making);
        sheet.panels.push_back(std::move(panel));
    }
}

/// The parts of the first scenario, one on top of the other.
void addStack(Sheet& sheet, const SheetMaking& making)
{
    const auto& catalogue = making.runs.engine.catalogue();
    SheetPanel panel;
    int place = 0;
    for (const auto addend : addendsOf(making.runs.engine, making.row)) {
        const auto& part = catalogue.series[addend];
        const auto values = figureLine(part, making.runs.scenarios.front().central->series[addend], FigureLine::Manner::Part, {});
        SheetLine line;
        line.name = part.endLabel;
        line.x = values.x;
        line.y = values.y;
        line.base.assign(values.y.size(), 0.0);
        line.isCovert = isCovert(making.runs.engine, addend);
        line.hue = {SheetHue::Of::Part, place++};
        clip(making.request, line.x, line.y, line.base);
        for (std::size_t i = 0; i < line.y.size() && !panel.lines.empty(); ++i) {
            line.base[i] = panel.lines.back().y[i];
            line.y[i] += line.base[i];
        }
        panel.lines.push_back(std::move(line));
    }
    if (making.isBaselineShown())
        panel.lines.push_back(baselineLine(making, making.runs.scenarios.front()));
    addObservations(panel, making);
    sheet.panels.push_back(std::move(panel));
}

} // namespace

SheetHue hueOf(const SheetMaking& making, std::size_t place)
{
    using Of = SheetHue::Of;
    const bool isAlone = making.runs.scenarios.size() == 1 || making.request.kind == Kind::Multiples;
    return isAlone ? SheetHue{Of::Series, 0} : SheetHue{Of::Place, static_cast<int>(place)};
}

std::optional<FigureBand> bandOf(const SheetMaking& making, const SheetRun& run, const FigureLine& line)
{
    const auto& request = making.request;
    if (!run.draws || !making.runs.baseline.draws)
        return std::nullopt;
    SeriesSpread spread{};
    if (request.show == Show::Difference)
        spread = differencesOf(*run.draws, *making.runs.baseline.draws, making.row);
    else if (request.show == Show::Percent)
        spread = relativeChangesOf(*run.draws, *making.runs.baseline.draws, making.row);
    else
        for (int q = 0; q < quarterCount; ++q)
            spread[static_cast<std::size_t>(q)] = spreadAt(*run.draws, making.row, Quarter{q});
    const bool isLevel = run.level && (request.show == Show::Value || request.show == Show::Logarithm);
    FigureRequest wish{.series = request.series, .withInnerBand = !isLevel};
    wish.withRecordedBand = isCovert(making.runs.engine, making.row);
    auto band = figureBand(making.series, {&spread, isLevel ? run.level : nullptr}, wish);
    const double scale = words::displayUnit(making.series).scale;
    const double factor = request.show == Show::Percent ? 100 / scale : request.show == Show::Index ? 100 / making.indexBase / scale : 1;
    const auto offset = line.x.size() - band.x.size();
    std::vector<FigureJoin> joins;
    for (auto join : line.joins)
        if (join.before > offset) {
            join.before -= offset;
            joins.push_back(join);
        }
    const auto plain = band.x;
    for (auto* edge : {&band.low, &band.high, &band.levelLow, &band.levelHigh, &band.innerLow, &band.innerHigh}) {
        for (auto& value : *edge)
            value *= factor;
        if (edge->empty())
            continue;
        band.x = plain;
        addJoins(band.x, *edge, joins, false);
        if (request.show == Show::Logarithm)
            for (auto& value : *edge)
                value = std::max(value, line.y.back() * 1e-6);
    }
    clip(request, band.x, band.low, band.high, band.levelLow, band.levelHigh, band.innerLow, band.innerHigh);
    return band.x.size() < 2 ? std::nullopt : std::optional(std::move(band));
}

void addChart(Sheet& sheet, const SheetMaking& making)
{
    switch (making.request.kind) {
    case Kind::Stacked: addStack(sheet, making); break;
    case Kind::Multiples: addMultiples(sheet, making); break;
    case Kind::Waterfall:
        if (!addWaterfall(sheet, making)) {
            sheet.kind = Kind::Bar;
            addBars(sheet, making);
        }
        break;
    case Kind::Bar:
    case Kind::Slope: addBars(sheet, making); break;
    case Kind::Table: addRows(sheet, making); break;
    case Kind::Area:
    case Kind::Line: addLines(sheet, making); break;
    }
}

} // namespace chokepoint::figure
