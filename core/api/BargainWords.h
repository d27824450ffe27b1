// Words for bargaining games: what lies on the table, the points of the theories, games and tournaments, and the cautions.
#pragma once

#include "api/BargainModel.h"
#include "api/Language.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint::words {

/// What lies on the table, counted once.
struct TableFacts {
    std::size_t packages = 0; ///< that may be agreed
    std::size_t better = 0;   ///< for both than the status quo
    std::size_t inZone = 0;   ///< clear both walk-away values
    bargain::Both<double> walkAway;
    bargain::Both<double> chanceOfRollOver;
};
TableFacts tableFactsOf(const bargain::Payoffs& payoffs, const bargain::Allowed& allowed, bargain::Both<double> chanceOfRollOver);

/// A worth in points: "79.9".
MessageValue worthInPoints(double points);
/// "HBM sales: HBM2E and older only; Rare earths: General licenses", or that nothing changes.
MessageValue packageWords(const bargain::Domain& domain, const bargain::Package& package);

/// Whole sentences about the zone of agreement.
MessageList zoneFindings(const bargain::Domain& domain, const TableFacts& facts, std::size_t frontier);
/// The points with what they change, as a table.
std::string pointsTable(const bargain::Payoffs& payoffs, const TableFacts& facts, const std::vector<bargain::WorthOf>& frontier,
                        const Language& language);
/// Every package of the frontier as a row.
std::string frontierTable(const bargain::Payoffs& payoffs, const std::vector<bargain::WorthOf>& frontier, const Language& language);
/// A game move by move, and how it ended.
std::string gameTable(const bargain::Payoffs& payoffs, const bargain::GameRecord& record, const TableFacts& facts,
                      const std::vector<bargain::WorthOf>& frontier, const Language& language);
/// Agreement rates and joint gains by pair of strategies.
std::string tournamentTable(const std::vector<bargain::PairResult>& pairs, const Language& language);

/// In how many draws Nash, Kalai-Smorodinsky, equal gains and the largest sum clear the walk-away values; whole sentences.
MessageList clearedFindings(const std::vector<bargain::ClearedShare>& points, std::size_t draws);
/// Who at home would block the Nash package, and how likely; whole sentences.
MessageList vetoFindings(const bargain::GameTables& game, const std::vector<double>& chances);
/// "HBM sales: HBM2E: worth 51.2 points to Washington and 55.0 to Beijing."
Message packageWorth(const bargain::Domain& domain, const bargain::Package& package, bargain::Both<double> worth);
/// Whose consent a package needs and why, and what is left of it without; whole sentences, none where nobody is asked.
MessageList consentFindings(const bargain::GameTables& game, const std::vector<bargain::WeighedRefusal>& refusals);
/// The three dates of a deal.
Message datesInWords(const bargain::DealDates& dates);
/// What returns when a deal is broken, or that nothing does.
Message brokenInWords(const bargain::GameTables& game, const bargain::BrokenDeal& deal);
/// What a deal is worth to both when it is kept, and what of that stays when it is broken.
Message brokenWorth(const bargain::BrokenDeal& deal, const bargain::Both<std::vector<double>>& weights);
/// The three dates of a deal, what returns when it is broken, and by outcome what it gave and what stays of that.
std::string brokenDealTable(const bargain::GameTables& game, const bargain::BrokenDeal& deal, const Language& language);
/// The weights of both sides by outcome with their reasons.
std::string weightsTable(const bargain::GameTables& game, bargain::Both<std::size_t> weightings, const Language& language);

/// What nobody may read into these numbers; each a sentence.
MessageList bargainCautions();

} // namespace chokepoint::words
