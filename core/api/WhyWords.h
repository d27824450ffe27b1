// Words for what explains a result: shares of measures, sensitivity, boxes, goals, claims. Sentences are messages; tables for a
// terminal are texts in a language, for their columns are as wide as their words.
#pragma once

#include "api/Attribution.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Claims.h"
#include "api/Discovery.h"
#include "api/Equations.h"
#include "api/GoalSeek.h"
#include "api/Language.h"
#include "api/Sensitivity.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::words {

/// A player's short name: of its measure, or of its group.
std::string playerName(const Catalogue& catalogue, const Player& player);

/// What an equation reads, by name: "Chinese HBM stock, quarter before".
MessageValue causeName(const Cause& cause);

/// The shares of one quarter as a table, the largest first, with what is missing from the sum of the lone effects.
std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter,
                             const Language& language);

/// The finding of an attribution: which measure does most, as one sentence.
Message attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter);

/// Places of the bars in a quarter, the widest first, without those of no width.
std::vector<std::size_t> widestBars(const Tornado& tornado, Quarter quarter, Contrast contrast);
/// The widest bars as a table.
std::string tornadoTable(const Catalogue& catalogue, const Tornado& tornado, std::size_t series, Quarter quarter, Contrast contrast,
                         std::size_t rows, const Language& language);

/// Places of the parameters, the largest total index first, without zeros; `quarter`: place in Indices::quarters.
std::vector<std::size_t> largestIndices(const Indices& indices, std::size_t quarter);
std::string indicesTable(const Catalogue& catalogue, const Indices& indices, std::size_t quarter, std::size_t rows,
                         const Language& language);

/// What part of the spread of a series rests on inputs of which grades, as one sentence.
Message gradeShareSentence(const Catalogue& catalogue, const GradeShare& share);

/// What has to be true, with how much it catches and how certain it is, as lines.
std::string boxText(const Catalogue& catalogue, const Box& box, const Language& language);

/// "HBM sales to China: Open and Best chip allowed: H20".
MessageList settings(const Catalogue& catalogue, const std::vector<Change>& moves);
std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer, const Language& language);

/// "in all draws", "in no draw", "in 97 % of draws", "in over 99 % of draws".
Message shareOfDraws(double share);
/// The answer's value with its unit: a series' unit, or per cent for ratios and changes.
MessageValue answerNumber(const Catalogue& catalogue, const Question& question, double value);
/// The answer to one part of a claim in whole sentences: how often it holds, whether its sign is open, and which measures decide it.
std::vector<Message> claimSentences(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer);
/// The whole answer to one part of a claim, as paragraphs for a terminal.
std::string claimPartText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer, const Language& language);

} // namespace chokepoint::words
