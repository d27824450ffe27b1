// Edits a workbook file while other programs that edit it the same way wait.
#include "api/WorkbookFile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

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

void editWorkbookFile(const std::filesystem::path& file, const std::function<void(StoredWorkbook&)>& edit)
{
    const FileLock lock(file);
    auto stored = readWorkbookFile(file);
    edit(stored);
    writeWorkbookFile(file, stored);
}

} // namespace chokepoint
