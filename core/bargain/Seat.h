// What one player sees: its own worth, its estimate of the other side's, and the packages that it may offer.
#pragma once

#include "api/Bargain.h"
#include "bargain/FrequencyModel.h"
#include "numbers/Random.h"

#include <vector>

namespace chokepoint::bargain {

/// How much further than asked a package may be worth to its own side: wide enough to choose by what the other side wants.
inline constexpr double isoUtilityWidth = 1.5;

class Seat {
public:
    virtual ~Seat() = default;

    /// Points to this side.
    virtual double worth(const Package& package) const = 0;
    /// Points to the other side, by estimate.
    virtual double estimate(const Package& package) const = 0;
    /// Takes an offer of the other side, at a time from 0 to 1, into the estimate.
    virtual void hear(const Package& theirs, double time) = 0;
    /// The most that this side can ask for, of the packages that leave the other side at least `theirs` by estimate. Nothing without one.
    virtual std::optional<double> most(double theirs) const = 0;
    /// Of the packages that may be offered and are worth at least `least`, and not much more where there are such, the one that the other
    /// side would like best by estimate, then the one that changes fewest issues. Nothing when none is worth so much.
    virtual std::optional<Package> offer(double least) const = 0;
    /// Any of those that are worth at least `least`, not only the best.
    virtual std::optional<Package> anyOffer(double least, numbers::Random& random) const = 0;
    /// Worths on the frontier of one's own worth and the estimate.
    virtual std::vector<Both<double>> estimatedFrontier() const = 0; ///< `us` is one's own, `china` the other's
    /// Up to `most` other packages that may be offered beside `first`, worth at least `least` and no more than `isoUtilityWidth` over it,
    /// each the best for the other side if it wants something else than the estimate says; none where there is no room between.
    virtual std::vector<Package> beside(const Package& first, double least, std::size_t most) const = 0;
    virtual std::vector<double> readings() const { return {}; }
    /// Where the estimate is one of issues and levels.
    virtual const FrequencyModel* ofIssues() const { return nullptr; }
};

} // namespace chokepoint::bargain
