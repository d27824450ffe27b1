// Asks at the table for a measure outside of it, or for the items that are settled alone.
#pragma once

#include "api/Rehearsal.h"
#include "bridge/Board.h"

#include <QDialog>

#include <utility>
#include <vector>

class QCheckBox;
class QListWidget;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace chokepoint::ui {

/// A question of whose move it is. It is rejected when the time of the move is up, and can be hidden and shown again while it is asked.
class MoveDialog : public QDialog {
    Q_OBJECT
public:
    /// Deletes itself once it is answered.
    MoveDialog(const QString& title, const QString& question, QWidget* parent);

protected:
    QVBoxLayout* column() const { return m_column; }
    /// Below all else; `words` are on the button that accepts.
    QPushButton* addButtons(const QString& words);

private:
    QVBoxLayout* m_column;
};

class PressureDialog : public MoveDialog {
    Q_OBJECT
public:
    PressureDialog(const bargain::SeatView& seat, const Board& board, QWidget* parent = nullptr);

    std::pair<std::size_t, std::size_t> measure() const; ///< issue and level
    int afterRounds() const;

private:
    std::vector<std::pair<std::size_t, std::size_t>> m_possible;
    QListWidget* m_list;
    QSpinBox* m_after;
};

class PartDialog : public MoveDialog {
    Q_OBJECT
public:
    /// Of an offer of the other side; what both last offers have in common is ticked.
    PartDialog(const bargain::SeatView& seat, const bargain::Package& theirs, const Board& board, QWidget* parent = nullptr);

    std::vector<bool> issues() const;

private:
    void follow();

    std::vector<QCheckBox*> m_boxes; ///< by issue; nullptr where their offer is as today
    const bargain::Domain& m_domain;
    bargain::Package m_theirs;
    QPushButton* m_propose;
};

} // namespace chokepoint::ui
