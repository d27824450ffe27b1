// What the program cannot tell and the known weaknesses of the model, one below the other; the last is counted from past observations.
#pragma once

#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace chokepoint::ui {

class LimitsView : public QWidget {
    Q_OBJECT
public:
    explicit LimitsView(const Board& board, QWidget* parent = nullptr);
    bool isBusy() const { return m_job.isRunning(); }

protected:
    void showEvent(QShowEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QLabel* add(QVBoxLayout& list, QWidget* inner, const QString& about, const QString& sentence);

    const Board& m_board;
    Job m_job;
    QBoxLayout* m_columns; ///< of the cards, two where there is room
    QLabel* m_bands = nullptr;
    int m_count = 0;
    bool m_isCounted = false;
};

} // namespace chokepoint::ui
