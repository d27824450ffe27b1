// Words for what explains a result: shares of measures, sensitivity, boxes, goals, claims. English, from templates.
#pragma once

#include "api/Attribution.h"
#include "api/Backtest.h"
#include "api/Catalogue.h"
#include "api/Claims.h"
#include "api/Discovery.h"
#include "api/GoalSeek.h"
#include "api/Sensitivity.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::words {

/// A player's short name: of its measure, or of its group.
std::string playerName(const Catalogue& catalogue, const Player& player);

/// "+1.2" or "−0.34", "0" only for exactly nothing, "under 0.0005" for what would read as zero.
std::string signedNumber(double value);

/// The shares of one quarter as a table, the largest first, with what is missing from the sum of the lone effects.
std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter);

/// The finding of an attribution: which measure does most, as one sentence.
std::string attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter quarter);

/// Places of the bars in a quarter, the widest first, without those of no width.
std::vector<std::size_t> widestBars(const Tornado& tornado, Quarter quarter, Contrast contrast);
/// The widest bars as a table.
std::string tornadoTable(const Catalogue& catalogue, const Tornado& tornado, std::size_t series, Quarter quarter, Contrast contrast,
                         std::size_t rows);

/// Places of the parameters, the largest total index first, without zeros; `quarter`: place in Indices::quarters.
std::vector<std::size_t> largestIndices(const Indices& indices, std::size_t quarter);
std::string indicesTable(const Catalogue& catalogue, const Indices& indices, std::size_t quarter, std::size_t rows);

/// What part of the spread of a series rests on inputs of which grades, as one sentence.
std::string gradeShareSentence(const Catalogue& catalogue, const GradeShare& share);

/// The unit of a parameter spelled out, empty for pure numbers: "a year", "million GB a year".
std::string parameterUnit(const Parameter& parameter);

/// "Growth of the Chinese AI-chip budget from 2029: below 0.12 (central 0.15)".
std::string limitText(const Catalogue& catalogue, const BoxLimit& limit);
/// What has to be true, with how much it catches and how certain it is, as lines.
std::string boxText(const Catalogue& catalogue, const Box& box);

/// "HBM sales to China: Open and Best chip allowed: H20".
std::string movesText(const Catalogue& catalogue, const std::vector<Change>& moves);
std::string goalText(const Catalogue& catalogue, const GoalRequest& request, const GoalAnswer& answer);

/// "in 3 of 4 draws", "in all draws", "in no draw", "in 97 % of draws".
std::string shareOfDraws(double share);
/// The answer's value with its unit: a series' unit, or per cent for ratios and changes.
std::string answerNumber(const Catalogue& catalogue, const Question& question, double value);
/// The whole answer to one part of a claim, as paragraphs.
std::string claimPartText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer);

} // namespace chokepoint::words
