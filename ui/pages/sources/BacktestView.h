// The model against figures: how well the bands hold, the observations misses first, and facts of a person's own.
#pragma once

#include "api/Backtest.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace chokepoint::ui {

class BandsView;
class FactTable;
class Segments;

class BacktestView : public QWidget {
    Q_OBJECT
public:
    explicit BacktestView(Board& board, QWidget* parent = nullptr);

    enum class Part { Bands, Figures, OwnFacts };
    void showPart(Part part);
    Part part() const;

    BandsView* bands() const { return m_bands; }
    FactTable* table() const { return m_table; }
    FactTable* ownTable() const { return m_ownTable; }
    bool isBusy() const { return m_job.isRunning() || m_ownJob.isRunning(); }

signals:
    /// A table of facts is to be opened; the person says which.
    void factsWanted();

protected:
    void showEvent(QShowEvent*) override;

private:
    QWidget* ownFactsPage();
    void renewWhenSeen();
    void renew();
    void take(const Backtest& backtest);
    void takeOwn(const std::vector<PersonalFact>& facts, const Backtest& judged);
    void takeAway();

    Board& m_board;
    Job m_job, m_ownJob;
    bool m_isOld = true, m_areFactsOld = true;
    QLabel *m_title, *m_stamp, *m_note, *m_ownVerdict, *m_ownHelp;
    Segments* m_parts;
    QStackedWidget* m_views;
    BandsView* m_bands;
    FactTable *m_table, *m_ownTable;
    QPushButton* m_takeAway;
};

} // namespace chokepoint::ui
