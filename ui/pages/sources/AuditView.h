// The audit of the run in fifty digits.
#pragma once

#include "api/Audit.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class FactTable;

class AuditView : public QWidget {
    Q_OBJECT
public:
    explicit AuditView(const Board& board, QWidget* parent = nullptr);
    FactTable* table() const { return m_table; }
    bool isBusy() const { return m_job.isRunning(); }

protected:
    void showEvent(QShowEvent*) override;

private:
    void renew();
    void take(const Audit& audit);

    const Board& m_board;
    Job m_job;
    bool m_isOld = true;
    QLabel* m_summary;
    FactTable* m_table;
};

} // namespace chokepoint::ui
