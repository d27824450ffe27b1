// Runs ensembles on a thread of their own.
#include "Bands.h"

#include <QMetaObject>

#include <algorithm>

namespace chokepoint::ui {

Bands::Bands(const Board& board, QObject* parent) : QObject(parent), m_board(board)
{
    m_pool.setMaxThreadCount(1); // the ensemble itself uses all processors
    connect(&board, &Board::changed, this, &Bands::restart);
}

Bands::~Bands()
{
    ++*m_generation;
    m_pool.clear();
    m_pool.waitForDone();
}

void Bands::setSeries(const std::vector<std::size_t>& series)
{
    m_series.clear();
    for (const auto row : series)
        if (m_board.catalogue().series[row].kind != SeriesKind::Category && std::ranges::find(m_series, row) == m_series.end())
            m_series.push_back(row);
    restart();
}

std::optional<SeriesSpread> Bands::spreadOf(std::size_t series) const
{
    const auto at = std::ranges::find(m_latest.series, series);
    return at == m_latest.series.end() ? std::nullopt : std::optional(m_latest.spreads[static_cast<std::size_t>(at - m_latest.series.begin())]);
}

void Bands::restart()
{
    ++*m_generation;
    m_isFinal = m_series.empty();
    m_pool.clear();
    if (!m_series.empty())
        compute(roughDraws);
}

void Bands::compute(std::size_t draws)
{
    const int generation = *m_generation;
    EnsembleRequest request;
    request.draws = draws;
    request.seed = seed;
    request.series = m_series;
    request.isCancelled = [current = m_generation, generation] { return *current != generation; };
    // the engine is immutable and outlives the pool; the scenario travels by value
    m_pool.start([this, &engine = m_board.engine(), scenario = m_board.scenario(), start = m_board.start(), request, generation, draws] {
        const auto ensemble = engine.ensemble(scenario, start, request);
        QMetaObject::invokeMethod(this, [this, generation, draws, ensemble] { take(generation, draws, ensemble); }, Qt::QueuedConnection);
    });
}

void Bands::take(int generation, std::size_t draws, const Ensemble& ensemble)
{
    if (generation != *m_generation || ensemble.spreads.empty())
        return;
    m_latest = ensemble;
    m_isFinal = draws == fineDraws;
    emit ready();
    if (!m_isFinal && !m_board.isMoving())
        compute(fineDraws);
}

} // namespace chokepoint::ui
