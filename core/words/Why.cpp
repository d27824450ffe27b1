// The words of sensitivity, boxes and goals.
#include "words/Columns.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/ClaimWords.h"
#include "api/Discovery.h"
#include "api/GoalSeek.h"
#include "api/GoalWords.h"
#include "api/Language.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/Sensitivity.h"
#include "api/SensitivityWords.h"
#include "api/Telling.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "words/Units.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chokepoint::words {
namespace {

constexpr std::size_t nameWidth = 84, whyNumberWidth = 12, intervalWidth = 30;

Message limitLine(const Catalogue& catalogue, const BoxLimit& limit)
{
    const auto& parameter = catalogue.parameters[limit.parameter];
    const auto met = limit.holdsCentral ? "yes" : "no";
    const auto central = number(limit.central);
    if (limit.low && limit.high) {
        const auto [low, high] = numbersAlike(*limit.low, *limit.high);
        return Message(
            "box.between",
            {{"input", parameter.description}, {"low", low}, {"high", withUnit(parameter, high)}, {"central", central}, {"met", met}});
    }
    return Message("box.beyond", {{"input", parameter.description},
                                  {"side", limit.low ? "above" : "below"},
                                  {"bound", withUnit(parameter, number(limit.low ? *limit.low : limit.high.value_or(0)))},
                                  {"central", central},
                                  {"met", met}});
}

Message headOf(const Series& series, Period period, Contrast contrast)
{
    const auto unit = displayUnit(series).name();
    const auto at = periodName(period);
    switch (contrast) {
    case Contrast::Value: return Message("table.head", {{"series", series.name}, {"at", at}, {"unit", unit}});
    case Contrast::Difference: return Message("tornado.head_of_difference", {{"series", series.name}, {"at", at}, {"unit", unit}});
    case Contrast::Change: break;
    }
    return Message("tornado.head_of_change", {{"series", series.name}, {"at", at}});
}

} // namespace

Message gradeShareSentence(const Catalogue& catalogue, const GradeShare& share)
{
    const auto& series = catalogue.series[share.series].noun;
    if (share.onAB == 0 && share.onCD == 0)
        return Message("spread.none", {{"series", series}, {"year", share.year}});
    constexpr double nearlyAll = 0.9, smallOverlap = 0.1;
    const bool isBoth = share.together >= 0.005, isOverlap = share.together <= -smallOverlap; // a small overlap is noise to a reader
    const auto rest = share.onAB >= nearlyAll ? "firm"
                    : share.onCD >= nearlyAll ? "weak"
                    : isBoth                  ? "both"
                    : isOverlap               ? "overlap"
                                              : "none";
    return Message("spread.rests", {{"series", series},
                                    {"year", share.year},
                                    {"weak", percent(share.onCD)},
                                    {"firm", percent(share.onAB)},
                                    {"rest", rest},
                                    {"together", percent(std::fabs(share.together))}});
}

std::string tornadoTable(const Catalogue& catalogue, const Tornado& tornado, std::size_t series, Period at, Contrast contrast,
                         std::size_t rows, const Language& language)
{
    const auto& about = catalogue.series[series];
    const auto display = displayUnit(about);
    const auto cell = [&](const MessageValue& said) { return alignedRight(language.text(said), whyNumberWidth); };
    const bool isChange = contrast == Contrast::Change;
    const double central = centralOf(tornado, at, contrast);
    const auto shown = [&](double value) { return isChange ? percent(value) : number(value * display.scale); };
    const auto shownAlike = [&](double low, double high) {
        return isChange ? numbersAlike(low * 100, high * 100, Digits::Form::Percent)
                        : numbersAlike(low * display.scale, high * display.scale);
    };
    std::string text =
        language.text(headOf(about, at, contrast)) + "\n" + language.text(Message("tornado.central", {{"value", shown(central)}})) + "\n\n";
    text += padded(language.text(Message("tornado.assumption")), nameWidth) + cell(Message("tornado.low")) + cell(Message("tornado.high"))
          + "  " + language.text(Message("table.grade")) + "\n";
    const auto order = widestBars(tornado, at, contrast);
    for (std::size_t i = 0; i < std::min(rows, order.size()); ++i) {
        const auto& bar = tornado.bars[order[i]];
        const auto& parameter = catalogue.parameters[bar.parameter];
        const auto [low, high] = endsOf(bar, at, contrast);
        const auto [shownLow, shownHigh] = shownAlike(low, high);
        text += padded(parameter.description, nameWidth) + cell(shownLow) + cell(shownHigh) + "  " + letterOf(parameter.grade) + "\n";
    }
    return text;
}

