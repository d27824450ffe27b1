// Rounds by the largest remainder.
#include "audit/Ledger.h"

#include "numbers/Decimal.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace chokepoint::audit {
namespace {

using numbers::Decimal;

/// "12.3" from 123 tenths.
std::string textOf(std::int64_t steps, int decimals)
{
    const bool isNegative = steps < 0;
    std::string digits = std::to_string(isNegative ? -steps : steps);
    const auto places = static_cast<std::size_t>(decimals);
    if (places > 0) {
        if (digits.size() <= places)
            digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    return isNegative ? "-" + digits : digits;
}

} // namespace

RoundedSum roundedToSum(const std::vector<std::string>& lines, int decimals)
{
    Decimal scale(1), sum(0);
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    std::vector<std::int64_t> steps;
    std::vector<Decimal> remainders;
    for (const auto& text : lines) {
        const Decimal exact = Decimal(text) * scale, below = boost::multiprecision::floor(exact);
        sum += exact;
        steps.push_back(below.convert_to<std::int64_t>());
        remainders.push_back(exact - below);
    }
    const auto total = boost::multiprecision::floor(Decimal(sum + Decimal("0.5"))).convert_to<std::int64_t>();
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    auto missing = total - std::accumulate(steps.begin(), steps.end(), std::int64_t{0});
    for (const auto i : order) {
        if (missing <= 0)
            break;
        ++steps[i];
        --missing;
    }
    RoundedSum result{textOf(total, decimals), {}};
    for (const auto s : steps)
        result.lines.push_back(textOf(s, decimals));
    return result;
}

} // namespace chokepoint::audit
