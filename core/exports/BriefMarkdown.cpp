// Writes a brief as Markdown.
#include "api/Brief.h"

#include <string_view>

namespace chokepoint {
namespace {

/// A text in which nothing is read as a mark, a link or HTML; on one line.
std::string plain(std::string_view text)
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

/// The same at the start of a line, where more begins a list, a heading or a rule: "-", "1." and their like.
std::string lineOf(std::string_view text)
{
    auto line = plain(text);
    const auto digits = line.find_first_not_of("0123456789");
    if (!line.empty() && (line.front() == '-' || line.front() == '+' || line.front() == '='))
        line.insert(0, "\\");
    else if (digits != std::string::npos && digits > 0 && (line[digits] == '.' || line[digits] == ')'))
        line.insert(digits, "\\");
    return line;
}

std::string tableOf(const BriefTable& table)
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells)
            text += "| " + plain(cell) + " ";
        text += "|\n";
    };
    add(table.head);
    for (std::size_t i = 0; i < table.head.size(); ++i)
        text += i == 0 ? "| :--- " : "| ---: ";
    text += "|\n";
    for (const auto& row : table.rows)
        add(row);
    return text;
}

/// Lines to be typed: in a block, whose fence is longer than any row of marks in them.
std::string blockOf(const std::string& line)
{
    std::string fence = "```";
    while (line.find(fence) != std::string::npos)
        fence += '`';
    return fence + "\n" + line + "\n" + fence + "\n";
}

} // namespace

std::string markdownOf(const Brief& brief, const std::vector<std::string>& figures)
{
    std::string text = "# " + plain(brief.title) + "\n\n" + lineOf(brief.subtitle) + "\n";
    std::size_t figure = 0;
    for (const auto& section : brief.sections) {
        text += "\n## " + plain(section.heading) + "\n";
        for (const auto& paragraph : section.paragraphs)
            text += "\n" + lineOf(paragraph) + "\n";
        if (section.table)
            text += "\n" + tableOf(*section.table);
        if (!section.points.empty())
            text += "\n";
        for (const auto& point : section.points)
            text += "- " + lineOf(point) + "\n";
        for (const auto& sheet : section.figures) {
            text += figure < figures.size() && !figures[figure].empty()
                      ? "\n![" + plain(sheet.alternative.words) + "](<" + figures[figure] + ">)\n"
                      : "\n**" + plain(sheet.title.words) + "** " + plain(sheet.alternative.words) + "\n";
            text += "\n" + lineOf(sheet.source.words) + "\n";
            ++figure;
        }
        for (const auto& line : section.lines)
            text += "\n" + blockOf(line);
    }
    return text + "\n---\n\n" + lineOf(brief.identity) + "\n";
}

} // namespace chokepoint
