// Bars, slopes, waterfalls and tables of a sheet.
#include "figure/SheetParts.h"

#include "api/ChangeWords.h"
#include "api/Comparison.h"
#include "api/ComparisonWords.h"
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

struct Steps {
    std::vector<std::string> names;
    std::vector<double> values;
};

/// The largest steps, and what is left in one.
Steps stepsOf(const SheetMaking& making, const std::vector<SheetShare>& shares)
{
    constexpr std::size_t mostSteps = 8;
    constexpr double leastStep = 0.005; ///< of the largest
    const double scale = words::displayUnit(making.series).scale;
    // what hardly moves it stands together in one step, which is never that of a single measure
    const double least = leastStep * std::fabs(shares.front().value);
    auto told = static_cast<std::size_t>(std::ranges::count_if(shares, [&](const SheetShare& s) { return std::fabs(s.value) >= least; }));
    told = shares.size() <= told + 1 && shares.size() <= mostSteps + 1 ? shares.size() : std::min(told, mostSteps);
    Steps steps;
    for (std::size_t i = 0; i < told; ++i) {
        steps.names.push_back(shares[i].name);
        steps.values.push_back(shares[i].value * scale);
    }
    if (told == shares.size())
        return steps;
    steps.names.push_back(making.said(Message("sheet.other_measures", {{"measures", shares.size() - told}})));
    steps.values.push_back(0);
    for (auto i = told; i < shares.size(); ++i)
        steps.values.back() += shares[i].value * scale;
    return steps;
}

/// Decimals with which the largest step has three digits, so that small ones are told too.
int decimalsOfSteps(const Steps& steps)
{
    constexpr int mostDecimals = 6;
    constexpr double threeDigits = 99.5;
    double largest = 0;
    for (const double step : steps.values)
        largest = std::max(largest, std::fabs(step));
    int decimals = 0;
    for (; largest > 0 && largest < threeDigits && decimals < mostDecimals; largest *= 10)
        ++decimals;
    return decimals;
}

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
    const auto& runs = making.runs;
    if (!runs.evidence || runs.evidence->shares.empty())
        return false;
    const auto unit = words::displayUnit(making.series);
    const auto steps = stepsOf(making, runs.evidence->shares);
    const bool isChange = making.isChange();
    double at = isChange ? 0 : runs.baseline.central->annualMean(making.row, making.request.year) * unit.scale;
    auto parts = steps.values;
    parts.insert(parts.begin(), at);
    const auto shown = words::sumAsShown(parts, decimalsOfSteps(steps)); // what is told adds up
    const auto whole = [&](const SheetRun& run, SheetHue hue, double value, Digits digits) {
        SheetBar bar;
        bar.name = making.nameOf(run);
        if (!isChange)
            digits.form = Digits::Form::Plain;
        bar.told = making.said(isChange ? MessageValue(digits) : words::amountWithoutUnit(digits, unit));
        bar.value = value;
        bar.hue = hue;
        if (isEstimate(making))
            addBarRange(bar, making, run);
        sheet.bars.push_back(std::move(bar));
    };
    if (!isChange)
        whole(runs.baseline, {SheetHue::Of::Baseline, 0}, at, shown.parts.front());
    for (std::size_t i = 0; i < steps.values.size(); ++i) {
        SheetBar bar;
        bar.name = steps.names[i];
        bar.told = making.said(shown.parts[i + 1]);
        bar.from = at;
        bar.value = at += steps.values[i];
        bar.hue = {SheetHue::Of::Part, steps.values[i] < 0 ? 1 : 0};
        sheet.bars.push_back(std::move(bar));
    }
    const auto& last = runs.scenarios.front();
    whole(last, {SheetHue::Of::Series, 0}, making.yearOf(last, making.request.year), shown.sum);
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
    std::vector<const SheetRun*> shown;
    for (const auto& run : making.runs.scenarios)
        shown.push_back(&run);
    if (making.isBaselineShown())
        shown.push_back(&making.runs.baseline);
    std::vector<double> values; // of levels, for all have the same decimals
    const double scale = words::displayUnit(making.series).scale;
    for (const auto* run : shown)
        for (const int year : years)
            values.push_back(making.yearOf(*run, year) / scale);
    const auto alike = words::valuesAlike(making.series, values);
    std::size_t place = 0;
    for (const auto* run : shown) {
        std::vector<std::string> row{making.nameOf(*run)};
        for (const int year : years) {
            const auto& level = alike[place++];
            row.push_back(making.said(making.isChange() ? making.amountOf(making.yearOf(*run, year)) : level));
        }
        sheet.rows.push_back(std::move(row));
    }
}

} // namespace chokepoint::figure
