// Reads text and refuses what is none.
#include "api/Files.h"
#include "files/Utf8.h"

#include <array>
#include <fstream>
#include <istream>

namespace chokepoint {
std::string checkedText(std::string bytes, const std::string& place)
{
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = files::lengthOfCharacter(bytes, at);
        if (length == 0)
            throw InputError(Refusal("not_utf8", {.file = place, .line = line}));
        line += bytes[at] == '\n';
        at += length;
    }
    if (bytes.starts_with("\xef\xbb\xbf"))
        bytes.erase(0, 3);
    return bytes;
}

std::string readText(std::istream& stream, const std::string& place, std::size_t mostBytes)
{
    std::string bytes;
    std::array<char, 1 << 16> block;
    while (stream.read(block.data(), block.size()) || stream.gcount() > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > mostBytes)
            throw InputError(Refusal("text_too_large", {{"megabytes", mostBytes >> 20}}, {.file = place}));
    }
    if (stream.bad())
        throw InputError(Refusal("text_not_read", {.file = place}));
    return checkedText(std::move(bytes), place);
}

std::string readTextFile(const std::filesystem::path& file, std::uintmax_t mostBytes)
{
    std::error_code error;
    const bool isFile = std::filesystem::is_regular_file(file, error); // a pipe would be waited for
    std::ifstream stream;
    if (isFile && !error)
        stream.open(file, std::ios::binary);
    if (!isFile || error || !stream)
        throw InputError(Refusal("text_not_read", {.file = file.string()}));
    return readText(stream, file.string(), static_cast<std::size_t>(mostBytes));
}

} // namespace chokepoint
