// The players of an attribution: changed measures, or groups of them, and the levers that each of them moves.
#pragma once

#include "api/Attribution.h"
#include "facts/DataBook.h"
#include "policy/LeverValues.h"

#include <cstdint>
#include <vector>

namespace chokepoint::why {

/// A set of active players, one bit for each.
using Coalition = std::uint64_t;

struct Game {
    std::vector<Player> players;
    std::vector<std::size_t> active;             ///< places in `players`; bit k of a coalition is the k-th of them
    std::vector<std::vector<std::size_t>> rows;  ///< by active player: the lever rows that it moves; no row has two players
    policy::LeverValues<double> baseline, scenario;
    int first = quarterCount;                    ///< the first quarter in which a lever differs

    Coalition everyone() const { return (Coalition{1} << active.size()) - 1; }
    /// Turns the levers of the baseline into those with the players of the coalition at their values in the scenario.
    void move(Coalition coalition, policy::LeverValues<double>& levers) const;
};

/// The measures that the scenario names, and those that the baseline alone names and that move a lever. `scenario` and
/// `baseline` are the levers of the two.
Game gameOf(const facts::DataBook& book, const std::vector<bool>& namedByScenario, const std::vector<bool>& namedByBaseline,
            policy::LeverValues<double> scenario, policy::LeverValues<double> baseline, bool byGroup);

} // namespace chokepoint::why
