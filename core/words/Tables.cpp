// Sentences and tables for people.
#include "api/Words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace chokepoint::words {
namespace {

constexpr std::string_view dollars = "US$";

constexpr std::size_t nameWidth = 60, yearWidth = 9;

/// Columns that a text takes: UTF-8 continuation bytes take none.
std::size_t columnsOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string left(std::string text, std::size_t width)
{
    text.append(width - std::min(width, columnsOf(text)), ' ');
    return text;
}

std::string right(const std::string& text, std::size_t width) { return std::string(width - std::min(width, columnsOf(text)), ' ') + text; }

/// The quarter from which a scenario first differs.
Quarter firstChange(const Scenario& scenario, Quarter start)
{
    Quarter first = scenario.changes.front().from.value_or(start);
    for (const auto& change : scenario.changes)
        first = std::min(first, change.from.value_or(start));
    return first;
}

/// Changes in an order of their own: the order in which measures were set does not matter.
std::vector<Change> inOrder(std::vector<Change> changes)
{
    std::ranges::stable_sort(changes, {}, [](const Change& c) { return std::pair(c.measure, c.from); });
    return changes;
}

/// The preset that a scenario equals, or nothing.
const Scenario* presetLike(const Catalogue& catalogue, const Scenario& scenario)
{
    for (const auto& preset : catalogue.presets)
        // own assumptions are no policy and leave a package its name
        if ((preset.assumptions.empty() || preset.assumptions == scenario.assumptions)
            && inOrder(preset.changes) == inOrder(scenario.changes))
            return &preset;
    return nullptr;
}

std::size_t changedMeasures(const Scenario& scenario)
{
    std::set<std::string> measures;
    for (const auto& change : scenario.changes)
        measures.insert(change.measure);
    return measures.size();
}

/// "4 of them at the table only", or nothing.
std::string ofWhichTableOnly(const Catalogue& catalogue, const Scenario& scenario)
{
    std::set<std::string> measures;
    for (const auto& change : scenario.changes)
        if (!catalogue.measures[*catalogue.findMeasure(change.measure)].inModel)
            measures.insert(change.measure);
    return measures.empty() ? std::string() : std::to_string(measures.size()) + " of them at the table only";
}

std::string condition(const Catalogue& catalogue, const Scenario& what, Quarter start)
{
    if (what.changes.empty())
        return what.assumptions.empty() ? "With policy as it is" : "With own assumptions and policy as it is";
    std::string text;
    const auto count = changedMeasures(what);
    const auto table = ofWhichTableOnly(catalogue, what);
    if (what.changes.size() == 1) {
        const auto& measure = catalogue.measures[*catalogue.findMeasure(what.changes[0].measure)];
        text = "With " + measure.shortName + " at “" + shortValue(measure, what.changes[0].value) + "”";
    } else if (const auto* preset = presetLike(catalogue, what)) {
        text = "With “" + preset->title + "” (" + std::to_string(count) + " measures" + (table.empty() ? ")" : ", " + table + ")");
    } else {
        text = "With " + std::to_string(count) + (count == 1 ? " measure changed" : " measures changed")
             + (table.empty() ? "" : " (" + table + ")");
    }
    text += " from " + quarter(firstChange(what, start));
    return what.assumptions.empty() ? text : text + " and own assumptions";
}

} // namespace

std::string scenarioLabel(const Catalogue& catalogue, const Scenario& scenario)
{
    if (const auto* preset = presetLike(catalogue, scenario))
        return preset->title;
    if (!catalogue.findPreset(scenario.id) && !scenario.title.empty())
        return scenario.title; // opened from a file
    if (scenario.changes.size() == 1) {
        const auto& measure = catalogue.measures[*catalogue.findMeasure(scenario.changes[0].measure)];
        return measure.shortName + ": " + shortValue(measure, scenario.changes[0].value);
    }
    const auto count = changedMeasures(scenario);
    if (count == 0)
        return "Own assumptions";
    return "Own package, " + std::to_string(count) + (count == 1 ? " measure" : " measures");
}

namespace {

/// A number with its unit; a currency stands before it: "US$ 400 million", "50 % of ...", "6 million stacks a year".
std::string withUnit(const std::string& decimalText, const std::string& unit)
{
    if (unit.starts_with(dollars))
        return std::string(dollars) + " " + exactNumber(decimalText) + unit.substr(dollars.size());
    return exactNumber(decimalText) + (unit.starts_with('%') ? "\u202f" : " ") + unit;
}

} // namespace

std::string shortScenarioLabel(const Catalogue& catalogue, const Scenario& scenario)
{
    for (const auto& preset : catalogue.presets)
        if (!preset.shortTitle.empty() && preset.changes == scenario.changes && preset.assumptions == scenario.assumptions)
            return preset.shortTitle;
    if (!catalogue.findPreset(scenario.id) && !scenario.shortTitle.empty() && !presetLike(catalogue, scenario))
        return scenario.shortTitle;
    return scenarioLabel(catalogue, scenario);
}

