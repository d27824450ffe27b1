// Loads the few words in which changes of the record are marked on charts.
#include "facts/Loaders.h"

#include "api/Quarter.h"

#include <algorithm>
#include <array>
#include <map>

namespace chokepoint::facts {
namespace {

/// "hbm_export@2025Q1": the measure and the quarter of a change that history.csv has.
std::pair<std::size_t, int> recordedChange(const CsvTable& table, const CsvRow& row, const std::string& text, const DataBook& book)
{
    const auto at = text.find('@');
    const auto measure = book.catalogue.findMeasure(text.substr(0, at));
    const auto quarter = at == std::string::npos ? std::nullopt : Quarter::parse(text.substr(at + 1));
    const bool isRecorded =
        measure && quarter && quarter->index > 0 && std::ranges::any_of(book.history, [&](const RecordedChange& change) {
            return change.measure == *measure && change.quarter == quarter->index;
        });
    if (!isRecorded)
        table.fail(row, "changes", Message("data_fault.change_not_recorded", {{"text", text}}));
    return {*measure, quarter->index};
}

/// What the record does to a measure before, from a first change on, and behind the last of the mark.
EventMark::Recorded recordedOf(const DataBook& book, std::size_t measure, int first, int last)
{
    EventMark::Recorded recorded{measure, Quarter{first}, {}, {}};
    for (const auto& change : book.history)
        if (change.measure == measure && change.quarter < first)
            recorded.before = change.value;
        else if (change.measure == measure && change.quarter > last)
            recorded.after.push_back({book.catalogue.measures[measure].id, change.value, Quarter{change.quarter}, 1});
    return recorded;
}

} // namespace

void loadEventMarks(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 4> columns{"event", "date", "words", "changes"};
    const CsvTable table(folder / "event_marks.csv", columns);
    for (const auto& row : table.rows()) {
        EventMark mark;
        mark.event = placeIn(book.catalogue.events, "timeline.csv", table, row, "event");
        mark.date = table.required(row, "date");
        if (mark.date.size() != 7 || dateValue(mark.date).kind() != MessageValue::Kind::Message)
            table.fail(row, "date", Message("data_fault.no_month", {{"date", mark.date}}));
        mark.words = table.required(row, "words");
        std::map<std::size_t, std::pair<int, int>> spans; // the first and the last quarter by measure
        for (const auto& text : splitList(table.required(row, "changes"))) {
            const auto [measure, quarter] = recordedChange(table, row, text, book);
            auto& [first, last] = spans.try_emplace(measure, quarter, quarter).first->second;
            first = std::min(first, quarter);
            last = std::max(last, quarter);
        }
        for (const auto& [measure, span] : spans)
            mark.changes.push_back(recordedOf(book, measure, span.first, span.second));
        book.catalogue.eventMarks.push_back(std::move(mark));
    }
}

} // namespace chokepoint::facts
