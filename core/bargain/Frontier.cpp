// Merges sorted lists: each level of an issue shifts the partial packages so far, and of the shifted lists only what none beats stays.
#include "bargain/Frontier.h"

#include <algorithm>
#include <tuple>

namespace chokepoint::bargain {
namespace {

/// Whether a comes before b: more for the first reader, then more for the second, then fewer changes.
bool isBefore(const Sums& a, const Sums& b)
{
    if (a.first != b.first)
        return a.first > b.first;
    return a.second != b.second ? a.second > b.second : a.changes < b.changes;
}

Sums shifted(const Sums& sums, const IssuePoints::Level& level, std::size_t issue)
{
    auto more = sums;
    more.first += level.first;
    more.second += level.second;
    more.changes += level.isChange ? 1 : 0;
    more.package.levels[issue] = level.level;
    return more;
}

std::vector<Sums> extended(const std::vector<Sums>& sums, const IssuePoints& points, std::size_t issue, double least)
{
    const auto count = points.levels.size();
    std::vector<std::size_t> next(count);
    std::vector<Sums> heads;
    for (const auto& level : points.levels)
        heads.push_back(shifted(sums.front(), level, issue));
    std::vector<Sums> kept;
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t open = count; open > 0;) {
        std::size_t top = count;
        for (std::size_t l = 0; l < count; ++l)
            if (next[l] < sums.size() && (top == count || isBefore(heads[l], heads[top])))
                top = l;
        if (heads[top].first < least)
            break;
        if (heads[top].second > best) {
            best = heads[top].second;
            kept.push_back(heads[top]);
        }
        if (++next[top] < sums.size())
            heads[top] = shifted(sums[next[top]], points.levels[top], issue);
        else
            --open;
    }
    return kept;
}

} // namespace

std::vector<Sums> undominated(const std::vector<IssuePoints>& issues, double least)
{
    // what is still to come can add at most so much for the first reader
    std::vector<double> toCome(issues.size() + 1);
    for (auto i = issues.size(); i-- > 0;) {
        double most = issues[i].levels.front().first;
        for (const auto& level : issues[i].levels)
            most = std::max(most, level.first);
        toCome[i] = toCome[i + 1] + most;
    }
    std::vector<Sums> sums{{}};
    for (std::size_t i = 0; i < issues.size() && !sums.empty(); ++i)
        sums = extended(sums, issues[i], i, least - toCome[i + 1]);
    return sums;
}

std::vector<WorthOf> undominated(std::vector<WorthOf> all, const Domain& domain)
{
    const auto statusQuo = domain.statusQuo();
    const auto isBetter = [&](const WorthOf& a, const WorthOf& b) {
        if (a.worth.us != b.worth.us)
            return a.worth.us > b.worth.us;
        if (a.worth.china != b.worth.china)
            return a.worth.china > b.worth.china;
        const auto changesOfA = domain.changesBetween(a.package, statusQuo), changesOfB = domain.changesBetween(b.package, statusQuo);
        return std::tie(changesOfA, a.package) < std::tie(changesOfB, b.package);
    };
    std::ranges::sort(all, isBetter);
    std::vector<WorthOf> kept;
    for (const auto& one : all)
        if (kept.empty() || one.worth.china > kept.back().worth.china)
            kept.push_back(one);
    std::ranges::reverse(kept);
    return kept;
}

} // namespace chokepoint::bargain
