// The parts of loading the data book that have files of their own, and what they share.
#pragma once

#include "facts/Csv.h"
#include "facts/DataBook.h"

#include <array>
#include <string_view>

namespace chokepoint::facts {

inline constexpr std::array<std::string_view, 4> grades{"A", "B", "C", "D"};

/// Throws InputError when a source is not in sources.csv (which must be loaded).
void requireSources(const CsvTable& table, const CsvRow& row, std::string_view column, const std::vector<std::string>& sources,
                    const Catalogue& catalogue);

/// measures.csv, levels.csv, levers.csv, lever_names.csv and history.csv. Throws InputError.
void loadMeasures(const std::filesystem::path& folder, DataBook& book);

/// timeline.csv. Throws InputError.
void loadEvents(const std::filesystem::path& folder, Catalogue& catalogue);

/// measure_notes.csv and level_steps.csv; measures, sources and events must be loaded. Throws InputError.
void loadMeasureNotes(const std::filesystem::path& folder, DataBook& book);

/// observations.csv and observation_map.csv; keeps the observations that belong to a series. Throws InputError.
void loadObservations(const std::filesystem::path& folder, Catalogue& catalogue);

} // namespace chokepoint::facts
