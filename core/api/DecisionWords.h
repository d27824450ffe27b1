// Words for choosing among packages: regret, which unknown is worth resolving, and what one more unit of an input adds.
#pragma once

#include "api/Catalogue.h"
#include "api/Decisions.h"
#include "api/Language.h"
#include "api/Sensitivity.h"
#include "api/UnitWords.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::words {

/// "million GB of HBM a year", "million dies a year", "million packages a year".
Message unitOfInput(ScarceInput input);

/// The regret of packages as a table, in the order given; `sets`: names of the sets of assumptions, as in Regret::underAssumptions.
std::string regretTable(const Catalogue& catalogue, const std::vector<std::string>& packages, const std::vector<std::string>& sets,
                        const Aim& aim, const RegretTable& table, const Language& language);

/// Which of two packages does better on average, and whether knowing one unknown could turn that, in two sentences.
Message informationFinding(const Catalogue& catalogue, const std::string& first, const std::string& second, const Aim& aim,
                           const InformationValue& value);
/// The unknowns that could turn the ranking, at most `rows`, as a table.
std::string informationTable(const Catalogue& catalogue, const Aim& aim, const InformationValue& value, std::size_t rows,
                             const Language& language);

/// The unit in which a small change of a series is told, whose largest value is given in the unit of the series: "H100-equivalents"
/// where hundredths of a million would have to be read.
DisplayUnit unitOfChange(const Series& series, double largest);

/// What one more unit a year since `from` adds to a series, a row for each quarter from there on.
std::string worthTable(const Catalogue& catalogue, std::size_t series, Quarter from, const std::vector<UnitWorth>& worths,
                       const Language& language);

} // namespace chokepoint::words
