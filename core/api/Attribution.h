// What each changed measure contributes to the difference between a scenario and a baseline: Shapley values.
#pragma once

#include "api/Ensemble.h"
#include "api/Period.h"
#include "api/Projection.h"
#include "api/RunControl.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// More players than mostExactPlayers are sampled. Bands of more than mostBandPlayers come from a few orders of the players in each draw.
inline constexpr std::size_t mostExactPlayers = 16, mostBandPlayers = 8;

/// A changed measure with all its changes in time, or the changed measures of one screen group.
struct Player {
    std::string id;                    ///< of the measure or of the group
    std::optional<std::size_t> group;  ///< place in Catalogue::groups when groups are the players
    std::vector<std::size_t> measures; ///< places in Catalogue::measures
    bool isActive = false;             ///< false: no lever differs from the baseline, so its share is zero in every series
};

/// How a share spreads over draws, in every quarter and in the mean of every year.
struct SpreadInTime {
    std::array<Spread, quarterCount> quarters{};
    std::array<Spread, yearCount> years{};

    const Spread& in(Period period) const
    {
        return period.isYear() ? years[static_cast<std::size_t>(period.year() - firstYear)]
                               : quarters[static_cast<std::size_t>(period.last().index)];
    }
};

/// One series, in its own unit, by quarter. A pair (a, b) of players with a < b stands at pairPlace(a, b, players).
struct SeriesAttribution {
    std::size_t series = 0;                      ///< place in Catalogue::series
    SeriesValues baseline{}, scenario{}, total{}; ///< total = scenario - baseline
    std::vector<SeriesValues> shares;            ///< by player; summed in order of players they give `total`
    std::vector<SeriesValues> errors;            ///< standard errors of the shares, zero when exact
    std::vector<SeriesValues> alone;             ///< by player: what it does alone, added to the baseline
    std::vector<SeriesValues> interactions;      ///< by pair: what both do together beyond what each does alone, at the baseline
    std::vector<SpreadInTime> shareSpreads;      ///< by player, over draws; empty unless asked for
    std::vector<SpreadInTime> totalSpread;       ///< one entry, or none
};

struct Attribution {
    enum class Method { Exact, Sampled };
    Method method = Method::Exact;
    bool isComplete = false; ///< false: a partial result, or cancelled
    std::vector<Player> players; ///< in the order of Catalogue::measures
    std::vector<SeriesAttribution> series;
    std::size_t runs = 0; ///< of the model
};

struct AttributionRequest {
    std::vector<std::size_t> series; ///< places in Catalogue::series; categories are refused
    bool byGroup = false;            ///< the measures of one screen group are one player
    std::size_t permutations = 1000; ///< for more players than can be exact; 2 to 100,000
    std::size_t draws = 0;           ///< for bands; 0 = none, up to 10,000
    std::uint64_t seed = 1;          ///< of the permutations and the draws
    RunControl work;
    /// Told what is known so far, from sampled permutations, on the thread that asked.
    std::function<void(const Attribution&)> onPartial;
};

/// Where the pair (a, b), a < b, of so many players stands: (0, 1), (0, 2), ... (1, 2), ...
constexpr std::size_t pairPlace(std::size_t a, std::size_t b, std::size_t players) { return a * (2 * players - a - 1) / 2 + (b - a - 1); }

/// Shares of the measures that differ between the two in the difference scenario - baseline of each series, in every quarter
/// from the same runs. Own assumptions of the scenario hold in both, those of the baseline count for nothing: the shares
/// are of policy alone. Exact over all subsets for up to mostExactPlayers active players, else from sampled permutations.
/// A player whose every marginal contribution is zero gets exactly zero, interchangeable ones get equal shares, and the
/// remainder of rounding goes to the largest. Cancelled, the result is the last partial one, or has no series. Throws as
/// Engine::check does, and InputError for a category and numbers out of range.
/// Memory: 8 bytes x subsets x quarters after the first change x series.
Attribution attribute(const Engine& engine, const Scenario& scenario, const Scenario& baseline, const AttributionRequest& request);

} // namespace chokepoint
