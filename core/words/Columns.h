// Columns of plain text tables.
#pragma once

#include <cstddef>
#include <algorithm>
#include <string>

namespace chokepoint::words {

/// Columns that a text takes: UTF-8 continuation bytes take none.
inline std::size_t columnsOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

inline std::string padded(std::string text, std::size_t width)
{
    text.append(width - std::min(width, columnsOf(text)), ' ');
    return text;
}

inline std::string alignedRight(const std::string& text, std::size_t width)
{
    return std::string(width - std::min(width, columnsOf(text)), ' ') + text;
}

} // namespace chokepoint::words
