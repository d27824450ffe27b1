// The words of scenarios set side by side.
#include "api/ChangeWords.h"
#include "api/ClaimWords.h"
#include "api/ComparisonWords.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/ScenarioEdits.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "words/Columns.h"
#include "words/Units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace chokepoint::words {
namespace {

constexpr std::size_t packageWidth = 34, rankWidth = 6, numberWidth = 14, rangeWidth = 26;

const char* betterWay(bool moreIsBetter) { return moreIsBetter ? "more" : "less"; }

/// The changes of a measure: the setting alone where it holds from the start on, else each with its date.
MessageValue settingsOverTime(const Measure& measure, const Scenario& scenario, const std::vector<Change>& changes)
{
    if (changes.empty())
        return shortValue(measure, measure.statusQuo);
    if (changes.size() == 1 && *changes.front().from == scenario.start && changes.front().over == 1)
        return shortValue(measure, changes.front().value);
    MessageList list{.items = {}, .joint = MessageList::Joint::Comma};
    for (const auto& change : changes)
        list.items.push_back(change.over == 1 ? Message(
                                 "setting.dated", {{"value", shortValue(measure, change.value)}, {"from", startOfPolicy(*change.from)}})
                                              : Message("compare.ramp", {{"value", shortValue(measure, change.value)},
                                                                         {"from", startOfPolicy(*change.from)},
                                                                         {"quarters", change.over}}));
    return list;
}

/// Places of those that share the first rank.
std::vector<std::size_t> leaders(const ComparedColumn& column)
{
    std::vector<std::size_t> first;
    for (const auto place : column.order)
        if (column.figures[place].rank == 1)
            first.push_back(place);
    return first;
}

MessageValue shareOf(double share)
{
    if (share <= 0 || share >= 1)
        return Digits{share <= 0 ? "0" : "100", Digits::Form::Percent};
    return percentOfRuns(share);
}

} // namespace

MessageValue rankOf(const ComparedFigure& figure)
{
    return figure.isShared ? MessageValue(Message("compare.rank_shared", {{"rank", figure.rank}})) : MessageValue(figure.rank);
}

MessageValue aheadOfNext(const ComparedFigure& figure)
{
    if (!figure.aheadOfNext)
        return "";
    return *figure.levelWithNext == 1 ? MessageValue(Message("compare.level")) : shareOf(*figure.aheadOfNext);
}

MessageValue unitOfHead(const DisplayUnit& unit)
{
    constexpr std::array<std::string_view, 2> shortened{"million_h100e", "million_h100e_year"};
    return std::ranges::count(shortened, unit.id) > 0 ? MessageValue(Message::ofFamily("unit_head", unit.id)) : unit.name();
}

std::vector<MessageValue> valuesAlike(const Series& series, const std::vector<double>& values)
{
    constexpr double threeDigits = 99.5; // from here on a number needs no decimal to show three
    constexpr int mostDecimals = 4;
    const double scale = displayUnit(series).scale;
    double largest = 0;
    for (const double value : values)
        largest = std::max(largest, std::fabs(value * scale));
    int decimals = 0;
    for (double size = largest; largest > 0 && decimals < mostDecimals && size < threeDigits; size *= 10)
        ++decimals;
    std::vector<MessageValue> shown;
    for (const double value : values)
        shown.push_back(rounded(value * scale, decimals));
    return shown;
}

Message comparisonTitle(const Catalogue& catalogue, const std::vector<std::string>& names, const ComparedColumn& column)
{
    const auto& series = catalogue.series[column.series];
    const auto baseline = column.figures.size() - 1;
    const auto changeIn = [&](std::size_t place) {
        const auto& figure = column.figures[place];
        return changeWithDoubt(series, figure.central, column.figures[baseline].central, &figure.change);
    };
    if (const auto& only = column.figures.front();
        baseline == 1 && only.central == column.figures[baseline].central && only.change.up == 0 && only.change.down == 0) {
        const auto display = displayUnit(series);
        return Message("compare.alone_same", {{"scenario", names[0]},
                                              {"series", series.noun},
                                              {"value", amount(number(only.central * display.scale), display)},
                                              {"year", column.year}});
    }
    if (baseline == 1)
        return Message("compare.alone", {{"scenario", names[0]}, {"series", series.noun}, {"change", changeIn(0)}, {"year", column.year}});
    const auto first = leaders(column);
    if (first.size() > 1) {
        MessageList list;
        for (const auto place : first)
            list.items.push_back(names[place]);
        return Message("compare.tie", {{"scenarios", list}, {"series", series.noun}, {"year", column.year}});
    }
    const auto& leader = column.figures[first.front()];
    const auto way = betterWay(column.moreIsBetter);
    const auto runs = shareOfDraws(leader.shareBest);
    if (first.front() == baseline)
        return Message("compare.lead_baseline",
                       {{"baseline", names[baseline]}, {"series", series.noun}, {"year", column.year}, {"way", way}, {"runs", runs}});
    return Message("compare.lead", {{"scenario", names[first.front()]},
                                    {"series", series.noun},
                                    {"change", changeIn(first.front())},
                                    {"year", column.year},
                                    {"way", way},
                                    {"runs", runs}});
}

