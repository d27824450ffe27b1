// Finds the data folders from the place of the program.
#include "options/DataFolders.h"

#include <cstdlib>

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

std::filesystem::path stateFolder()
{
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/')
        return std::filesystem::path(state) / "chokepoint";
    if (const char* home = std::getenv("HOME"); home && *home == '/')
        return std::filesystem::path(home) / ".local" / "state" / "chokepoint";
    return {};
}

} // namespace chokepoint::app
