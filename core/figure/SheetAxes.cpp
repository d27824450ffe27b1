// The axes of a sheet, the boundary of the projection, dates, and the strips of what binds.
#include "figure/SheetParts.h"

#include "api/Engine.h"
#include "api/Headline.h"
#include "api/Findings.h"
#include "api/NumberWords.h"
#include "api/ScenarioEdits.h"
#include "api/Telling.h"
#include "api/UnitWords.h"
#include "api/Workbook.h"
#include "figure/FigureTime.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace chokepoint::figure {
namespace {

using Kind = SheetRequest::Kind;
using Show = SheetRequest::Show;

constexpr double mostOnSheet = 1.4; ///< times the need of the rest that the axis grows for the outer band
constexpr double mostUnbroken = 0.4, leastBroken = 1e-5; ///< of the largest total: spans of steps for which its axis is broken

/// The round step whose lines reach least beyond the span, of those that give three to five.
double roundStep(double low, double high)
{
    const double span = high - low;
    double power = 1;
    while (power > span)
        power /= 10;
    while (power * 10 <= span)
        power *= 10;
    double best = power * 2.5, least = std::numeric_limits<double>::infinity();
    for (const double part : {0.2, 0.25, 0.3, 0.4, 0.5, 1.0, 2.0, 2.5, 3.0}) {
        const double step = part * power;
        const double steps = std::ceil(high / step - 1e-9) - std::floor(low / step + 1e-9);
        if (steps < 3 || steps > 5)
            continue;
        const double wasted = steps * step - span + (part == 0.3 || part == 0.4 || part == 3.0 ? 0.06 * span : 0);
        if (wasted < least) {
            least = wasted;
            best = step;
        }
    }
    return best;
}

struct Extent {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    void take(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    void take(const std::vector<double>& values)
    {
        for (const double value : values)
            take(value);
    }
};

/// What must be inside the axis, and what may be.
std::pair<Extent, Extent> extentsOf(const Sheet& sheet)
{
    Extent need, wish;
    for (const auto& panel : sheet.panels) {
        for (const auto& line : panel.lines) {
            need.take(line.y);
            need.take(line.high);
        }
        for (const auto& point : panel.points) {
            need.take(point.y);
            need.take(point.low.value_or(point.y));
            need.take(point.high.value_or(point.y));
        }
        if (panel.band) {
            need.take(panel.band->low);
            need.take(panel.band->high);
            wish.take(panel.band->levelLow);
            wish.take(panel.band->levelHigh);
        }
    }
    for (const auto& bar : sheet.bars) {
        need.take(bar.value);
        need.take(bar.low.value_or(bar.value));
        need.take(bar.high.value_or(bar.value));
        need.take(bar.before.value_or(bar.value));
        need.take(bar.from.value_or(bar.value));
    }
    return {need, wish};
}

std::string tickWords(const SheetMaking& making, double tick, int decimals)
{
    std::array<char, 64> digits;
    const bool isZero = tick == 0;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), isZero ? 0.0 : tick, std::chars_format::fixed, isZero ? 0 : decimals);
    return making.said(Digits{{digits.data(), end.ptr}, making.isChange() ? Digits::Form::Signed : Digits::Form::Plain});
}

