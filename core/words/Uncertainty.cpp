// What draws say, in words: ranges, signs and doubt.
#include "api/Ensemble.h"
#include "api/WhyWords.h"
#include "api/Words.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::words {
namespace {

constexpr std::size_t tenth = quantilePlace(0.1), ninetieth = quantilePlace(0.9);
const std::string thinSpace = "\u202f";

/// A share of runs in whole per cent that never rounds to none or all.
std::string percentOfRuns(double share)
{
    return std::to_string(std::clamp(static_cast<int>(std::floor(share * 100 + 0.5)), 1, 99)) + thinSpace + "%";
}

} // namespace

std::string signedPercent(double fraction)
{
    const double size = std::fabs(fraction) * 100;
    if (!std::isfinite(size))
        return "not defined";
    if (size < 0.05)
        return "0" + thinSpace + "%";
    // one decimal below ten; what relativeChange() writes
    return relativeChange(1 + fraction, 1);
}

bool isInPoints(const Series& series) { return series.unit.isInPoints; }

std::string changeOf(const Series& series, double value, double baseline)
{
    if (!isInPoints(series) || value == baseline)
        return relativeChange(value, baseline);
    const double points = (value - baseline) * 100;
    return std::fabs(points) < 0.05 ? "under 0.1 points" : signedNumber(points) + " points";
}

std::string rangeOfChange(const Series& series, const ChangeSpread& spread)
{
    if (spread.up == 0 && spread.down == 0)
        return "no effect";
    const auto& quantiles = isInPoints(series) ? spread.difference.quantiles : spread.relative.quantiles;
    const auto shown = [&](double end) {
        return !isInPoints(series) ? signedPercent(end) : std::fabs(end) < 0.0005 ? std::string("0") : signedNumber(end * 100);
    };
    const auto low = shown(quantiles[tenth]), high = shown(quantiles[ninetieth]);
    return (low == high ? "about " + low : low + " to " + high) + (isInPoints(series) ? " points" : "");
}

std::string shareOfRuns(double share)
{
    if (share <= 0)
        return "no run";
    return share >= 1 ? "all runs" : percentOfRuns(share) + " of runs";
}

std::string agreementOfRuns(const ChangeSpread& spread)
{
    if (spread.up == 0 && spread.down == 0)
        return "no run changes";
    const bool rises = spread.up >= spread.down;
    const double more = std::max(spread.up, spread.down), fewer = std::min(spread.up, spread.down);
    const std::string first = shareOfRuns(more) + (rises ? " rise" : " fall");
    return spread.isUnclear() ? first + ", " + percentOfRuns(fewer) + (rises ? " fall" : " rise") : first;
}

std::string oddsSentence(const Series& series, double threshold, bool above, Quarter from, Quarter by, double share, double shareOfBaseline)
{
    const std::string when = from == by ? "in " + quarter(by) : "in some quarter from " + quarter(from) + " to " + quarter(by);
    return std::string("It is ") + (above ? "at least " : "at most ") + amount(exactNumber(roundTrip(threshold)), displayUnit(series).unit)
         + " " + when + " in " + shareOfRuns(share) + "; in the baseline in " + shareOfRuns(shareOfBaseline) + ".";
}

std::string changeWithDoubt(const Series& series, double value, double baseline, bool isUnclear)
{
    return isUnclear && value != baseline ? "no clear change" : changeOf(series, value, baseline);
}

std::string changeWithDoubt(const Series& series, double value, double baseline, const ChangeSpread* spread)
{
    return changeWithDoubt(series, value, baseline, spread && spread->isUnclear());
}

} // namespace chokepoint::words
