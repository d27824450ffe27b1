// A study: one set of draws for all scenarios that are looked at, run again and again as levers move.
#pragma once

#include "api/InstructionSet.h"
#include "api/Scenario.h"
#include "api/SeriesDraws.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chokepoint {

class Engine;

struct LiveOptions {
    std::size_t draws = 10000;
    std::uint64_t seed = 1;            ///< draw i depends on (seed, i) alone
    int threads = 0;                   ///< 0 = as many as the machine has; results do not depend on it
    std::optional<InstructionSet> set; ///< nothing = the widest; results do not depend on it
    std::function<double()> clock;     ///< seconds, for the times of a run; the core has no clock of its own
};

struct LiveRun {
    SeriesDraws samples;
    std::vector<std::array<Spread, quarterCount>> spreads; ///< in the order of samples.series(); zeros for a category
    /// The same of levels: each draw moved by the discrepancy of its series, as ensembleOf() does for Band::Level. Equal to `spreads`
    /// for a series without one.
    std::vector<std::array<Spread, quarterCount>> levelSpreads;
    double simulateSeconds = 0, quantileSeconds = 0;
    int firstQuarter = 0; ///< the run was resumed here: before it nothing differs from the recorded measures
};

/// Not for several threads at once. Remembers the draws, laid out for the processor, for the last two sets of own assumptions, and the
/// states at the last quarter before a change, so that the next run resumes there; about 130 MB for 10,000 draws.
class LiveEnsemble {
public:
    /// `engine` must outlive the study. Throws InputError as Engine::ensemble does.
    LiveEnsemble(const Engine& engine, LiveOptions options);
    ~LiveEnsemble();

    const LiveOptions& options() const;

    /// Runs the first `draws` draws and keeps `series` (places in Catalogue::series, categories too). Asked now and then, `isCancelled` may
    /// end it at once; the result then has no draws. Throws as Engine::check does.
    LiveRun run(const Scenario& scenario, const std::vector<std::size_t>& series, std::size_t draws,
                 const std::function<bool()>& isCancelled = {});

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace chokepoint