int decimalsOf(double step)
{
    int decimals = 0;
    while (decimals < 6 && std::fabs(step - std::round(step)) > 1e-9 * step) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

void addValueAxis(Sheet& sheet, const SheetMaking& making)
{
    auto [need, wish] = extentsOf(sheet);
    if (need.low > need.high)
        return;
    if (making.request.show == Show::Logarithm) {
        sheet.isLogarithmic = true;
        const double least = std::max(need.low, need.high * 1e-4);
        double tick = 1;
        while (tick > least)
            tick /= 10;
        while (tick * 10 <= least)
            tick *= 10;
        sheet.bottom = tick;
        for (;; tick *= 10) {
            sheet.ticks.push_back({tick, making.said(words::number(tick))});
            sheet.top = tick;
            if (tick >= need.high)
                return;
        }
    }
    const bool isAroundZero = making.isChange();
    const double span = need.high - need.low;
    sheet.isBroken = sheet.kind == Kind::Waterfall && !isAroundZero && span < mostUnbroken * need.high && span > leastBroken * need.high;
    double low = isAroundZero ? std::min(0.0, need.low) : 0, high = std::max(0.0, need.high);
    if (wish.high > high && wish.high <= high * mostOnSheet)
        high = wish.high;
    if (low < 0 && -low < 0.04 * high) // a breath below zero asks for no line of its own
        low = 0;
    if (sheet.isBroken) // steps are seen where they are, and the whole bars keep a stump
        low = need.low - 0.15 * span;
    if (low == high)
        high = low + 1;
    const double step = roundStep(low, high);
    const auto from = static_cast<long long>(std::floor(low / step + 1e-9));
    const auto to = static_cast<long long>(std::ceil(high / step - 1e-9));
    const int decimals = decimalsOf(step);
    for (auto i = from; i <= to; ++i) {
        const double at = static_cast<double>(i) * step;
        sheet.ticks.push_back({at, tickWords(making, at, decimals)});
    }
    sheet.bottom = static_cast<double>(from) * step;
    sheet.top = static_cast<double>(to) * step;
}

void addTimeAxis(Sheet& sheet, const SheetMaking& making)
{
    const auto& request = making.request;
    sheet.from = request.firstYear;
    sheet.to = request.lastYear + 1;
    const int span = request.lastYear + 1 - request.firstYear, step = span <= 5 ? 1 : 2;
    for (int year = request.firstYear; year <= request.lastYear + 1; year += step)
        sheet.years.push_back({static_cast<double>(year), making.said(Message("figure.year", {{"year", year}}))});
    if (request.withBoundary && recordedUntil > sheet.from && recordedUntil < sheet.to && sheet.kind != Kind::Bar
        && sheet.kind != Kind::Waterfall && request.kind != Kind::Slope && request.kind != Kind::Table) {
        sheet.boundary = recordedUntil;
        sheet.recorded = making.said(Message("sheet.recorded"));
        sheet.projected = making.said(Message("sheet.projected"));
    }
}

/// How many changes apply from a time.
std::size_t changesAt(const Scenario& scenario, double time)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        scenario.changes, [&](const Change& change) { return std::fabs(edit::quarterOf(scenario, change).begin() - time) < 0.1; }));
}

/// Of several packages only the date is told from which all of them apply.
void addCommonDate(Sheet& sheet, const SheetMaking& making)
{
    std::optional<Quarter> common;
    for (const auto& run : making.runs.scenarios) {
        std::optional<Quarter> first;
        for (const auto& change : run.scenario->changes)
            if (const auto quarter = edit::quarterOf(*run.scenario, change); !first || quarter.index < first->index)
                first = quarter;
        if (!first || (common && common->index != first->index))
            return;
        common = first;
    }
    if (!common || !making.request.withDates || common->begin() <= sheet.from || common->begin() >= sheet.to)
        return;
    const auto words = making.said(Message("sheet.packages_apply", {{"from", *common}}));
    const auto narrow = making.said(Message("sheet.from", {{"from", *common}}));
    sheet.dates.push_back({common->begin(), narrow, words, words, MarkKind::Change});
}

