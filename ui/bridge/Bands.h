// Bands in the background: the draws of the scenario on the board and of its baseline, quick and rough first, then all; the latest wins.
#pragma once

#include "api/Ensemble.h"
#include "bridge/Board.h"
#include "api/SeriesDraws.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace chokepoint::ui {

/// Quantiles of one series by quarter, in the unit of the series.
using SeriesSpread = std::array<Spread, quarterCount>;

class Bands : public QObject {
    Q_OBJECT
public:
    /// Follows the board. Engine and board must outlive it.
    explicit Bands(const Board& board, QObject* parent = nullptr);
    ~Bands() override;

    /// The series whose draws are wanted, by place in the catalogue; a category has draws and no band.
    void setSeries(const std::vector<std::size_t>& series);

    /// The newest band of a series; it may be that of the scenario before while a new one is on its way.
    std::optional<SeriesSpread> spreadOf(std::size_t series) const;
    /// How the annual mean of a year changes against the baseline, draw by draw, from the newest samples.
    std::optional<ChangeSpread> changeOf(std::size_t series, int year) const;

    /// The newest draws of the scenario on the board and of its baseline; without any draw before the first run has ended.
    const SeriesDraws& present() const { return m_present; }
    const SeriesDraws& baseline() const { return m_baseline; }

    /// True when all draws of the present scenario are there.
    bool isFinal() const { return m_isFinal; }
    /// How many draws the newest band is made of; zero before the first.
    std::size_t draws() const { return m_present.draws(); }

    static constexpr std::size_t roughDraws = 300, fineDraws = 10000;
    static constexpr int pauseOfDrag = 24; ///< milliseconds between two rough runs of a drag: the hand needs a processor too
    static constexpr std::uint64_t seed = 1; ///< one seed for all scenarios, so that differences are free of noise

signals:
    void ready();

private:
    struct Worker;
    struct Result {
        SeriesDraws present, baseline;
        std::vector<SeriesSpread> spreads; ///< in the order of present.series()
    };
    void restart();
    void begin();
    void compute(std::size_t draws);
    void take(int generation, std::size_t draws, const Result& result);

    const Board& m_board;
    std::vector<std::size_t> m_series;
    SeriesDraws m_present, m_baseline;
    std::vector<SeriesSpread> m_spreads;
    mutable std::map<std::pair<std::size_t, int>, ChangeSpread> m_changes; ///< by series and year, of the newest samples
    bool m_isFinal = false, m_isRoughUnderWay = false;
    int m_newest = 0; ///< generation of the newest run that ended
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0); ///< a fine run of an older one is given up
    std::shared_ptr<Worker> m_worker; ///< used by one task at a time
    QThreadPool m_pool;
    QTimer m_pause;
};

} // namespace chokepoint::ui
