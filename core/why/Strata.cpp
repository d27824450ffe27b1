// Strata of draws.
#include "why/Strata.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace chokepoint::why {

std::vector<std::vector<std::size_t>> strataOf(std::span<const double> column, std::size_t strata)
{
    std::vector<std::size_t> order(column.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return column[i]; });
    std::vector<std::vector<std::size_t>> result;
    for (std::size_t s = 0; s < strata; ++s) {
        const auto begin = s * order.size() / strata, end = (s + 1) * order.size() / strata;
        result.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return result;
}

Moments momentsOf(std::span<const double> values, std::span<const std::size_t> cases)
{
    const double n = static_cast<double>(cases.size());
    Moments result;
    for (const auto i : cases)
        result.mean += values[i] / n;
    for (const auto i : cases)
        result.variance += (values[i] - result.mean) * (values[i] - result.mean);
    result.variance = cases.size() > 1 ? result.variance / (n - 1) : 0;
    return result;
}

namespace {

constexpr std::size_t strata = 16;

/// The stratum of each draw.
std::vector<std::uint8_t> placesIn(std::span<const double> column)
{
    std::vector<std::uint8_t> places(column.size());
    std::uint8_t number = 0;
    for (const auto& cases : strataOf(column, strata)) {
        for (const auto i : cases)
            places[i] = number;
        ++number;
    }
    return places;
}

std::array<double, strata> meansOf(std::span<const double> values, std::span<const std::uint8_t> places)
{
    std::array<double, strata> sums{}, sizes{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        sums[places[i]] += values[i];
        sizes[places[i]] += 1;
    }
    for (std::size_t s = 0; s < strata; ++s)
        sums[s] /= std::max(1.0, sizes[s]);
    return sums;
}

double squares(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += value * value;
    return sum;
}

void subtract(std::vector<double>& values, std::span<const std::uint8_t> places, const std::array<double, strata>& means)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] -= means[places[i]];
}

/// The part of the squares of values around zero that their means over the strata take up, beyond chance.
double betweenStrata(std::span<const double> values, std::span<const std::uint8_t> places, double all)
{
    const auto means = meansOf(values, places);
    const double n = static_cast<double>(values.size()), groups = static_cast<double>(strata);
    double between = 0;
    for (const auto place : places)
        between += means[place] * means[place];
    const double byChance = (groups - 1) * (all - between) / (n - groups);
    return between - byChance;
}

} // namespace

std::vector<Explained> explainedInTurn(std::span<const std::vector<double>> columns, std::vector<double> values, double least)
{
    if (const auto [lowest, highest] = std::ranges::minmax(values); lowest == highest)
        return {};
    std::vector<std::vector<std::uint8_t>> places;
    for (const auto& column : columns)
        places.push_back(placesIn(column));
    const double n = static_cast<double>(values.size()), mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    for (auto& value : values)
        value -= mean;
    // By chance the strata take up like a chi-squared number of strata - 1. One in fifty thousand lies six deviations above its mean.
    least = std::max(least, 6 * std::sqrt(2 * (static_cast<double>(strata) - 1)) / n);
    const double total = squares(values);
    std::vector<Explained> result;
    std::vector<bool> isTaken(columns.size());
    while (total > 0 && values.size() > strata) {
        const double left = squares(values);
        Explained best;
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (!isTaken[c])
                if (const double share = betweenStrata(values, places[c], left) / total; share > best.share)
                    best = {c, share};
        if (best.share < least)
            break;
        isTaken[best.column] = true;
        subtract(values, places[best.column], meansOf(values, places[best.column]));
        result.push_back(best);
    }
    return result;
}

} // namespace chokepoint::why
