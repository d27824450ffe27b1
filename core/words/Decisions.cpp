// The words of decisions.
#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/ComparisonWords.h"
#include "api/DecisionWords.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "words/Columns.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t choiceWidth = 34, inputWidth = 84, regretWidth = 14;

std::string heading(const Catalogue& catalogue, const Aim& aim, const Language& language)
{
    const auto& series = catalogue.series[aim.series];
    return language.text(Message("aim.head", {{"series", series.name},
                                              {"at", periodName(aim.at)},
                                              {"unit", displayUnit(series).name()},
                                              {"better", aim.moreIsBetter ? "more" : "less"}}));
}

} // namespace

std::string regretTable(const Catalogue& catalogue, const std::vector<std::string>& packages, const std::vector<std::string>& sets,
                        const Aim& aim, const RegretTable& table, const Language& language)
{
    std::vector<double> losses; // all of them to the same decimals
    for (const auto& row : table.packages) {
        losses.insert(losses.end(), {row.mean, row.median, row.ninetieth, row.largest, row.central});
        losses.insert(losses.end(), row.underAssumptions.begin(), row.underAssumptions.end());
    }
    const auto shown = valuesAlike(catalogue.series[aim.series], losses);
    auto next = shown.begin();
    const auto cell = [&](const MessageValue& value, std::size_t width = regretWidth) { return alignedRight(language.text(value), width); };
    std::string text = language.text(Message("regret.heading")) + "\n" + heading(catalogue, aim, language) + "\n\n";
    text += padded(language.text(Message("regret.package")), choiceWidth) + cell(Message("regret.mean")) + cell(Message("regret.median"))
          + cell(Message("regret.nine_in_ten")) + cell(Message("regret.largest")) + cell(Message("regret.best"))
          + cell(Message("regret.central"));
    for (const auto& set : sets)
        text += alignedRight(set, std::max(regretWidth, columnsOf(set) + 2));
    text += "\n";
    for (std::size_t p = 0; p < table.packages.size(); ++p) {
        const auto& row = table.packages[p];
        text += padded(packages[p], choiceWidth);
        for (int loss = 0; loss < 4; ++loss)
            text += cell(*next++);
        text += cell(percent(row.shareBest)) + cell(*next++);
        for (std::size_t s = 0; s < sets.size(); ++s)
            text += cell(*next++, std::max(regretWidth, columnsOf(sets[s]) + 2));
        text += "\n";
    }
    return text;
}

Message informationFinding(const Catalogue& catalogue, const std::string& first, const std::string& second, const Aim& aim,
                           const InformationValue& value)
{
    const auto& series = catalogue.series[aim.series];
    const auto display = displayUnit(series);
    const auto at = periodOfResult(aim.at);
    if (value.meanDifference == 0 && value.shareFirstBetter == 0)
        return Message("information.same", {{"series", series.noun}, {"at", at}});
    const bool turns = !value.unknowns.empty() && value.unknowns.front().flipShare > 0;
    const auto difference = amount(number(std::fabs(value.meanDifference) * display.scale), differenceUnit(series));
    const auto& better = value.isFirstPreferred ? first : second;
    const auto& other = value.isFirstPreferred ? second : first;
    const auto way = aim.moreIsBetter ? "more" : "less";
    if (!turns)
        return Message(
            "information.settled",
            {{"way", way}, {"better", better}, {"other", other}, {"series", series.noun}, {"difference", difference}, {"at", at}});
    const auto& most = value.unknowns.front();
    return Message("information.open", {{"way", way},
                                        {"better", better},
                                        {"other", other},
                                        {"series", series.noun},
                                        {"difference", difference},
                                        {"at", at},
                                        {"unknown", catalogue.parameters[most.parameter].description},
                                        {"share", shareOfDraws(most.flipShare)}});
}

std::string informationTable(const Catalogue& catalogue, const Aim& aim, const InformationValue& value, std::size_t rows,
                             const Language& language)
{
    const auto display = displayUnit(catalogue.series[aim.series]);
    const auto cell = [&](const MessageValue& said) { return alignedRight(language.text(said), regretWidth); };
    std::string text = heading(catalogue, aim, language) + "\n\n" + padded(language.text(Message("information.unknown")), inputWidth)
                     + cell(Message("information.turns")) + cell(Message("information.worth")) + "  "
                     + language.text(Message("table.grade")) + "\n";
    std::vector<double> worths; // all that are shown to the same decimals
    for (const auto& unknown : value.unknowns)
        if (unknown.flipShare > 0 && worths.size() < rows)
            worths.push_back(unknown.worth);
    const auto shown = valuesAlike(catalogue.series[aim.series], worths);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto& unknown = value.unknowns[i]; // those that turn the ranking come first
        const auto& parameter = catalogue.parameters[unknown.parameter];
        text += padded(parameter.description, inputWidth) + cell(percent(unknown.flipShare)) + cell(shown[i]) + "  "
              + letterOf(parameter.grade) + "\n";
    }
    if (value.unknowns.empty() || value.unknowns.front().flipShare == 0)
        text += language.text(Message("information.none")) + "\n";
    return text + "\n" + language.text(Message("information.note", {{"unit", display.name()}})) + "\n";
}

std::string worthTable(const Catalogue& catalogue, std::size_t series, Quarter from, const std::vector<UnitWorth>& worths,
                       const Language& language)
{
    constexpr std::size_t quarterWidth = 9, gap = 3;
    double largest = 0;
    for (const auto& worth : worths)
        for (const double added : worth.added)
            largest = std::max(largest, std::fabs(added));
    const auto display = unitOfChange(catalogue.series[series], largest);
    std::string text =
        language.text(Message("worth.heading", {{"from", from}, {"series", catalogue.series[series].noun}, {"unit", display.name()}}))
        + "\n\n" + padded("", quarterWidth);
    std::vector<std::size_t> widths;
    for (const auto& worth : worths) {
        const auto unit = language.text(unitOfInput(worth.input));
        widths.push_back(columnsOf(unit));
        text += std::string(gap, ' ') + unit;
    }
    text += "\n";
    for (int q = from.index; q < quarterCount; ++q) {
        text += padded(language.text(Quarter{q}), quarterWidth);
        for (std::size_t i = 0; i < worths.size(); ++i)
            text += std::string(gap, ' ')
                  + alignedRight(language.text(signedNumber(worths[i].added[static_cast<std::size_t>(q)] * display.scale)), widths[i]);
        text += "\n";
    }
    return text;
}

} // namespace chokepoint::words
