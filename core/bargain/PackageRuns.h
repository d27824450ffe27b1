// The runs behind a table of packages, and those behind a few packages in many draws of the inputs.
#pragma once

#include "bargain/Outcomes.h"
#include "run/EngineImpl.h"

#include <optional>
#include <vector>

namespace chokepoint::bargain {

/// Whether a deal holds, or is broken and snaps back to today.
enum class Fate { Kept, Broken };

/// The scenario of a package. Of a broken one the measures return to what they are today after the quarters of the terms.
Scenario fateOf(const Catalogue& catalogue, const GameTables& game, const Package& package, const WorthTerms& terms, Fate fate);

class PackageRuns {
public:
    /// `engine` and `game` must live as long as this.
    PackageRuns(const Engine& engine, const GameTables& game, const WorthTerms& terms);

    /// Packages that differ only in measures which move no series share a run.
    std::size_t runCount() const { return m_runCount; }
    /// Values of all packages, by package and outcome. False when it was cancelled.
    bool fill(Fate fate, std::vector<Both<double>>& values, run::RunBudget& meter) const;
    /// Values of one scenario.
    Scores valuesOf(const Scenario& scenario) const;
    /// Values of what comes without a deal when the truce does not roll over.
    Scores spiral() const;
    /// Worths of some packages in draws of the inputs; nothing when cancelled.
    std::optional<DrawWorths> inDraws(const Both<std::vector<double>>& weights, const std::vector<Package>& packages, std::size_t draws,
                                      std::uint64_t seed, run::RunBudget& meter) const;

private:
    struct Played; ///< a scenario ready to run, with the numbers of its measures
    Played played(const Scenario& scenario) const;
    Scores scoresOf(const Scenario& scenario) const;
    Scores scoresOf(const std::vector<SeriesValues>& values, const std::vector<double>& numbers) const;
    Package packageOfRun(std::size_t run) const;
    std::size_t runOf(const Package& package) const;

    const Engine& m_engine;
    const GameTables& m_game;
    WorthTerms m_terms;
    Horizon m_horizon;
    std::vector<std::size_t> m_series;
    std::vector<bool> m_isInModel; ///< by issue
    std::size_t m_runCount = 1;
    std::vector<double> m_today;   ///< numbers of measures at the status quo
    std::vector<Scores> m_presets; ///< in the order of the catalogue
    std::optional<Scale> m_scale;
};

} // namespace chokepoint::bargain
