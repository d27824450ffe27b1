// What has to be true, and the answers to claims.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"

#include <string>
#include <vector>

namespace chokepoint {
class Language;
struct Box;
struct Claim;
struct ClaimAnswer;
struct ClaimPart;
struct ClaimPartAnswer;
struct Question;
} // namespace chokepoint

namespace chokepoint::words {

/// What has to be true, with how much it catches and how certain it is, as lines.
std::string boxText(const Catalogue& catalogue, const Box& box, const Language& language);

/// "in all draws", "in no draw", "in 97% of draws", "in over 99% of draws".
Message shareOfDraws(double share);

/// The answer's value with its unit: a series' unit, or per cent for ratios and changes.
MessageValue answerNumber(const Catalogue& catalogue, const Question& question, double value);

/// "Mostly holds in 72% of runs.", "Open: it holds in 57% of runs.", "Fails: it holds in no run."
Message partVerdict(const ClaimPartAnswer& answer);

/// "It rests mostly on one judgment: …", empty where no single one explains half of the spread.
Message oneJudgment(const Catalogue& catalogue, const ClaimPartAnswer& answer);

/// The answer to a claim as a whole, in its own words. Precondition: all parts are answered.
MessageValue claimVerdict(const Claim& claim, const ClaimAnswer& answer);

/// The answer to one part of a claim in whole sentences: how often it holds, whether its sign is open, and which measures decide it.
std::vector<Message> claimSentences(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer);

/// The whole answer to one part of a claim, as paragraphs for a terminal.
std::string claimPartText(const Catalogue& catalogue, const ClaimPart& part, const ClaimPartAnswer& answer, const Language& language);

} // namespace chokepoint::words
