// What draws say: ranges, signs, chances and doubt.
#include "api/Catalogue.h"
#include "api/ChangeWords.h"
#include "api/ClaimWords.h"
#include "api/Ensemble.h"
#include "api/NumberWords.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"
#include "words/Units.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);
constexpr double crumb = 0.05; ///< percent, points or months: a change below it is told as less than 0.1

} // namespace

Digits percentOfRuns(double share) { return {std::to_string(std::clamp(wholePercent(share), 1, 99)), Digits::Form::Percent}; }

std::pair<MessageValue, MessageValue> endsOfRange(const Series& series, const ChangeSpread& spread)
{
    const bool isDifference = isDifferenceTold(series);
    const auto& quantiles = isDifference ? spread.difference.quantiles : spread.relative.quantiles;
    const auto shown = [&](double end) -> MessageValue {
        const double told = end * series.unit.scale;
        return !isDifference ? signedPercent(end) : std::fabs(told) < crumb ? MessageValue(Digits{"0"}) : signedDifference(told);
    };
    return {shown(quantiles[tenth]), shown(quantiles[ninetieth])};
}

MessageValue changeOf(const Series& series, double value, double baseline)
{
    if (!isDifferenceTold(series) || value == baseline)
        return relativeChange(value, baseline);
    const double change = (value - baseline) * series.unit.scale;
    if (std::fabs(change) < crumb)
        return Message("change.under_difference", {{"size", Digits{"0.1"}}, {"unit", changeUnit(series)}});
    return Message("change.difference", {{"change", signedDifference(change)}, {"unit", changeUnit(series)}});
}

Message rangeOfChange(const Series& series, const ChangeSpread& spread)
{
    if (spread.up == 0 && spread.down == 0)
        return Message("change.none");
    const auto [low, high] = endsOfRange(series, spread);
    if (low == high)
        return isDifferenceTold(series) ? Message("change.about_difference", {{"change", low}, {"unit", changeUnit(series)}})
                                        : Message("change.about", {{"change", low}});
    return isDifferenceTold(series) ? Message("change.range_difference", {{"low", low}, {"high", high}, {"unit", changeUnit(series)}})
                                    : Message("change.range", {{"low", low}, {"high", high}});
}

Message shareOfRuns(double share)
{
    if (share <= 0)
        return Message("runs.none");
    return share >= 1 ? Message("runs.all") : Message("runs.share", {{"share", percentOfRuns(share)}});
}

Message agreementOfRuns(const ChangeSpread& spread)
{
    if (spread.up == 0 && spread.down == 0)
        return Message("runs.no_change");
    const char* const way = spread.up >= spread.down ? "rise" : "fall";
    const double more = std::max(spread.up, spread.down), fewer = std::min(spread.up, spread.down);
    if (spread.isUnclear())
        return Message("runs.disagree", {{"way", way}, {"more", percentOfRuns(more)}, {"fewer", percentOfRuns(fewer)}});
    if (more >= 1)
        return Message("runs.agree", {{"way", way}});
    return Message("runs.mostly_agree", {{"way", way}, {"share", percentOfRuns(more)}});
}

Message oddsSentence(const Series& series, double threshold, bool above, Quarter from, Quarter by, double share, double shareOfBaseline)
{
    const auto side = above ? "least" : "most";
    const auto limit = amount(exactNumber(roundTrip(threshold)), displayUnit(series));
    const auto runs = shareOfRuns(share), runsOfBaseline = shareOfRuns(shareOfBaseline);
    if (from == by)
        return Message("odds.quarter",
                       {{"side", side}, {"limit", limit}, {"at", quarterOfResult(by)}, {"runs", runs}, {"runsOfBaseline", runsOfBaseline}});
    return Message("odds.span", {{"side", side},
                                 {"limit", limit},
                                 {"from", quarterOfResult(from)},
                                 {"by", quarterOfResult(by)},
                                 {"runs", runs},
                                 {"runsOfBaseline", runsOfBaseline}});
}

MessageValue changeWithDoubt(const Series& series, double value, double baseline, Certainty certainty)
{
    if (value == baseline || certainty == Certainty::Firm)
        return changeOf(series, value, baseline);
    if (certainty == Certainty::Unclear)
        return Message("change.unclear");
    // "less than 0.1%" says no way that a hedge could be about
    const double size = isDifferenceTold(series) ? (value - baseline) * series.unit.scale : (value / baseline - 1) * 100;
    const auto change = changeOf(series, value, baseline);
    return std::fabs(size) < crumb ? change : MessageValue(Message("change.probable", {{"change", change}}));
}

MessageValue changeWithDoubt(const Series& series, double value, double baseline, const ChangeSpread* spread)
{
    return changeWithDoubt(series, value, baseline, spread ? certaintyOf(*spread, value - baseline) : Certainty::Firm);
}

Message shareOfDraws(double share)
{
    if (share == 0)
        return Message("draws.none");
    if (share == 1)
        return Message("draws.all");
    const double percent = share * 100;
    if (percent < 1)
        return Message("draws.under", {{"share", Digits{"1", Digits::Form::Percent}}});
    if (percent > 99)
        return Message("draws.over", {{"share", Digits{"99", Digits::Form::Percent}}});
    return Message("draws.share", {{"share", percentOfRuns(share)}});
}

} // namespace chokepoint::words
