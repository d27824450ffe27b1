// A backtest as JSON and as CSV, of observations and of a person's own facts.
#pragma once

#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/PersonalFacts.h"

#include <string>
#include <vector>

namespace chokepoint::app {

/// "2024", "2026 Q2", or "end of 2025" for a date.
std::string periodOf(const Observation& observation);

/// The weakest grade among the sources.
std::string gradeOf(const Catalogue& catalogue, const BacktestRow& row);

std::string backtestJson(const Catalogue& catalogue, const Backtest& backtest, const std::vector<GradeShare>& grades,
                         const Language& language);
std::string backtestCsv(const Catalogue& catalogue, const Backtest& backtest);

/// Facts stand in the order of their table; values in the unit in which the series is shown.
std::string factsJson(const Catalogue& catalogue, const std::vector<PersonalFact>& facts, const Backtest& judged, const Language& language);
std::string factsCsv(const Catalogue& catalogue, const std::vector<PersonalFact>& facts, const Backtest& judged);

} // namespace chokepoint::app
