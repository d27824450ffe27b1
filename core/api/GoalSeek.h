// Goal seek: the packages nearest to a baseline that bring a series to a bound.
#pragma once

#include "api/Catalogue.h"
#include "api/Question.h"
#include "api/RunControl.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace chokepoint {

class Engine;

/// Whose measures move: those of Washington and its allies, those of Beijing, or of both.
enum class ActingSide { America, Beijing, Both };

/// The measures of a side that the equations read, by place in Catalogue::measures.
std::vector<std::size_t> measuresOf(const Catalogue& catalogue, ActingSide side);

/// Who must act for these changes; America for none.
ActingSide actingSide(const Catalogue& catalogue, const std::vector<Change>& moves);

/// What a package costs or brings beside its goal: revenue, lead and talent, by place in Catalogue::series.
std::vector<std::size_t> costSeries(const Catalogue& catalogue);

struct GoalRequest {
    Scenario from;          ///< what is changed, from its start on; its changes of measures that may not move stay
    std::size_t series = 0; ///< place in Catalogue::series, no category
    int year = lastYear;    ///< the annual mean counts
    Bound bound;
    std::vector<std::size_t> movable; ///< places in Catalogue::measures; empty = every measure that the equations read
    enum class Nearest { FewestChanges, LeastChanges } nearest = Nearest::FewestChanges; ///< fewest measures, or fewest steps of levels
    std::size_t mostChanges = 4;                                                         ///< measures moved, 1 to 6
    std::size_t draws = 500;         ///< for the share of draws that meet the bound; 0 to 10,000, from 10 with leastInTen
    std::size_t leastInTen = 0;      ///< of ten draws as many must meet the bound, 0 to 10; 0 asks nothing of them
    std::vector<std::size_t> beside; ///< places in Catalogue::series whose means are told beside each package, such as what it costs
    std::uint64_t seed = 1;
    RunControl work;
    double leastShare() const { return static_cast<double>(leastInTen) / 10; }
};

struct GoalPackage {
    Scenario scenario;
    std::vector<Change> moves;  ///< what it adds to `from`
    std::size_t steps = 0;      ///< levels, or stops of a slider, passed over
    double value = 0;           ///< annual mean of an exact run
    double shareOfDraws = 0;    ///< in which the bound is met
    std::vector<double> beside; ///< annual means of GoalRequest::beside
};

/// One and two moves are searched in full, more from the packages that came nearest. Where packages that meet the bound do so in too few
/// draws, those are sought that go beyond it by half of what the draws of `from` spread, then by the whole, and once more by half of it.
struct GoalAnswer {
    double present = 0;                ///< annual mean without moves
    std::vector<double> presentBeside; ///< the same of GoalRequest::beside
    bool isMetAlready = false;
    std::vector<GoalPackage> packages; ///< at most three, the nearest first, of different sets of measures; empty when none was found
    double nearestValue = 0;           ///< when none was found: the value that came nearest
    double surestShare = 0;            ///< of the packages that meet the bound: the largest share of draws, enough or not
    std::size_t tried = 0;             ///< packages run
    bool isComplete = false;
};

/// Packages that bring a series to a bound. Throws InputError for a year or a measure that cannot be meant.
GoalAnswer seekGoal(const Engine& engine, const GoalRequest& request);

} // namespace chokepoint
