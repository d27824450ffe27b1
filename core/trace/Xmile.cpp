// Writes XMILE.
#include "trace/Xmile.h"

#include "api/TerminalText.h"
#include "model/Levers.h"
#include "model/Parameters.h"
#include "model/Paths.h"

#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace chokepoint::trace {
namespace {

using numbers::DecimalText;
using numbers::Unit;

std::string nameOf(std::string_view prefix, std::string_view id)
{
    std::string name = std::string(prefix) + std::string(id);
    std::ranges::replace(name, '.', '_');
    return name;
}

std::string previous(std::string_view id) { return nameOf("", id) + "_previous"; }

/// A unit expression of XMILE: names, * and /.
std::string unitText(const Unit& unit)
{
    auto bare = unit;
    bare.ten = 0;
    auto text = numbers::describe(bare);
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' '))
        text[at] = '*';
    if (unit.ten == 0)
        return text == "1" ? "Dmnl" : text;
    const std::string scale = unit.ten == 3  ? "thousand"
                            : unit.ten == 6  ? "million"
                            : unit.ten == 9  ? "billion"
                            : unit.ten == -2 ? "percent"
                                             : (unit.ten > 0 ? "ten_to_" : "ten_to_minus_") + std::to_string(std::abs(unit.ten));
    return text == "1" ? scale : text.starts_with("1/") ? scale + text.substr(1) : scale + "*" + text;
}

/// An element with a text in it.
pugi::xml_node add(pugi::xml_node parent, const char* element, const std::string& text)
{
    auto node = parent.append_child(element);
    node.text().set(printable(text).c_str()); // a control character has no place in XML, also not escaped
    return node;
}

class Document {
public:
    explicit Document(const std::string& title)
    {
        auto declaration = m_document.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "utf-8";
        auto root = m_document.append_child("xmile");
        root.append_attribute("version") = "1.0";
        root.append_attribute("xmlns") = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0";
        auto header = root.append_child("header");
        header.append_child("smile").append_attribute("version") = "1.0";
        add(header, "name", title);
        add(header, "vendor", "Chokepoint");
        auto product = add(header, "product", "Chokepoint");
        product.append_attribute("version") = "1.0";
        product.append_attribute("lang") = "en";
        auto times = root.append_child("sim_specs");
        times.append_attribute("method") = "Euler";
        times.append_attribute("time_units") = "year";
        add(times, "start", DecimalText::shortest(Quarter{0}.begin()));
        add(times, "stop", DecimalText::shortest(Quarter{quarterCount - 1}.begin()));
        add(times, "dt", "0.25");
        m_variables = root.append_child("model").append_child("variables");
    }

    /// A variable of the model: "aux", "stock" or "flow". `inflow`: of a stock.
    pugi::xml_node variable(const char* kind, const std::string& name, const std::string& equation, const std::string& unit,
                            const std::string& words, const std::string& inflow = {})
    {
        auto node = m_variables.append_child(kind);
        node.append_attribute("name") = name.c_str();
        add(node, "doc", words);
        add(node, "eqn", equation);
        if (!inflow.empty())
            add(node, "inflow", inflow);
        add(node, "units", unit);
        return node;
    }

    /// A quantity given for each quarter: a constant, or a function of the time with a point for each quarter.
    void course(const std::string& name, const std::array<double, quarterCount>& values, const std::string& unit, const std::string& words)
    {
        if (std::ranges::all_of(values, [&](double v) { return v == values.front(); })) {
            variable("aux", name, DecimalText::shortest(values.front()), unit, words);
            return;
        }
        std::string x, y;
        for (int q = 0; q < quarterCount; ++q) {
            x += (q == 0 ? "" : ",") + DecimalText::shortest(Quarter{q}.middle());
            y += (q == 0 ? "" : ",") + DecimalText::shortest(values[static_cast<std::size_t>(q)]);
        }
        // the points are a variable of their own and looked up: readers differ in what they make of a variable with points and an equation
        auto node = variable("aux", name + "_points", "TIME", unit, words);
        auto points = node.insert_child_before("gf", node.child("units"));
        points.append_attribute("type") = "continuous";
        add(points, "xpts", x);
        add(points, "ypts", y);
        variable("aux", name, "LOOKUP(" + name + "_points, middle_of_the_quarter)", unit, words);
    }

    std::string text() const
    {
        std::ostringstream out;
        m_document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
        return out.str();
    }

private:
    pugi::xml_document m_document;
    pugi::xml_node m_variables;
};

