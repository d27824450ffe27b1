// The words of sensitivity, boxes and goals.
#include "api/WhyWords.h"
#include "api/Words.h"
#include "numbers/DecimalText.h"
#include "words/Columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace chokepoint::words {
namespace {

constexpr std::size_t nameWidth = 84, numberWidth = 12, intervalWidth = 30;

std::string percent(double share) { return number(share * 100) + "\u202f%"; }

/// What a bar shows at its low and at its high end.
std::pair<double, double> endsOf(const TornadoBar& bar, std::size_t q, Contrast contrast)
{
    switch (contrast) {
    case Contrast::Value: return {bar.low[q], bar.high[q]};
    case Contrast::Difference: return {bar.lowDifference[q], bar.highDifference[q]};
    case Contrast::Change: break;
    }
    return {bar.lowChange[q], bar.highChange[q]};
}

double widthOf(const TornadoBar& bar, std::size_t q, Contrast contrast)
{
    const auto [low, high] = endsOf(bar, q, contrast);
    return std::fabs(high - low);
}

std::string withUnit(const Parameter& parameter, const std::string& value)
{
    const auto unit = parameterUnit(parameter);
    return unit.empty() ? value : value + " " + unit;
}

} // namespace

std::string gradeShareSentence(const Catalogue& catalogue, const GradeShare& share)
{
    const std::string what = catalogue.series[share.series].name + " in " + std::to_string(share.year);
    if (share.onAB == 0 && share.onCD == 0)
        return "The uncertain inputs leave " + what + " as it is.";
    std::string text = "Of the spread of " + what + ", " + percent(share.onCD) + " rests on inputs of grades C and D alone and "
                     + percent(share.onAB) + " on inputs of grades A and B alone";
    if (std::fabs(share.together) >= 0.005)
        text += share.together > 0 ? "; the other " + percent(share.together) + " needs both to vary"
                                   : "; the two overlap by " + percent(-share.together);
    return text + ".";
}

std::string parameterUnit(const Parameter& parameter) { return parameter.unit.inputWords; }

std::vector<std::size_t> widestBars(const Tornado& tornado, Quarter at, Contrast contrast)
{
    const auto q = static_cast<std::size_t>(at.index);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < tornado.bars.size(); ++i)
        if (widthOf(tornado.bars[i], q, contrast) > 0)
            order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return widthOf(tornado.bars[i], q, contrast); });
    return order;
}

std::string tornadoTable(const Catalogue& catalogue, const Tornado& tornado, std::size_t series, Quarter at, Contrast contrast,
                         std::size_t rows)
{
    const auto display = displayUnit(catalogue.series[series]);
    const auto q = static_cast<std::size_t>(at.index);
    const bool isChange = contrast == Contrast::Change;
    const double central = isChange                         ? tornado.centralChange[q]
                         : contrast == Contrast::Difference ? tornado.centralDifference[q]
                                                            : tornado.central[q];
    const auto shown = [&](double value) { return isChange ? percent(value) : number(value * display.scale); };
    std::string text = catalogue.series[series].name
                     + (isChange                           ? ", change from the baseline"
                        : contrast == Contrast::Difference ? ", difference from the baseline"
                                                           : "")
                     + ", " + quarter(at) + (isChange ? "" : ", " + display.unit) + "\nCentral: " + shown(central) + "\n\n";
    text += padded("Assumption, alone at its low and its high end", nameWidth) + alignedRight("low", numberWidth)
          + alignedRight("high", numberWidth) + "  grade\n";
    const auto order = widestBars(tornado, at, contrast);
    for (std::size_t i = 0; i < std::min(rows, order.size()); ++i) {
        const auto& bar = tornado.bars[order[i]];
        const auto& parameter = catalogue.parameters[bar.parameter];
        const auto [low, high] = endsOf(bar, q, contrast);
        text += padded(parameter.description, nameWidth) + alignedRight(shown(low), numberWidth) + alignedRight(shown(high), numberWidth)
              + "  " + letterOf(parameter.grade) + "\n";
    }
    return text;
}

