// Lifts the changes of the record one event at a time.
#include "api/EventEffects.h"

#include "api/Projection.h"
#include "api/Scenario.h"
#include "run/EngineImpl.h"

#include <algorithm>
#include <cmath>

namespace chokepoint {
namespace {

constexpr std::size_t toldFor = 12; ///< quarters after the change: what happens later has other reasons too

/// The record without the changes of a mark.
Scenario without(const Catalogue& catalogue, const EventMark& mark)
{
    Scenario scenario;
    for (const auto& recorded : mark.changes) {
        scenario.changes.push_back({catalogue.measures[recorded.measure].id, recorded.before, recorded.from, 1});
        scenario.changes.insert(scenario.changes.end(), recorded.after.begin(), recorded.after.end());
    }
    return scenario;
}

double largestShare(const SeriesValues& with, const SeriesValues& without, Quarter from)
{
    double share = 0;
    const auto begin = static_cast<std::size_t>(from.index), end = std::min(begin + toldFor, with.size());
    for (auto q = begin; q < end; ++q)
        if (const double larger = std::max(std::fabs(with[q]), std::fabs(without[q])); larger > 0)
            share = std::max(share, std::min(std::fabs(with[q] - without[q]) / larger, 1.0));
    return share;
}

std::vector<std::vector<double>> effectsOf(const Engine& engine)
{
    const auto& catalogue = engine.catalogue();
    const auto record = engine.project({});
    std::vector<std::vector<double>> effects;
    for (const auto& mark : catalogue.eventMarks) {
        const auto lifted = engine.project(without(catalogue, mark));
        const auto from = std::ranges::min(mark.changes, {}, &EventMark::Recorded::from).from;
        auto& row = effects.emplace_back(catalogue.series.size());
        for (std::size_t s = 0; s < row.size(); ++s)
            if (catalogue.series[s].kind != SeriesKind::Category)
                row[s] = largestShare(record.series[s], lifted.series[s], from);
    }
    return effects;
}

} // namespace

const std::vector<std::vector<double>>& eventEffectsOf(const Engine& engine)
{
    const auto& kept = engine.impl().effects;
    std::call_once(kept.isKnown, [&] { kept.ofMarks = effectsOf(engine); });
    return kept.ofMarks;
}

} // namespace chokepoint