std::string shortValue(const Measure& measure, const std::string& value)
{
    if (measure.isNumber)
        return withUnit(value, measure.unit.starts_with('%') ? "%" : measure.unit);
    const auto level = std::ranges::find(measure.levels, value, &Level::id);
    return level == measure.levels.end() ? value : level->shortLabel;
}

std::string longValue(const Measure& measure, const std::string& value)
{
    if (measure.isNumber)
        return withUnit(value, measure.unit);
    const auto level = std::ranges::find(measure.levels, value, &Level::id);
    return level == measure.levels.end() ? value : level->label;
}

std::string change(const Catalogue& catalogue, const Change& change, Quarter start)
{
    const auto& measure = catalogue.measures[*catalogue.findMeasure(change.measure)];
    std::string text = measure.shortName + ": " + shortValue(measure, change.value) + " from " + quarter(change.from.value_or(start));
    return change.over == 1 ? text : text + ", reached over " + std::to_string(change.over) + " quarters";
}

std::string shortFinding(const Series& series, double value, double baseline, bool isUnclear)
{
    const auto display = displayUnit(series);
    const std::string what =
        value == baseline ? amount(number(value * display.scale), display.unit) : changeWithDoubt(series, value, baseline, isUnclear);
    return series.shortName + ": " + what;
}

std::string finding(const Series& series, double value, double baseline, int year, bool isUnclear)
{
    return shortFinding(series, value, baseline, isUnclear) + " in " + std::to_string(year);
}

std::string shortSeriesName(const Series& series) { return series.endLabel; }

ResultParts resultParts(const Catalogue& catalogue, const Scenario& what, std::size_t series, int year,
                        const Projection& scenario, const Projection& baseline, const ChangeSpread* spread)
{
    const auto& about = catalogue.series[series];
    const auto display = displayUnit(about);
    const double value = scenario.annualMean(series, year), before = baseline.annualMean(series, year);
    const auto [shown, shownBefore] = numbersAlike(value * display.scale, before * display.scale);
    ResultParts parts;
    parts.condition = condition(catalogue, what, what.start);
    parts.statement = ", " + about.name + " in " + std::to_string(year) + " (annual mean) is " + amount(shown, display.unit);
    if (value == before) {
        const bool isNothing = what.changes.empty() && what.assumptions.empty();
        parts.statement += isNothing ? "." : ": ";
        parts.change = isNothing ? "" : "no effect";
        parts.doubt = isNothing ? "" : ".";
        return parts;
    }
    parts.statement += " instead of " + shownBefore + ": ";
    parts.change = changeWithDoubt(about, value, before, spread);
    parts.doubt = spread ? " (" + rangeOfChange(about, *spread) + " in 8 runs of 10; " + agreementOfRuns(*spread) + ")." : ".";
    return parts;
}

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

std::string moveReason(const Catalogue& catalogue, const MoveAnswer& answer, std::size_t measure)
{
    using Kind = MoveAnswer::Kind;
    switch (answer.kind) {
    case Kind::NotChanged: return {};
    case Kind::Effect: return answer.firstEffect > answer.from ? "Bites from " + quarter(answer.firstEffect) : std::string();
    case Kind::Elsewhere: return "Changes only what is not shown here: " + catalogue.series[answer.series].name;
    case Kind::TableOnly: return "Counts at the table only";
    case Kind::SameLevers: return "The equations treat it like “" + shortValue(catalogue.measures[measure], answer.like) + "”";
    case Kind::Overlapping: return "No effect now: several other measures do the same already";
    case Kind::Blocked: break;
    }
    const auto& blocker = catalogue.measures[answer.blocker];
    return "No effect now: " + blocker.shortName + " (" + shortValue(blocker, answer.blockerValue)
         + ") stands in the way; it would act at “" + shortValue(blocker, answer.freeingValue) + "”";
}

std::string annualTable(const Catalogue& catalogue, const Projection& projection)
{
    std::string text = left("Annual means", nameWidth);
    for (int year = firstYear; year <= lastYear; ++year)
        text += right(std::to_string(year), yearWidth);
    text += "\n";
    std::optional<std::size_t> sector;
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        const auto& series = catalogue.series[i];
        if (series.kind == SeriesKind::Category)
            continue;
        if (series.sector != sector)
            text += "\n" + catalogue.sectors[*(sector = series.sector)].name + "\n";
        const auto display = displayUnit(series);
        text += left("  " + series.name, nameWidth);
        for (int year = firstYear; year <= lastYear; ++year)
            text += right(number(projection.annualMean(i, year) * display.scale), yearWidth);
        text += "  " + display.unit + "\n";
    }
    return text + "\nWhat binds domestic accelerator output\n" + bindingText(catalogue, projection);
}

std::string bindingText(const Catalogue& catalogue, const Projection& projection)
{
    std::string text;
    for (int q = 0; q < quarterCount;) {
        const auto input = bindingAt(catalogue, projection, Quarter{q});
        int end = q;
        while (end + 1 < quarterCount && bindingAt(catalogue, projection, Quarter{end + 1}) == input)
            ++end;
        text += "  " + quarter(Quarter{q}) + (end > q ? " to " + quarter(Quarter{end}) : "") + ": " + binding(input) + "\n";
        q = end + 1;
    }
    return text;
}

} // namespace chokepoint::words
