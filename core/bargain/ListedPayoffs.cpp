// Counts and sorts the listed packages.
#include "bargain/ListedPayoffs.h"

#include "bargain/Frontier.h"
#include "bargain/ListedSeat.h"

#include <algorithm>

namespace chokepoint::bargain {

ListedPayoffs::ListedPayoffs(Domain domain, Both<List> lists, Both<std::vector<std::shared_ptr<const WorthList>>> readings)
    : Payoffs(std::move(domain)), m_lists(std::move(lists)), m_readings(std::move(readings))
{}

Both<double> ListedPayoffs::walkAway(Both<double> chance) const
{
    const auto today = worthOf(domain().statusQuo());
    return {chance.us * today.us + (1 - chance.us) * m_lists.us.spiral,
            chance.china * today.china + (1 - chance.china) * m_lists.china.spiral};
}

Both<std::vector<double>> ListedPayoffs::worths(const Allowed& allowed) const
{
    Both<std::vector<double>> all;
    for (std::size_t i = 0; i < m_lists.us.worth->size(); ++i)
        if (allowed.holds(domain().packageAt(i))) {
            all.us.push_back((*m_lists.us.worth)[i]);
            all.china.push_back((*m_lists.china.worth)[i]);
        }
    return all;
}

std::size_t ListedPayoffs::countAbove(const Allowed& allowed, Both<double> least, bool isStrict) const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_lists.us.worth->size(); ++i) {
        const double us = (*m_lists.us.worth)[i], china = (*m_lists.china.worth)[i];
        const bool isEnough = isStrict ? us > least.us && china > least.china : us >= least.us && china >= least.china;
        if (isEnough && allowed.holds(domain().packageAt(i)))
            ++count;
    }
    return count;
}

std::vector<WorthOf> ListedPayoffs::frontier(const Allowed& allowed) const
{
    std::vector<WorthOf> all;
    for (std::size_t i = 0; i < m_lists.us.worth->size(); ++i)
        if (const auto package = domain().packageAt(i); allowed.holds(package))
            all.push_back({package, {(*m_lists.us.worth)[i], (*m_lists.china.worth)[i]}});
    return undominated(std::move(all), domain());
}

std::shared_ptr<const PackageOrder> ListedPayoffs::orderOf(Side side, const Allowed& allowed) const
{
    const std::lock_guard lock(m_ordering);
    auto& order = m_orders[{side, allowed.masks}];
    if (!order) {
        const auto& worth = *m_lists.of(side).worth;
        PackageOrder sorted;
        for (std::size_t i = 0; i < worth.size(); ++i)
            if (allowed.holds(domain().packageAt(i)))
                sorted.push_back(static_cast<std::uint32_t>(i));
        std::ranges::stable_sort(sorted, [&](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
        order = std::make_shared<const PackageOrder>(std::move(sorted));
    }
    return order;
}

std::unique_ptr<Seat> ListedPayoffs::seat(Side side, const Allowed& allowed) const
{
    return std::make_unique<ListedSeat>(domain(), m_lists.of(side).worth, m_readings.of(otherThan(side)), orderOf(side, allowed));
}

} // namespace chokepoint::bargain
