// The data book in memory: the catalogue for people, and the texts of numbers from which any arithmetic builds its inputs.
#pragma once

#include "api/Catalogue.h"
#include "api/Products.h"
#include "api/SupplyMap.h"
#include "model/Paths.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint::facts {

/// One exogenous path as decimal text.
struct PathText {
    bool isLogarithmic = false; ///< linear in the logarithm between knots
    std::vector<std::pair<std::string, std::string>> knots; ///< (year, value), years rising
};

/// What a level writes: (row of model::leverTable, decimal text).
using LeverTexts = std::vector<std::pair<std::size_t, std::string>>;

/// How one measure acts on levers.
struct MeasureAction {
    std::vector<LeverTexts> levels;   ///< by level; empty for a number or a measure that matters at the table only
    std::optional<std::size_t> lever; ///< of a number: the lever it writes
};

/// A recorded change of a measure.
struct RecordedChange {
    int quarter = 0;
    std::size_t measure = 0;
    std::string value; ///< level id or decimal text
};

struct DataBook {
    Catalogue catalogue;
    std::vector<std::size_t> parameterRows; ///< by row of model::parameterTable: the place in catalogue.parameters
    std::vector<PathText> paths;            ///< by row of model::pathTable
    std::vector<MeasureAction> actions;     ///< by catalogue.measures
    std::vector<RecordedChange> history;    ///< in order of time; every measure has an entry for 2022Q1
    SupplyChain supply;
    ProductBook products;
};

/// start_presets.csv, once the presets are there. Throws InputError for a preset that is not among them.
void loadStartPresets(const std::filesystem::path& folder, Catalogue& catalogue);

/// Reads every table of `folder`. Throws InputError naming file, line and field for missing, doubled or malformed rows,
/// unknown ids or units and values out of range. Presets are read elsewhere
/// (scenario::loadPresets), and after them start_presets.csv.
DataBook loadDataBook(const std::filesystem::path& folder);

} // namespace chokepoint::facts
