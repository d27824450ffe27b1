// What other settings of some measures would do to Chinese compute, filled in as the runs come.
#pragma once

#include "api/Message.h"
#include "api/SupplyMap.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace chokepoint::ui {

struct Way;

/// Works only while it can be seen.
class MoverList : public QWidget {
    Q_OBJECT
public:
    static constexpr auto effectSeries = "compute.china_effective";
    MoverList(Board& board, std::vector<std::size_t> measures, QWidget* parent = nullptr);

    /// The board lies otherwise.
    void renew();
    bool isBusy() const { return m_job.isRunning(); }
    /// As far as they are known.
    const std::vector<MapMover>& movers() const { return m_movers; }

signals:
    void wayAsked(const chokepoint::ui::Way& way);

protected:
    void showEvent(QShowEvent*) override;

private:
    void weigh();
    void addMover(const MapMover& mover, const Message& reason);
    void addStep(QVBoxLayout* under, const MapMover& mover, const MapMover::Step& step);

    Board& m_board;
    std::vector<std::size_t> m_measures; ///< places in the catalogue
    std::vector<MapMover> m_movers;
    bool m_isOld = true; ///< what is shown is of another scenario
    QVBoxLayout* m_rows;
    QLabel* m_working;
    Job m_job;
};

} // namespace chokepoint::ui
