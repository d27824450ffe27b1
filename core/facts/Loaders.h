// The parts of loading the data book that have files of their own, and what they share.
#pragma once

#include "facts/Csv.h"
#include "facts/DataBook.h"
#include "numbers/Unit.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::facts {

inline constexpr std::array<std::string_view, 4> grades{"A", "B", "C", "D"}; // in the order of Grade

/// A field as the value of an enum whose words stand in the order of its values; throws InputError with the words.
template <class Enum, std::size_t N>
Enum enumOf(const CsvTable& table, const CsvRow& row, std::string_view column, const std::array<std::string_view, N>& words)
{
    return static_cast<Enum>(std::ranges::find(words, table.oneOf(row, column, words)) - words.begin());
}

inline Grade gradeOf(const CsvTable& table, const CsvRow& row, std::string_view column)
{
    return enumOf<Grade>(table, row, column, grades);
}

/// "yes" or "no"; throws InputError for anything else.
bool isYes(const CsvTable& table, const CsvRow& row, std::string_view column);

/// Throws InputError that says what a table lacks as a whole; `fault` is a sentence of the messages data_fault.
[[noreturn]] void failTable(const std::string& file, Message fault);

/// A field as a place in a list of the catalogue that `file` gave; throws InputError when the list has no such id.
template <class Entry>
std::size_t placeIn(const std::vector<Entry>& list, std::string_view file, const CsvTable& table, const CsvRow& row,
                    std::string_view column)
{
    const auto& id = table.required(row, column);
    const auto at = std::ranges::find(list, id, &Entry::id);
    if (at == list.end())
        table.fail(row, column, Message("data_fault.not_in_table", {{"table", file}, {"id", id}}));
    return static_cast<std::size_t>(at - list.begin());
}

/// The measure of a row; throws InputError when measures.csv has none of this id.
std::size_t measureRow(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue);

/// A setting of a measure: the id of a level, or a number within its range. Levels must be loaded. Throws InputError.
const std::string& settingIn(const CsvTable& table, const CsvRow& row, std::string_view column, const Measure& measure);

/// Throws InputError when a source is not in sources.csv (which must be loaded).
void requireSources(const CsvTable& table, const CsvRow& row, std::string_view column, const std::vector<std::string>& sources,
                    const Catalogue& catalogue);

/// units.csv, groups.csv, actors.csv and sectors.csv, which the other tables point into. Throws InputError.
void loadLists(const std::filesystem::path& folder, Catalogue& catalogue);

/// The unit of a row, which must stand in units.csv and be one that the equations have for it. Throws InputError.
DataUnit unitOf(const CsvTable& table, const CsvRow& row, const Catalogue& catalogue, const numbers::Unit& inEquations);

/// The colour that a row of series.csv gives, or that of its sector. Throws InputError.
ColourClass colourOf(const CsvTable& table, const CsvRow& row, const Sector& sector);

/// start_page.csv; series must be loaded. Throws InputError.
void loadStartPage(const std::filesystem::path& folder, Catalogue& catalogue);

/// series_menu.csv; series and sectors must be loaded. Throws InputError.
void loadSeriesMenu(const std::filesystem::path& folder, Catalogue& catalogue);

/// phrases.csv; measures and levels must be loaded. Every setting of every measure must have its phrases. Throws InputError.
void loadPhrases(const std::filesystem::path& folder, Catalogue& catalogue);

/// measures.csv, levels.csv, phrases.csv, levers.csv, lever_names.csv and history.csv. Throws InputError.
void loadMeasures(const std::filesystem::path& folder, DataBook& book);

/// timeline.csv. Throws InputError.
void loadEvents(const std::filesystem::path& folder, Catalogue& catalogue);

/// event_marks.csv; measures with their history and events must be loaded. Throws InputError.
void loadEventMarks(const std::filesystem::path& folder, DataBook& book);

/// measure_notes.csv and level_steps.csv; measures, sources and events must be loaded. Throws InputError.
void loadMeasureNotes(const std::filesystem::path& folder, DataBook& book);

/// map_gates.csv, map_nodes.csv and map_edges.csv; measures with their history, series and sources must be loaded. Throws InputError, also
/// for a gate that does not stand by the record as the word beside it says.
void loadSupplyChain(const std::filesystem::path& folder, DataBook& book);

/// products.csv and product_lines.csv; measures, sources and observations must be loaded. Throws InputError.
void loadProducts(const std::filesystem::path& folder, DataBook& book);

/// observations.csv and observation_map.csv; keeps the observations that belong to a series. Throws InputError.
void loadObservations(const std::filesystem::path& folder, Catalogue& catalogue);

} // namespace chokepoint::facts