std::string indicesTable(const Catalogue& catalogue, const Indices& indices, std::size_t at, std::size_t rows, const Language& language)
{
    const auto heading = indices.hasIntervals ? Message("indices.heading_with_intervals",
                                                        {{"at", periodName(indices.periods[at])}, {"certainty", Digits{"95"}}})
                                              : Message("indices.heading", {{"at", periodName(indices.periods[at])}});
    std::string text = language.text(heading) + "\n\n";
    const auto withInterval = [&](double share, double low, double high) {
        const auto alone = percent(share);
        const auto said = indices.hasIntervals
                            ? MessageValue(Message("indices.share", {{"share", alone}, {"low", percent(low)}, {"high", percent(high)}}))
                            : alone;
        return padded(language.text(said), intervalWidth);
    };
    text += padded(language.text(Message("indices.assumption")), nameWidth) + "  "
          + padded(language.text(Message("indices.alone")), intervalWidth)
          + padded(language.text(Message("indices.with_others")), intervalWidth) + language.text(Message("table.grade")) + "\n";
    const auto order = largestIndices(indices, at);
    for (std::size_t i = 0; i < std::min(rows, order.size()); ++i) {
        const auto& index = indices.indices[at][order[i]];
        const auto& parameter = catalogue.parameters[indices.parameters[order[i]]];
        text += padded(parameter.description, nameWidth) + "  " + withInterval(index.first, index.firstLow, index.firstHigh)
              + withInterval(index.total, index.totalLow, index.totalHigh) + letterOf(parameter.grade) + "\n";
    }
    return text;
}

std::string boxText(const Catalogue& catalogue, const Box& box, const Language& language)
{
    std::string text;
    for (const auto& limit : box.limits)
        text += "  " + language.text(limitLine(catalogue, limit)) + "\n";
    if (box.limits.empty())
        return "  " + language.text(Message("box.none")) + "\n";
    return text + language.text(Message("box.holds", {{"density", shareOfDraws(box.density)}, {"coverage", percent(box.coverage)}})) + "\n";
}

Message mustAct(ActingSide side)
{
    const auto id = side == ActingSide::America ? "america" : side == ActingSide::Beijing ? "beijing" : "both";
    return Message("goal.acts", {{"side", id}});
}

Message costOf(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const GoalPackage& package,
               std::size_t place)
{
    const auto& series = catalogue.series[request.beside[place]];
    return Message("goal.beside",
                   {{"series", series.shortName}, {"change", changeOf(series, package.beside[place], answer.presentBeside[place])}});
}

std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const Language& language)
{
    const auto& series = catalogue.series[request.series];
    const auto display = displayUnit(series);
    const auto shown = [&](double value) { return amount(number(value * display.scale), display); };
    const auto goal = Message("goal.wish", {{"series", series.noun},
                                            {"year", request.year},
                                            {"side", request.bound.comparison == Comparison::AtLeast ? "least" : "most"},
                                            {"limit", shown(request.bound.threshold)}});
    std::string text = language.text(goal) + "\n" + language.text(Message("goal.now", {{"value", shown(answer.present)}})) + "\n\n";
    if (answer.isMetAlready)
        return text + language.text(Message("goal.met")) + "\n";
    if (answer.packages.empty() && answer.surestShare > 0)
        return text
             + language.text(Message("goal.not_sure_enough",
                                     {{"tried", answer.tried}, {"tenths", request.leastInTen}, {"share", shareOfRuns(answer.surestShare)}}))
             + "\n";
    if (answer.packages.empty())
        return text
             + language.text(
                 Message("goal.none", {{"measures", request.mostChanges}, {"tried", answer.tried}, {"value", shown(answer.nearestValue)}}))
             + "\n";
    for (const auto& package : answer.packages) {
        const auto gives =
            request.draws ? Message("goal.gives_in_draws", {{"value", shown(package.value)}, {"share", shareOfDraws(package.shareOfDraws)}})
                          : Message("goal.gives", {{"value", shown(package.value)}});
        text += language.text(settings(catalogue, package.moves)) + "\n  " + language.text(gives) + "\n  "
              + language.text(mustAct(actingSide(catalogue, package.moves))) + "\n";
        for (std::size_t place = 0; place < package.beside.size(); ++place)
            text += "  " + language.text(costOf(catalogue, request, answer, package, place)) + "\n";
    }
    return text;
}

} // namespace chokepoint::words
