// Lays the texts of another language over those of the data book. Ids, numbers and everything that the equations read stay as they are.
#pragma once

#include "api/BargainModel.h"
#include "api/Catalogue.h"
#include "api/Claims.h"
#include "api/Overlay.h"
#include "api/Reactions.h"
#include "api/SupplyMap.h"

#include <filesystem>
#include <string>
#include <vector>

namespace chokepoint::facts {

/// A text of the data book that an overlay may give in another language. None is empty.
struct DataText {
    std::string table;                ///< the name of the file, without its ending
    std::string key;                  ///< what names the row: an id, or several with a slash between them
    std::string column;               ///< as the header of the table names it
    std::vector<std::string*> places; ///< every place in memory that holds it; the first is the text
};

/// Every text of the data book that is translated, in the order of tables and rows; the pointers are good as long as the lists of the
/// three are not changed. Titles of presets and sets of assumptions, which no table holds, go by the names "presets" and "assumptions". Not
/// translated: sources, observations and reasons of correlations.
std::vector<DataText> textsOf(Catalogue& catalogue, std::vector<Claim>& claims, SupplyChain& supply);

/// The tables of negotiation that have texts.
struct GameTexts {
    bargain::ScoredGame& scored;
    bargain::GameTables& model;
    std::vector<ReactionRule>& reactions;
};
/// The same of them.
std::vector<DataText> textsOf(const GameTexts& games);

/// Puts the texts of `folder` in place of the English ones: files TABLE.csv with the columns key, column, text and digest (textDigest()
/// of the English text). A text that has no line stays English, and so does one whose line is stale; the stale lines come back, by table
/// and line. Throws InputError with file, line and field for a missing folder, an unknown table, key or column, a doubled line, an
/// empty text and a digest that is none.
std::vector<StaleText> overlay(Catalogue& catalogue, std::vector<Claim>& claims, SupplyChain& supply, const GameTexts& games,
                              const std::filesystem::path& folder);

} // namespace chokepoint::facts
