// The words of an attribution.
#include "words/Columns.h"
#include "api/Attribution.h"
#include "api/AttributionWords.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/UnitWords.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace chokepoint::words {
namespace {

constexpr std::size_t nameWidth = 34, numberWidth = 16;

/// Places of the players, the largest share first.
std::vector<std::size_t> bySize(const SeriesAttribution& series, std::size_t quarter)
{
    std::vector<std::size_t> order(series.shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t p) { return std::fabs(series.shares[p][quarter]); });
    return order;
}

} // namespace

std::string playerName(const Catalogue& catalogue, const Player& player)
{
    return player.group ? catalogue.groups[*player.group].name : catalogue.measures[player.measures.front()].shortName;
}

std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter at,
                             const Language& language)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto q = static_cast<std::size_t>(at.index);
    const auto row = [&](const std::string& name, const MessageValue& value, const MessageValue& more) {
        const auto last = language.text(more);
        return "  " + padded(name, nameWidth) + alignedRight(language.text(value), numberWidth)
             + (last.empty() ? "" : alignedRight(last, numberWidth)) + "\n";
    };
    std::string text = language.text(Message("table.head", {{"series", about.name}, {"at", at}, {"unit", display.name()}})) + "\n\n";
    text += row(language.text(Message("attribution.baseline")), number(series.baseline[q] * display.scale), "");
    text += row(language.text(Message("attribution.scenario")), number(series.scenario[q] * display.scale), "");
    text += row(language.text(Message("attribution.difference")), signedNumber(series.total[q] * display.scale), "") + "\n";
    text += row(language.text(Message("attribution.measure")), Message("attribution.share"), Message("attribution.alone"));
    double alone = 0;
    for (const auto p : bySize(series, q)) {
        text += row(playerName(catalogue, attribution.players[p]), signedNumber(series.shares[p][q] * display.scale),
                    signedNumber(series.alone[p][q] * display.scale));
        alone += series.alone[p][q];
    }
    text += row(language.text(Message("attribution.together")), "", signedNumber((series.total[q] - alone) * display.scale));
    if (attribution.method == Attribution::Method::Sampled) {
        double largest = 0;
        for (const auto& errors : series.errors)
            largest = std::max(largest, errors[q]);
        text += "\n" + language.text(Message("attribution.sampled", {{"error", number(largest * display.scale)}})) + "\n";
    }
    return text;
}

Message attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter at)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto q = static_cast<std::size_t>(at.index);
    const auto order = bySize(series, q);
    if (order.empty() || series.shares[order[0]][q] == 0)
        return Message("attribution.none", {{"series", about.name}, {"at", at}});
    return Message("attribution.largest", {{"measure", playerName(catalogue, attribution.players[order[0]])},
                                           {"share", signedNumber(series.shares[order[0]][q] * display.scale)},
                                           {"total", signedNumber(series.total[q] * display.scale)},
                                           {"unit", display.name()},
                                           {"at", at}});
}

} // namespace chokepoint::words
