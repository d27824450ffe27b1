// Bars, slopes, waterfalls and tables of a sheet.
#include "figure/SheetParts.h"

#include "api/ChangeWords.h"
#include "api/Comparison.h"
#include "api/Covert.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::figure {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

/// What 8 runs in 10 say of a run in the year told, or in another year as a level; left away without draws and where the band is.
void addBarRange(SheetBar& bar, const SheetMaking& making, const SheetRun& run)
{
    const auto& request = making.request;
    const auto* before = making.runs.baseline.draws;
    if (!request.withBand || !run.draws || !before)
        return;
    const auto change = changeSpread(*run.draws, *before, making.row, request.year);
    const auto spread = !making.isChange()            ? spreadAt(*run.draws, making.row, Period::ofYear(request.year))
                      : request.show == Show::Percent ? change.relative
                                                      : change.difference;
    const double scale = request.show == Show::Percent ? 100
                       : request.show == Show::Index   ? 100 / making.indexBase
                                                       : words::displayUnit(making.series).scale;
    bar.low = spread.quantiles[quantilePlace(0.1)] * scale;
    bar.high = spread.quantiles[quantilePlace(0.9)] * scale;
}

/// True for a level that nobody reports: nothing of it stands without its range.
bool isEstimate(const SheetMaking& making) { return !making.isChange() && isCovert(making.runs.engine, making.row); }

} // namespace

void addBars(Sheet& sheet, const SheetMaking& making)
{
    const auto& runs = making.runs;
    const auto& request = making.request;
    const auto add = [&](const SheetRun& run, SheetHue hue) {
        SheetBar bar;
        bar.name = making.nameOf(run);
        bar.hue = hue;
        bar.value = making.yearOf(run, request.year);
        bar.told = making.said(making.amountOf(bar.value));
        if (request.kind == Kind::Slope) {
            bar.before = making.yearOf(run, request.firstYear);
            bar.beforeTold = making.said(making.amountOf(*bar.before));
        }
        if (request.kind != Kind::Slope || isEstimate(making))
            addBarRange(bar, making, run);
        sheet.bars.push_back(std::move(bar));
    };
    for (std::size_t i = 0; i < runs.scenarios.size(); ++i)
        add(runs.scenarios[i], hueOf(making, i));
    std::ranges::stable_sort(sheet.bars, std::ranges::greater{}, &SheetBar::value);
    if (making.isBaselineShown())
        add(runs.baseline, {SheetHue::Of::Baseline, 0});
}

bool addWaterfall(Sheet& sheet, const SheetMaking& making)
{
    constexpr std::size_t mostSteps = 8;
    constexpr double leastStep = 0.005; ///< of the largest
    const auto& runs = making.runs;
    if (!runs.evidence || runs.evidence->shares.empty())
        return false;
    const bool isChange = making.isChange();
    const double scale = words::displayUnit(making.series).scale;
    const auto& shares = runs.evidence->shares;
    const auto whole = [&](const SheetRun& run, SheetHue hue, double value) {
        SheetBar bar;
        bar.name = making.nameOf(run);
        bar.told = making.said(making.amountOf(value));
        bar.value = value;
        bar.hue = hue;
        if (isEstimate(making))
            addBarRange(bar, making, run);
        sheet.bars.push_back(std::move(bar));
    };
    double at = isChange ? 0 : runs.baseline.central->annualMean(making.row, making.request.year) * scale;
    const double end = making.yearOf(runs.scenarios.front(), making.request.year);
    if (!isChange)
        whole(runs.baseline, {SheetHue::Of::Baseline, 0}, at);
    const auto step = [&](const std::string& name, double value) {
        SheetBar bar;
        bar.name = name;
        bar.told = making.said(words::signedNumber(value));
        bar.from = at;
        bar.value = at += value;
        bar.hue = {SheetHue::Of::Part, value < 0 ? 1 : 0};
        sheet.bars.push_back(std::move(bar));
    };
    // what hardly moves it stands together in one step, which is never that of a single measure
    const double least = leastStep * std::fabs(shares.front().value);
    auto told = static_cast<std::size_t>(std::ranges::count_if(shares, [&](const SheetShare& s) { return std::fabs(s.value) >= least; }));
    told = shares.size() <= told + 1 && shares.size() <= mostSteps + 1 ? shares.size() : std::min(told, mostSteps);
    double others = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (i < told)
            step(shares[i].name, shares[i].value * scale);
        else
            others += shares[i].value * scale;
    if (told < shares.size())
        step(making.said(Message("sheet.other_measures", {{"measures", shares.size() - told}})), others);
    whole(runs.scenarios.front(), {SheetHue::Of::Series, 0}, end);
    return true;
}

void addRows(Sheet& sheet, const SheetMaking& making)
{
    constexpr int mostYears = 7;
    const auto& request = making.request;
    const int step = (request.lastYear - request.firstYear) / mostYears + 1;
    std::vector<int> years;
    for (int year = request.year - (request.year - request.firstYear) / step * step; year <= request.lastYear; year += step)
        if (year >= request.firstYear)
            years.push_back(year);
    sheet.head.emplace_back();
    for (const int year : years)
        sheet.head.push_back(making.said(Message("figure.year", {{"year", year}})));
    const auto add = [&](const SheetRun& run) {
        std::vector<std::string> row{making.nameOf(run)};
        for (const int year : years)
            row.push_back(making.said(making.amountOf(making.yearOf(run, year))));
        sheet.rows.push_back(std::move(row));
    };
    for (const auto& run : making.runs.scenarios)
        add(run);
    if (making.isBaselineShown())
        add(making.runs.baseline);
}

} // namespace chokepoint::figure
