// Compares scenarios, puts one on another, and finds the form in which equal content is equal.
#include "api/ScenarioEdits.h"

#include "scenario/Content.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace chokepoint::edit {
namespace {

using scenario::ByQuarter;

/// Places of ids in a list of the catalogue; what it does not know stands behind.
class Places {
public:
    template <class T> explicit Places(const std::vector<T>& rows) : m_unknown(rows.size())
    {
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_places.emplace(rows[i].id, i);
    }
    std::size_t of(const std::string& id) const
    {
        const auto found = m_places.find(id);
        return found == m_places.end() ? m_unknown : found->second;
    }

private:
    std::map<std::string, std::size_t> m_places;
    std::size_t m_unknown;
};

/// Ids in the order of the catalogue, unknown ones after them by id.
using InOrder = std::pair<std::size_t, std::string>;

std::map<InOrder, ByQuarter> changesInOrder(const Places& places, const Scenario& scenario)
{
    std::map<std::string, ByQuarter> byId;
    for (const auto& change : scenario.changes)
        byId[change.measure].insert_or_assign(quarterOf(scenario, change), change);
    std::map<InOrder, ByQuarter> changes;
    for (auto& [id, own] : byId)
        changes.emplace(InOrder{places.of(id), id}, std::move(own));
    return changes;
}

std::map<InOrder, Assumption> assumptionsInOrder(const Places& places, const Scenario& scenario)
{
    std::map<InOrder, Assumption> assumptions;
    for (const auto& assumption : scenario.assumptions)
        assumptions.insert_or_assign(InOrder{places.of(assumption.parameter), assumption.parameter}, assumption);
    return assumptions;
}

/// Of a place behind the last the measure is not known: its values are compared as text.
const Measure* measureAt(const Catalogue& catalogue, std::size_t place)
{
    return place < catalogue.measures.size() ? &catalogue.measures[place] : nullptr;
}

std::vector<Change> canonicalChanges(const Measure* measure, const ByQuarter& changes)
{
    auto list = scenario::listed(changes);
    for (auto& change : list)
        change.value = scenario::sameText(measure, change.value);
    return list;
}

Assumption canonicalAssumption(const Assumption& assumption)
{
    using scenario::sameNumber;
    return {assumption.parameter, sameNumber(assumption.value), sameNumber(assumption.low), sameNumber(assumption.high), {}};
}

/// Calls `take` with every key of the two maps, in order, and what each map has for it; nullptr for nothing.
template <class Map, class Take> void eachOfBoth(const Map& first, const Map& second, Take take)
{
    auto a = first.begin(), b = second.begin();
    while (a != first.end() || b != second.end()) {
        const bool isInFirst = a != first.end() && (b == second.end() || !(b->first < a->first));
        const bool isInSecond = b != second.end() && (a == first.end() || !(a->first < b->first));
        take(isInFirst ? a->first : b->first, isInFirst ? &a->second : nullptr, isInSecond ? &b->second : nullptr);
        if (isInFirst)
            ++a;
        if (isInSecond)
            ++b;
    }
}

/// Calls `take` with every measure that one of the two changes, the changes of each, and whether they are the same.
template <class Take> void eachMeasure(const Catalogue& catalogue, const Scenario& a, const Scenario& b, Take take)
{
    const Places places(catalogue.measures);
    const auto compare = [&](const InOrder& key, const ByQuarter* first, const ByQuarter* second) {
        const auto* measure = measureAt(catalogue, key.first);
        const bool isSame = first && second && canonicalChanges(measure, *first) == canonicalChanges(measure, *second);
        take(key, first, second, isSame);
    };
    eachOfBoth(changesInOrder(places, a), changesInOrder(places, b), compare);
}

} // namespace

std::vector<std::size_t> conflicts(const Catalogue& catalogue, const Scenario& a, const Scenario& b)
{
    std::vector<std::size_t> result;
    eachMeasure(catalogue, a, b, [&](const InOrder& key, const ByQuarter* first, const ByQuarter* second, bool isSame) {
        if (first && second && !isSame && key.first < catalogue.measures.size())
            result.push_back(key.first);
    });
    return result;
}

