// Builds schedules and refuses changes that the data book does not allow.
#include "policy/MeasureSchedule.h"

#include "api/InputError.h"
#include "api/MeasureWords.h"
#include "numbers/DecimalText.h"

#include <algorithm>

namespace chokepoint::policy {
namespace {

using numbers::DecimalText;

MessageList idsOf(const std::vector<Level>& levels)
{
    MessageList list{{}, MessageList::Joint::Comma};
    for (const auto& level : levels)
        list.items.emplace_back(level.id);
    return list;
}

Place placeOf(const std::string& measure, const char* field = "")
{
    return {.field = field, .thing = Message("place.measure", {{"measure", measure}})};
}

std::size_t requireMeasure(const Catalogue& catalogue, const std::string& id)
{
    const auto at = catalogue.findMeasure(id);
    if (!at)
        throw InputError(Refusal("unknown_measure", {{"id", id}}, placeOf(id)));
    return *at;
}

ScheduledChange checkedLevel(const Measure& measure, const Change& change)
{
    const auto level = std::ranges::find(measure.levels, change.value, &Level::id);
    if (level == measure.levels.end())
        throw InputError(Refusal("unknown_level",
                                 {{"value", change.value}, {"measure", measure.shortName}, {"levels", idsOf(measure.levels)}},
                                 placeOf(measure.id)));
    if (change.over != 1)
        throw InputError(Refusal("level_cannot_ramp", placeOf(measure.id, "over")));
    return {.quarter = 0, .level = static_cast<std::size_t>(level - measure.levels.begin()), .number = {}, .over = 1};
}

ScheduledChange checkedNumber(const Measure& measure, const Change& change)
{
    const auto number = DecimalText::parse(change.value);
    if (!number)
        throw InputError(Refusal("measure_takes_number",
                                 {{"value", change.value},
                                  {"measure", measure.shortName},
                                  {"range", words::rangeOf(measure)}},
                                 placeOf(measure.id)));
    if (*number < DecimalText::toDouble(measure.minimum) || *number > DecimalText::toDouble(measure.maximum))
        throw InputError(Refusal("measure_out_of_range",
                                 {{"value", Digits{change.value}},
                                  {"measure", measure.shortName},
                                  {"range", words::rangeOf(measure)}},
                                 placeOf(measure.id)));
    if (change.over < 1 || change.over > quarterCount)
        throw InputError(Refusal("ramp_out_of_range", {{"quarters", change.over}, {"most", quarterCount}}, placeOf(measure.id, "over")));
    return {.quarter = 0, .level = 0, .number = change.value, .over = change.over};
}

ScheduledChange checked(const Measure& measure, const Change& change, Quarter start)
{
    const Quarter from = change.from.value_or(start);
    if (from.index < 0 || from.index >= quarterCount)
        throw InputError(Refusal("change_out_of_time", placeOf(measure.id, "from")));
    auto result = measure.isNumber ? checkedNumber(measure, change) : checkedLevel(measure, change);
    result.quarter = from.index;
    return result;
}

} // namespace

MeasureSchedule recordedSchedule(const facts::DataBook& book)
{
    MeasureSchedule schedule(book.catalogue.measures.size());
    for (const auto& entry : book.history) {
        const auto& measure = book.catalogue.measures[entry.measure];
        schedule[entry.measure].push_back(checked(measure, {measure.id, entry.value, Quarter{entry.quarter}, 1}, defaultStart));
    }
    return schedule;
}

std::vector<bool> namedMeasures(const facts::DataBook& book, const Scenario& scenario)
{
    std::vector<bool> named(book.catalogue.measures.size());
    for (const auto& change : scenario.changes)
        named[requireMeasure(book.catalogue, change.measure)] = true;
    return named;
}

MeasureSchedule scheduleOf(const facts::DataBook& book, const MeasureSchedule& recorded, const Scenario& scenario)
{
    if (scenario.changes.size() > mostChanges)
        throw InputError(Refusal("too_many_changes", {{"changes", scenario.changes.size()}, {"most", mostChanges}},
                                 {.thing = Message("place.scenario", {{"id", scenario.id}})}));
    const auto& measures = book.catalogue.measures;
    std::vector<std::vector<ScheduledChange>> own(measures.size());
    for (const auto& change : scenario.changes) {
        const auto at = requireMeasure(book.catalogue, change.measure);
        own[at].push_back(checked(measures[at], change, scenario.start));
    }
    MeasureSchedule schedule = recorded;
    for (std::size_t m = 0; m < own.size(); ++m) {
        if (own[m].empty())
            continue;
        std::ranges::stable_sort(own[m], {}, &ScheduledChange::quarter);
        const int first = own[m].front().quarter;
        auto& all = schedule[m];
        // the record of 2022Q1 stays as the number from which a ramp at the very start would rise
        std::erase_if(all, [&](const ScheduledChange& c) { return c.quarter >= first && c.quarter > 0; });
        for (auto& change : own[m]) {
            if (all.size() > 1 && all.back().quarter == change.quarter)
                all.pop_back();
            all.push_back(std::move(change));
        }
    }
    return schedule;
}

} // namespace chokepoint::policy
