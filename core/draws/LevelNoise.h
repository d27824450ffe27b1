// What nobody can know about the level of a series, as a factor for each draw: its discrepancy times the shift of the draw.
#pragma once

#include "api/Catalogue.h"

#include <span>
#include <vector>

namespace chokepoint::draws {

/// What moves the levels of one series: a factor for each draw, of the level or on the logit of its odds; no factors leave it as it is.
struct LevelNoise {
    bool isOnLogit = false;
    std::vector<double> factors;

    /// The levels of the first draws, moved.
    template <class Value> void apply(std::span<const Value> levels, std::vector<Value>& moved) const
    {
        moved.assign(levels.begin(), levels.end());
        for (std::size_t draw = 0; draw < moved.size() && draw < factors.size(); ++draw) {
            const double level = moved[draw];
            if (!(level > 0) || (isOnLogit && level >= 1))
                continue; // what the scale does not hold stays as it is
            const double odds = level * factors[draw];
            moved[draw] = static_cast<Value>(isOnLogit ? odds / (1 - level + odds) : odds);
        }
    }
};

/// `shifts`: by how many standard deviations levels lie off in each draw (ParameterSampler::levelShifts).
LevelNoise levelNoise(const Discrepancy& discrepancy, const std::vector<double>& shifts);

} // namespace chokepoint::draws
