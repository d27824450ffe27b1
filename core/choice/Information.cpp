// Puts draws into strata of an unknown and asks in which of them the other package would be chosen.
#include "choice/Information.h"

#include "why/Strata.h"

#include <algorithm>
#include <cmath>

namespace chokepoint::choosing {
namespace {

constexpr std::size_t strata = 16;
constexpr double errorsBeyondChance = 2; ///< standard errors of a stratum's mean within which a turn counts as noise

} // namespace

Preference preferenceOf(std::span<const double> differences, bool moreIsBetter)
{
    const double n = static_cast<double>(differences.size()), sign = moreIsBetter ? 1 : -1;
    Preference result;
    for (const double difference : differences) {
        result.meanDifference += difference / n;
        result.shareFirstBetter += sign * difference > 0 ? 1 / n : 0;
    }
    result.isFirstPreferred = sign * result.meanDifference >= 0;
    return result;
}

Resolved resolvedBy(std::span<const double> unknown, std::span<const double> advantages)
{
    const double n = static_cast<double>(advantages.size());
    Resolved result;
    for (const auto& cases : why::strataOf(unknown, strata)) {
        const auto moments = why::momentsOf(advantages, cases);
        const double size = static_cast<double>(cases.size());
        if (moments.mean >= 0)
            continue;
        result.worth -= moments.mean * size / n;
        if (moments.mean < -errorsBeyondChance * std::sqrt(moments.variance / size))
            result.flipShare += size / n;
    }
    return result;
}

void sortByFlips(std::vector<Unknown>& unknowns)
{
    std::ranges::stable_sort(unknowns, [](const Unknown& a, const Unknown& b) {
        return a.flipShare != b.flipShare ? a.flipShare > b.flipShare : a.worth > b.worth;
    });
}

} // namespace chokepoint::choosing
