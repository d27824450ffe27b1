// Escapes what Markdown would read as a mark.
#include "exports/MarkdownText.h"

namespace chokepoint::exported {

std::string markdownOf(std::string_view text)
{
    constexpr std::string_view marks = "\\`*_{}[]<>#|~&!";
    std::string escaped;
    for (const char c : text) {
        if (marks.find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return escaped;
}

std::string markdownLineOf(std::string_view text)
{
    auto line = markdownOf(text);
    const auto digits = line.find_first_not_of("0123456789");
    if (!line.empty() && (line.front() == '-' || line.front() == '+' || line.front() == '='))
        line.insert(0, "\\");
    else if (digits != std::string::npos && digits > 0 && (line[digits] == '.' || line[digits] == ')'))
        line.insert(digits, "\\");
    return line;
}

} // namespace chokepoint::exported
