// Fills the table of coalitions.
#include "why/CoalitionTable.h"

#include <algorithm>

namespace chokepoint::why {

CoalitionTable::CoalitionTable(const Game& game, std::vector<Coalition> coalitions, std::vector<std::size_t> series)
    : m_game(game), m_coalitions(std::move(coalitions)), m_series(std::move(series)),
      m_values(m_series.size() * static_cast<std::size_t>(quarterCount - game.first), std::vector<double>(m_coalitions.size()))
{
}

bool CoalitionTable::fill(const run::Exogenous<double>& exogenous, const run::RunInput& common, const std::vector<std::size_t>& places,
                          run::RunBudget& meter)
{
    run::RunBatch runs;
    runs.count = places.size();
    runs.series = m_series;
    runs.from = m_game.first;
    runs.prepare = [&](std::size_t run, run::RunInput& input) { m_game.move(m_coalitions[places[run]], input.levers); };
    runs.take = [&](std::size_t run, const std::vector<SeriesValues>& values) {
        for (std::size_t s = 0; s < m_series.size(); ++s)
            for (int q = m_game.first; q < quarterCount; ++q)
                m_values[column(s, q)][places[run]] = values[s][static_cast<std::size_t>(q)];
    };
    return run::runBatch(exogenous, common, runs, meter);
}

std::size_t CoalitionTable::place(Coalition coalition) const
{
    if (hasAll())
        return coalition;
    return static_cast<std::size_t>(std::ranges::lower_bound(m_coalitions, coalition) - m_coalitions.begin());
}

std::span<const double> CoalitionTable::values(std::size_t series, int quarter) const { return m_values[column(series, quarter)]; }

} // namespace chokepoint::why
