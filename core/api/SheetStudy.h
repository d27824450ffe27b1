// The runs that a figure needs, made at once: for exports that have no window with draws at hand.
#pragma once

#include "api/LiveEnsemble.h"
#include "api/Sheet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace chokepoint {

/// Central runs, draws, bands of levels and evidence of one series in some scenarios and a baseline; all run under the assumptions of the
/// first scenario, for these are no policy. Cannot be moved, for what it hands out points into it.
class SheetStudy {
public:
    static constexpr std::size_t usualDraws = 10000, evidenceDraws = 1000;

    /// Throws InputError as Engine::check does, and for an unknown series or a category. `scenarios`: 1 to SheetRuns::mostScenarios.
    SheetStudy(const Engine& engine, std::vector<Scenario> scenarios, Scenario baseline, const std::string& series, int year,
               std::size_t draws = usualDraws, bool withShares = false);
    SheetStudy(const SheetStudy&) = delete;
    SheetStudy& operator=(const SheetStudy&) = delete;

    /// For sheetOf(); `version` and `date` as SheetRuns has them. Holds as long as the study and the language.
    SheetRuns runs(const Language& language, const std::string& version, const std::string& date) const;

private:
    struct Made {
        Scenario scenario;
        Projection central;
        LiveRun draws;
        const SeriesSpread* level = nullptr; ///< of series with a discrepancy
    };
    SheetRun runOf(const Made& made) const;

    const Engine& m_engine;
    std::vector<Made> m_made; ///< the baseline last
    SheetEvidence m_evidence;
};

} // namespace chokepoint
