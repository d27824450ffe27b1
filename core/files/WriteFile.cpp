// Writes files by way of a nameless one.
#include "api/Files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <optional>
#include <utility>

namespace chokepoint {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, int error)
{
    const Place place{.file = file.string()};
    switch (error) {
    case EISDIR: throw InputError(Refusal("file_is_folder", place));
    case ENOENT:
    case ENOTDIR: throw InputError(Refusal("file_without_folder", place));
    case EACCES:
    case EPERM:
    case EROFS: throw InputError(Refusal("file_not_allowed", place));
    case ENOSPC:
    case EDQUOT:
    case EFBIG: throw InputError(Refusal("file_disk_full", place));
    default: throw InputError(Refusal("file_not_written", {{"code", error}}, place));
    }
}

/// A file descriptor that is closed at the end.
class Handle {
public:
    explicit Handle(int handle) : m_handle(handle) {}
    Handle(Handle&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}
    Handle& operator=(Handle&&) = delete;
    ~Handle()
    {
        if (m_handle >= 0)
            close(m_handle);
    }
    int get() const { return m_handle; }
    explicit operator bool() const { return m_handle >= 0; }

private:
    int m_handle;
};

/// 0, or the error.
int writeAll(const Handle& handle, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = write(handle.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Follows links, also one that leads to a file that is not there yet.
fs::path behindLinks(fs::path file)
{
    constexpr int mostLinks = 40;
    std::error_code error;
    for (int i = 0; i < mostLinks && fs::is_symlink(fs::symlink_status(file, error)); ++i)
        file = file.parent_path() / fs::read_symlink(file, error);
    return file;
}

/// What a file has that it keeps when its content is replaced.
struct Kept {
    mode_t mode;
    uid_t owner;
    gid_t group;
};

/// Nothing for a file that is new. Throws for one that must not be replaced.
std::optional<Kept> keptOf(const fs::path& target, const fs::path& named)
{
    struct stat about;
    if (stat(target.c_str(), &about) != 0)
        return std::nullopt;
    constexpr mode_t anyWrite = S_IWUSR | S_IWGRP | S_IWOTH;
    if ((about.st_mode & anyWrite) == 0 || access(target.c_str(), W_OK) != 0)
        throw InputError(Refusal("file_write_protected", {.file = named.string()}));
    return Kept{about.st_mode & 07777, about.st_uid, about.st_gid};
}

/// The name that the new content bears for the moment before it takes its place: "FILE.PID.part".
fs::path draftOf(const fs::path& target)
{
    auto draft = target;
    draft += "." + std::to_string(getpid()) + ".part";
    return draft;
}

/// Removes drafts that a killed program left. Who still writes holds a lock.
void removeLeftDrafts(const fs::path& target)
{
    const auto begin = target.filename().string() + ".";
    const std::string_view end = ".part";
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(target.has_parent_path() ? target.parent_path() : fs::path("."), error)) {
        const auto name = entry.path().filename().string();
        if (name.size() <= begin.size() + end.size() || !name.starts_with(begin) || !name.ends_with(end)
            || !std::all_of(name.begin() + static_cast<std::ptrdiff_t>(begin.size()), name.end() - static_cast<std::ptrdiff_t>(end.size()),
                            [](unsigned char c) { return std::isdigit(c); }))
            continue;
        const Handle left(open(entry.path().c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (left && flock(left.get(), LOCK_EX | LOCK_NB) == 0)
            unlink(entry.path().c_str());
    }
}

/// Permissions, bytes and the way to the disk. 0, or the error.
int fill(const Handle& handle, const std::optional<Kept>& kept, std::string_view bytes)
{
    flock(handle.get(), LOCK_EX | LOCK_NB);
    if (kept) {
        if (fchown(handle.get(), kept->owner, kept->group) != 0 && fchown(handle.get(), static_cast<uid_t>(-1), kept->group) != 0) {
            // it stays with who writes
        }
        if (fchmod(handle.get(), kept->mode) != 0)
            return errno;
    }
    if (const int error = writeAll(handle, bytes))
        return error;
    return fsync(handle.get()) == 0 ? 0 : errno;
}

/// Where a file system knows no nameless files, or none can get a name.
int writeNamed(const fs::path& draft, const std::optional<Kept>& kept, std::string_view bytes)
{
    const Handle handle(open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!handle)
        return errno;
    return fill(handle, kept, bytes);
}

/// Leaves the content under the draft's name. 0, or the error.
int writeDraft(const fs::path& folder, const fs::path& draft, const std::optional<Kept>& kept, std::string_view bytes)
{
    const Handle nameless(open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
    if (!nameless)
        return errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL ? writeNamed(draft, kept, bytes) : errno;
    if (const int error = fill(nameless, kept, bytes))
        return error;
    const auto content = "/proc/self/fd/" + std::to_string(nameless.get());
    return linkat(AT_FDCWD, content.c_str(), AT_FDCWD, draft.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : writeNamed(draft, kept, bytes);
}

void writeDevice(const fs::path& target, const fs::path& named, std::string_view bytes)
{
    const Handle handle(open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!handle)
        refuse(named, errno);
    if (const int error = writeAll(handle, bytes))
        refuse(named, error);
}

} // namespace

void writeFile(const fs::path& file, std::string_view bytes)
{
    const auto target = behindLinks(file);
    std::error_code ignored;
    const auto status = fs::status(target, ignored);
    if (fs::is_directory(status) || !target.has_filename())
        refuse(file, EISDIR);
    if (fs::exists(status) && !fs::is_regular_file(status))
        return writeDevice(target, file, bytes);
    const auto kept = keptOf(target, file);
    removeLeftDrafts(target);
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const auto draft = draftOf(target);
    int error = writeDraft(folder, draft, kept, bytes);
    if (error == 0 && rename(draft.c_str(), target.c_str()) != 0)
        error = errno;
    if (error != 0) {
        if (error != EEXIST)
            unlink(draft.c_str());
        refuse(file, error);
    }
    const Handle entry(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (entry)
        fsync(entry.get()); // the new name; a folder that cannot be flushed is no fault of the file
}

bool isSameFile(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    if (fs::equivalent(a, b, error) && !error)
        return true;
    const auto full = [](const fs::path& file) {
        std::error_code wrong;
        const auto found = fs::weakly_canonical(fs::absolute(behindLinks(file)), wrong);
        return wrong ? file.lexically_normal() : found;
    };
    return full(a) == full(b);
}

} // namespace chokepoint
