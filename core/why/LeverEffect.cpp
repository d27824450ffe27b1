// Finds out whether a change has an effect and what stands in its way.
#include "why/LeverEffect.h"

#include "api/InputError.h"

#include <algorithm>

namespace chokepoint::why {
namespace {

Scenario without(Scenario scenario, const std::string& measure)
{
    std::erase_if(scenario.changes, [&](const Change& c) { return c.measure == measure; });
    return scenario;
}

Scenario with(Scenario scenario, const std::string& measure, const std::string& value, Quarter from)
{
    scenario = without(std::move(scenario), measure);
    scenario.changes.push_back({measure, value, from, 1});
    return scenario;
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

std::vector<std::string> valuesOf(const Measure& measure)
{
    std::vector<std::string> values;
    for (const auto& level : measure.levels)
        values.push_back(level.id);
    if (measure.isNumber) {
        values = measure.marks;
        values.insert(values.end(), {measure.minimum, measure.maximum});
    }
    return values;
}

/// The value of a measure that a scenario sets last, else its status quo.
std::string valueIn(const Scenario& scenario, const Measure& measure, Quarter start)
{
    std::string value = measure.statusQuo;
    Quarter latest{-1};
    for (const auto& change : scenario.changes)
        if (change.measure == measure.id && change.from.value_or(start) >= latest) {
            latest = change.from.value_or(start);
            value = change.value;
        }
    return value;
}

bool writesTheSame(const facts::DataBook& book, std::size_t measure, const std::string& a, const std::string& b)
{
    const auto& levels = book.catalogue.measures[measure].levels;
    const auto place = [&](const std::string& id) { return static_cast<std::size_t>(std::ranges::find(levels, id, &Level::id) - levels.begin()); };
    return !levels.empty() && book.actions[measure].levels[place(a)] == book.actions[measure].levels[place(b)];
}

/// Looks for another measure that, moved, lets the change have an effect.
void findBlocker(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed,
                 const Runner& run, Quarter start, MoveAnswer& answer)
{
    const auto& measures = book.catalogue.measures;
    for (std::size_t other = 0; other < measures.size(); ++other) {
        if (other == measure || !measures[other].inModel)
            continue;
        const auto now = valueIn(scenario, measures[other], start);
        for (const auto& value : valuesOf(measures[other])) {
            if (value == now)
                continue;
            const auto freed = with(scenario, measures[other].id, value, answer.from);
            if (!firstDifference(run(freed), run(without(freed, measures[measure].id)), displayed))
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

bool canAct(const facts::DataBook& book, const Scenario& scenario, Quarter start, std::size_t measure, const Runner& run)
{
    const auto& about = book.catalogue.measures[measure];
    const auto present = run(scenario);
    for (const auto& value : valuesOf(about)) {
        if (value == valueIn(scenario, about, start))
            continue;
        const auto moved = run(with(scenario, about.id, value, start));
        if (moved.series != present.series)
            return true;
    }
    return false;
}

MoveAnswer answerMove(const facts::DataBook& book, const Scenario& scenario, Quarter start, std::size_t measure,
                      const std::vector<std::size_t>& displayed, const Runner& run)
{
    const auto& about = book.catalogue.measures[measure];
    MoveAnswer answer;
    bool isChanged = false;
    for (const auto& change : scenario.changes) {
        if (change.measure != about.id)
            continue;
        const auto from = change.from.value_or(start);
        answer.from = isChanged ? std::min(answer.from, from) : from;
        isChanged = true;
    }
    if (!isChanged)
        return answer;
    if (!about.inModel) {
        answer.kind = MoveAnswer::Kind::TableOnly;
        return answer;
    }
    const auto present = run(scenario), unmoved = run(without(scenario, about.id));
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
    if (writesTheSame(book, measure, valueIn(scenario, about, start), about.statusQuo)) {
        answer.kind = MoveAnswer::Kind::SameLevers;
        answer.like = about.statusQuo;
        return answer;
    }
    findBlocker(book, scenario, measure, displayed, run, start, answer);
    return answer;
}

} // namespace chokepoint::why
