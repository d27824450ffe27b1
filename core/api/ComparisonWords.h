// Words for scenarios set side by side: ranks, shares, the title of the finding, and what differs between two.
#pragma once

#include "api/Catalogue.h"
#include "api/Comparison.h"
#include "api/Message.h"
#include "api/Scenario.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {
class Language;
} // namespace chokepoint

namespace chokepoint::words {

struct DisplayUnit;

/// "2", or "2=" where the draws do not tell it from one beside it.
MessageValue rankOf(const ComparedFigure& figure);

/// The share of runs in which it lies ahead of the one that ranks next: "99%", "the same" when no run tells them apart; the last has none.
MessageValue aheadOfNext(const ComparedFigure& figure);

/// The unit for the head of a narrow column: "million H100e"; its name where that is short.
MessageValue unitOfHead(const DisplayUnit& unit);

/// Values of a series to the same decimals, in the unit in which it is shown and without it: "10.1", "9.7", "8.7".
std::vector<MessageValue> valuesAlike(const Series& series, const std::vector<double>& values);

// `names`: of all that are compared, scenarios in order, the baseline behind the last.

/// The finding: "Grand bargain: Chinese compute +16% in 2028, more than under any other package in 75% of runs", which two or more the runs
/// do not tell apart at the top, or what the only one does.
Message comparisonTitle(const Catalogue& catalogue, const std::vector<std::string>& names, const ComparedColumn& column);

/// "The whole order for Chinese compute in 2028 holds in 31% of runs."
Message orderHolds(const Catalogue& catalogue, const ComparedColumn& column);

/// The head of aheadOfNext(): "above next", or "below next" where less is better.
Message aheadHead(const ComparedColumn& column);

/// What that share and the shared ranks mean, and what regret is in this outcome.
Message aheadNote(const ComparedColumn& column);
Message regretNote(const Catalogue& catalogue, const ComparedColumn& column);

/// "*Chinese compute in 2028: 10.1m H100-equivalents under Grand bargain, 9.7m under Managed trade.* The change is ...".
Message pairSentence(const Catalogue& catalogue, const std::string& first, const std::string& second, const ComparedColumn& column,
                     const ComparedPair& pair);

/// One measure that differs between two scenarios, in words: each side with its setting, that of today's law where it sets none.
struct DifferingSetting {
    std::size_t measure = 0; ///< place in Catalogue::measures
    MessageValue first = "", second = "";
    bool isFirstSet = false, isSecondSet = false;
};

/// All of them in the order of the catalogue, those that move series before bargaining chips.
std::vector<DifferingSetting> differingSettings(const Catalogue& catalogue, const Scenario& first, const Scenario& second);

/// One measure of several scenarios: each with its setting, that of today's law where it sets none.
struct SettingRow {
    std::size_t measure = 0; ///< place in Catalogue::measures
    std::vector<MessageValue> settings;
    std::vector<bool> areSet; ///< by the scenario itself
};

/// All measures in which the scenarios are not of one mind, in the order of the catalogue, those that move series before bargaining chips.
/// Settings stand in the order of the scenarios.
std::vector<SettingRow> settingsSideBySide(const Catalogue& catalogue, const std::vector<const Scenario*>& scenarios);

/// What they do and what comes of it, as a table for terminals: a row a measure, then a row an outcome with values and changes.
std::string actionsAndOutcomes(const Catalogue& catalogue, const std::vector<const Scenario*>& scenarios,
                               const std::vector<std::string>& names, const std::vector<ComparedColumn>& outcomes,
                               const Language& language);

/// One outcome as a table for terminals, the first in rank on top, with its order and its regret.
std::string comparisonTable(const Catalogue& catalogue, const std::vector<std::string>& names, const ComparedColumn& column,
                            const Language& language);

/// What differs between two scenarios as a table for terminals, or that nothing does.
std::string differencesTable(const Catalogue& catalogue, const Scenario& first, const Scenario& second, const std::string& firstName,
                             const std::string& secondName, const Language& language);

} // namespace chokepoint::words
