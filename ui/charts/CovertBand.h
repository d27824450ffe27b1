// Lays the bands of a series that nobody reports under a chart that stands on no card.
#pragma once

#include "api/Figure.h"

#include <QObject>

namespace chokepoint::ui {

class Board;
class ChartView;
class Draws;

/// Belongs to the chart. Other series stay as they are. It asks for draws only while the chart can be seen.
class CovertBand : public QObject {
    Q_OBJECT
public:
    CovertBand(const Board& board, Draws& draws, ChartView* view);

    /// Shows a figure, the scenario on the board as its main line, with the bands of the draws if its series is covert.
    void setFigure(const Figure& figure);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void want();
    void present();

    const Board& m_board;
    Draws& m_draws;
    ChartView* m_view;
    Figure m_figure;
    std::optional<std::size_t> m_series; ///< of a covert series its place in the catalogue
};

} // namespace chokepoint::ui
