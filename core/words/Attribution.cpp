// The words of an attribution.
#include "words/Columns.h"
#include "words/Units.h"
#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/TimeWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace chokepoint::words {
namespace {

constexpr std::size_t measureWidth = 34, shareNumberWidth = 16;

/// A number that is no change.
Digits withoutSign(Digits digits)
{
    digits.form = Digits::Form::Plain;
    return digits;
}

/// How large a change is, whichever way it goes.
Digits sizeAsShown(Digits digits)
{
    if (digits.text.starts_with('-'))
        digits.text.erase(0, 1);
    return withoutSign(digits);
}

} // namespace

std::vector<std::size_t> sharesBySize(const SeriesAttribution& series, Period period)
{
    std::vector<std::size_t> order(series.shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t p) { return std::fabs(period.in(series.shares[p])); });
    return order;
}

ShownSum shownShares(const SeriesAttribution& series, Period period, double scale)
{
    std::vector<double> parts;
    for (const auto player : sharesBySize(series, period))
        if (parts.size() < mostSharesShown)
            parts.push_back(period.in(series.shares[player]) * scale);
    parts.push_back(period.in(series.total) * scale - std::accumulate(parts.begin(), parts.end(), 0.0));
    return sumAsShown(parts);
}

MessageValue shareAsShown(double share, const Digits& shown)
{
    if (share == 0 || shown.text.find_first_of("123456789") != std::string::npos)
        return shown;
    const int decimals = decimalsOf(shown);
    std::string step = rounded(0, decimals).text; // "0", "0.0"
    step.back() = '1';
    return Message("number.under", {{"size", Digits{step}}});
}

MessageValue shareAsShown(double share, int decimals)
{
    return shareAsShown(share, rounded(share, decimals, Digits::Form::Signed));
}

std::string playerName(const Catalogue& catalogue, const Player& player)
{
    return player.group ? catalogue.groups[*player.group].name : catalogue.measures[player.measures.front()].shortName;
}

std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period at,
                             const Language& language)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto row = [&](const std::string& name, const MessageValue& value, const MessageValue& more) {
        const auto last = language.text(more);
        return "  " + padded(name, measureWidth) + alignedRight(language.text(value), shareNumberWidth)
             + (last.empty() ? "" : alignedRight(last, shareNumberWidth)) + "\n";
    };
    std::string text =
        language.text(Message("table.head", {{"series", about.name}, {"at", periodName(at)}, {"unit", display.name()}})) + "\n\n";
    const auto scaled = [&](double value) { return value * display.scale; };
    // the difference stands with the digits of the shares that add up to it
    const auto sides =
        sumAsShown({scaled(at.in(series.baseline)), scaled(at.in(series.total))}, decimalsOf(shownShares(series, at, display.scale).sum));
    text += row(language.text(Message("attribution.baseline")), withoutSign(sides.parts[0]), "");
    text += row(language.text(Message("attribution.scenario")), withoutSign(sides.sum), "");
    text += row(language.text(Message("attribution.difference")), sides.parts[1], "") + "\n";
    text += row(language.text(Message("attribution.measure")), Message("attribution.share"), Message("attribution.alone"));
    const auto order = sharesBySize(series, at);
    std::vector<double> shares, alone;
    for (const auto p : order) {
        shares.push_back(scaled(at.in(series.shares[p])));
        alone.push_back(scaled(at.in(series.alone[p])));
    }
    alone.push_back(scaled(at.in(series.total)) - std::accumulate(alone.begin(), alone.end(), 0.0));
    const auto shownShares = sumAsShown(shares), shownAlone = sumAsShown(alone);
    for (std::size_t i = 0; i < order.size(); ++i)
        text += row(playerName(catalogue, attribution.players[order[i]]), shownShares.parts[i], shownAlone.parts[i]);
    text += row(language.text(Message("attribution.together")), "", shownAlone.parts.back());
    if (attribution.method == Attribution::Method::Sampled) {
        double largest = 0;
        for (const auto& errors : series.errors)
            largest = std::max(largest, at.in(errors));
        text += "\n" + language.text(Message("attribution.sampled", {{"error", number(largest * display.scale)}})) + "\n";
    }
    return text;
}

Message attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Period at)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto order = sharesBySize(series, at);
    if (order.empty() || at.in(series.shares[order[0]]) == 0)
        return Message("attribution.none", {{"series", about.noun}, {"at", periodName(at)}});
    const double share = at.in(series.shares[order[0]]) * display.scale, total = at.in(series.total) * display.scale;
    const auto shown = shownShares(series, at, display.scale); // as the bars below the sentence say
    const bool isOneWay = share * total > 0;
    const std::vector<NamedValue> values{{"way", share > 0 ? "up" : "down"},
                                         {"measure", playerName(catalogue, attribution.players[order[0]])},
                                         {"share", sizeAsShown(shown.parts[0])},
                                         {"total", isOneWay ? sizeAsShown(shown.sum) : shown.sum},
                                         {"rest", sizeAsShown(othersAsShown(shown, 0))},
                                         {"unit", differenceUnit(about).name()},
                                         {"at", periodName(at)}};
    if (!isOneWay)
        return Message("attribution.against_all", values);
    const bool areOthersNothing = othersAsShown(shown, 0).text.find_first_of("123456789") == std::string::npos;
    if (std::fabs(share) > std::fabs(total) && !areOthersNothing)
        return Message("attribution.more_than_all", values);
    return Message("attribution.most", {{"measure", playerName(catalogue, attribution.players[order[0]])},
                                        {"share", withoutSign(shown.parts[0])},
                                        {"total", withoutSign(shown.sum)},
                                        {"unit", differenceUnit(about).name()},
                                        {"at", periodName(at)}});
}

} // namespace chokepoint::words
