// One page of what each compared package does and what comes of it, to copy or to print.
#pragma once

#include "api/Comparison.h"
#include "bridge/Board.h"
#include "bridge/Job.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace chokepoint::ui {

/// Measures in which the packages differ, each with its setting (bold where a package sets it itself), then the headline results of a year
/// with the change from the baseline. The packages are those of the moment at which it is opened.
class SheetDialog : public QDialog {
    Q_OBJECT
public:
    /// `scenarios`: 1 to mostCompared; the baseline stands in the last column.
    SheetDialog(Board& board, std::vector<Scenario> scenarios, Scenario baseline, QStringList names, int year, QWidget* parent);

    bool isReady() const { return m_isReady; }
    QString asText() const;

private:
    void compute();
    void fill(const std::vector<ComparedColumn>& outcomes);
    enum class For { Reading, Pasting };
    QString html(For purpose) const;
    void copy() const;
    void print();

    Board& m_board;
    std::vector<Scenario> m_scenarios;
    Scenario m_baseline;
    QStringList m_names;
    int m_year;
    std::vector<ComparedColumn> m_outcomes;
    bool m_isReady = false;
    Job m_job;
    QTextBrowser* m_sheet;
    QPushButton *m_copy, *m_print;
};

} // namespace chokepoint::ui
