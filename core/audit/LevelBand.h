// The band of a level once what nobody can know about it is added to what the runs say.
#pragma once

#include "api/Catalogue.h"

#include <span>
#include <vector>

namespace chokepoint::audit {

/// The levels of the draws, each spread by a normal law on the logarithm, or on the logit for shares. Levels that the scale does not
/// hold (zero, or a share of one) stay as they are.
class LevelBand {
public:
    /// `levels`: at least one. `deviation`: the standard deviation on the scale, 0 for the draws alone.
    LevelBand(std::span<const double> levels, bool isOnLogit, double deviation);

    /// The part of the band at or below a value, 0 to 1.
    double below(double value) const;

    /// The value below which the part `p` of the band lies, 0 < p < 1.
    double quantile(double p) const;

private:
    double scaled(double value) const;
    double level(double scaled) const;
    double partBelow(double scaled) const;

    std::vector<double> m_levels; ///< rising
    std::vector<double> m_scaled; ///< of the levels that the scale holds
    bool m_isOnLogit;
    double m_deviation;
    double m_least = 0, m_most = 0; ///< numbers of levels at the lower and at the upper end of the scale
};

} // namespace chokepoint::audit
