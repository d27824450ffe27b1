// A player of the scored game finds its offers on the frontier of its own points and of its estimate of the other side's.
#include "bargain/AdditiveSeat.h"

#include <algorithm>

namespace chokepoint::bargain {
namespace {

constexpr int mostTries = 64; ///< random packages before the best one is taken

} // namespace

AdditiveSeat::AdditiveSeat(const Domain& domain, const LevelPoints& hundredths, Side side, Allowed offers)
    : m_domain(domain), m_hundredths(hundredths), m_side(side), m_offers(std::move(offers)), m_model(domain, otherThan(side))
{}

double AdditiveSeat::worth(const Package& package) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_hundredths.size(); ++i)
        sum += m_hundredths[i][package.levels[i]].of(m_side);
    return sum / hundredthsOfPoint;
}

std::vector<IssuePoints> AdditiveSeat::issuePoints() const
{
    std::vector<IssuePoints> issues;
    for (std::size_t i = 0; i < m_hundredths.size(); ++i) {
        auto& issue = issues.emplace_back();
        for (std::size_t l = 0; l < m_hundredths[i].size(); ++l)
            if (m_offers.allows(i, l))
                issue.levels.push_back(
                    {m_hundredths[i][l].of(m_side), m_model.points(i, l), static_cast<std::uint8_t>(l), l != m_domain.issues[i].statusQuo});
        if (issue.levels.empty())
            return {};
    }
    return issues;
}

std::optional<double> AdditiveSeat::most(double theirs) const
{
    const auto issues = issuePoints();
    if (issues.empty())
        return std::nullopt;
    for (const auto& sums : undominated(issues))
        if (sums.second >= theirs)
            return worth(sums.package);
    return std::nullopt;
}

std::optional<Package> AdditiveSeat::offer(double least) const
{
    const auto issues = issuePoints();
    if (issues.empty())
        return std::nullopt;
    // the last one that clears the bound is what the other side would like best; sums are compared in points, as worth() gives them
    auto sums = undominated(issues, least * hundredthsOfPoint - 1e-6);
    while (!sums.empty() && worth(sums.back().package) < least)
        sums.pop_back();
    return sums.empty() ? std::nullopt : std::optional(sums.back().package);
}

std::optional<Package> AdditiveSeat::anyOffer(double least, numbers::Random& random) const
{
    for (int i = 0; i < mostTries; ++i) {
        Package package;
        for (std::size_t issue = 0; issue < m_domain.issues.size(); ++issue)
            package.levels[issue] = static_cast<std::uint8_t>(random.below(m_domain.issues[issue].levels.size()));
        if (m_offers.holds(package) && worth(package) >= least)
            return package;
    }
    return offer(least);
}

std::vector<Package> AdditiveSeat::beside(const Package& first, double least, std::size_t most) const
{
    std::vector<Package> packages;
    auto sums = undominated(issuePoints(), least * hundredthsOfPoint - 1e-6);
    for (auto each = sums.rbegin(); each != sums.rend() && packages.size() < most; ++each) {
        const double mine = worth(each->package);
        const bool isNew = each->package != first && std::ranges::find(packages, each->package) == packages.end();
        if (isNew && mine >= least && mine <= least + isoUtilityWidth)
            packages.push_back(each->package);
    }
    return packages;
}

std::vector<Both<double>> AdditiveSeat::estimatedFrontier() const
{
    std::vector<Both<double>> worths;
    if (const auto issues = issuePoints(); !issues.empty())
        for (const auto& sums : undominated(issues))
            worths.push_back({sums.first / hundredthsOfPoint, sums.second});
    return worths;
}

} // namespace chokepoint::bargain
