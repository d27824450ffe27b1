// Finds the data folders from the place of the program.
#include "options/DataFolders.h"

namespace chokepoint::app {

DataFolders dataFolders()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share" / "chokepoint";
    if (!error && std::filesystem::is_directory(installed / "resources", error))
        return {installed / "resources", installed / "scenarios"};
    const std::filesystem::path source = CHOKEPOINT_SOURCE_DIR;
    return {source / "resources", source / "scenarios"};
}

} // namespace chokepoint::app
