// Writes the technical reference as Markdown or HTML.
#include "trace/Reference.h"

#include <algorithm>
#include <set>

namespace chokepoint::trace {
namespace {

using Cells = std::vector<std::string>;

/// Headings, paragraphs, lists, formulas and tables in either format.
class Page {
public:
    explicit Page(ReferenceFormat format) : m_isHtml(format == ReferenceFormat::Html) {}

    void heading(int level, const std::string& text)
    {
        const auto n = static_cast<std::size_t>(level);
        m_text += m_isHtml ? "<h" + std::to_string(level) + ">" + plain(text) + "</h" + std::to_string(level) + ">\n"
                           : std::string(n, '#') + " " + plain(text) + "\n\n";
    }
    void paragraph(const std::string& text) { m_text += m_isHtml ? "<p>" + plain(text) + "</p>\n" : plain(text) + "\n\n"; }
    void list(const Cells& items)
    {
        m_text += m_isHtml ? "<ul>\n" : "";
        for (const auto& item : items)
            m_text += m_isHtml ? "<li>" + plain(item) + "</li>\n" : "- " + plain(item) + "\n";
        m_text += m_isHtml ? "</ul>\n" : "\n";
    }
    /// Lines of an equation, as they are.
    void formula(const Cells& lines)
    {
        m_text += m_isHtml ? "<pre>" : "";
        for (const auto& line : lines)
            m_text += m_isHtml ? plain(line) + "\n" : "    " + line + "\n";
        m_text += m_isHtml ? "</pre>\n" : "\n";
    }
    void table(const Cells& head, const std::vector<Cells>& rows)
    {
        m_text += m_isHtml ? "<table>\n" : "";
        line(head, "th");
        if (!m_isHtml) {
            for (std::size_t i = 0; i < head.size(); ++i)
                m_text += "| --- ";
            m_text += "|\n";
        }
        for (const auto& row : rows)
            line(row, "td");
        m_text += m_isHtml ? "</table>\n" : "\n";
    }
    std::string finished(const std::string& title) const
    {
        if (!m_isHtml)
            return m_text;
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + plain(title)
             + "</title>\n<style>body { font-family: sans-serif; } pre { white-space: pre-wrap; } td, th { text-align: left; "
               "vertical-align: top; padding-right: 1em; }</style>\n</head>\n<body>\n"
             + m_text + "</body>\n</html>\n";
    }

private:
    void line(const Cells& cells, const std::string& tag)
    {
        m_text += m_isHtml ? "<tr>" : "";
        for (const auto& cell : cells)
            m_text += m_isHtml ? "<" + tag + ">" + plain(cell) + "</" + tag + ">" : "| " + plain(cell) + " ";
        m_text += m_isHtml ? "</tr>\n" : "|\n";
    }
    std::string plain(const std::string& text) const
    {
        std::string result;
        for (const char c : text) {
            if (m_isHtml)
                result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
            else
                result += (c == '|' || c == '*' || c == '_' || c == '<' ? "\\" : "") + std::string(1, c);
        }
        return result;
    }

    bool m_isHtml;
    std::string m_text;
};

std::string joined(const Cells& list)
{
    std::string text;
    for (const auto& item : list)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

void writeEquation(Page& page, const Equation& e)
{
    page.heading(4, e.name);
    if (!e.description.empty())
        page.paragraph(e.description + ".");
    Cells lines{e.id + " = " + e.expression};
    for (const auto& part : e.parts)
        lines.push_back("    where " + part.name + " = " + part.expression);
    if (!e.start.empty())
        lines.push_back("at the beginning of 2022: " + e.start);
    page.formula(lines);
    page.paragraph("Unit: " + e.unit.id + ". " + (e.usedBy.empty() ? "No other equation uses it." : "Used in " + joined(e.usedBy) + "."));
}

void writeEquations(Page& page, const Catalogue& catalogue, const std::vector<Equation>& equations)
{
    page.heading(2, "Equations");
    page.paragraph("Every equation below is recorded from the model as it runs. previous(x) is x at the end of the previous quarter, "
                   "lever(x) a lever in force, recorded(x) the same lever under past law, path(x) an input over time, parameter(x) an "
                   "input, and time the middle of the quarter in years. Rates are per year. The step is a quarter of a year.");
    std::string sector;
    for (std::size_t i = 0; i < equations.size(); ++i) {
        const auto next =
            i < catalogue.series.size() ? catalogue.sectors[catalogue.series[i].sector].name : std::string("Hidden stocks and terms");
        if (next != sector)
            page.heading(3, sector = next);
        writeEquation(page, equations[i]);
    }
}

void writeInputs(Page& page, const Catalogue& catalogue, std::set<std::string>& used)
{
    const auto note = [&](const std::vector<std::string>& sources) {
        used.insert(sources.begin(), sources.end());
        return joined(sources);
    };
    page.heading(2, "Inputs");
    page.paragraph(
        "Sources: A, seen in the primary source; B, in a secondary source; C, recalled, primary source named; D, our judgment.");
    std::vector<Cells> rows;
    for (const auto& p : catalogue.parameters)
        rows.push_back(
            {p.id, p.description, p.central, p.low, p.high, p.unit.id, wordOf(p.distribution), letterOf(p.grade), note(p.sources)});
    page.table({"id", "what", "central", "low", "high", "unit", "distribution", "source", "seen in"}, rows);

    page.heading(2, "Levers");
    rows.clear();
    for (const auto& lever : catalogue.levers)
        rows.push_back({lever.id, lever.description, lever.unit.id});
    page.table({"id", "what", "unit"}, rows);

    page.heading(2, "Inputs over time");
    rows.clear();
    for (const auto& path : catalogue.paths)
        rows.push_back({path.id, path.description, path.unit.id, letterOf(path.grade), note(path.sources)});
    page.table({"id", "what", "unit", "weakest source", "seen in"}, rows);
}

} // namespace

std::string referenceText(const Catalogue& catalogue, const std::vector<Equation>& equations, ReferenceFormat format)
{
    const std::string title = "Chokepoint: technical reference";
    Page page(format);
    page.heading(1, title);
    page.heading(2, "Limits");
    std::vector<std::string> limits;
    for (const auto& limit : catalogue.limits)
        limits.push_back(limit.about + ". " + limit.sentence);
    page.list(limits);
    writeEquations(page, catalogue, equations);
    std::set<std::string> used;
    writeInputs(page, catalogue, used);
    page.heading(2, "Sources of inputs");
    std::vector<Cells> rows;
    for (const auto& source : catalogue.sources)
        if (used.contains(source.id))
            rows.push_back({source.id, source.authors, source.title, source.publisher, source.date, source.url});
    page.table({"id", "authors", "title", "publisher", "date", "address"}, rows);
    return page.finished(title);
}

} // namespace chokepoint::trace
