// Asks, measure by measure, whether a package put on top replaces what the scenario sets.
#pragma once

#include "bridge/Board.h"

#include <QDialog>

#include <set>
#include <string>
#include <vector>

class QCheckBox;

namespace chokepoint::ui {

class ConflictDialog : public QDialog {
    Q_OBJECT
public:
    ConflictDialog(const Board& board, const Scenario& package, const std::vector<std::size_t>& conflicts, QWidget* parent = nullptr);

    /// Ids of the measures that stay as they are.
    std::set<std::string> kept() const;

private:
    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
};

} // namespace chokepoint::ui
