// The words of decisions.
#include "api/DecisionWords.h"
#include "api/WhyWords.h"
#include "api/Words.h"
#include "words/Columns.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t nameWidth = 34, inputWidth = 84, numberWidth = 14;

std::string head(const Catalogue& catalogue, const Aim& aim)
{
    const auto& series = catalogue.series[aim.series];
    return series.name + ", " + quarter(aim.at) + ", " + displayUnit(series).unit
         + (aim.moreIsBetter ? ", more is better" : ", less is better");
}

std::string percent(double share) { return number(share * 100) + "\u202f%"; }

} // namespace

std::string unitOfInput(ScarceInput input)
{
    constexpr std::array<std::string_view, 3> units{"million GB of HBM a year", "million dies a year", "million packages a year"};
    return std::string(units[static_cast<std::size_t>(input)]);
}

std::string regretTable(const Catalogue& catalogue, const std::vector<std::string>& packages, const std::vector<std::string>& sets,
                        const Aim& aim, const RegretTable& table)
{
    const double scale = displayUnit(catalogue.series[aim.series]).scale;
    std::string text = "Regret: how far a package stays behind the best of them under the same inputs\n" + head(catalogue, aim) + "\n\n";
    text += padded("Package", nameWidth);
    for (const char* column : {"mean", "median", "9 in 10 below", "largest", "best in", "central"})
        text += alignedRight(column, numberWidth);
    for (const auto& set : sets)
        text += alignedRight(set, std::max(numberWidth, columnsOf(set) + 2));
    text += "\n";
    for (std::size_t p = 0; p < table.packages.size(); ++p) {
        const auto& row = table.packages[p];
        text += padded(packages[p], nameWidth);
        for (const double value : {row.mean, row.median, row.ninetieth, row.largest})
            text += alignedRight(number(value * scale), numberWidth);
        text += alignedRight(percent(row.shareBest), numberWidth) + alignedRight(number(row.central * scale), numberWidth);
        for (std::size_t s = 0; s < sets.size(); ++s)
            text += alignedRight(number(row.underAssumptions[s] * scale), std::max(numberWidth, columnsOf(sets[s]) + 2));
        text += "\n";
    }
    return text;
}

std::string informationFinding(const Catalogue& catalogue, const std::string& first, const std::string& second, const Aim& aim,
                               const InformationValue& value)
{
    const auto& series = catalogue.series[aim.series];
    const auto display = displayUnit(series);
    if (value.meanDifference == 0 && value.shareFirstBetter == 0)
        return "Both packages give the same " + series.name + " in " + quarter(aim.at) + ".";
    const auto& better = value.isFirstPreferred ? first : second;
    const auto& other = value.isFirstPreferred ? second : first;
    std::string text = "If " + std::string(aim.moreIsBetter ? "more" : "less") + " is better, “" + better + "” is preferred to “" + other
                     + "”: " + series.name + " is "
                     + amount(number(std::fabs(value.meanDifference) * display.scale), differenceUnit(series))
                     + (aim.moreIsBetter ? " more" : " less") + " on average in " + quarter(aim.at) + ". ";
    const bool turns = !value.unknowns.empty() && value.unknowns.front().flipShare > 0;
    if (!turns)
        return text + "No single unknown, were it known, would turn that.";
    const auto& most = value.unknowns.front();
    return text + "To know this could turn it most often: " + catalogue.parameters[most.parameter].description + ", "
         + shareOfDraws(most.flipShare) + ".";
}

std::string informationTable(const Catalogue& catalogue, const Aim& aim, const InformationValue& value, std::size_t rows)
{
    const auto display = displayUnit(catalogue.series[aim.series]);
    std::string text = head(catalogue, aim) + "\n\n" + padded("Unknown that could turn the ranking", inputWidth)
                     + alignedRight("turns it in", numberWidth) + alignedRight("worth", numberWidth) + "  grade\n";
    std::size_t shown = 0;
    for (const auto& unknown : value.unknowns) {
        if (unknown.flipShare == 0 || shown++ == rows)
            break;
        const auto& parameter = catalogue.parameters[unknown.parameter];
        text += padded(parameter.description, inputWidth) + alignedRight(percent(unknown.flipShare), numberWidth)
              + alignedRight(number(unknown.worth * display.scale), numberWidth) + "  " + letterOf(parameter.grade) + "\n";
    }
    if (value.unknowns.empty() || value.unknowns.front().flipShare == 0)
        text += "none\n";
    return text + "\nWorth: what choosing the package after the unknown is known gains on average, in " + display.unit + ".\n";
}

DisplayUnit unitOfChange(const Series& series, double largest)
{
    constexpr double readable = 0.05;
    const auto& unit = series.unit;
    return largest * unit.scale >= readable || unit.smallWords.empty() ? displayUnit(series)
                                                                       : DisplayUnit{unit.smallScale, unit.smallWords};
}

std::string worthTable(const Catalogue& catalogue, std::size_t series, Quarter from, const std::vector<UnitWorth>& worths)
{
    constexpr std::size_t quarterWidth = 9, gap = 3;
    double largest = 0;
    for (const auto& worth : worths)
        for (const double added : worth.added)
            largest = std::max(largest, std::fabs(added));
    const auto display = unitOfChange(catalogue.series[series], largest);
    std::string text = "What one more unit a year from " + quarter(from) + " on adds to " + catalogue.series[series].name + ", in "
                     + display.unit + "\n\n" + padded("", quarterWidth);
    for (const auto& worth : worths)
        text += std::string(gap, ' ') + unitOfInput(worth.input);
    text += "\n";
    for (int q = from.index; q < quarterCount; ++q) {
        text += padded(quarter(Quarter{q}), quarterWidth);
        for (const auto& worth : worths)
            text += std::string(gap, ' ')
                  + alignedRight(signedNumber(worth.added[static_cast<std::size_t>(q)] * display.scale), unitOfInput(worth.input).size());
        text += "\n";
    }
    return text;
}

} // namespace chokepoint::words
