// What the parts of the page Why share: they follow board and focus, and work only while they are looked at.
#pragma once

#include "bridge/Board.h"
#include "pages/why/Focus.h"
#include "bridge/Job.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace chokepoint::ui {

class WhyView : public QWidget {
    Q_OBJECT
public:
    WhyView(Board& board, Focus& focus, QWidget* parent);

    bool isBusy() const { return m_job.isRunning(); }

protected:
    /// The board or the focus is another one than at the last time, and the view is looked at.
    virtual void renew() = 0;
    void showEvent(QShowEvent*) override;

    /// A card with a title; the caller fills the layout that it returns.
    QVBoxLayout* addCard(QVBoxLayout* under, const QString& title);
    QLabel* addText(QVBoxLayout* under, const QString& name, const char* role = nullptr);

    const Series& series() const { return m_board.catalogue().series[m_focus.series()]; }
    /// A value by quarter, of the year or the quarter that is explained.
    double told(const SeriesValues& values) const { return m_focus.period().in(values); }
    /// The end of a time axis: 2032, or the end of the model's time where a later one is told.
    double endOfAxis() const { return m_focus.period().year() >= 2032 ? lastYear + 1.0 : 2032.0; }
    /// "2028", or "2028 Q4".
    QString toldTime() const;

    Board& m_board;
    Focus& m_focus;
    Job m_job;

private:
    void ask();
    bool m_isOld = true;
};

} // namespace chokepoint::ui
