// Where the data book and the presets lie.
#pragma once

#include <filesystem>

namespace chokepoint::app {

struct DataFolders {
    std::filesystem::path resources, scenarios;
};

/// Beside the installed program (../share/chokepoint), else in the source tree it was built from.
DataFolders dataFolders();

} // namespace chokepoint::app
