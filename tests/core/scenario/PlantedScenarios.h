// A small catalogue, its record and scenarios over it, with known answers.
#pragma once

#include "api/LawAsOf.h"
#include "TestData.h"

#include "api/ScenarioEdits.h"

#include <random>

namespace chokepoint::test {

/// Two measures of levels and one of a number; the record changes "fence" and "budget" in 2026Q3.
inline Catalogue plantedCatalogue()
{
    Catalogue catalogue;
    const auto add = [&](const char* id, std::vector<const char*> levels, const char* statusQuo) {
        auto& measure = catalogue.measures.emplace_back();
        measure.id = id;
        measure.statusQuo = statusQuo;
        for (const char* level : levels)
            measure.levels.push_back({level, level, level});
        return &measure;
    };
    add("gate", {"open", "narrow", "shut"}, "narrow");
    add("fence", {"low", "high"}, "high");
    auto* budget = add("budget", {}, "10");
    budget->isNumber = true;
    budget->minimum = "0";
    budget->maximum = "100";
    budget->marks = {"50", "20", "10.0"};
    for (const char* id : {"z.first", "a.second"}) // not in the order of their ids
        catalogue.parameters.emplace_back().id = id;
    return catalogue;
}

inline constexpr std::size_t gate = 0, fence = 1, budget = 2;

inline edit::RecordedValues plantedRecord()
{
    edit::RecordedValues recorded;
    for (int q = 0; q < quarterCount; ++q)
        recorded.push_back({"narrow", q < quarter("2026Q3").index ? "low" : "high", q < quarter("2026Q3").index ? "8" : "10"});
    return recorded;
}

inline Scenario with(std::vector<Change> changes, Quarter start = defaultStart)
{
    Scenario scenario;
    scenario.id = "planted";
    scenario.title = "Planted";
    scenario.changes = std::move(changes);
    scenario.start = start;
    return scenario;
}

inline Change at(const char* measure, const char* value, const char* from, int over = 1) { return {measure, value, quarter(from), over}; }
inline Change undated(const char* measure, const char* value, int over = 1) { return {measure, value, {}, over}; }

/// A scenario of some changes and assumptions, doubles among them.
inline Scenario randomScenario(std::mt19937& random)
{
    const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const std::vector<std::vector<const char*>> values{{"open", "narrow", "shut"}, {"low", "high"}, {"10", "10.0", "40"}};
    const std::vector<const char*> measures{"gate", "fence", "budget"};
    Scenario scenario = with({}, Quarter{pick(quarterCount)});
    for (int i = pick(6); i > 0; --i) {
        const auto m = static_cast<std::size_t>(pick(3));
        const auto& own = values[m];
        scenario.changes.push_back({measures[m], own[static_cast<std::size_t>(pick(static_cast<int>(own.size())))],
                                    pick(3) ? std::optional(Quarter{pick(8) * 4}) : std::nullopt, m == budget ? 1 + pick(6) : 1});
    }
    for (int i = pick(3); i > 0; --i)
        scenario.assumptions.push_back({pick(2) ? "z.first" : "a.second", pick(2) ? "1" : "2", {}, {}, pick(2) ? "because" : ""});
    scenario.baseline = pick(2) ? "one" : "other";
    return scenario;
}

} // namespace chokepoint::test
