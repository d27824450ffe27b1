// A window about one series: how its draws are spread in a year or a quarter, and how likely it reaches a threshold by a date.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace chokepoint::ui {

class Draws;
class HistogramView;
class PeriodPicker;
class QuarterPicker;
class Segments;

class DistributionWindow : public QWidget {
    Q_OBJECT
public:
    /// Opens at `year`. Board and draws must outlive it. While the draws are of an older scenario it says so.
    DistributionWindow(const Board& board, Draws& draws, std::size_t series, int year, QWidget* parent);

    std::size_t series() const { return m_series; }
    void setSeries(std::size_t series);

    HistogramView* histogram() const { return m_histogram; }
    PeriodPicker* period() const { return m_period; }
    /// What is said under the histogram, and of the chance of the threshold.
    QString summary() const;
    QString chance() const;

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    QWidget* buildChance();
    void refresh();
    void refreshChance();
    void tellAge();

    const Board& m_board;
    Draws& m_draws;
    std::size_t m_series;
    QLabel *m_title = nullptr, *m_age = nullptr, *m_summary = nullptr, *m_unit = nullptr, *m_chance = nullptr;
    PeriodPicker* m_period = nullptr;
    QuarterPicker *m_from = nullptr, *m_by = nullptr;
    HistogramView* m_histogram = nullptr;
    Segments* m_side = nullptr;
    QLineEdit* m_threshold = nullptr;
    bool m_isTyped = false; ///< the threshold is the person's own, not the median
};

} // namespace chokepoint::ui
