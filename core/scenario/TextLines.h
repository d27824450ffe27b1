// A text by lines, for edits that leave the rest of it alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chokepoint::scenario {

/// A text that has to stand in one line: breaks of lines become blanks.
inline std::string oneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    return text;
}

/// Lines of a text; edited in place, so that the numbers of its lines stay true.
class TextLines {
public:
    explicit TextLines(std::string_view text)
    {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            m_lines.push_back({std::string(text.substr(0, end)), {}});
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    std::size_t size() const { return m_lines.size(); }
    bool isBlank(std::size_t line) const { return first(line) == std::string::npos; }
    bool isComment(std::size_t line) const { return !isBlank(line) && (*m_lines[line].text)[first(line)] == '#'; }
    bool beginsWith(std::size_t line, std::string_view word) const
    {
        return !isBlank(line) && std::string_view(*m_lines[line].text).substr(first(line)).starts_with(word);
    }
    void remove(std::size_t from, std::size_t end)
    {
        for (auto line = from; line < end; ++line)
            m_lines[line].text.reset();
    }
    /// From a character of a line up to one of the same or a later line, all counted from 0.
    struct Span {
        std::size_t line = 0, column = 0, endLine = 0, endColumn = 0;
    };
    /// Puts a text in the place of another; its line must stand as it was. Throws when it lies outside.
    void replace(const Span& span, const std::string& by)
    {
        const auto &begin = m_lines.at(span.line).text.value(), &end = m_lines.at(span.endLine).text.value();
        m_lines[span.line].text = begin.substr(0, byteOf(begin, span.column)) + by + end.substr(byteOf(end, span.endColumn));
        remove(span.line + 1, span.endLine + 1);
    }
    void insertAfter(std::size_t line, const std::string& text) { m_lines.at(line).inserted += text + "\n"; }
    std::string text(std::size_t from, std::size_t end) const
    {
        std::string whole;
        for (auto line = from; line < end; ++line) {
            if (m_lines[line].text)
                whole += *m_lines[line].text + "\n";
            whole += m_lines[line].inserted;
        }
        return whole;
    }

private:
    /// The byte at which a character of UTF-8 begins.
    static std::size_t byteOf(const std::string& line, std::size_t column)
    {
        std::size_t byte = 0;
        for (std::size_t at = 0; at < column && byte < line.size(); ++at)
            do
                ++byte;
            while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xc0U) == 0x80U);
        return byte;
    }
    std::size_t first(std::size_t line) const
    {
        return m_lines[line].text ? m_lines[line].text->find_first_not_of(" \t") : std::string::npos;
    }

    struct Line {
        std::optional<std::string> text; ///< without the sign at its end; nothing for one that is taken away
        std::string inserted;            ///< lines that follow it
    };
    std::vector<Line> m_lines;
};

} // namespace chokepoint::scenario
