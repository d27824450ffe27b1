// The tables of the two bargaining games and of reaction rules, and what their readers share.
#pragma once

#include "api/BargainModel.h"
#include "api/Catalogue.h"
#include "api/Reactions.h"
#include "facts/Csv.h"

#include <array>
#include <filesystem>
#include <string_view>

namespace chokepoint::facts {

inline constexpr std::array<std::string_view, 3> movers{"us", "china", "both"}; // in the order of bargain::Mover

/// A field from 0 to `most` as so many `parts` of one, which must be a whole number. Throws InputError.
int wholeNumberIn(const CsvTable& table, const CsvRow& row, std::string_view column, int most, int parts = 1);

/// scored_issues.csv and scored_levels.csv; measures must be loaded. Throws InputError.
bargain::ScoredGame loadScoredGame(const std::filesystem::path& folder, const Catalogue& catalogue);

/// bargain_outcomes.csv, bargain_weightings.csv, bargain_weights.csv, bargain_vetoes.csv, bargain_issues.csv and bargain_levels.csv;
/// series, measures and sources must be loaded. Throws InputError.
bargain::GameTables loadModelGame(const std::filesystem::path& folder, const Catalogue& catalogue);

/// reactions.csv; measures, events and sources must be loaded. Throws InputError.
std::vector<ReactionRule> loadReactions(const std::filesystem::path& folder, const Catalogue& catalogue);

} // namespace chokepoint::facts
