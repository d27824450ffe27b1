// The values of series in coalitions of players, by quarter: filled by runs, read by the formulas of Shapley values.
#pragma once

#include "run/RunBatch.h"
#include "why/Game.h"

#include <span>
#include <vector>

namespace chokepoint::why {

class CoalitionTable {
public:
    /// `coalitions` rise and have no doubles; `series` are rows of model::variableTable. `game` must outlive the table.
    CoalitionTable(const Game& game, std::vector<Coalition> coalitions, std::vector<std::size_t> series);

    /// Runs the coalitions at these places; false when cancelled. `common` has the levers of the baseline.
    bool fill(const run::Exogenous<double>& exogenous, const run::RunInput& common, const std::vector<std::size_t>& places,
              run::RunBudget& meter);

    std::size_t size() const { return m_coalitions.size(); }
    bool hasAll() const { return m_coalitions.size() == std::size_t{1} << m_game.active.size(); }
    /// Where a coalition stands, which must be one of the table.
    std::size_t place(Coalition coalition) const;
    /// Values by place, in a quarter not before the game's first.
    std::span<const double> values(std::size_t series, int quarter) const;
    double value(std::size_t series, int quarter, Coalition coalition) const { return values(series, quarter)[place(coalition)]; }

private:
    std::size_t column(std::size_t series, int quarter) const
    {
        return series * static_cast<std::size_t>(quarterCount - m_game.first) + static_cast<std::size_t>(quarter - m_game.first);
    }

    const Game& m_game;
    std::vector<Coalition> m_coalitions;
    std::vector<std::size_t> m_series;
    std::vector<std::vector<double>> m_values; ///< by series and quarter, by place
};

} // namespace chokepoint::why