std::vector<std::size_t> largestIndices(const Indices& indices, std::size_t at)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < indices.parameters.size(); ++i)
        if (indices.indices[at][i].total > 0)
            order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return indices.indices[at][i].total; });
    return order;
}

std::string indicesTable(const Catalogue& catalogue, const Indices& indices, std::size_t at, std::size_t rows)
{
    std::string text =
        "Share of the variance in " + quarter(indices.quarters[at]) + (indices.hasIntervals ? ", with 95 per cent intervals" : "") + "\n\n";
    const auto withInterval = [&](double share, double low, double high) {
        return padded(indices.hasIntervals ? percent(share) + " (" + percent(low) + " to " + percent(high) + ")" : percent(share),
                      intervalWidth);
    };
    text += padded("Assumption", nameWidth) + "  " + padded("alone", intervalWidth) + padded("with others", intervalWidth) + "grade\n";
    const auto order = largestIndices(indices, at);
    for (std::size_t i = 0; i < std::min(rows, order.size()); ++i) {
        const auto& index = indices.indices[at][order[i]];
        const auto& parameter = catalogue.parameters[indices.parameters[order[i]]];
        text += padded(parameter.description, nameWidth) + "  " + withInterval(index.first, index.firstLow, index.firstHigh)
              + withInterval(index.total, index.totalLow, index.totalHigh) + letterOf(parameter.grade) + "\n";
    }
    return text;
}

std::string limitText(const Catalogue& catalogue, const BoxLimit& limit)
{
    const auto& parameter = catalogue.parameters[limit.parameter];
    std::string range;
    if (limit.low && limit.high)
        range = "between " + number(*limit.low) + " and " + withUnit(parameter, number(*limit.high));
    else if (limit.low)
        range = "above " + withUnit(parameter, number(*limit.low));
    else
        range = "below " + withUnit(parameter, number(limit.high.value_or(0)));
    return parameter.description + ": " + range + " (central " + number(limit.central) + ")";
}

std::string boxText(const Catalogue& catalogue, const Box& box)
{
    std::string text;
    for (const auto& limit : box.limits)
        text += "  " + limitText(catalogue, limit) + (limit.holdsCentral ? "" : ", which the central value does not meet") + "\n";
    if (box.limits.empty())
        return "  no single assumption stands out\n";
    return text + "Then it holds " + shareOfDraws(box.density) + "; this catches " + percent(box.coverage)
         + " of the draws in which it holds.\n";
}

std::string movesText(const Catalogue& catalogue, const std::vector<Change>& moves)
{
    std::string text;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const auto& measure = catalogue.measures[*catalogue.findMeasure(moves[i].measure)];
        text += (i == 0 ? "" : i + 1 == moves.size() ? " and " : ", ") + measure.shortName + ": " + shortValue(measure, moves[i].value);
    }
    return text;
}

std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer)
{
    const auto& series = catalogue.series[request.series];
    const auto display = displayUnit(series);
    const auto shown = [&](double value) { return amount(number(value * display.scale), display.unit); };
    const std::string goal = series.name + " in " + std::to_string(request.year) + " "
                           + (request.bound.comparison == Comparison::AtLeast ? "of at least " : "of at most ")
                           + shown(request.bound.threshold);
    std::string text = "Goal: " + goal + "\nNow: " + shown(answer.present) + "\n\n";
    if (answer.isMetAlready)
        return text + "The goal is met without a change.\n";
    if (answer.packages.empty())
        return text + "No package of at most " + std::to_string(request.mostChanges) + " measures was found that meets it, among "
             + exactNumber(std::to_string(answer.tried)) + " tried. The nearest comes to " + shown(answer.nearestValue) + ".\n";
    for (const auto& package : answer.packages)
        text += movesText(catalogue, package.moves) + "\n  gives " + shown(package.value)
              + (request.draws ? "; it meets the goal " + shareOfDraws(package.shareOfDraws) : "") + "\n";
    return text;
}

} // namespace chokepoint::words
