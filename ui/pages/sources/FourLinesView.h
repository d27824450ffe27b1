// Policy and assumptions kept apart: baseline and policy, each with the inputs of the data book and with one's own.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class ChartView;
class CovertBand;
class Draws;
class SeriesPicker;

class FourLinesView : public QWidget {
    Q_OBJECT
public:
    FourLinesView(Board& board, Draws& draws, QWidget* parent = nullptr);

    ChartView* view() const { return m_view; }
    SeriesPicker* series() const { return m_series; }

protected:
    void showEvent(QShowEvent*) override;

private:
    void refresh();

    Board& m_board;
    SeriesPicker* m_series;
    ChartView* m_view;
    CovertBand* m_band;
    QLabel *m_unit, *m_sentence;
};

} // namespace chokepoint::ui
