// Reads the packages off the board and the catalogue.
#include "parts/PackageMenu.h"

#include "api/ScenarioEdits.h"
#include "api/ScenarioWords.h"

#include <QCoreApplication>
#include <QObject>

#include <algorithm>

namespace chokepoint::ui {
namespace {
struct PackageNames {
    Q_DECLARE_TR_FUNCTIONS(PackageNames)
};
} // namespace

std::vector<NamedPackage> packagesOf(const Board& board)
{
    std::vector<NamedPackage> packages;
    const auto label = [&](const Scenario& scenario) { return board.said(words::scenarioLabel(board.catalogue(), scenario)); };
    const auto isNew = [&](const Scenario& scenario) {
        return std::ranges::none_of(packages, [&](const NamedPackage& p) { return p.scenario.changes == scenario.changes; });
    };
    if (board.scenario().changes != board.baseline().changes) {
        const auto& own = board.scenario();
        const MessageValue unnamed = Message("scenario.package", {{"measures", edit::changedMeasures(own).size()}});
        const bool saysSo = words::scenarioLabel(board.catalogue(), own) == unnamed; // "Your package, 2 measures"
        packages.push_back({saysSo ? label(own) : PackageNames::tr("Your package: %1").arg(label(own)), own});
    }
    packages.push_back({PackageNames::tr("Baseline: %1").arg(label(board.baseline())), board.baseline()});
    for (const auto& preset : board.catalogue().presets)
        if (isNew(preset))
            packages.push_back({QString::fromStdString(preset.title), startingAt(preset, board.start())});
    return packages;
}

} // namespace chokepoint::ui
