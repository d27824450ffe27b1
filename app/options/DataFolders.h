// Where the data book and the presets lie.
#pragma once

#include <filesystem>

namespace chokepoint::app {

struct DataFolders {
    std::filesystem::path resources, scenarios;
};

/// Beside the installed program (../share/chokepoint), else in the source tree it was built from.
DataFolders dataFolders();

/// Where the program may keep what is its own and no setting (work that is not saved, older versions): XDG_STATE_HOME, else
/// ~/.local/state, and "chokepoint" in it. Empty where there is no home.
std::filesystem::path stateFolder();

} // namespace chokepoint::app
