// Asks at the table for a measure outside of it, or for the items that are settled alone.
#pragma once

#include "api/Rehearsal.h"
#include "bridge/Board.h"

#include <QDialog>

#include <utility>
#include <vector>

class QCheckBox;
class QDialogButtonBox;
class QListWidget;
class QSpinBox;

namespace chokepoint::ui {

class PressureDialog : public QDialog {
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

class PartDialog : public QDialog {
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
    QDialogButtonBox* m_buttons;
};

} // namespace chokepoint::ui