Scenario onTop(Scenario scenario, const Catalogue& catalogue, const Scenario& package, const std::set<std::string>& kept)
{
    std::set<std::string> replaced;
    eachMeasure(catalogue, scenario, package, [&](const InOrder& key, const ByQuarter* mine, const ByQuarter* theirs, bool isSame) {
        if (theirs && !isSame && !(mine && kept.contains(key.second)))
            replaced.insert(key.second);
    });
    std::erase_if(scenario.changes, [&](const Change& change) { return replaced.contains(change.measure); });
    for (const auto& change : package.changes)
        if (replaced.contains(change.measure)) {
            auto& added = scenario.changes.emplace_back(change);
            if (package.start != scenario.start)
                added.from = quarterOf(package, change);
        }
    return scenario;
}

Difference difference(const Catalogue& catalogue, const Scenario& first, const Scenario& second)
{
    Difference result;
    const auto changes = [](const ByQuarter* own) { return own ? scenario::listed(*own) : std::vector<Change>{}; };
    eachMeasure(catalogue, first, second, [&](const InOrder& key, const ByQuarter* a, const ByQuarter* b, bool isSame) {
        if (!isSame)
            result.measures.push_back({key.second, changes(a), changes(b)});
    });
    const Places parameters(catalogue.parameters);
    const auto copy = [](const Assumption* assumption) { return assumption ? std::optional(*assumption) : std::nullopt; };
    eachOfBoth(assumptionsInOrder(parameters, first), assumptionsInOrder(parameters, second),
               [&](const InOrder& key, const Assumption* a, const Assumption* b) {
                   if (!(a && b && canonicalAssumption(*a) == canonicalAssumption(*b)))
                       result.assumptions.push_back({key.second, copy(a), copy(b)});
               });
    if (first.baseline != second.baseline)
        result.baseline.emplace(first.baseline, second.baseline);
    return result;
}

std::vector<MeasureDifference> differingPolicy(const Catalogue& catalogue, const Scenario& first, const Scenario& second)
{
    auto measures = difference(catalogue, first, second).measures;
    std::erase_if(measures, [&](const MeasureDifference& one) {
        const auto place = catalogue.findMeasure(one.measure);
        const auto isLaw = [&](const Change& change) {
            return place && isSameValue(catalogue.measures[*place], change.value, catalogue.measures[*place].statusQuo);
        };
        return std::ranges::all_of(one.first, isLaw) && std::ranges::all_of(one.second, isLaw);
    });
    return measures;
}

Scenario applied(Scenario scenario, const Difference& difference)
{
    std::set<std::string> measures, dropped;
    std::vector<Assumption> set;
    for (const auto& each : difference.measures)
        measures.insert(each.measure);
    for (const auto& each : difference.assumptions)
        each.second ? set.push_back(*each.second) : void(dropped.insert(each.parameter));
    std::erase_if(scenario.changes, [&](const Change& change) { return measures.contains(change.measure); });
    for (const auto& each : difference.measures)
        scenario.changes.insert(scenario.changes.end(), each.second.begin(), each.second.end());
    std::erase_if(scenario.assumptions, [&](const Assumption& assumption) { return dropped.contains(assumption.parameter); });
    scenario = setAssumptions(std::move(scenario), set);
    if (difference.baseline)
        scenario.baseline = difference.baseline->second;
    return scenario;
}

Scenario canonical(const Catalogue& catalogue, const Scenario& scenario)
{
    Scenario result;
    const Places places(catalogue.measures);
    for (const auto& [key, changes] : changesInOrder(places, scenario)) {
        const auto list = canonicalChanges(measureAt(catalogue, key.first), changes);
        result.changes.insert(result.changes.end(), list.begin(), list.end());
    }
    std::ranges::sort(result.changes, {}, [](const Change& change) { return std::tie(change.measure, *change.from); });
    std::map<std::string, Assumption> assumptions;
    for (const auto& assumption : scenario.assumptions)
        assumptions.insert_or_assign(assumption.parameter, canonicalAssumption(assumption));
    for (const auto& [parameter, assumption] : assumptions)
        result.assumptions.push_back(assumption);
    return result;
}

bool hasSameContent(const Catalogue& catalogue, const Scenario& a, const Scenario& b)
{
    return canonical(catalogue, a) == canonical(catalogue, b);
}

} // namespace chokepoint::edit
