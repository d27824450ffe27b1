// Reads the recorded schedule up to a quarter.
#include "scenario/LawAsOf.h"

#include <set>

namespace chokepoint::scenario {

Scenario lawAsOf(const facts::DataBook& book, const policy::MeasureSchedule& recorded, Quarter quarter)
{
    Scenario law;
    law.id = "law_as_of_" + quarter.text();
    law.title = "Law as of " + quarter.text().substr(0, 4) + " " + quarter.text().substr(4);
    law.description = "What the record says was in force in this quarter, held from then on: nothing that came later happens.";
    for (std::size_t m = 0; m < recorded.size(); ++m) {
        if (recorded[m].back().quarter <= quarter.index)
            continue;
        const auto& measure = book.catalogue.measures[m];
        const policy::ScheduledChange* last = &recorded[m].front();
        for (const auto& change : recorded[m])
            if (change.quarter <= quarter.index)
                last = &change;
        law.changes.push_back({measure.id, measure.isNumber ? last->number : measure.levels[last->level].id, quarter, 1});
    }
    return law;
}

std::vector<Quarter> lawDates(const policy::MeasureSchedule& recorded)
{
    std::set<Quarter> dates;
    for (const auto& changes : recorded)
        for (const auto& change : changes)
            dates.insert(Quarter{change.quarter});
    return {dates.begin(), dates.end()};
}

} // namespace chokepoint::scenario
