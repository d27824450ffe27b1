// The words of an attribution.
#include "api/WhyWords.h"
#include "api/Words.h"
#include "words/Columns.h"

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

std::string signedNumber(double value)
{
    if (value == 0)
        return "0";
    const auto text = number(value);
    if (text == "0")
        return "under 0.0005";
    return value > 0 ? "+" + text : text;
}

std::string attributionTable(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter at)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto q = static_cast<std::size_t>(at.index);
    const auto row = [&](const std::string& name, const std::string& value, const std::string& more) {
        return "  " + padded(name, nameWidth) + alignedRight(value, numberWidth) + (more.empty() ? "" : alignedRight(more, numberWidth))
             + "\n";
    };
    std::string text = about.name + ", " + quarter(at) + ", " + display.unit + "\n\n";
    text += row("Baseline", number(series.baseline[q] * display.scale), "");
    text += row("Scenario", number(series.scenario[q] * display.scale), "");
    text += row("Difference", signedNumber(series.total[q] * display.scale), "") + "\n";
    text += row("Measure", "share", "alone");
    double alone = 0;
    for (const auto p : bySize(series, q)) {
        text += row(playerName(catalogue, attribution.players[p]), signedNumber(series.shares[p][q] * display.scale),
                    signedNumber(series.alone[p][q] * display.scale));
        alone += series.alone[p][q];
    }
    text += row("What they do only together", "", signedNumber((series.total[q] - alone) * display.scale));
    if (attribution.method == Attribution::Method::Sampled) {
        double largest = 0;
        for (const auto& errors : series.errors)
            largest = std::max(largest, errors[q]);
        text += "\nShares are sampled; their standard error is " + number(largest * display.scale) + " at most.\n";
    }
    return text;
}

std::string attributionFinding(const Catalogue& catalogue, const Attribution& attribution, std::size_t place, Quarter at)
{
    const auto& series = attribution.series[place];
    const auto& about = catalogue.series[series.series];
    const auto display = displayUnit(about);
    const auto q = static_cast<std::size_t>(at.index);
    const auto order = bySize(series, q);
    if (order.empty() || series.shares[order[0]][q] == 0)
        return "No measure changes " + about.name + " in " + quarter(at) + ".";
    return "The largest share is that of " + playerName(catalogue, attribution.players[order[0]]) + ": "
         + signedNumber(series.shares[order[0]][q] * display.scale) + " of " + signedNumber(series.total[q] * display.scale) + " "
         + display.unit + " in " + quarter(at) + ".";
}

} // namespace chokepoint::words
