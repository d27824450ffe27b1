// Offers are chosen among the listed packages that are worth as much as asked and little more.
#include "bargain/ListedSeat.h"

#include <algorithm>

namespace chokepoint::bargain {

ListedSeat::ListedSeat(const Domain& domain, std::shared_ptr<const WorthList> worth, std::vector<std::shared_ptr<const WorthList>> readings,
                       std::shared_ptr<const PackageOrder> order)
    : m_domain(domain), m_worth(std::move(worth)), m_model(std::move(readings)), m_order(std::move(order))
{}

std::size_t ListedSeat::firstWorthLessThan(double least) const
{
    const auto at = std::ranges::partition_point(*m_order, [&](std::uint32_t i) { return (*m_worth)[i] >= least; });
    return static_cast<std::size_t>(at - m_order->begin());
}

std::optional<double> ListedSeat::most(double theirs) const
{
    for (const auto i : *m_order)
        if (m_model.estimate(i) >= theirs)
            return (*m_worth)[i];
    return std::nullopt;
}

std::optional<Package> ListedSeat::offer(double least) const
{
    const auto end = firstWorthLessThan(least);
    if (end == 0)
        return std::nullopt;
    auto begin = firstWorthLessThan(least + isoUtilityWidth);
    if (begin == end) // none is worth so little more: the one that comes nearest
        begin = end - 1;
    const auto statusQuo = m_domain.statusQuo();
    std::size_t best = (*m_order)[begin];
    double most = m_model.estimate(best);
    for (auto k = begin + 1; k < end; ++k) {
        const std::size_t i = (*m_order)[k];
        const double estimate = m_model.estimate(i);
        if (estimate > most
            || (estimate == most
                && m_domain.changesBetween(m_domain.packageAt(i), statusQuo)
                       < m_domain.changesBetween(m_domain.packageAt(best), statusQuo))) {
            best = i;
            most = estimate;
        }
    }
    return m_domain.packageAt(best);
}

std::vector<Package> ListedSeat::beside(const Package& first, double least, std::size_t most) const
{
    std::vector<Package> packages;
    const auto begin = firstWorthLessThan(least + isoUtilityWidth), end = firstWorthLessThan(least);
    for (std::size_t r = 0; r < m_model.chances().size() && packages.size() < most; ++r) {
        std::optional<std::size_t> best;
        for (auto k = begin; k < end; ++k)
            if (const std::size_t i = (*m_order)[k]; !best || m_model.worthBy(r, i) > m_model.worthBy(r, *best))
                best = i;
        if (!best)
            continue;
        const auto package = m_domain.packageAt(*best);
        if (package != first && std::ranges::find(packages, package) == packages.end())
            packages.push_back(package);
    }
    return packages;
}

std::optional<Package> ListedSeat::anyOffer(double least, numbers::Random& random) const
{
    const auto end = firstWorthLessThan(least);
    return end == 0 ? std::nullopt : std::optional(m_domain.packageAt((*m_order)[random.below(end)]));
}

std::vector<Both<double>> ListedSeat::estimatedFrontier() const
{
    std::vector<Both<double>> frontier;
    for (const auto i : *m_order)
        if (const double estimate = m_model.estimate(i); frontier.empty() || estimate > frontier.back().china)
            frontier.push_back({(*m_worth)[i], estimate});
    return frontier;
}

} // namespace chokepoint::bargain
