// Makes a sheet from runs: checks what is wished, and the values as they are shown.
#include "api/Sheet.h"

#include "api/ChangeWords.h"
#include "api/Comparison.h"
#include "api/Engine.h"
#include "api/InputError.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/TerminalText.h"
#include "api/UnitWords.h"
#include "api/Versions.h"
#include "figure/SheetParts.h"

#include <algorithm>

namespace chokepoint {
namespace figure {

using Show = SheetRequest::Show;

namespace {

constexpr std::size_t longestLabel = 60, longestTitle = 120; ///< characters of a name beside a line, and of a title in the identity line

} // namespace

SeriesValues SheetMaking::valuesOf(const SheetRun& run) const
{
    const auto& values = run.central->series[row];
    const auto& before = runs.baseline.central->series[row];
    if (request.show == Show::Percent) {
        auto changes = relativeChangesOf(values, before);
        for (auto& change : changes)
            change *= 100;
        return changes;
    }
    const double scale = request.show == Show::Index ? 100 / indexBase : words::displayUnit(series).scale;
    SeriesValues shown{};
    for (std::size_t q = 0; q < shown.size(); ++q)
        shown[q] = (request.show == Show::Difference ? values[q] - before[q] : values[q]) * scale;
    return shown;
}

double SheetMaking::yearOf(const SheetRun& run, int year) const
{
    if (request.show == Show::Percent) { // a change in per cent is taken of the means
        const double before = runs.baseline.central->annualMean(row, year);
        return before == 0 ? 0 : (run.central->annualMean(row, year) / before - 1) * 100;
    }
    return annualMean(valuesOf(run), year);
}

MessageValue SheetMaking::amountOf(double shown) const
{
    switch (request.show) {
    case Show::Percent: return words::signedPercent(shown / 100);
    case Show::Index: return words::number(shown);
    case Show::Difference:
        if (words::isInPoints(series))
            return words::changeOf(series, shown / words::displayUnit(series).scale, 0.0);
        return words::signedNumber(shown);
    case Show::Value:
    case Show::Logarithm: break;
    }
    return words::amountWithoutUnit(words::number(shown), words::displayUnit(series));
}

bool SheetMaking::isBaselineShown() const
{
    if (!request.withBaseline || isChange())
        return false;
    for (const auto& run : runs.scenarios)
        if (run.central->series[row] != runs.baseline.central->series[row])
            return true;
    return false;
}

std::string SheetMaking::nameOf(const SheetRun& run) const
{
    const auto& catalogue = runs.engine.catalogue();
    const auto& scenario = *run.scenario;
    const bool isNamed = !words::presetLike(catalogue, scenario) && !scenario.title.empty() && !isOfPreset(&Scenario::title, scenario);
    return inOneLine(runs.scenarios.size() > 1 && isNamed ? scenario.title : said(words::lineLabel(catalogue, scenario)), longestLabel);
}

std::string SheetMaking::titleOf(const SheetRun& run) const
{
    const auto& scenario = *run.scenario;
    if (const auto* preset = words::presetLike(runs.engine.catalogue(), scenario))
        return preset->title;
    return scenario.title.empty() || isOfPreset(&Scenario::title, scenario) ? nameOf(run) : inOneLine(scenario.title, longestTitle);
}

/// Whether a preset bears the name of a scenario, which need not be that preset any more.
bool SheetMaking::isOfPreset(std::string Scenario::*name, const Scenario& scenario) const
{
    return std::ranges::any_of(runs.engine.catalogue().presets, [&](const Scenario& preset) { return preset.*name == scenario.*name; });
}

SheetMaking makingOf(const SheetRuns& runs, const SheetRequest& request)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto row = catalogue.findSeries(request.series);
    if (!row || catalogue.series[*row].kind == SeriesKind::Category)
        throw InputError(Refusal("no_such_figure", {{"series", request.series}}));
    if (request.firstYear < firstYear || request.lastYear > lastYear || request.firstYear >= request.lastYear || request.year < firstYear
        || request.year > lastYear)
        throw InputError(Refusal("figure_years", {{"firstYear", firstYear}, {"lastYear", lastYear}}));
    const auto& first = runs.scenarios.front();
    SheetMaking making{runs, request, *row, catalogue.series[*row], 0, 1, std::nullopt, {}};
    if (first.draws && runs.baseline.draws)
        making.spread = changeSpread(*first.draws, *runs.baseline.draws, *row, request.year);
    making.finding =
        words::findingOf(catalogue, *row, request.year, *first.central, *runs.baseline.central, making.spread ? &*making.spread : nullptr);
    if (request.show == Show::Index)
        for (int year = request.firstYear; year <= request.lastYear; ++year)
            if (const double base = runs.baseline.central->annualMean(*row, year); base > 0) {
                making.indexYear = year;
                making.indexBase = base;
                break;
            }
    if (request.show == Show::Index && making.indexYear == 0)
        throw InputError(Refusal("no_index", {{"series", making.series.name}}));
    return making;
}

} // namespace figure

Sheet sheetOf(const SheetRuns& runs, const SheetRequest& request)
{
    if (auto refusal = refusalOfFigure(runs.engine, request))
        throw InputError(std::move(*refusal));
    auto wish = request;
    wish.show = shownBy(runs.engine, request);
    auto shown = runs;
    if (isOfOnePackage(request.kind))
        shown.scenarios.resize(1); // and every word is about it
    const auto making = figure::makingOf(shown, wish);
    Sheet sheet;
    sheet.kind = request.kind;
    sheet.show = wish.show;
    sheet.series = request.series;
    sheet.colour = making.series.colour;
    sheet.told = request.year;
    sheet.certainty = making.finding.certainty;
    sheet.hasDraws = making.spread.has_value();
    sheet.hash = scenarioHash(runs.engine, *runs.scenarios.front().scenario, *runs.baseline.scenario);
    figure::addChart(sheet, making);
    figure::addAxes(sheet, making);
    figure::addWords(sheet, making);
    return sheet;
}

} // namespace chokepoint