Message orderHolds(const Catalogue& catalogue, const ComparedColumn& column)
{
    return Message("compare.order",
                   {{"series", catalogue.series[column.series].noun}, {"year", column.year}, {"runs", shareOfDraws(column.shareOfOrder)}});
}

Message aheadHead(const ComparedColumn& column) { return column.moreIsBetter ? Message("compare.above") : Message("compare.below"); }

Message aheadNote(const ComparedColumn& column)
{
    return Message("compare.ahead_note",
                   {{"way", betterWay(column.moreIsBetter)}, {"share", Digits{std::to_string(agreementOfRanks), Digits::Form::Percent}}});
}

Message regretNote(const Catalogue& catalogue, const ComparedColumn& column)
{
    return Message("compare.regret_note", {{"packages", column.figures.size()},
                                           {"series", catalogue.series[column.series].noun},
                                           {"year", column.year},
                                           {"way", betterWay(column.moreIsBetter)}});
}

Message pairSentence(const Catalogue& catalogue, const std::string& first, const std::string& second, const ComparedColumn& column,
                     const ComparedPair& pair)
{
    const auto& series = catalogue.series[column.series];
    const auto display = displayUnit(series);
    const auto [a, b] = numbersAlike(pair.first * display.scale, pair.second * display.scale);
    const auto& change = pair.change;
    if (change.up == 0 && change.down == 0)
        return Message("compare.pair_same", {{"series", series.noun}, {"year", column.year}, {"value", amount(a, display)}});
    const bool isMore = change.up >= change.down;
    return Message("compare.pair", {{"series", series.shortName},
                                    {"year", column.year},
                                    {"value", amount(a, display)},
                                    {"first", first},
                                    {"other", amount(b, display)},
                                    {"second", second},
                                    {"change", changeOf(series, pair.first, pair.second)},
                                    {"range", rangeOfChange(series, change)},
                                    {"way", betterWay(isMore)},
                                    {"runs", shareOfDraws(isMore ? change.up : change.down)}});
}

std::vector<DifferingSetting> differingSettings(const Catalogue& catalogue, const Scenario& first, const Scenario& second)
{
    std::vector<DifferingSetting> settings;
    for (const auto& difference : edit::difference(catalogue, first, second).measures) {
        const auto place = catalogue.findMeasure(difference.measure);
        if (!place)
            continue;
        const auto& measure = catalogue.measures[*place];
        DifferingSetting setting{.measure = *place,
                                 .first = settingsOverTime(measure, first, difference.first),
                                 .second = settingsOverTime(measure, second, difference.second),
                                 .isFirstSet = !difference.first.empty(),
                                 .isSecondSet = !difference.second.empty()};
        if (!(setting.first == setting.second)) // else one holds by its own what the other has by today's law
            settings.push_back(std::move(setting));
    }
    std::ranges::stable_partition(settings, [&](const DifferingSetting& setting) { return catalogue.measures[setting.measure].inModel; });
    return settings;
}

std::vector<SettingRow> settingsSideBySide(const Catalogue& catalogue, const std::vector<const Scenario*>& scenarios)
{
    std::vector<SettingRow> rows;
    for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
        const auto& measure = catalogue.measures[m];
        SettingRow row{.measure = m, .settings = {}, .areSet = {}};
        for (const auto* scenario : scenarios) {
            const auto changes = edit::changesOf(*scenario, measure.id);
            row.settings.push_back(settingsOverTime(measure, *scenario, changes));
            row.areSet.push_back(!changes.empty());
        }
        if (std::ranges::any_of(row.settings, [&](const MessageValue& setting) { return !(setting == row.settings.front()); }))
            rows.push_back(std::move(row));
    }
    std::ranges::stable_partition(rows, [&](const SettingRow& row) { return catalogue.measures[row.measure].inModel; });
    return rows;
}