Notation xmileNotation()
{
    Notation notation;
    notation.isXmile = true;
    notation.input = [](std::string_view name) -> std::string {
        if (name == numbers::timeInput)
            return "middle_of_the_quarter";
        const auto colon = name.find(':');
        const auto prefix = name.substr(0, colon + 1), id = name.substr(colon + 1);
        return prefix == InputPrefix::state ? previous(id) : nameOf(std::string(prefix.substr(0, colon)) + "_", id);
    };
    notation.variable = [](std::string_view id) { return nameOf("", id); };
    notation.part = [](std::string_view variable, std::size_t n) { return nameOf("", variable) + "_part_" + std::to_string(n + 1); };
    return notation;
}

std::string wordsOf(const Catalogue& catalogue, std::size_t variable)
{
    if (variable >= catalogue.series.size())
        return catalogue.terms[variable - catalogue.series.size()].name + ".";
    const auto& series = catalogue.series[variable];
    return series.name + "." + (series.description.empty() ? "" : " " + series.description + ".");
}

void writeVariables(Document& document, const EquationBook& book, const Catalogue& catalogue, std::set<std::string>& inputs)
{
    const auto notation = xmileNotation();
    for (std::size_t i = 0; i < model::variableTable.size(); ++i) {
        const auto& variable = model::variableTable[i];
        const auto unit = unitText(variable.logarithm ? numbers::one : variable.unit), words = wordsOf(catalogue, i);
        const auto written = book.write(i, notation);
        inputs.insert(written.inputs.begin(), written.inputs.end());
        for (const auto& part : written.parts)
            document.variable("aux", part.name, part.expression, part.unit ? unitText(*part.unit) : "Dmnl", "Part of: " + words);
        const auto name = nameOf("", variable.id);
        document.variable("aux", name, written.expression, unit, words);
        const auto start = book.writeStart(i, notation);
        if (start.empty())
            continue;
        document.variable("stock", previous(variable.id), start, unit, "At the end of the quarter before. " + words, name + "_change");
        document.variable("flow", name + "_change", "(" + name + " - " + previous(variable.id) + ") / quarter_of_a_year", unit + "/year",
                          "Change in a quarter. " + words);
    }
}

void writeInputElements(Document& document, const Catalogue& catalogue, const XmileInputs& values, const std::set<std::string>& read)
{
    for (std::size_t i = 0; i < model::parameterTable.size(); ++i) {
        const auto& p = catalogue.parameters[*catalogue.findParameter(model::parameterTable[i].id)];
        std::string words = p.description + ". Grade " + letterOf(p.grade) + ", " + p.low + " to " + p.high + "; sources:";
        for (const auto& source : p.sources)
            words += " " + source;
        document.variable("aux", nameOf("parameter_", p.id), DecimalText::shortest(values.parameters[i]),
                          unitText(model::parameterTable[i].unit), words);
    }
    const auto column = [](const auto& table, std::size_t row) {
        std::array<double, quarterCount> course;
        for (std::size_t q = 0; q < course.size(); ++q)
            course[q] = table[q][row];
        return course;
    };
    const auto isRead = [&](std::string_view prefix, std::string_view id) { return read.contains(std::string(prefix) + std::string(id)); };
    for (const auto& lever : catalogue.levers) {
        const auto row = model::indexOf(model::leverTable, lever.id);
        const auto unit = unitText(model::leverTable[row].unit);
        if (isRead(InputPrefix::lever, lever.id))
            document.course(nameOf("lever_", lever.id), column(values.levers, row), unit, lever.description + ".");
        if (isRead(InputPrefix::recorded, lever.id))
            document.course(nameOf("recorded_", lever.id), column(values.exogenous.recorded, row), unit,
                            lever.description + "; as recorded.");
    }
    for (std::size_t i = 0; i < model::pathTable.size(); ++i)
        if (isRead(InputPrefix::path, model::pathTable[i].id))
            document.course(nameOf("path_", model::pathTable[i].id), column(values.exogenous.paths, i), unitText(model::pathTable[i].unit),
                            catalogue.paths[i].description + ". Grade " + letterOf(catalogue.paths[i].grade) + ".");
}

} // namespace

std::string xmileText(const EquationBook& book, const Catalogue& catalogue, const XmileInputs& values, const std::string& title)
{
    Document document("Chokepoint: " + title);
    std::set<std::string> inputs;
    writeVariables(document, book, catalogue, inputs);
    writeInputElements(document, catalogue, values, inputs);
    // some engines keep results only at whole multiples of the step, so the time is the beginning of the quarter
    document.variable("aux", "middle_of_the_quarter", "TIME + 0.125", "year", "When the quarter is read.");
    document.variable("aux", "quarter_of_a_year", "0.25", "year", "The step of the time.");
    return document.text();
}

} // namespace chokepoint::trace
