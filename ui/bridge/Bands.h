// Bands in the background: an ensemble of the scenario on the board, quick and rough first, then finer; the latest wins.
#pragma once

#include "Board.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
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

    /// The series whose bands are wanted, by place in the catalogue; categories are left out.
    void setSeries(const std::vector<std::size_t>& series);

    /// The newest band of a series; it may be that of the scenario before while a new one is on its way.
    std::optional<SeriesSpread> spreadOf(std::size_t series) const;
    /// True when the finest band of the present scenario is there.
    bool isFinal() const { return m_isFinal; }

    static constexpr std::size_t roughDraws = 300, fineDraws = 3000;
    static constexpr std::uint64_t seed = 1; ///< one seed for all scenarios, so that differences are free of noise

signals:
    void ready();

private:
    void restart();
    void compute(std::size_t draws);
    void take(int generation, std::size_t draws, const Ensemble& ensemble);

    const Board& m_board;
    std::vector<std::size_t> m_series;
    Ensemble m_latest;
    bool m_isFinal = false;
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0); ///< a run of an older one is given up
    QThreadPool m_pool;
};

} // namespace chokepoint::ui
