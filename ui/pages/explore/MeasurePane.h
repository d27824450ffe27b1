// The pane of a measure: where it stands, its changes over time, the chart to look at first, and what the data book says of it.
#pragma once

#include "bridge/Board.h"

#include <QDate>
#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace chokepoint::ui {

class ChangeTimeLine;
class ChartCard;
class Draws;

class MeasurePane : public QWidget {
    Q_OBJECT
public:
    MeasurePane(Board& board, Draws& draws, QWidget* parent = nullptr);

    /// Shows a measure by its place in the catalogue.
    void setMeasure(std::size_t measure);
    std::optional<std::size_t> measure() const { return m_measure; }
    /// The day against which dates in a measure's status have passed.
    void setToday(QDate today) { m_today = today; }
    /// All that the pane says, as plain text; for tests.
    QString plainText() const;
    /// The chart of the series to look at first; null for a measure that moves none, and while the pane is closed.
    ChartCard* chart() const { return m_chart; }

signals:
    void chartAdded(ChartCard* chart);
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    QLabel* addText(const QString& name, QVBoxLayout* layout);
    void buildHead(QVBoxLayout* layout);
    void showChart();
    void addChart(const std::string& series);
    void refresh();

    Board& m_board;
    Draws& m_draws;
    std::optional<std::size_t> m_measure;
    QDate m_today;
    QLabel *m_title = nullptr, *m_status = nullptr, *m_text = nullptr;
    ChangeTimeLine* m_changes = nullptr;
    QVBoxLayout* m_chartPlace = nullptr;
    ChartCard* m_chart = nullptr; ///< only while the pane is open, for every chart follows every move
};

} // namespace chokepoint::ui
