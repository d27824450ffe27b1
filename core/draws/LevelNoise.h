// What nobody can know about the level of a series, as a factor for each draw: its discrepancy times the shift of the draw.
#pragma once

#include "api/Catalogue.h"

#include <algorithm>
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
        const auto count = std::min(moved.size(), factors.size());
        // what the scale does not hold stays as it is
        if (isOnLogit) {
            for (std::size_t draw = 0; draw < count; ++draw) {
                const double level = moved[draw], odds = level * factors[draw];
                moved[draw] = level > 0 && level < 1 ? static_cast<Value>(odds / (1 - level + odds)) : moved[draw];
            }
        } else {
            for (std::size_t draw = 0; draw < count; ++draw)
                moved[draw] = moved[draw] > 0 ? static_cast<Value>(moved[draw] * factors[draw]) : moved[draw];
        }
    }
};

/// `shifts`: by how many standard deviations levels lie off in each draw (ParameterSampler::levelShifts).
LevelNoise levelNoise(const Discrepancy& discrepancy, const std::vector<double>& shifts);

} // namespace chokepoint::draws
