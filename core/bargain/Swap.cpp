// Looks among the packages that differ in one or two issues for one that both would rather have.
#include "api/Bargain.h"

#include <tuple>

namespace chokepoint::bargain {
namespace {

/// Differences below this are rounding.
constexpr double noGain = 1e-9;

class SwapSearch {
public:
    SwapSearch(const Payoffs& payoffs, Side mine, const Allowed& allowed, const Package& package, const Estimate& theirs)
        : m_payoffs(payoffs),
          m_mine(mine),
          m_allowed(allowed),
          m_theirs(theirs),
          m_package(package),
          m_myWorth(payoffs.worth(mine, package)),
          m_theirWorth(theirs(package))
    {}

    std::optional<Swap> found()
    {
        const auto& issues = m_payoffs.domain().issues;
        for (std::size_t i = 0; i < issues.size(); ++i)
            forOthers(m_package, i, [&](const Package& one) {
                tryIt(one, 1);
                for (auto j = i + 1; j < issues.size(); ++j)
                    forOthers(one, j, [&](const Package& two) { tryIt(two, 2); });
            });
        return m_best;
    }

private:
    template <class Visit> void forOthers(Package package, std::size_t issue, const Visit& visit) const
    {
        const auto now = package.levels[issue];
        for (std::size_t l = 0; l < m_payoffs.domain().issues[issue].levels.size(); ++l)
            if (l != now && m_allowed.allows(issue, l)) {
                package.levels[issue] = static_cast<std::uint8_t>(l);
                visit(package);
            }
    }

    void tryIt(const Package& package, int changes)
    {
        const double mine = m_payoffs.worth(m_mine, package) - m_myWorth;
        if (mine < -noGain)
            return;
        const double theirs = m_theirs(package) - m_theirWorth;
        if (theirs <= noGain || !m_allowed.holds(package))
            return;
        // fewer changes win over what is no more than rounding
        if (!m_best || theirs > m_best->theirs + noGain
            || (theirs > m_best->theirs - noGain && std::tuple(-changes, mine) > std::tuple(-m_changes, m_best->mine))) {
            m_best = Swap{package, mine, theirs};
            m_changes = changes;
        }
    }

    const Payoffs& m_payoffs;
    Side m_mine;
    const Allowed& m_allowed;
    const Estimate& m_theirs;
    Package m_package;
    double m_myWorth, m_theirWorth;
    std::optional<Swap> m_best;
    int m_changes = 0;
};

} // namespace

std::optional<Swap> swapFor(const Payoffs& payoffs, Side mine, const Allowed& allowed, const Package& package, const Estimate& theirs,
                            const std::vector<Estimate>& readings)
{
    auto swap = SwapSearch(payoffs, mine, allowed, package, theirs).found();
    if (!swap)
        return swap;
    for (std::size_t r = 0; r < readings.size(); ++r)
        if (const double there = readings[r](swap->package) - readings[r](package); there < swap->theirsThere - noGain) {
            swap->worseUnder = r;
            swap->theirsThere = there;
        }
    return swap;
}

} // namespace chokepoint::bargain
