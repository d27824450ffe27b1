// Makes text harmless to read.
#include "api/TerminalText.h"
#include "files/Utf8.h"

namespace chokepoint {
namespace {

/// The number of a character of `length` bytes at the beginning of the text.
char32_t characterOf(std::string_view bytes)
{
    const auto lead = static_cast<unsigned char>(bytes.front());
    char32_t character = bytes.size() == 1 ? lead : lead & (0xffu >> (bytes.size() + 1));
    for (const char next : bytes.substr(1))
        character = character << 6 | (static_cast<unsigned char>(next) & 0x3fu);
    return character;
}

bool acts(char32_t c)
{
    const auto isIn = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    const bool isControl = (c < 0x20 && c != U'\n') || isIn(0x7f, 0x9f);
    const bool turnsDirection = c == 0x61c || isIn(0x200e, 0x200f) || isIn(0x202a, 0x202e) || isIn(0x2066, 0x2069);
    return isControl || turnsDirection || isIn(0x2028, 0x2029);
}

bool isControl(char32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029; }

} // namespace

std::string inOneLine(std::string_view name, std::size_t mostCharacters)
{
    std::string line;
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto length = files::lengthOfCharacter(name, at);
        const auto letter = name.substr(at, length);
        at += length == 0 ? 1 : length;
        const bool isBlank = length == 0 || isControl(characterOf(letter));
        if (!isBlank && acts(characterOf(letter)))
            continue;
        if (++count == mostCharacters && at < name.size())
            return line + "…";
        line += isBlank ? std::string_view(" ") : letter;
    }
    return line;
}

std::string printable(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = files::lengthOfCharacter(text, at);
        const auto character = text.substr(at, length);
        if (length == 0 || acts(characterOf(character)))
            result += '?';
        else
            result += character;
        at += length == 0 ? 1 : length;
    }
    return result;
}

} // namespace chokepoint
