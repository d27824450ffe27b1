// One input in full: value, range, evidence, sources, and the person's own assumption about it.
#pragma once

#include "bridge/Board.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace chokepoint::ui {

class InputRange;

class AssumptionEditor : public QWidget {
    Q_OBJECT
public:
    explicit AssumptionEditor(Board& board, QWidget* parent = nullptr);

    /// Shows a parameter by its place in the catalogue.
    void setParameter(std::size_t parameter);

private:
    void buildForm();
    void refresh();
    void assume();

    Board& m_board;
    std::optional<std::size_t> m_parameter;
    QLabel *m_title, *m_facts, *m_sources, *m_error;
    InputRange* m_range;
    QWidget* m_form;
    QLineEdit *m_value, *m_reason;
    QPushButton *m_assume, *m_drop;
};

} // namespace chokepoint::ui
