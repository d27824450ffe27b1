// Runs the study of the board on a thread of its own.
#include "bridge/Bands.h"

#include "api/LiveEnsemble.h"

#include <QMetaObject>

#include <algorithm>

namespace chokepoint::ui {

/// What lives on the working thread: the study, and the draws of the baseline, which seldom changes.
struct Bands::Worker {
    std::unique_ptr<LiveEnsemble> study;
    Scenario baseline;
    SeriesDraws baselineSamples;

    void keepBaseline(const Scenario& scenario, const std::vector<std::size_t>& series, std::size_t draws,
                      const std::function<bool()>& isCancelled)
    {
        const bool isKnown = baselineSamples.draws() >= draws && baseline == scenario && baselineSamples.series() == series;
        if (isKnown)
            return;
        baselineSamples = study->run(scenario, series, draws, isCancelled).samples;
        baseline = scenario;
    }
};

Bands::Bands(const Board& board, QObject* parent) : QObject(parent), m_board(board), m_worker(std::make_shared<Worker>())
{
    m_pool.setMaxThreadCount(1); // the study itself uses all processors
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfDrag);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_newest != *m_generation)
            begin();
    });
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
    std::vector<std::size_t> wanted;
    for (const auto row : series)
        if (std::ranges::find(wanted, row) == wanted.end())
            wanted.push_back(row);
    if (wanted == m_series)
        return;
    m_series = wanted;
    restart();
}

std::optional<SeriesSpread> Bands::spreadOf(std::size_t series) const
{
    if (!m_present.has(series) || m_board.catalogue().series[series].kind == SeriesKind::Category)
        return std::nullopt;
    return m_spreads[static_cast<std::size_t>(std::ranges::find(m_present.series(), series) - m_present.series().begin())];
}

std::optional<ChangeSpread> Bands::changeOf(std::size_t series, int year) const
{
    if (!m_present.has(series) || !m_baseline.has(series) || m_board.catalogue().series[series].kind == SeriesKind::Category)
        return std::nullopt;
    const auto [at, isNew] = m_changes.try_emplace({series, year});
    if (isNew)
        at->second = changeSpread(m_present, m_baseline, series, year);
    return at->second;
}

void Bands::restart()
{
    ++*m_generation;
    m_isFinal = m_series.empty();
    if (!m_pause.isActive())
        begin();
}

/// A rough run is never given up, so that a long drag has bands all the time: when it ends, the next begins with the newest scenario.
void Bands::begin()
{
    if (!m_series.empty() && !m_isRoughUnderWay)
        compute(roughDraws);
}

void Bands::compute(std::size_t draws)
{
    const int generation = *m_generation;
    m_isRoughUnderWay = draws == roughDraws;
    std::function<bool()> isCancelled;
    if (!m_isRoughUnderWay)
        isCancelled = [current = m_generation, generation] { return *current != generation; };
    // the engine is immutable and outlives the pool; the scenarios travel by value
    m_pool.start([this, &engine = m_board.engine(), scenario = m_board.scenario(), baseline = m_board.assumedBaseline(),
                  series = m_series, worker = m_worker, isCancelled, generation, draws] {
        Result result;
        try {
            if (!worker->study)
                worker->study = std::make_unique<LiveEnsemble>(engine, LiveOptions{fineDraws, seed, 0, {}, {}});
            const auto run = worker->study->run(scenario, series, draws, isCancelled);
            if (run.samples.draws() > 0)
                worker->keepBaseline(baseline, series, draws, isCancelled);
            result = {run.samples, worker->baselineSamples, run.spreads};
        } catch (const std::exception& error) { // out of memory, say: without bands the window goes on
            qWarning("bands: %s", error.what());
        }
        QMetaObject::invokeMethod(this, [this, generation, draws, result] { take(generation, draws, result); }, Qt::QueuedConnection);
    });
}

void Bands::take(int generation, std::size_t draws, const Result& result)
{
    const bool isNewest = generation == *m_generation;
    if (draws == roughDraws)
        m_isRoughUnderWay = false;
    const bool isWhole = result.present.draws() > 0 && result.baseline.draws() > 0;
    if (isWhole && (isNewest || draws == roughDraws)) {
        m_present = result.present;
        m_baseline = result.baseline;
        m_spreads = result.spreads;
        m_changes.clear();
        m_isFinal = isNewest && draws == fineDraws;
        emit ready();
    }
    m_newest = generation;
    if (m_board.isMoving())
        m_pause.start();
    else if (!isNewest)
        begin();
    else if (draws == roughDraws && !m_board.isMoving())
        compute(fineDraws);
}

} // namespace chokepoint::ui
