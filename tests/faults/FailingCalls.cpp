// The calls themselves. They are found before those of the C library, also by Qt, and go on to them.
#include "FailingCalls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>

namespace {

struct Plan {
    bool isArmed = false, isPersistent = false, hasShortWrites = false, hasFailed = false;
    int number = 0, error = 0, counted = 0;
};
Plan plan;

/// Counts a call; true when it is to fail, with errno set. Where writes fall short, only they are counted.
bool fails(bool isWrite = false)
{
    if (!plan.isArmed || (plan.hasShortWrites && !isWrite))
        return false;
    ++plan.counted;
    const bool isIt = plan.number > 0 && (plan.isPersistent ? plan.counted >= plan.number : plan.counted == plan.number);
    if (!isIt)
        return false;
    plan.hasFailed = true;
    errno = plan.error;
    return true;
}

template <class Function> Function* next(Function*, const char* name) { return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name)); }

bool changesFiles(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; }

mode_t modeOf(int flags, va_list& rest)
{
    const bool hasMode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return hasMode ? static_cast<mode_t>(va_arg(rest, unsigned)) : 0;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...)
{
    static auto* const real = next(&::open, "open");
    va_list rest;
    va_start(rest, flags);
    const auto mode = modeOf(flags, rest);
    va_end(rest);
    return changesFiles(flags) && fails() ? -1 : real(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    static auto* const real = next(&::open64, "open64");
    va_list rest;
    va_start(rest, flags);
    const auto mode = modeOf(flags, rest);
    va_end(rest);
    return changesFiles(flags) && fails() ? -1 : real(path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t count)
{
    static auto* const real = next(&::write, "write");
    if (!fails(true))
        return real(file, bytes, count);
    return plan.hasShortWrites ? real(file, bytes, (count + 1) / 2) : -1;
}

int fsync(int file)
{
    static auto* const real = next(&::fsync, "fsync");
    return fails() ? -1 : real(file);
}

int rename(const char* from, const char* to) noexcept
{
    static auto* const real = next(&::rename, "rename");
    return fails() ? -1 : real(from, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    static auto* const real = next(&::linkat, "linkat");
    return fails() ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int link(const char* from, const char* to) noexcept
{
    static auto* const real = next(&::link, "link");
    return fails() ? -1 : real(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept
{
    static auto* const real = next(&::mkdir, "mkdir");
    return fails() ? -1 : real(path, mode);
}

int fchmod(int file, mode_t mode) noexcept
{
    static auto* const real = next(&::fchmod, "fchmod");
    return fails() ? -1 : real(file, mode);
}

int chmod(const char* path, mode_t mode) noexcept
{
    static auto* const real = next(&::chmod, "chmod");
    return fails() ? -1 : real(path, mode);
}

int unlink(const char* path) noexcept
{
    static auto* const real = next(&::unlink, "unlink");
    return fails() ? -1 : real(path);
}
}

namespace chokepoint::test {

FailingCalls::FailingCalls(int number, int error, How how, bool shortWrites)
{
    plan = {.isArmed = true,
            .isPersistent = how == How::FromThenOn,
            .hasShortWrites = shortWrites,
            .hasFailed = false,
            .number = number,
            .error = error,
            .counted = 0};
}

FailingCalls::~FailingCalls() { plan.isArmed = false; }

int FailingCalls::counted() const { return plan.counted; }

bool FailingCalls::hasFailed() const { return plan.hasFailed; }

} // namespace chokepoint::test
