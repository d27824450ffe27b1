// Estimates what another side wants from how often its offers hold a level, and from the issues that it does not move.
#pragma once

#include "api/Bargain.h"

#include <vector>

namespace chokepoint::bargain {

/// Points by which a choice among packages may be off.
inline constexpr double spreadOfChoice = 2;

/// An issue that an offer leaves as it was gains weight, the more the earlier it is. The value of a level lies between its count over the
/// largest count of the issue and a guess that anybody would make: whoever does not give likes it when the other gives more.
class FrequencyModel {
public:
    /// `theirs`: the side of which the wishes are estimated.
    FrequencyModel(const Domain& domain, Side theirs);

    void hear(const Package& theirs, double time);
    /// Of several packages they took one up and left the others: issues on which it is better for them than was to be expected gain weight.
    void hearChoice(const Package& taken, const std::vector<Package>& left);
    /// From 0 to 100.
    double estimate(const Package& package) const;
    double points(std::size_t issue, std::size_t level) const { return 100 * m_weights[issue] * m_values[issue][level]; }
    const std::vector<double>& weights() const { return m_weights; } ///< by issue; they add up to 1

private:
    void valueLevels(std::size_t issue);
    void scaleWeights(); ///< so that they add up to 1

    std::vector<double> m_weights;
    std::vector<std::vector<double>> m_guess; ///< from 0 to 1
    std::vector<std::vector<double>> m_counts, m_values;
    std::optional<Package> m_last;
};

} // namespace chokepoint::bargain
