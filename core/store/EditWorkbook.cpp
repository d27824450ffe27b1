// Workbook files as bytes on the disk, and edits of one while other programs that edit it the same way wait.
#include "api/WorkbookFile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

namespace chokepoint {
namespace {

/// Holds a file for itself. Saving puts another file in its place, so whoever gets it looks whether it still has the name.
class FileLock {
public:
    explicit FileLock(const std::filesystem::path& file)
    {
        for (;;) {
            m_descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
            if (m_descriptor < 0)
                throw InputError(Refusal("workbook_not_read", {.file = file.string()}));
            while (::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {}
            struct stat held {
            }, named{};
            if (::fstat(m_descriptor, &held) == 0 && ::stat(file.c_str(), &named) == 0 && held.st_ino == named.st_ino
                && held.st_dev == named.st_dev)
                return;
            ::close(m_descriptor);
        }
    }
    ~FileLock() { ::close(m_descriptor); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int m_descriptor = -1;
};

} // namespace

void editWorkbookFile(const std::filesystem::path& file, const std::function<void(StoredWorkbook&)>& edit, const SealKey* key)
{
    const FileLock lock(file);
    auto stored = readWorkbookFile(file, key);
    edit(stored);
    writeWorkbookFile(file, stored, key);
}

std::string workbookFileBytes(const std::filesystem::path& file)
{
    const auto place = file.string();
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, ignored) || !stream)
        throw InputError(Refusal("workbook_not_read", {.file = place}));
    const auto size = std::filesystem::file_size(file, ignored);
    if (ignored || size > largestWorkbookFile)
        throw InputError(Refusal("workbook_too_much", {.file = place}));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

StoredWorkbook readWorkbookFile(const std::filesystem::path& file, const SealKey* key)
{
    return readWorkbook(workbookFileBytes(file), file.string(), key);
}

} // namespace chokepoint
