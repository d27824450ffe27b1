// How well the bands hold: where figures lie in them, what each class holds, and which series weigh most.
#pragma once

#include "api/Backtest.h"
#include "bridge/Board.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace chokepoint::ui {

class BandHistogramView;

class BandsView : public QWidget {
    Q_OBJECT
public:
    explicit BandsView(const Board& board, QWidget* parent = nullptr);
    void setContent(const Backtest& backtest);
    BandHistogramView* histogram() const { return m_histogram; }

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void showCoverage(const Backtest& backtest);
    void showLeftOut(const Backtest& backtest);

    const Board& m_board;
    BandHistogramView* m_histogram;
    QBoxLayout* m_pair;
    QLabel *m_rule, *m_leftOutSentence;
    QGridLayout *m_coverage, *m_leftOut;
};

} // namespace chokepoint::ui
