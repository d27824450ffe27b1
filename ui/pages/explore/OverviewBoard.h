// The overview: one large chart, below it small ones of what a package moves most, and what it leaves alone.
#pragma once

#include "api/Overview.h"
#include "bridge/Board.h"
#include "bridge/Draws.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace chokepoint::ui {

class ChartCard;
class UntouchedBox;

/// Which series are shown is decided when a control has been let go, never during a drag or a replay, and what stays shown keeps its place.
class OverviewBoard : public QWidget {
    Q_OBJECT
public:
    /// Board and draws must outlive it.
    OverviewBoard(Board& board, Draws& draws, QWidget* parent = nullptr);

    /// Takes the large chart, or gives it up.
    void setMain(ChartCard* chart);
    /// Decides anew; only while it is shown.
    void decide();
    const OverviewSeries& series() const { return m_series; }
    const std::vector<ChartCard*>& small() const { return m_small; }
    UntouchedBox* untouched() const { return m_untouched; }

signals:
    /// The large chart is to show another series, for a package moves that most.
    void mainWanted(std::size_t series);
    /// A small chart was made; whoever answers the others answers it too.
    void chartMade(ChartCard* chart);
    /// Other series are shown.
    void seriesShown();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    ChartCard* makeSmall(std::size_t place);
    void showSmall();
    void choose(std::size_t place, const std::string& series);
    void release(std::size_t place);
    void arrange();

    Board& m_board;
    Draws& m_draws;
    OverviewSeries m_series;
    QGridLayout* m_layout = nullptr;
    ChartCard* m_main = nullptr;
    std::vector<ChartCard*> m_small;
    UntouchedBox* m_untouched = nullptr;
    int m_columns = 0;
};

} // namespace chokepoint::ui
