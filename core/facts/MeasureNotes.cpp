// Loads the words about the measures: where each stands, what it does, who can undo it, and how hard each of its levels is.
#include "facts/Loaders.h"

#include "api/Quarter.h"

#include <algorithm>
#include <array>

namespace chokepoint::facts {
namespace {

constexpr std::array<std::string_view, 14> noteColumns{"measure",       "status",       "until",        "status_words",  "effect_words",
                                                       "example_date",  "example",      "sources",      "grade",         "undo_who",
                                                       "undo_how_fast", "side_effects", "grade_judged", "related_series"};
constexpr std::array<std::string_view, 4> statuses{"in force", "suspended", "proposed", "hypothetical"}; // in the order of MeasureStatus
constexpr std::array<std::string_view, 3> difficulties{"done before", "announced", "never tried"};     // in the order of Difficulty

bool isDay(const std::string& text)
{
    const auto isNumber = [&](std::size_t from, std::size_t to) {
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !isNumber(0, 4) || !isNumber(5, 7) || !isNumber(8, 10))
        return false;
    const auto month = text.substr(5, 2), day = text.substr(8, 2);
    return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

/// The date of an event of the measure, or a quarter in which its recorded history changes.
bool isInTheRecord(const DataBook& book, std::size_t measure, const std::string& date)
{
    const auto& id = book.catalogue.measures[measure].id;
    const auto quarter = Quarter::parse(date);
    return std::ranges::any_of(book.catalogue.events,
                               [&](const Event& e) { return e.date == date && std::ranges::find(e.measures, id) != e.measures.end(); })
           || std::ranges::any_of(book.history,
                                  [&](const RecordedChange& c) { return c.measure == measure && quarter && c.quarter == quarter->index; });
}

/// The series that a measure of the model moves first; one that counts at the table only moves none.
std::string relatedSeries(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue, bool inModel)
{
    const auto id = table.field(row, "related_series");
    const auto series = catalogue.findSeries(id);
    if (inModel && (!series || catalogue.series[*series].kind == SeriesKind::Category))
        table.fail(row, "related_series", Message("data_fault.no_chart_series", {{"series", id}}));
    if (!inModel && !id.empty())
        table.fail(row, "related_series", Message("data_fault.moves_no_series"));
    return id;
}

void loadNoteRows(const std::filesystem::path& folder, DataBook& book)
{
    const CsvTable table(folder / "measure_notes.csv", noteColumns);
    table.refuseDoubles(std::span(noteColumns).first(1));
    for (const auto& row : table.rows()) {
        const auto at = measureRow(table, row, book.catalogue);
        MeasureNotes notes;
        notes.status = enumOf<MeasureStatus>(table, row, "status", statuses);
        notes.until = table.field(row, "until");
        if (!notes.until.empty() && !isDay(notes.until))
            table.fail(row, "until", Message("data_fault.no_day", {{"date", notes.until}}));
        if (notes.status == MeasureStatus::Suspended && notes.until.empty())
            table.fail(row, "until", Message("data_fault.suspension_without_end"));
        notes.statusWords = table.required(row, "status_words");
        notes.effectWords = table.required(row, "effect_words");
        notes.exampleDate = table.field(row, "example_date");
        if (!notes.exampleDate.empty() && !isInTheRecord(book, at, notes.exampleDate))
            table.fail(row, "example_date",
                       Message("data_fault.date_not_recorded", {{"date", notes.exampleDate}, {"measure", row.fields[0]}}));
        notes.example = table.required(row, "example");
        notes.sources = splitList(table.required(row, "sources"));
        requireSources(table, row, "sources", notes.sources, book.catalogue);
        notes.grade = gradeOf(table, row, "grade");
        notes.undoWho = table.required(row, "undo_who");
        notes.undoHowFast = table.required(row, "undo_how_fast");
        notes.sideEffects = table.required(row, "side_effects");
        notes.gradeOfJudgement = gradeOf(table, row, "grade_judged");
        notes.relatedSeries = relatedSeries(table, row, book.catalogue, book.catalogue.measures[at].inModel);
        book.catalogue.measures[at].notes = std::move(notes);
    }
}

/// Levels, or the marks of a number: the places of the control, each of which must be told of.
std::vector<std::string> placesOf(const Measure& measure)
{
    if (measure.isNumber)
        return measure.marks;
    std::vector<std::string> places;
    for (const auto& level : measure.levels)
        places.push_back(level.id);
    return places;
}

/// The mark must agree with the record: what was in force was done before, and nothing else was unless an event shows it.
void checkDifficulty(const CsvTable& table, const CsvRow& row, const DataBook& book, std::size_t measure, const LevelStep& step)
{
    if (!step.exampleDate.empty()
        && std::ranges::find(book.catalogue.events, step.exampleDate, &Event::date) == book.catalogue.events.end())
        table.fail(row, "example_date", Message("data_fault.no_event_of_date", {{"date", step.exampleDate}}));
    const bool wasInForce =
        book.catalogue.measures[measure].notes->status != MeasureStatus::Hypothetical
        && std::ranges::any_of(book.history, [&](const RecordedChange& c) { return c.measure == measure && c.value == step.value; });
    const bool isDone = step.difficulty == Difficulty::DoneBefore;
    if (isDone && !wasInForce && step.exampleDate.empty())
        table.fail(row, "difficulty", Message("data_fault.never_done"));
    if (!isDone && wasInForce)
        table.fail(row, "difficulty", Message("data_fault.was_in_force"));
}

void loadSteps(const std::filesystem::path& folder, DataBook& book)
{
    constexpr std::array<std::string_view, 5> columns{"measure", "level", "difficulty", "example_date", "who_must_act"};
    const CsvTable table(folder / "level_steps.csv", columns);
    table.refuseDoubles(std::span(columns).first(2));
    for (const auto& row : table.rows()) {
        const auto at = measureRow(table, row, book.catalogue);
        auto& measure = book.catalogue.measures[at];
        if (!measure.notes)
            table.fail(row, "measure", Message("data_fault.not_in_table", {{"table", "measure_notes.csv"}, {"id", measure.id}}));
        auto& steps = measure.notes->steps;
        const auto places = placesOf(measure);
        if (steps.size() >= places.size() || table.required(row, "level") != places[steps.size()])
            table.fail(row, "level", Message("data_fault.not_next_level", {{"level", row.fields[1]}, {"measure", measure.id}}));
        const auto difficulty = enumOf<Difficulty>(table, row, "difficulty", difficulties);
        LevelStep step{row.fields[1], difficulty, table.field(row, "example_date"), table.required(row, "who_must_act")};
        checkDifficulty(table, row, book, at, step);
        steps.push_back(std::move(step));
    }
}

} // namespace

void loadMeasureNotes(const std::filesystem::path& folder, DataBook& book)
{
    loadNoteRows(folder, book);
    loadSteps(folder, book);
    for (const auto& measure : book.catalogue.measures) {
        if (!measure.notes)
            failTable("measure_notes.csv", Message("data_fault.measure_missing", {{"measure", measure.id}}));
        if (measure.notes->steps.size() != placesOf(measure).size())
            failTable("level_steps.csv", Message("data_fault.level_missing", {{"measure", measure.id}}));
    }
}

} // namespace chokepoint::facts
