// Reads the packages off the board and the catalogue.
#include "parts/PackageMenu.h"

#include "api/Words.h"

#include <QObject>

#include <algorithm>

namespace chokepoint::ui {

std::vector<NamedPackage> packagesOf(const Board& board)
{
    std::vector<NamedPackage> packages;
    const auto label = [&](const Scenario& scenario) { return board.said(words::scenarioLabel(board.catalogue(), scenario)); };
    const auto isNew = [&](const Scenario& scenario) {
        return std::ranges::none_of(packages, [&](const NamedPackage& p) { return p.scenario.changes == scenario.changes; });
    };
    if (board.scenario().changes != board.baseline().changes)
        packages.push_back({QObject::tr("On the board: %1").arg(label(board.scenario())), board.scenario()});
    packages.push_back({QObject::tr("Baseline: %1").arg(label(board.baseline())), board.baseline()});
    for (const auto& preset : board.catalogue().presets)
        if (isNew(preset))
            packages.push_back({QString::fromStdString(preset.title), startingAt(preset, board.start())});
    return packages;
}

} // namespace chokepoint::ui
