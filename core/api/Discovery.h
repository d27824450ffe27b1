// Scenario discovery: the box of parameters in which an answer holds, found by peeling and pasting (PRIM).
#pragma once

#include "api/Question.h"
#include "api/RunControl.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace chokepoint {

class Engine;

struct DiscoveryRequest {
    Question question;
    Bound bound;
    std::size_t draws = 4096; ///< 200 to 100,000
    std::uint64_t seed = 1;
    RunControl work;
};

/// One limit of a box, in the unit of the parameter. `densityWithout`: what the density of the box would be without it.
struct BoxLimit {
    std::size_t parameter = 0; ///< place in Catalogue::parameters
    std::optional<double> low, high;
    double densityWithout = 0;
    double central = 0;       ///< of the question: the data book's, or that of an own assumption or range
    bool holdsCentral = true; ///< the central value lies inside
};

/// coverage: share of the draws that hold which lie inside. density: share of the draws inside that hold. mass: share of all draws.
struct Box {
    std::vector<BoxLimit> limits; ///< the ones that matter most first
    double coverage = 1, density = 0, mass = 1;
    bool holdsCentral = true;
};

struct Discovery {
    double share = 0;          ///< of the draws with an answer in which the bound holds; 0 when none has one
    std::size_t unanswered = 0; ///< draws without an answer, for a ratio or change is over zero; they count in no share and no box
    double central = 0;        ///< the answer under central parameters
    std::vector<double> answers; ///< by draw; not finite in a draw without an answer
    std::vector<std::size_t> acting; ///< parameters that move the answer in one of a few draws; boxes are made of these alone
    std::vector<Box> boxes;    ///< from everything to the smallest: catch less, be more certain
    std::size_t suggested = 0; ///< place in `boxes`: the best balance (harmonic mean) of coverage and density
    bool isComplete = false;
};

/// Where among the draws a bound holds, as boxes of parameters.
Discovery discover(const Engine& engine, const DiscoveryRequest& request);

} // namespace chokepoint
