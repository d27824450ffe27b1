// Questions about one scenario and edits of it.
#include "api/ScenarioEdits.h"

#include "numbers/DecimalText.h"
#include "scenario/Content.h"
#include "policy/Ramp.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace chokepoint::edit {
namespace {

using numbers::DecimalText;
using scenario::ByQuarter;

/// The changes of one measure by their quarters; in each the one that holds.
ByQuarter byQuarter(const Scenario& scenario, std::string_view measure)
{
    ByQuarter changes;
    for (const auto& change : scenario.changes)
        if (change.measure == measure)
            changes.insert_or_assign(quarterOf(scenario, change), change);
    return changes;
}

/// The date that a change is given which is to apply from a quarter.
std::optional<Quarter> dateIn(const Scenario& scenario, Quarter from)
{
    return from == scenario.start ? std::nullopt : std::optional(from);
}

/// Leaves of the changes of one measure in one quarter only the one that holds, and finds it.
std::vector<Change>::iterator onlyIn(Scenario& scenario, std::string_view measure, Quarter from)
{
    const auto applies = [&](const Change& change) { return change.measure == measure && quarterOf(scenario, change) == from; };
    const auto last = std::ranges::find_if(scenario.changes.rbegin(), scenario.changes.rend(), applies);
    if (last == scenario.changes.rend())
        return scenario.changes.end();
    const auto kept = std::prev(last.base());
    const auto first = std::remove_if(scenario.changes.begin(), kept, applies);
    return scenario.changes.erase(first, kept);
}

/// True when the measure would have the same value in every quarter in which this change of it holds, were it taken away.
bool saysNothing(const ByQuarter& changes, ByQuarter::const_iterator at, const Measure& about, std::size_t measure,
                 const RecordedValues& recorded)
{
    const auto& [from, change] = *at;
    if (at != changes.begin()) {
        const auto& [before, earlier] = *std::prev(at);
        const int done = from.index - before.index + (change.over > 1 ? 0 : 1); // a ramp shows where the number stood before it
        return isSameValue(about, earlier.value, change.value) && done >= earlier.over;
    }
    const auto next = std::next(at);
    const int end = next == changes.end() ? quarterCount : next->first.index;
    for (int q = std::max(0, change.over > 1 ? from.index - 1 : from.index); q < end; ++q)
        if (!isSameValue(about, recorded.at(static_cast<std::size_t>(q)).at(measure), change.value))
            return false;
    return true;
}

/// The number in force in a quarter in which the first of the changes applies already.
double numberInForce(const ByQuarter& changes, Quarter quarter, double before)
{
    double old = before, target = before;
    int begin = changes.begin()->first.index, over = 1;
    const auto fromInt = [](int whole) { return static_cast<double>(whole); };
    const auto at = [&](int q) { return policy::ramped(old, target, q - begin + 1, over, fromInt); };
    for (const auto& [from, change] : changes) {
        if (from > quarter)
            break;
        old = from.index == begin ? before : at(from.index - 1);
        target = DecimalText::parse(change.value).value_or(old);
        begin = from.index;
        over = change.over;
    }
    return at(quarter.index);
}

} // namespace

Quarter quarterOf(const Scenario& scenario, const Change& change) { return change.from.value_or(scenario.start); }

std::vector<Change> changesOf(const Scenario& scenario, std::string_view measure) { return scenario::listed(byQuarter(scenario, measure)); }

std::vector<std::string> changedMeasures(const Scenario& scenario)
{
    std::set<std::string> measures;
    for (const auto& change : scenario.changes)
        measures.insert(change.measure);
    return {measures.begin(), measures.end()};
}

std::string lastValue(const Scenario& scenario, const Measure& measure)
{
    const auto changes = byQuarter(scenario, measure.id);
    return changes.empty() ? measure.statusQuo : changes.rbegin()->second.value;
}

std::string valueInForce(const Scenario& scenario, const Catalogue& catalogue, std::size_t measure, Quarter quarter,
                         const RecordedValues& recorded)
{
    const auto record = [&](int q) { return recorded.at(static_cast<std::size_t>(q)).at(measure); };
    const auto& about = catalogue.measures.at(measure);
    const auto byRecord = record(quarter.index);
    const auto changes = byQuarter(scenario, about.id);
    const auto after = changes.upper_bound(quarter);
    if (after == changes.begin())
        return byRecord;
    if (!about.isNumber)
        return std::prev(after)->second.value;
    const auto before = DecimalText::parse(record(std::max(0, changes.begin()->first.index - 1)));
    return DecimalText::shortest(numberInForce(changes, quarter, before.value_or(0)));
}

