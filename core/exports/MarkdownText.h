// Texts on their way into Markdown: a name says what it says, and is no link, picture or heading.
#pragma once

#include <string>
#include <string_view>

namespace chokepoint::exported {

/// A text in which nothing is read as a mark, a link or HTML; on one line.
std::string markdownOf(std::string_view text);

/// The same at the start of a line, where more begins a list, a heading or a rule: "-", "1." and their like.
std::string markdownLineOf(std::string_view text);

} // namespace chokepoint::exported
