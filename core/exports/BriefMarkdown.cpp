// Writes a brief as Markdown.
#include "api/Brief.h"
#include "exports/MarkdownText.h"

namespace chokepoint {
namespace {

std::string tableOf(const BriefTable& table)
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells)
            text += "| " + exported::markdownOf(cell) + " ";
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
    std::string text = "# " + exported::markdownOf(brief.title) + "\n\n" + exported::markdownLineOf(brief.subtitle) + "\n";
    std::size_t figure = 0;
    for (const auto& section : brief.sections) {
        text += "\n## " + exported::markdownOf(section.heading) + "\n";
        for (const auto& paragraph : section.paragraphs)
            text += "\n" + exported::markdownLineOf(paragraph) + "\n";
        if (section.table)
            text += "\n" + tableOf(*section.table);
        if (!section.points.empty())
            text += "\n";
        for (const auto& point : section.points)
            text += "- " + exported::markdownLineOf(point) + "\n";
        for (const auto& sheet : section.figures) {
            text += figure < figures.size() && !figures[figure].empty()
                      ? "\n![" + exported::markdownOf(sheet.alternative.words) + "](<" + figures[figure] + ">)\n"
                      : "\n**" + exported::markdownOf(sheet.title.words) + "** " + exported::markdownOf(sheet.alternative.words) + "\n";
            text += "\n" + exported::markdownLineOf(sheet.source.words) + "\n";
            ++figure;
        }
        for (const auto& line : section.lines)
            text += "\n" + blockOf(line);
    }
    return text + "\n---\n\n" + exported::markdownLineOf(brief.identity) + "\n";
}

} // namespace chokepoint