std::vector<Change> lawHeldFrom(const Catalogue& catalogue, Quarter quarter, const RecordedValues& recorded)
{
    std::vector<Change> law;
    for (std::size_t m = 0; m < catalogue.measures.size(); ++m) {
        const auto& value = recorded.at(static_cast<std::size_t>(quarter.index)).at(m);
        for (int q = quarter.index + 1; q < quarterCount; ++q)
            if (recorded.at(static_cast<std::size_t>(q)).at(m) != value) {
                law.push_back({catalogue.measures[m].id, value, quarter, 1});
                break;
            }
    }
    return law;
}

bool isSameValue(const Measure& measure, std::string_view a, std::string_view b)
{
    return a == b || scenario::sameText(&measure, a) == scenario::sameText(&measure, b);
}

std::vector<std::string> valuesOf(const Measure& measure, std::string_view present)
{
    std::vector<std::string> values;
    if (!measure.isNumber) {
        std::ranges::transform(measure.levels, std::back_inserter(values), &Level::id);
        return values;
    }
    values = measure.marks;
    values.insert(values.end(), {measure.minimum, measure.maximum, measure.statusQuo});
    if (!present.empty())
        values.emplace_back(present);
    const auto number = [](const std::string& text) { return DecimalText::parse(text).value_or(0); };
    std::ranges::stable_sort(values, {}, number);
    const auto doubled = std::ranges::unique(values, {}, number);
    values.erase(doubled.begin(), doubled.end());
    return values;
}

Scenario setValue(Scenario scenario, const Catalogue& catalogue, std::size_t measure, Quarter from, const std::string& value,
                  const RecordedValues& recorded)
{
    const auto& about = catalogue.measures.at(measure);
    scenario = keepValue(std::move(scenario), about, from, value);
    const auto changes = byQuarter(scenario, about.id);
    if (saysNothing(changes, changes.find(from), about, measure, recorded))
        return removeChange(std::move(scenario), about.id, from);
    return scenario;
}

Scenario keepValue(Scenario scenario, const Measure& measure, Quarter from, const std::string& value)
{
    const auto there = onlyIn(scenario, measure.id, from);
    if (there != scenario.changes.end())
        there->value = value;
    else
        scenario.changes.push_back({measure.id, value, dateIn(scenario, from), 1});
    return scenario;
}

Scenario holdFrom(Scenario scenario, std::string_view measure, Quarter from, const std::string& value)
{
    std::erase_if(scenario.changes, [&](const Change& change) { return change.measure == measure && quarterOf(scenario, change) >= from; });
    scenario.changes.push_back({std::string(measure), value, from, 1});
    return scenario;
}

Scenario moveChange(Scenario scenario, std::string_view measure, Quarter from, Quarter to)
{
    if (from == to || !byQuarter(scenario, measure).contains(from))
        return scenario;
    scenario = removeChange(std::move(scenario), measure, to);
    onlyIn(scenario, measure, from)->from = dateIn(scenario, to);
    return scenario;
}

Scenario rampChange(Scenario scenario, std::string_view measure, Quarter from, int over)
{
    if (const auto there = onlyIn(scenario, measure, from); there != scenario.changes.end())
        there->over = over;
    return scenario;
}

Scenario removeChange(Scenario scenario, std::string_view measure, Quarter from)
{
    std::erase_if(scenario.changes, [&](const Change& change) { return change.measure == measure && quarterOf(scenario, change) == from; });
    return scenario;
}

Scenario removeMeasure(Scenario scenario, std::string_view measure)
{
    std::erase_if(scenario.changes, [&](const Change& change) { return change.measure == measure; });
    return scenario;
}

Scenario dated(Scenario scenario)
{
    for (auto& change : scenario.changes)
        change.from = quarterOf(scenario, change);
    scenario.start = defaultStart;
    return scenario;
}

Scenario datedForText(Scenario scenario) { return scenario.start == defaultStart ? scenario : dated(std::move(scenario)); }

const Assumption* findAssumption(const Scenario& scenario, std::string_view parameter)
{
    const auto last = std::ranges::find(scenario.assumptions.rbegin(), scenario.assumptions.rend(), parameter, &Assumption::parameter);
    return last == scenario.assumptions.rend() ? nullptr : &*last;
}

Scenario setAssumptions(Scenario scenario, std::span<const Assumption> assumptions)
{
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < scenario.assumptions.size(); ++i)
        places[scenario.assumptions[i].parameter] = i;
    for (const auto& assumption : assumptions) {
        const auto [place, isNew] = places.try_emplace(assumption.parameter, scenario.assumptions.size());
        if (isNew)
            scenario.assumptions.push_back(assumption);
        else
            scenario.assumptions[place->second] = assumption;
    }
    return scenario;
}

Scenario dropAssumption(Scenario scenario, std::string_view parameter)
{
    std::erase_if(scenario.assumptions, [&](const Assumption& assumption) { return assumption.parameter == parameter; });
    return scenario;
}

} // namespace chokepoint::edit
