// Writes XMILE.
#include "trace/Xmile.h"

#include "model/Levers.h"
#include "model/Parameters.h"
#include "model/Paths.h"

#include <algorithm>
#include <set>

namespace chokepoint::trace {
namespace {

using numbers::DecimalText;
using numbers::Unit;

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    return result;
}

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
    const std::string scale = unit.ten == 3 ? "thousand" : unit.ten == 6 ? "million" : unit.ten == 9 ? "billion" : unit.ten == -2 ? "percent"
                            : (unit.ten > 0 ? "ten_to_" : "ten_to_minus_") + std::to_string(std::abs(unit.ten));
    return text == "1" ? scale : text.starts_with("1/") ? scale + text.substr(1) : scale + "*" + text;
}

class Document {
public:
    std::string text;

    void aux(const std::string& name, const std::string& equation, const std::string& unit, const std::string& words, const std::string& inside = {})
    {
        text += "      <aux name=\"" + name + "\">\n        <doc>" + escaped(words) + "</doc>\n        <eqn>" + escaped(equation) + "</eqn>\n" + inside
              + "        <units>" + unit + "</units>\n      </aux>\n";
    }

    /// A quantity given for each quarter: a constant, or a function of the time with a point for each quarter.
    void course(const std::string& name, const std::array<double, quarterCount>& values, const std::string& unit, const std::string& words)
    {
        if (std::ranges::all_of(values, [&](double v) { return v == values.front(); }))
            return aux(name, DecimalText::shortest(values.front()), unit, words);
        std::string x, y;
        for (int q = 0; q < quarterCount; ++q) {
            x += (q == 0 ? "" : ",") + DecimalText::shortest(Quarter{q}.middle());
            y += (q == 0 ? "" : ",") + DecimalText::shortest(values[static_cast<std::size_t>(q)]);
        }
        // the points are a variable of their own and looked up: readers differ in what they make of a variable with points and an equation
        aux(name + "_points", "TIME", unit, words, "        <gf type=\"continuous\">\n          <xpts>" + x + "</xpts>\n          <ypts>" + y + "</ypts>\n        </gf>\n");
        aux(name, "LOOKUP(" + name + "_points, middle_of_the_quarter)", unit, words);
    }
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
            document.aux(part.name, part.expression, part.unit ? unitText(*part.unit) : "Dmnl", "Part of: " + words);
        const auto name = nameOf("", variable.id);
        document.aux(name, written.expression, unit, words);
        const auto start = book.writeStart(i, notation);
        if (start.empty())
            continue;
        document.text += "      <stock name=\"" + previous(variable.id) + "\">\n        <doc>" + escaped("At the end of the quarter before. " + words) + "</doc>\n        <eqn>"
                       + escaped(start) + "</eqn>\n        <inflow>" + name + "_change</inflow>\n        <units>" + unit + "</units>\n      </stock>\n";
        document.text += "      <flow name=\"" + name + "_change\">\n        <doc>" + escaped("Change in a quarter. " + words) + "</doc>\n        <eqn>(" + name + " - " + previous(variable.id)
                       + ") / quarter_of_a_year</eqn>\n        <units>" + unit + "/year</units>\n      </flow>\n";
    }
}

void writeInputs(Document& document, const Catalogue& catalogue, const XmileInputs& values, const std::set<std::string>& read)
{
    for (std::size_t i = 0; i < model::parameterTable.size(); ++i) {
        const auto& p = catalogue.parameters[*catalogue.findParameter(model::parameterTable[i].id)];
        std::string words = p.description + ". Grade " + letterOf(p.grade) + ", " + p.low + " to " + p.high + "; sources:";
        for (const auto& source : p.sources)
            words += " " + source;
        document.aux(nameOf("parameter_", p.id), DecimalText::shortest(values.parameters[i]), unitText(model::parameterTable[i].unit), words);
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
            document.course(nameOf("recorded_", lever.id), column(values.exogenous.recorded, row), unit, lever.description + "; as recorded.");
    }
    for (std::size_t i = 0; i < model::pathTable.size(); ++i)
        if (isRead(InputPrefix::path, model::pathTable[i].id))
            document.course(nameOf("path_", model::pathTable[i].id), column(values.exogenous.paths, i), unitText(model::pathTable[i].unit),
                            catalogue.paths[i].description + ". Grade " + letterOf(catalogue.paths[i].grade) + ".");
}

} // namespace

std::string xmileText(const EquationBook& book, const Catalogue& catalogue, const XmileInputs& values, const std::string& title)
{
    Document document;
    document.text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                    "<xmile version=\"1.0\" xmlns=\"http://docs.oasis-open.org/xmile/ns/XMILE/v1.0\">\n"
                    "  <header>\n    <smile version=\"1.0\"/>\n    <name>" + escaped("Chokepoint: " + title) + "</name>\n"
                    "    <vendor>Chokepoint</vendor>\n    <product version=\"1.0\" lang=\"en\">Chokepoint</product>\n  </header>\n"
                    "  <sim_specs method=\"Euler\" time_units=\"year\">\n    <start>" + DecimalText::shortest(Quarter{0}.begin()) + "</start>\n    <stop>"
                  + DecimalText::shortest(Quarter{quarterCount - 1}.begin()) + "</stop>\n    <dt>0.25</dt>\n  </sim_specs>\n"
                    "  <model>\n    <variables>\n";
    std::set<std::string> inputs;
    writeVariables(document, book, catalogue, inputs);
    writeInputs(document, catalogue, values, inputs);
    // some engines keep results only at whole multiples of the step, so the time is the beginning of the quarter
    document.aux("middle_of_the_quarter", "TIME + 0.125", "year", "When the quarter is read.");
    document.aux("quarter_of_a_year", "0.25", "year", "The step of the time.");
    document.text += "    </variables>\n  </model>\n</xmile>\n";
    return std::move(document.text);
}

} // namespace chokepoint::trace
