// The inputs of the equations with grade, range and source; each may be assumed otherwise.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;

namespace chokepoint::ui {

class AssumptionEditor;
class FactTable;

class ParametersView : public QWidget {
    Q_OBJECT
public:
    explicit ParametersView(Board& board, QWidget* parent = nullptr);

    FactTable* table() const { return m_table; }
    /// Shows one parameter in the table and in full.
    void showParameter(std::size_t parameter);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void refresh();

    Board& m_board;
    FactTable* m_table;
    AssumptionEditor* m_editor;
    QBoxLayout* m_columns;
    QCheckBox *m_withFixed, *m_onlyOwn;
    QLabel* m_own;
    QPushButton* m_dropAll;
};

} // namespace chokepoint::ui
