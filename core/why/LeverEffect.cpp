// Finds out whether a change has an effect and what stands in its way.
#include "api/MoveAnswer.h"
#include "api/Projection.h"
#include "api/ScenarioEdits.h"
#include "run/Case.h"
#include "why/LeverEffect.h"

#include <algorithm>
#include <cmath>

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

/// True when none of the series differs by as much as is shown as a change.
bool isSlight(const Projection& a, const Projection& b, const std::vector<std::size_t>& series)
{
    constexpr double shown = 0.0005; // less reads "less than 0.1%"
    for (const auto row : series)
        for (int q = 0; q < quarterCount; ++q) {
            const double x = a.at(row, Quarter{q}), y = b.at(row, Quarter{q});
            if (std::fabs(x - y) >= shown * std::max(std::fabs(x), std::fabs(y)) && x != y)
                return false;
        }
    return true;
}

bool writesTheSame(const facts::DataBook& book, std::size_t measure, const std::string& a, const std::string& b)
{
    const auto& levels = book.catalogue.measures[measure].levels;
    const auto place = [&](const std::string& id) {
        return static_cast<std::size_t>(std::ranges::find(levels, id, &Level::id) - levels.begin());
    };
    return !levels.empty() && book.actions[measure].levels[place(a)] == book.actions[measure].levels[place(b)];
}

/// The measures that may be in the way, the likeliest first: what stands above or below it, its own group, the others.
std::vector<std::size_t> likelyBlockers(const std::vector<Measure>& measures, std::size_t measure)
{
    const auto& about = measures[measure];
    std::vector<std::size_t> places;
    for (std::size_t other = 0; other < measures.size(); ++other)
        if (other != measure && measures[other].inModel)
            places.push_back(other);
    std::ranges::stable_sort(places, {}, [&](std::size_t other) {
        return about.parent == other || measures[other].parent == measure ? 0 : measures[other].group == about.group ? 1 : 2;
    });
    return places;
}

/// The other values of a measure, the nearest to the present one first: a small step frees as well as a large one, and is sooner believed.
std::vector<std::string> nearestValues(const Measure& measure, const std::string& now)
{
    const auto values = edit::valuesOf(measure, now);
    const auto at = std::ranges::find_if(values, [&](const std::string& value) { return edit::isSameValue(measure, value, now); });
    const auto place = at - values.begin(), size = std::ssize(values);
    std::vector<std::string> nearest;
    for (std::ptrdiff_t distance = 1; distance <= size; ++distance)
        for (const auto other : {place - distance, place + distance})
            if (other >= 0 && other < size)
                nearest.push_back(values[static_cast<std::size_t>(other)]);
    return nearest;
}

/// Looks for another measure that, moved, lets the change have an effect; false when there is none.
bool findBlocker(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed,
                 const Runner& run, MoveAnswer& answer)
{
    const auto& measures = book.catalogue.measures;
    for (const auto other : likelyBlockers(measures, measure)) {
        const auto now = edit::lastValue(scenario, measures[other]);
        for (const auto& value : nearestValues(measures[other], now)) {
            const auto freed = held(scenario, measures[other].id, answer.from, value);
            if (!firstDifference(run(freed), run(edit::removeMeasure(freed, measures[measure].id)), displayed))
                continue;
            answer.kind = MoveAnswer::Kind::Blocked;
            answer.blocker = other;
            answer.blockerValue = now;
            answer.freeingValue = value;
            return true;
        }
    }
    return false;
}

/// What the change moves though nothing that is displayed: a headline series or that of the measure's notes, if one of them moves. Nothing
/// may be found.
void tellElsewhere(const Catalogue& catalogue, const Measure& about, const Projection& present, const Projection& unmoved,
                   MoveAnswer& answer)
{
    std::vector<std::size_t> moved;
    for (std::size_t row = 0; row < present.series.size(); ++row)
        if (present.series[row] != unmoved.series[row] && catalogue.series[row].kind != SeriesKind::Category)
            moved.push_back(row);
    answer.kind = moved.empty() ? MoveAnswer::Kind::NotFound : MoveAnswer::Kind::Elsewhere;
    if (moved.empty())
        return;
    const auto isTelling = [&](std::size_t row) {
        const auto& id = catalogue.series[row].id;
        return std::ranges::find(catalogue.cards, id, &StartPlace::series) != catalogue.cards.end()
            || (about.notes && about.notes->relatedSeries == id);
    };
    const auto telling = std::ranges::find_if(moved, isTelling);
    answer.series = telling == moved.end() ? moved.front() : *telling;
    answer.others = moved.size() - 1;
}

/// Whether the change moves what one of the inputs of Chinese chips allows while another is the bottleneck in all those quarters.
bool isBound(const Catalogue& catalogue, const Projection& present, const Projection& unmoved, MoveAnswer& answer)
{
    const auto output = *catalogue.findSeries("accel.dies"), binding = *catalogue.findSeries("accel.binding");
    if (!isSlight(present, unmoved, {output}))
        return false;
    double most = 0;
    for (std::size_t row = 0; row < catalogue.series.size(); ++row) {
        if (!catalogue.series[row].limitBy)
            continue;
        double moved = 0;
        std::optional<Quarter> first;
        for (int q = 0; q < quarterCount; ++q) {
            const double before = unmoved.at(row, Quarter{q}), after = present.at(row, Quarter{q});
            if (after == before)
                continue;
            if (static_cast<BindingInput>(static_cast<int>(present.at(binding, Quarter{q}))) == catalogue.series[row].limitBy)
                return false; // its own input is the bottleneck there, so something else must hold output
            first = first.value_or(Quarter{q});
            moved = std::max(moved, std::fabs(after / before - 1));
        }
        if (first && moved > most) {
            most = moved;
            answer.own = *catalogue.series[row].limitBy;
            answer.boundFrom = *first;
            answer.bottleneck = static_cast<BindingInput>(static_cast<int>(present.at(binding, *first)));
        }
    }
    return most > 0;
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

MoveAnswer answerMove(const facts::DataBook& book, const Scenario& scenario, std::size_t measure, const std::vector<std::size_t>& displayed,
                      const Runner& run)
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
    const auto first = firstDifference(present, unmoved, displayed);
    answer.isSlight = first && isSlight(present, unmoved, displayed);
    if ((!first || answer.isSlight) && isBound(book.catalogue, present, unmoved, answer)) {
        answer.kind = MoveAnswer::Kind::Bound;
        return answer;
    }
    if (first) {
        answer.kind = MoveAnswer::Kind::Effect;
        answer.firstEffect = *first;
        return answer;
    }
    if (writesTheSame(book, measure, edit::lastValue(scenario, about), about.statusQuo)) {
        answer.kind = MoveAnswer::Kind::SameLevers;
        answer.like = about.statusQuo;
        return answer;
    }
    if (!findBlocker(book, scenario, measure, displayed, run, answer))
        tellElsewhere(book.catalogue, about, present, unmoved, answer);
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
