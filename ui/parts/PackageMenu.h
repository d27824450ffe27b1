// The packages that can be compared: what lies on the board, its baseline, and the presets.
#pragma once

#include "bridge/Board.h"

#include <QString>

#include <vector>

namespace chokepoint::ui {

struct NamedPackage {
    QString name;
    Scenario scenario;
};

/// The scenario of the board first, unless it changes nothing, then its baseline, then the presets that equal neither.
std::vector<NamedPackage> packagesOf(const Board& board);

} // namespace chokepoint::ui
