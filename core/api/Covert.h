// What nobody reports: chips and memory that are smuggled, hoarded or rented out of sight; and where the equations turn for such reasons.
#pragma once

#include "api/Quarter.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// True for the course of what is smuggled, hoarded or rented abroad, of which there are guesses and no counts.
bool isCovert(const Engine& engine, std::size_t series);

/// A quarter from which another term of a minimum in the equations is the least, so that a course bends or ends.
struct Turn {
    Quarter from;
    std::string reason; ///< member of the families "turn" and "turn_label" of the language: "hbm_home_covers"
    friend bool operator==(const Turn&, const Turn&) = default;
};

/// The turns of a series in the run of a scenario, in order of time, from the minimums that decide it: none for most series. A term that
/// is the least for less than a year makes no turn. About the time of a run. Throws as Engine::check does.
std::vector<Turn> turnsOf(const Engine& engine, const Scenario& scenario, std::size_t series);

} // namespace chokepoint
