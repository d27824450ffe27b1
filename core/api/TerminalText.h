// Text of data, files and options as it may reach a terminal or another program's file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chokepoint {

/// The text with "?" in the place of what acts instead of being read: control characters but line ends, marks that turn the direction of
/// writing, separators of lines and paragraphs, and bytes that are not UTF-8.
std::string printable(std::string_view text);

/// A name in one line as a figure or a table shows it: blanks in the place of line ends and control characters, and without marks that turn
/// the direction of writing. One with more characters ends with a sign of omission.
std::string inOneLine(std::string_view name, std::size_t mostCharacters = std::string_view::npos);

} // namespace chokepoint
