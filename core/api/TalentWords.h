// What is said of the people who make AI: titles, figures beside ribbons, the ledger of a year, and the chain to drugs.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/TalentFlows.h"

#include <vector>

namespace chokepoint::words {

/// The finding of a year: how many enter US research, and in the other package; what the two packages are called.
Message talentTitle(const TalentYear& now, const TalentYear& before, const MessageValue& scenario, const MessageValue& baseline);
Message talentSubtitle(int year, const MessageValue& scenario, const MessageValue& baseline, bool isDifference);

Message originName(Origin origin);
Message talentWayName(TalentWay way);
Message talentPlaceName(TalentPlace place);

/// "4,837 *−44%*", "3,446 no effect": people, and how they change against the other package.
Message peopleAgainst(std::int64_t now, std::int64_t before);
/// "*−1,034*", or that there is no difference.
Message peopleMore(std::int64_t now, std::int64_t before);

/// Who makes up a destination: "graduates 176, leavers 157, deterred 1,443"; empty for one of a single part.
Message talentParts(TalentPlace place, const TalentYear& year);
/// How many graduates stay: "1,251 stay, 3,599 do not".
Message talentStaying(const TalentYear& year);

/// The ledger of US AI research: names with their signed numbers, the last one the end of the year; of a difference the differences.
struct TalentLedgerLine {
    Message name;
    MessageValue number;
};
std::vector<TalentLedgerLine> talentLedger(const TalentYear& year, const TalentYear* less = nullptr);

/// "New students admitted: −66% in 2030".
Message stocksTitle(double now, double before, int year);
Message admittedTitle(double now, double before, int year);

// The chain to drugs.
Message drugChainTitle(const TalentRun& now, const TalentRun& before, int year);
Message drugChainSubtitle(const Catalogue& catalogue, const MessageValue& baseline, int year);
/// "power 0.35", "0.15 to 0.6", "2.5 years later", "1.7 to 4.5".
Message drugPower(const Catalogue& catalogue);
Message drugPowerRange(const Catalogue& catalogue);
Message drugLag(const Catalogue& catalogue);
Message drugLagRange(const Catalogue& catalogue);
/// "−16%", "no effect".
MessageValue factorChange(double now, double before);
/// Whole sentences: entries, approvals and value, and how weak the link is, from the inputs and the grade of their sources.
MessageList drugChainTold(const Catalogue& catalogue, const DrugChain& now, const DrugChain& before, int year);
Message drugChainWeak(const Catalogue& catalogue);

} // namespace chokepoint::words