void addDates(Sheet& sheet, const SheetMaking& making)
{
    constexpr std::size_t mostChanges = 2, mostEvents = 2;
    const auto& first = making.runs.scenarios.front();
    const FigureRuns pair{making.runs.engine, making.runs.language,         *first.scenario, *making.runs.baseline.scenario,
                          *first.central,     *making.runs.baseline.central};
    std::size_t changes = 0, events = 0;
    const bool isAlone = making.runs.scenarios.size() == 1;
    if (!isAlone)
        addCommonDate(sheet, making);
    for (auto mark : figureMarks(pair, making.series, making.request.withEvents && sheet.kind != Kind::Stacked)) {
        if (mark.time <= sheet.from || mark.time >= sheet.to)
            continue;
        if (const auto count = changesAt(*first.scenario, mark.time); mark.kind == MarkKind::Change && count > 1)
            mark.longLabel = making.said(
                Message("sheet.applies", {{"measures", count}, {"from", Quarter{static_cast<int>((mark.time - firstYear) * 4 + 0.5)}}}));
        if (mark.kind == MarkKind::Change && isAlone && making.request.withDates && changes++ < mostChanges)
            sheet.dates.push_back(mark);
        if (mark.kind == MarkKind::Event && events++ < mostEvents)
            sheet.dates.push_back(mark);
    }
}

bool hasStrip(const SheetMaking& making)
{
    const auto& catalogue = making.runs.engine.catalogue();
    const auto& first = making.runs.scenarios.front();
    if (!making.request.withStrip || (making.request.kind != Kind::Line && making.request.kind != Kind::Area))
        return false;
    if (hangsOnChineseChips(catalogue, making.row, making.request.year, *first.central, *making.runs.baseline.central))
        return true;
    return std::ranges::any_of(startCharts(catalogue),
                               [&](const BoardChart& chart) { return chart.withStrip && chart.series == making.series.id; });
}

void addStrips(Sheet& sheet, const SheetMaking& making)
{
    if (!hasStrip(making))
        return;
    const auto& catalogue = making.runs.engine.catalogue();
    sheet.stripTitle = making.said(Message("binding.heading"));
    const auto add = [&](const SheetRun& run, SheetHue hue) {
        SheetStrip strip{hue, making.nameOf(run), {}};
        for (int q = (making.request.firstYear - firstYear) * 4; q < (making.request.lastYear + 1 - firstYear) * 4; ++q)
            strip.inputs.push_back(bindingAt(catalogue, *run.central, Quarter{q}));
        sheet.strips.push_back(std::move(strip));
    };
    const auto& panel = sheet.panels.front();
    std::size_t place = 0;
    for (const auto& line : panel.lines)
        if (line.hue.of != SheetHue::Of::Baseline && place < making.runs.scenarios.size())
            add(making.runs.scenarios[place++], line.hue);
    if (making.isBaselineShown())
        add(making.runs.baseline, {SheetHue::Of::Baseline, 0});
    for (const char* input : {"logic", "hbm", "packaging", "budget"})
        sheet.inputWords.push_back(making.said(Message::ofFamily("strip_input", input)));
}

} // namespace

void addObservations(SheetPanel& panel, const SheetMaking& making)
{
    const auto& request = making.request;
    if (!request.withObservations || making.isChange())
        return;
    const auto& first = making.runs.scenarios.front();
    const FigureRuns pair{making.runs.engine, making.runs.language,         *first.scenario, *making.runs.baseline.scenario,
                          *first.central,     *making.runs.baseline.central};
    const double factor = request.show == Show::Index ? 100 / making.indexBase / words::displayUnit(making.series).scale : 1;
    for (auto point : pointsOf(pair, making.series, {})) {
        const bool isShown = point.x >= request.firstYear && point.x <= request.lastYear + 1;
        if (!isShown || (request.show == Show::Logarithm && point.low.value_or(point.y) <= 0))
            continue;
        for (auto* value : {&point.y, point.low ? &*point.low : nullptr, point.high ? &*point.high : nullptr})
            if (value)
                *value *= factor;
        panel.points.push_back(std::move(point));
    }
}

void addAxes(Sheet& sheet, const SheetMaking& making)
{
    addTimeAxis(sheet, making);
    if (sheet.kind != Kind::Table)
        addValueAxis(sheet, making);
    if (sheet.kind == Kind::Line || sheet.kind == Kind::Area || sheet.kind == Kind::Stacked)
        addDates(sheet, making);
    addStrips(sheet, making);
}

} // namespace chokepoint::figure
