// Finds out whether a change has an effect and what stands in its way.
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"
#include "run/Case.h"
#include "why/LeverEffect.h"

#include <algorithm>

namespace chokepoint::why {
namespace {

/// The scenario with a measure at one value from a quarter on and as recorded before it.
Scenario held(const Scenario& scenario, const std::string& measure, Quarter from, const std::string& value)
{
    return edit::holdFrom(edit::removeMeasure(scenario, measure), measure, from, value);
}

/// The first quarter in which one of the series differs.
std::optional<Quarter> firstDifference(const Projection& a, const Projection& b, const std::vector<std::size_t>& series)
{
    for (int q = 0; q < quarterCount; ++q)
        for (const auto row : series)
            if (a.at(row, Quarter{q}) != b.at(row, Quarter{q}))
                return Quarter{q};
    return std::nullopt;
}

bool writesTheSame(const facts::DataBook& book, std::size_t measure, const std::string& a, const std::string& b)
{
    const auto& levels = book.catalogue.measures[measure].levels;
    const auto place = [&](const std::string& id) {
        return static_cast<std::size_t>(std::ranges::find(levels, id, &Level::id) - levels.begin());
    };
    return !levels.empty() && book.actions[measure].levels[place(a)] == book.actions[measure].levels[place(b)];
}

/// Looks for another measure that, moved, lets the change have an effect.
void findBlocker(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed,
                 const Runner& run, MoveAnswer& answer)
{
    const auto& measures = book.catalogue.measures;
    for (std::size_t other = 0; other < measures.size(); ++other) {
        if (other == measure || !measures[other].inModel)
            continue;
        const auto now = edit::lastValue(scenario, measures[other]);
        for (const auto& value : edit::valuesOf(measures[other])) {
            if (value == now)
                continue;
            const auto freed = held(scenario, measures[other].id, answer.from, value);
            if (!firstDifference(run(freed), run(edit::removeMeasure(freed, measures[measure].id)), displayed))
                continue;
            answer.kind = MoveAnswer::Kind::Blocked;
            answer.blocker = other;
            answer.blockerValue = now;
            answer.freeingValue = value;
            return;
        }
    }
    answer.kind = MoveAnswer::Kind::Overlapping;
}

} // namespace

bool canAct(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const Runner& run)
{
    const auto& about = book.catalogue.measures[measure];
    const auto present = run(scenario);
    for (const auto& value : edit::valuesOf(about)) {
        if (value == edit::lastValue(scenario, about))
            continue;
        const auto moved = run(held(scenario, about.id, scenario.start, value));
        if (moved.series != present.series)
            return true;
    }
    return false;
}

MoveAnswer answerMove(const facts::DataBook& book, const Scenario& scenario, std::size_t measure,
                      const std::vector<std::size_t>& displayed, const Runner& run)
{
    const auto& about = book.catalogue.measures[measure];
    MoveAnswer answer;
    if (const auto changes = edit::changesOf(scenario, about.id); !changes.empty())
        answer.from = *changes.front().from;
    else
        return answer;
    if (!about.inModel) {
        answer.kind = MoveAnswer::Kind::TableOnly;
        return answer;
    }
    const auto present = run(scenario), unmoved = run(edit::removeMeasure(scenario, about.id));
    if (const auto first = firstDifference(present, unmoved, displayed)) {
        answer.kind = MoveAnswer::Kind::Effect;
        answer.firstEffect = *first;
        return answer;
    }
    for (std::size_t row = 0; row < present.series.size(); ++row)
        if (present.series[row] != unmoved.series[row]) {
            answer.kind = MoveAnswer::Kind::Elsewhere;
            answer.series = row;
            return answer;
        }
    if (writesTheSame(book, measure, edit::lastValue(scenario, about), about.statusQuo)) {
        answer.kind = MoveAnswer::Kind::SameLevers;
        answer.like = about.statusQuo;
        return answer;
    }
    findBlocker(book, scenario, measure, displayed, run, answer);
    return answer;
}

} // namespace chokepoint::why

namespace chokepoint {

MoveAnswer answerMove(const Engine& engine, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed)
{
    return why::answerMove(engine.impl().book, scenario, measure, displayed, [&](const Scenario& s) { return engine.project(s); });
}

bool canAct(const Engine& engine, const Scenario& scenario, std::size_t measure)
{
    return why::canAct(engine.impl().book, scenario, measure, [&](const Scenario& s) { return engine.project(s); });
}

} // namespace chokepoint
