// The search behind goal seek, apart from the model: moves of players, values of packages of moves, and a bound.
#pragma once

#include "api/Question.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace chokepoint::choosing {

/// One measure set to one value.
struct Move {
    std::size_t measure = 0; ///< at most one move of a measure in a package
    std::size_t steps = 0;   ///< how far it is from the present value
};

/// Places of moves, rising; one a measure.
using Package = std::vector<std::size_t>;

struct FoundPackage {
    Package moves;
    std::size_t steps = 0;
    double value = 0;
};

struct SearchResult {
    std::vector<FoundPackage> found; ///< meet the bound, the nearest first, no measure set twice, none with a needless measure
    double nearest = 0;              ///< the value nearest to the bound
    std::size_t tried = 0;
    bool isComplete = false;
};

struct Search {
    std::vector<Move> moves;
    Bound bound;
    double present = 0;          ///< the value without moves, which does not meet the bound
    std::size_t mostChanges = 4, wanted = 3;
    bool countSteps = false;     ///< order by steps before the number of changes
    /// Values of packages; empty = cancelled.
    std::function<std::vector<double>(const std::vector<Package>&)> evaluate;
};

/// All packages of one and, up to `fullPairs` of them, of two moves; larger ones grow from the nearest that fall short. With the
/// fewest changes it ends at the size at which `wanted` packages are there, else it goes on to mostChanges.
SearchResult searchGoal(const Search& search);

} // namespace chokepoint::choosing
