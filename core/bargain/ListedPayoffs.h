// Worths of all packages in lists, under every weighting that a side may have.
#pragma once

#include "api/Bargain.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace chokepoint::bargain {

/// Worths by Domain::indexOf().
using WorthList = std::vector<double>;
/// Packages from the best for a side down.
using PackageOrder = std::vector<std::uint32_t>;

class ListedPayoffs : public Payoffs {
public:
    /// What a side has without a deal: of a roll-over it has what the status quo is worth.
    struct List {
        std::shared_ptr<const WorthList> worth;
        double spiral = 0;
    };

    /// `readings`: what each side's wishes could be, for the other side's estimate.
    ListedPayoffs(Domain domain, Both<List> lists, Both<std::vector<std::shared_ptr<const WorthList>>> readings);

    double worth(Side side, const Package& package) const override { return (*m_lists.of(side).worth)[domain().indexOf(package)]; }
    Both<double> walkAway(Both<double> chanceOfRollOver) const override;
    Both<std::vector<double>> worths(const Allowed& allowed) const override;
    std::size_t countAbove(const Allowed& allowed, Both<double> least, bool isStrict) const override;
    std::vector<WorthOf> frontier(const Allowed& allowed) const override;
    std::unique_ptr<Seat> seat(Side side, const Allowed& allowed) const override;

private:
    std::shared_ptr<const PackageOrder> orderOf(Side side, const Allowed& allowed) const;

    Both<List> m_lists;
    Both<std::vector<std::shared_ptr<const WorthList>>> m_readings;
    /// Sorted once for each side and what it may offer: many players sit down to the same game.
    mutable std::map<std::pair<Side, std::vector<std::uint32_t>>, std::shared_ptr<const PackageOrder>> m_orders;
    mutable std::mutex m_ordering;
};

} // namespace chokepoint::bargain
