// Words for rehearsals: moves, what a side seems to want, the findings of a debrief, and a transcript to keep.
#pragma once

#include "api/Language.h"
#include "api/Rehearsal.h"

#include <string>

namespace chokepoint::words {

/// "late" as "The late mover", and how it bargains in a sentence.
Message personaName(const bargain::Persona& persona);
Message personaManner(const bargain::Persona& persona);
/// "A week in April 2025: the H20", and what it was about in a sentence.
Message replayName(const bargain::Replay& replay);
Message replayAbout(const bargain::Replay& replay);
/// "concession", "opening", "accepts".
Message stepName(bargain::MoveKind kind, const std::optional<bargain::StepLabel>& step);

/// A worth or a change of one, in points with one decimal: "50.6", "+4.4", "0".
Digits points(double value);
Digits pointsChange(double value);
/// "56.0 to 57.1", or one number where they are alike.
MessageValue pointsRange(const bargain::Estimated& estimated);
MessageValue pointsChangeRange(const bargain::Estimated& estimated);

/// What an offer changes against another package of the same side: "US tariff to 18%", or that nothing is new.
MessageValue stepInWords(const bargain::Domain& domain, const bargain::Package& before, const bargain::Package& after);
/// What a side has in the spiral and with today's law.
struct WithoutDeal {
    double spiral = 50, today = 50;
    bool isOfModel = true; ///< else by the sheet of the side
};
/// What the spiral means beside today for whoever has these points in it, as a sentence.
Message walkAwayInsight(const WithoutDeal& worth);
/// How a walk-away value is made of the chance of a roll-over and of the worth of the spiral.
Message walkAwayInWords(double chance, const WithoutDeal& worth);
/// "50 = today", "71.1 = today": without decimals where there are none.
Message todayMark(double today);
/// The same where today is worth something else to the other side.
Message todayMarkToYou(double today);
/// "US tariff to 12%. You +4.4, they +3.4 by estimate, but −7.1 if they are “Self-reliance first”."
Message swapInWords(const bargain::SeatView& view, const bargain::Package& from, const bargain::Swap& swap);
/// "Together +4.4 on top of 50 for today: 54.4".
Message worthOverToday(const bargain::SeatView& view, const bargain::Package& package);
/// One line on why a package is worth what it is to this side: what adds most and what costs most.
MessageValue reasonOfWorth(const bargain::SeatView& view, const bargain::Package& package);
/// "At home: Congress blocks it in 16% of cases and …", by veto player.
Message vetoesAtHome(const bargain::GameTables& game, const std::vector<double>& chances);
/// Whose consent a package needs, and what is left of its worth without, by ally; empty where nobody is asked.
MessageList consentsInWords(const bargain::SeatView& view, const bargain::Package& package);
/// A measure that was announced outside the table, and what it would do to what both are left with without a deal.
Message pressureInWords(const bargain::Domain& domain, const bargain::Pressure& pressure);
Message pressureEffectInWords(const bargain::PressureEffect& effect);
/// Which levels the record rules out for each side.
Message redLinesInWords(const bargain::Domain& domain);
/// HBM above today's rule stands in a package, or in that of the Nash point: what the record says to that. Empty where it does not.
Message hbmCaution(const bargain::Domain& domain, const bargain::Package& package);
Message hbmCautionAtNash(const bargain::Domain& domain, const bargain::Package& package);

/// Title, and what stayed on the table.
Message debriefTitle(const bargain::Debrief& debrief);
MessageValue debriefFindings(const bargain::Domain& domain, const bargain::Debrief& debrief);
/// A point of the plane of both worths.
enum class Spot { Today, Offer, Deal, Nash, Kalai, NashAndKalai, Frontier };
/// "Nash point", "Offer 3 of China": side and round are those of an offer.
Message spotName(Spot spot, bargain::Side side = bargain::Side::US, int round = 0);
/// "Nash point: US tariff to 12%. Washington 55.8, Beijing 62.3."
Message spotInWords(const bargain::Domain& domain, const MessageValue& name, const bargain::WorthOf& at);
/// The dearest concession of a side against the cheapest one that gave as much; empty where no move gave anything.
Message dearestMove(const bargain::Domain& domain, const bargain::Debrief& debrief, bargain::Side side);
/// Who sat across the table.
Message revealedSide(const bargain::GameTables& game, bargain::Side side, const bargain::RevealedSide& revealed);

/// The whole rehearsal with its numbers: Markdown for people, a table for programs. Only after the end.
std::string transcript(const bargain::GameTables& game, const bargain::Debrief& debrief, const bargain::RehearsalTerms& terms,
                       const Language& language);
std::string transcriptTable(const bargain::GameTables& game, const bargain::Debrief& debrief);

} // namespace chokepoint::words
