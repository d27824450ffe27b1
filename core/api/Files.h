// Files of people: written whole or not at all, read as UTF-8 text with a bound.
#pragma once

#include "api/InputError.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

namespace chokepoint {

/// Puts `bytes` into a file, whole or not at all. They go to a file without a name in the same folder, are flushed to the disk and take
/// the place of an older file in one step, so that a full disk or a killed program leaves that one as it was and no half file beside it.
/// An older file keeps its permissions and owner, a link its name; what is no regular file (a device, a pipe) is written to as it is.
/// Throws InputError for a folder, a write-protected file (also when the user could overrule that) and for what the system refuses.
void writeFile(const std::filesystem::path& file, std::string_view bytes);

/// Whether two names mean one file, also when it is not there yet: "./a" and "a", a link and what it leads to.
bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b);

/// A text that was read, without a byte order mark. Throws InputError for other bytes than UTF-8, with `place` and the line.
std::string checkedText(std::string bytes, const std::string& place);

/// A regular file as text. Throws InputError when it cannot be read, has more than `mostBytes`, or is not UTF-8.
std::string readTextFile(const std::filesystem::path& file, std::uintmax_t mostBytes);

/// The same from a stream; `place` stands for it in messages.
std::string readText(std::istream& stream, const std::string& place, std::size_t mostBytes);

} // namespace chokepoint
