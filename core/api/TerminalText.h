// Text of data, files and options as it may reach a terminal or another program's file.
#pragma once

#include <string>
#include <string_view>

namespace chokepoint {

/// The text with "?" in the place of what acts instead of being read: control characters but line ends, marks that turn the direction of
/// writing, separators of lines and paragraphs, and bytes that are not UTF-8.
std::string printable(std::string_view text);

} // namespace chokepoint
