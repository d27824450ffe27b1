// Zip archives in memory: the same files give the same bytes, whatever the hour is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::exported {

struct ArchivedFile {
    std::string name, bytes;
};

/// Throws the InputError that the system has no room for an export.
[[noreturn]] void refuseForRoom();

/// All files with the same time, the first of January 1980. Throws InputError when the system has no room for it.
std::string archiveOf(const std::vector<ArchivedFile>& files);

/// Whether bytes are an archive of which every file can be read and is as its checksum says, and, of XML, ends as XML does.
bool isWholeArchive(std::string_view bytes);

} // namespace chokepoint::exported
