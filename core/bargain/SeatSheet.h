// What a seat's view is made of: the packages under this side's own weights, and under every reading of the other side's wishes.
#pragma once

#include "api/Rehearsal.h"

#include <memory>
#include <vector>

namespace chokepoint::bargain {

struct SeatView::Sheet {
    /// In `own` the other side has its usual weights, or in the scored game the same on all issues, so that nothing of the one across the
    /// table is in it.
    Sheet(const PackageTable& of, Side seat, const SeatTerms& seatTerms);

    PackageTable table;
    Side side;
    SeatTerms terms;
    Both<std::vector<double>> weights;
    std::shared_ptr<const Payoffs> own;
    std::vector<std::size_t> weightings;                  ///< of the other side; none in the scored game, whose one is its secret
    std::vector<std::shared_ptr<const Payoffs>> readings; ///< by weighting of the other side
    Allowed acceptable, offerable;
};

/// The view after some moves, each as a side, a round, a kind and a package.
SeatView viewOf(std::shared_ptr<const SeatView::Sheet> sheet, const std::vector<SeenMove>& said, int rounds,
                const std::vector<Pressure>& pressures, int round);

/// What holds without a deal in a round when the truce rolls over, and what a side is left with then.
Package withoutDeal(const Domain& domain, const std::vector<Pressure>& pressures, int round);
double walkAwayFrom(const Payoffs& payoffs, Side side, double chanceOfRollOver, const Package& withoutDeal);

} // namespace chokepoint::bargain
