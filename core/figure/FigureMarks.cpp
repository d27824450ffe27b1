// Chooses the marks of a figure.
#include "api/Figure.h"

#include "api/Covert.h"
#include "api/Engine.h"
#include "api/MeasureWords.h"
#include "api/ScenarioEdits.h"
#include "api/ReactionWords.h"
#include "figure/EventMarks.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace chokepoint {
namespace {

constexpr std::ptrdiff_t mostMarks = 5; ///< beside those of the scenario
constexpr std::size_t mostTurns = 3;
constexpr double nearest = 0.4;        ///< years between two marks

bool isAnswer(const FigureRuns& runs, const Change& change)
{
    return runs.answers && std::ranges::find(*runs.answers, change, &ReactionAnswer::change) != runs.answers->end();
}

/// What reaction rules add, a mark for each quarter.
std::vector<FigureMark> answerMarks(const FigureRuns& runs)
{
    if (!runs.answers || !runs.rules)
        return {};
    const auto& catalogue = runs.engine.catalogue();
    std::map<double, std::vector<const ReactionAnswer*>> byTime;
    for (const auto& answer : *runs.answers)
        byTime[answer.change.from->begin()].push_back(&answer);
    std::vector<FigureMark> marks;
    for (const auto& [time, answers] : byTime) {
        std::string whole;
        for (const auto* answer : answers)
            whole += (whole.empty() ? "" : "\n") + runs.language.text(words::reactionAnswer(catalogue, *runs.rules, *answer));
        const auto& first = answers.front()->change;
        const auto& measure = catalogue.measures[catalogue.findMeasure(first.measure).value()];
        const auto label =
            runs.language.text(answers.size() == 1 ? Message("reaction.label", {{"value", words::shortValue(measure, first.value)}})
                                                   : Message("reaction.several", {{"answers", answers.size()}}));
        marks.push_back({time, label, label, whole, MarkKind::Answer});
    }
    return marks;
}

std::vector<FigureMark> scenarioMarks(const FigureRuns& runs)
{
    const auto& catalogue = runs.engine.catalogue();
    std::map<double, std::vector<const Change*>> byTime;
    for (const auto& change : runs.scenario.changes)
        if (!isAnswer(runs, change))
            byTime[edit::quarterOf(runs.scenario, change).begin()].push_back(&change);
    std::vector<FigureMark> marks;
    for (const auto& [time, changes] : byTime) {
        std::string whole;
        for (const auto* change : changes)
            whole += (whole.empty() ? "" : "\n") + runs.language.text(words::change(catalogue, *change, runs.scenario.start));
        const auto& first = *changes.front();
        const auto label = runs.language.text(
            changes.size() == 1 ? words::shortValue(catalogue.measures[catalogue.findMeasure(first.measure).value()], first.value)
                                : MessageValue(Message("figure.several_changes", {{"measures", changes.size()}})));
        marks.push_back({time, label, label, whole, MarkKind::Change});
    }
    return marks;
}

/// "2031" for its first quarter, else "2031 Q2".
MessageValue whenOf(Quarter quarter)
{
    return quarter.ofYear() == 1 ? MessageValue(Message("figure.year", {{"year", quarter.year()}})) : MessageValue(quarter);
}

/// Where the equations turn, the last first: it lies ahead.
std::vector<FigureMark> turnMarks(const FigureRuns& runs, const Series& series)
{
    const auto& catalogue = runs.engine.catalogue();
    const auto row = catalogue.findSeries(series.id).value();
    std::vector<FigureMark> marks;
    for (const auto& turn : turnsOf(runs.engine, runs.scenario, row)) {
        const auto whole = runs.language.text(Message::ofFamily("turn", turn.reason, {{"when", whenOf(turn.from)}}));
        const auto label = runs.language.text(Message::ofFamily("turn_label", turn.reason));
        marks.push_back({turn.from.begin(), label, whole, whole, MarkKind::Turn});
    }
    std::ranges::reverse(marks);
    marks.resize(std::min(marks.size(), mostTurns));
    return marks;
}

} // namespace

std::vector<FigureMark> figureMarks(const FigureRuns& runs, const Series& series, bool withEvents)
{
    auto marks = scenarioMarks(runs);
    for (auto& answer : answerMarks(runs))
        marks.push_back(std::move(answer));
    const auto isFree = [&](const FigureMark& mark) {
        return std::ranges::none_of(marks, [&](const FigureMark& other) { return std::fabs(other.time - mark.time) < nearest; });
    };
    for (auto& turn : turnMarks(runs, series))
        if (isFree(turn)) // beside a change of the scenario, that says more
            marks.push_back(std::move(turn));
    if (!withEvents)
        return marks;
    auto count = std::ranges::count(marks, MarkKind::Turn, &FigureMark::kind);
    for (const auto place : figure::tellingEvents(runs.engine, *runs.engine.catalogue().findSeries(series.id))) {
        if (count == mostMarks)
            break;
        if (auto mark = figure::eventMark(runs, place); isFree(mark)) {
            marks.push_back(std::move(mark));
            ++count;
        }
    }
    return marks;
}

} // namespace chokepoint
