// The result of many draws: what the uncertain parameters leave open.
#pragma once

#include "api/InstructionSet.h"
#include "api/Quarter.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chokepoint {

class Engine;
struct Scenario;

/// Probabilities of the quantiles that an ensemble keeps.
inline constexpr std::array<double, 9> quantileLevels{0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975};

/// The place of a probability in quantileLevels; one that is not kept does not compile.
consteval std::size_t quantilePlace(double level)
{
    for (std::size_t k = 0; k < quantileLevels.size(); ++k)
        if (quantileLevels[k] == level)
            return k;
    throw "no quantile of this probability is kept";
}

/// The distribution of one series in one quarter, in the unit of the series. Quantiles are exact for the drawn sample, with
/// linear interpolation between neighbours.
struct Spread {
    double mean = 0;
    std::array<double, quantileLevels.size()> quantiles{};
};

/// What the quantiles of an ensemble are of.
enum class Band {
    Runs,  ///< the draws: what the inputs leave open. Differences between packages have no other band
    Level, ///< each draw moved by the discrepancy of its series (Catalogue::discrepancies): what nobody can know about a level as well
};

struct EnsembleRequest {
    std::size_t draws = 10000; ///< 1 to 1,000,000
    std::uint64_t seed = 1;    ///< draw i depends on (seed, i) alone
    int threads = 0;           ///< 0 = as many as the machine has; results do not depend on it
    std::optional<InstructionSet> set; ///< nothing = the widest that the processor has; results do not depend on it
    std::vector<std::size_t> series; ///< places in Catalogue::series; categories have no quantiles and are refused
    Band band = Band::Runs;
    std::optional<Quarter> samplesAt; ///< the quarter whose single values are kept in Ensemble::samples, without discrepancies
    /// Asked after every year; when it answers true the ensemble ends at once, without spreads.
    std::function<bool()> isCancelled;
    /// Seconds of a clock, for the times below; the core has none of its own. Without it the times stay zero.
    std::function<double()> clock;
};

struct Ensemble {
    std::vector<std::size_t> series;
    std::vector<std::array<Spread, quarterCount>> spreads; ///< by series
    std::vector<std::vector<double>> samples; ///< by series and draw, at EnsembleRequest::samplesAt; else empty
    InstructionSet set = InstructionSet::Baseline; ///< the one that was used
    double sampleSeconds = 0, simulateSeconds = 0, quantileSeconds = 0;
};

/// One sampled parameter of a draw: id and value.
using DrawnParameter = std::pair<std::string, double>;

/// Runs the scenario over many draws of the parameters; own assumptions stay at their value in every draw. Throws as Engine::check
/// does, and InputError for numbers of draws or threads out of range or a category among the series.
Ensemble ensembleOf(const Engine& engine, const Scenario& scenario, const EnsembleRequest& request);

/// The values of the sampled parameters in one draw, in the order of the data book.
std::vector<DrawnParameter> drawParameters(const Engine& engine, std::uint64_t seed, std::uint64_t index);

} // namespace chokepoint
