// Worths that are sums of points of levels.
#pragma once

#include "api/Bargain.h"

#include <array>
#include <vector>

namespace chokepoint::bargain {

/// Points of levels, by issue and level, in hundredths of a point: whole numbers add up exactly.
using LevelPoints = std::vector<std::vector<Both<double>>>;
inline constexpr double hundredthsOfPoint = 100;

class AdditivePayoffs : public Payoffs {
public:
    AdditivePayoffs(Domain domain, LevelPoints hundredths);

    double worth(Side side, const Package& package) const override;
    Both<double> walkAway(Both<double> chanceOfRollOver) const override;
    Both<std::vector<double>> worths(const Allowed& allowed) const override;
    std::size_t countAbove(const Allowed& allowed, Both<double> least, bool isStrict) const override;
    std::vector<WorthOf> frontier(const Allowed& allowed) const override;
    std::unique_ptr<Seat> seat(Side side, const Allowed& allowed) const override;

    const LevelPoints& hundredths() const { return m_hundredths; }

private:
    LevelPoints m_hundredths;
};

} // namespace chokepoint::bargain
