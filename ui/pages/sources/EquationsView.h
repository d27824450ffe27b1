// The equations as recorded from the model: unit, named terms, inputs, and where each is used.
#pragma once

#include "bridge/Board.h"
#include "api/Equations.h"

#include <QWidget>

class QLabel;

namespace chokepoint::ui {

class FactTable;

class EquationsView : public QWidget {
    Q_OBJECT
public:
    explicit EquationsView(const Board& board, QWidget* parent = nullptr);

    FactTable* table() const { return m_table; }
    /// Shows the equation of a series.
    void showSeries(std::size_t series);

protected:
    void showEvent(QShowEvent*) override;

private:
    void fill();
    void tellMore(const QString& key);

    const Board& m_board;
    std::vector<Equation> m_equations; ///< asked for when first looked at
    FactTable* m_table;
    QLabel* m_detail;
};

} // namespace chokepoint::ui