std::string actionsAndOutcomes(const Catalogue& catalogue, const std::vector<const Scenario*>& scenarios,
                               const std::vector<std::string>& names, const std::vector<ComparedColumn>& outcomes,
                               const Language& language)
{
    constexpr std::size_t columnWidth = 26;
    const auto said = [&](const MessageValue& value) { return padded(language.text(value), columnWidth); };
    std::string text = padded(language.text(Message("compare.measure")), packageWidth);
    for (const auto& name : names)
        text += said(name);
    text += "\n";
    for (const auto& row : settingsSideBySide(catalogue, scenarios)) {
        text += padded(catalogue.measures[row.measure].shortName, packageWidth);
        for (const auto& setting : row.settings)
            text += said(setting);
        text += "\n";
    }
    text += "\n";
    for (const auto& outcome : outcomes) {
        const auto& series = catalogue.series[outcome.series];
        std::vector<double> values;
        for (const auto& figure : outcome.figures)
            values.push_back(figure.central);
        const auto shown = valuesAlike(series, values);
        text += padded(language.text(Message("compare.outcome", {{"series", series.shortName}, {"year", outcome.year}})), packageWidth);
        for (std::size_t place = 0; place < shown.size(); ++place)
            text += said(place + 1 == shown.size()
                             ? shown[place]
                             : MessageValue(Message("compare.with_change",
                                                    {{"value", shown[place]},
                                                     {"change", changeWithDoubt(series, values[place], values.back(),
                                                                                &outcome.figures[place].change)}})));
        text += language.text(displayUnit(series).name()) + "\n";
    }
    return text;
}

std::string comparisonTable(const Catalogue& catalogue, const std::vector<std::string>& names, const ComparedColumn& column,
                            const Language& language)
{
    const auto& series = catalogue.series[column.series];
    const auto baseline = column.figures.size() - 1;
    const auto cell = [&](const MessageValue& value, std::size_t width) { return alignedRight(language.text(value), width); };
    std::vector<double> values, regrets;
    for (const auto& figure : column.figures) {
        values.push_back(figure.central);
        regrets.push_back(figure.regret);
    }
    const auto shown = valuesAlike(series, values), shownRegrets = valuesAlike(series, regrets);
    std::string text =
        language.text(Message("compare.head", {{"series", series.name}, {"year", column.year}, {"unit", displayUnit(series).name()}}))
        + "\n\n" + padded(language.text(Message("compare.package")), packageWidth) + cell(Message("compare.rank"), rankWidth)
        + cell(Message("compare.value"), numberWidth) + cell(Message("compare.change"), numberWidth)
        + cell(Message("compare.range"), rangeWidth) + cell(aheadHead(column), numberWidth) + cell(Message("compare.regret"), numberWidth)
        + "\n";
    for (const auto place : column.order) {
        const auto& figure = column.figures[place];
        const bool isBaseline = place == baseline;
        text +=
            padded(names[place], packageWidth) + cell(rankOf(figure), rankWidth) + cell(shown[place], numberWidth)
            + cell(isBaseline ? MessageValue(Message("compare.baseline")) : changeOf(series, figure.central, values[baseline]), numberWidth)
            + cell(isBaseline ? MessageValue("") : MessageValue(rangeOfChange(series, figure.change)), rangeWidth)
            + cell(aheadOfNext(figure), numberWidth) + cell(shownRegrets[place], numberWidth) + "\n";
    }
    return text + "\n" + language.text(orderHolds(catalogue, column)) + "\n";
}

std::string differencesTable(const Catalogue& catalogue, const Scenario& first, const Scenario& second, const std::string& firstName,
                             const std::string& secondName, const Language& language)
{
    const auto settings = differingSettings(catalogue, first, second);
    if (settings.empty())
        return language.text(Message("compare.no_difference", {{"first", firstName}, {"second", secondName}})) + "\n";
    std::string text =
        padded(language.text(Message("compare.differs")), packageWidth) + padded(firstName, packageWidth) + secondName + "\n";
    for (const auto& setting : settings)
        text += padded(catalogue.measures[setting.measure].shortName, packageWidth) + padded(language.text(setting.first), packageWidth)
              + language.text(setting.second) + "\n";
    return text;
}

} // namespace chokepoint::words
