// Strata of draws.
#include "run/Strata.h"

#include <algorithm>
#include <numeric>

namespace chokepoint::run {

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

double explainedBy(std::span<const double> column, std::span<const double> values)
{
    constexpr std::size_t strata = 16;
    std::vector<std::size_t> all(values.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto total = momentsOf(values, all);
    if (!(total.variance > 0))
        return 0;
    const double n = static_cast<double>(values.size()), groups = static_cast<double>(strata);
    double within = 0;
    for (const auto& cases : strataOf(column, strata))
        within += momentsOf(values, cases).variance * (static_cast<double>(cases.size()) - 1);
    const double between = total.variance * (n - 1) - within;
    const double byChance = (groups - 1) * within / (n - groups);
    return std::clamp((between - byChance) / (total.variance * (n - 1)), 0.0, 1.0);
}

} // namespace chokepoint::run
