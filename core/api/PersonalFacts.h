// Facts of a person's own: figures read from a table, held against the model with the same words as the backtest.
#pragma once

#include "api/Backtest.h"
#include "api/Scenario.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint {

class Language;

/// Largest table of facts that is read, in bytes; most facts in it, and most different packages that they are about.
inline constexpr std::size_t largestFactsFile = 1 << 20, mostFacts = 500, mostFactPackages = 40;

/// A figure of a series in a period. Values are in the unit in which the series is shown (words::displayUnit); a rate of a quarter is per
/// year, as it is shown.
struct PersonalFact {
    std::string series;        ///< id
    std::string period;        ///< as it was written: "2026", "2026Q2", "2025-12", "end-2026"
    double begin = 0, end = 0; ///< in years: a year, a quarter (a month stands for the quarter that holds it), or equal for a date
    double value = 0;
    std::optional<double> low, high;
    std::string discrepancy;   ///< id of a class; empty: that of the series
    std::string source;        ///< in words; may be empty
    /// None: a level of whatever scenario the facts are held against. One: a level of this scenario. Two: the first less the second.
    std::vector<Scenario> packages;
    friend bool operator==(const PersonalFact&, const PersonalFact&) = default;

    bool isDifference() const { return packages.size() == 2; }
    /// Where it stands on a time axis.
    double time() const { return (begin + end) / 2; }
};

/// Reads a table with the columns series, period and value, and, if they are there, low, high, class, source, scenario and baseline, in any
/// order; empty lines and lines that begin with "#" are passed over. `place` names the table in messages, and scenario files are looked for
/// from `folder`. Scenario and baseline are ids of presets or names of scenario files. Throws InputError with the line and the column.
///
/// A table whose first line names the columns model, scenario, region, variable and unit is read in the IAMC format instead, with a column
/// for each year or with the columns year and value: each value is a level of a year, with model and scenario as its source. Variables are
/// ids or names of series or as iamcVariable() has them; units must be those in which `language` shows the series.
std::vector<PersonalFact> readFacts(const Engine& engine, const Language& language, const std::string& text, const std::string& place,
                                    const std::filesystem::path& folder);

/// The same from a file, beside which scenario files are looked for. Also throws InputError when it cannot be read, is too large or is not
/// UTF-8.
std::vector<PersonalFact> readFactsFile(const Engine& engine, const Language& language, const std::filesystem::path& file);

/// The facts (at least one) against the model, misses first; BacktestRow::observations names a place in `facts`. Levels are of `scenario`
/// unless the fact names its own, and in all packages the assumptions of `scenario` hold, also instead of those of a file. Levels are held
/// against the band of levels, differences against that of the runs, of which each is a difference under the same draw. Numbers of the
/// rows are in the units of the series. Throws as backtestOf() does.
Backtest judgedFacts(const Engine& engine, const Scenario& scenario, const std::vector<PersonalFact>& facts,
                     const BacktestRequest& request);

} // namespace chokepoint
