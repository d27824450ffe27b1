// What is in force by the record and in a scenario, and the law of a quarter held forward.
#include "api/LawAsOf.h"

#include "numbers/DecimalText.h"
#include "run/Case.h"

#include <set>

namespace chokepoint {
namespace {

std::string valueIn(const Measure& measure, const std::vector<policy::ScheduledChange>& changes, std::size_t quarter)
{
    return measure.isNumber ? numbers::DecimalText::shortest(policy::numbersInForce<double>(changes)[quarter])
                            : measure.levels[policy::levelsInForce(changes)[quarter]].id;
}

} // namespace

std::vector<std::string> inForce(const Engine& engine, const Scenario& scenario, Quarter quarter)
{
    const auto schedule = policy::scheduleOf(engine.impl().book, engine.impl().recorded, scenario);
    const auto& measures = engine.catalogue().measures;
    std::vector<std::string> result;
    for (std::size_t m = 0; m < measures.size(); ++m)
        result.push_back(valueIn(measures[m], schedule[m], static_cast<std::size_t>(quarter.index)));
    return result;
}

edit::RecordedValues recordedValues(const Engine& engine)
{
    edit::RecordedValues values(quarterCount);
    const auto& measures = engine.catalogue().measures;
    for (std::size_t q = 0; q < values.size(); ++q)
        for (std::size_t m = 0; m < measures.size(); ++m)
            values[q].push_back(valueIn(measures[m], engine.impl().recorded[m], q));
    return values;
}

Scenario lawAsOf(const Engine& engine, Quarter quarter)
{
    Scenario law;
    law.id = "law_as_of_" + quarter.text();
    law.title = "Law as of " + quarter.text().substr(0, 4) + " " + quarter.text().substr(4);
    law.description = "What the record says was in force in this quarter, held from then on: nothing that came later happens.";
    law.changes = edit::lawHeldFrom(engine.catalogue(), quarter, recordedValues(engine));
    return law;
}

std::vector<Quarter> lawDatesOf(const Engine& engine)
{
    std::set<Quarter> dates;
    for (const auto& changes : engine.impl().recorded)
        for (const auto& change : changes)
            dates.insert(Quarter{change.quarter});
    return {dates.begin(), dates.end()};
}

} // namespace chokepoint
