// Writes equations: names where a node is a variable, parts where an equation uses something twice.
#include "trace/EquationBook.h"

#include <algorithm>
#include <array>
#include <optional>

namespace chokepoint::trace {
namespace {

using numbers::Node;
using numbers::Operation;

bool isLeaf(const Node& node) { return node.operation == Operation::Constant || node.operation == Operation::Input; }

/// A ratio of two whole numbers, such as the quarter of a year, is written as one number.
std::optional<std::string> ratioOfConstants(const Node& node)
{
    if (node.operation != Operation::Divide || node.inputs[0]->operation != Operation::Constant
        || node.inputs[1]->operation != Operation::Constant)
        return std::nullopt;
    using numbers::DecimalText;
    const double above = DecimalText::toDouble(node.inputs[0]->text), below = DecimalText::toDouble(node.inputs[1]->text);
    const auto text = DecimalText::shortest(above / below);
    return text.size() <= 6 ? std::optional(text) : std::nullopt; // longer ones are not exact
}

/// How tightly an operation binds; operands that bind less stand in brackets.
enum Binding { Choice, Compare, Sum, Product, Power, Atom };

struct Written {
    std::string text;
    Binding binding = Atom;
};

/// Writes one equation. Nodes of other variables are leaves; nodes that are met twice and are no leaves become parts.
class Writer {
public:
    Writer(const std::unordered_map<const Node*, std::size_t>& names, const Notation& notation, std::size_t variable)
        : m_names(names), m_notation(notation), m_variable(variable)
    {
    }

    WrittenEquation write(const NodePointer& root)
    {
        count(root.get(), true);
        m_result.expression = text(root.get(), true).text;
        return std::move(m_result);
    }

private:
    bool isNamed(const Node* node, bool isRoot) const { return !isRoot && m_names.contains(node); }

    void count(const Node* node, bool isRoot)
    {
        if (isLeaf(*node) || isNamed(node, isRoot) || ratioOfConstants(*node) || ++m_uses[node] > 1)
            return;
        for (const auto& input : node->inputs)
            if (input)
                count(input.get(), false);
    }

    void note(std::string_view name)
    {
        if (std::ranges::find(m_result.inputs, name) == m_result.inputs.end())
            m_result.inputs.emplace_back(name);
    }

    Written text(const Node* node, bool isRoot)
    {
        if (isNamed(node, isRoot)) {
            const auto row = m_names.at(node);
            if (std::ranges::find(m_result.variables, row) == m_result.variables.end())
                m_result.variables.push_back(row);
            return {m_notation.variable(model::variableTable[row].id)};
        }
        if (node->operation == Operation::Constant)
            return constant(node->text);
        if (node->operation == Operation::Input) {
            note(node->text);
            return {m_notation.input(node->text)};
        }
        if (const auto ratio = ratioOfConstants(*node))
            return {*ratio};
        // readers of XMILE differ in how they take a choice inside an expression, so there each choice is a part of its own
        const bool isChoice = m_notation.isXmile && node->operation == Operation::Select;
        if (isRoot || (!isChoice && m_uses.at(node) < 2))
            return operation(*node);
        auto known = m_parts.find(node);
        if (known == m_parts.end()) {
            auto written = operation(*node); // parts inside come first
            const auto name = m_notation.part(model::variableTable[m_variable].id, m_result.parts.size());
            m_result.parts.push_back({name, written.text, node->unit});
            known = m_parts.emplace(node, name).first;
        }
        return {known->second};
    }

    Written constant(const std::string& digits) const
    {
        if (digits.starts_with("0.69314718055994530941"))
            return {m_notation.isXmile ? "LN(2)" : "ln(2)"};
        if (digits == "1e-9" && !m_notation.isXmile) // no exponents in texts for people
            return {"0.000000001"};
        return {digits, digits.starts_with('-') ? Sum : Atom};
    }

    std::string operand(const Node& node, std::size_t i, Binding atLeast)
    {
        const auto written = text(node.inputs[i].get(), false);
        return written.binding < atLeast ? "(" + written.text + ")" : written.text;
    }
    Written infix(const Node& node, const char* sign, Binding binding, Binding left, Binding right)
    {
        auto first = operand(node, 0, left);
        return {std::move(first) + sign + operand(node, 1, right), binding};
    }
    Written call(const Node& node, const char* name, std::size_t operands)
    {
        std::string list;
        for (std::size_t i = 0; i < operands; ++i)
            list += (i == 0 ? "" : ", ") + operand(node, i, Choice);
        return {std::string(name) + "(" + list + ")", Atom};
    }

    Written operation(const Node& node)
    {
        const bool x = m_notation.isXmile;
        switch (node.operation) {
        case Operation::Add: return infix(node, " + ", Sum, Sum, Product);
        case Operation::Subtract: return infix(node, " - ", Sum, Sum, Product);
        case Operation::Multiply: return infix(node, x ? " * " : " × ", Product, Product, Power);
        case Operation::Divide: return infix(node, " / ", Product, Product, Power);
        case Operation::Negate: return {"-" + operand(node, 0, Power), Sum};
        case Operation::Minimum: return call(node, x ? "MIN" : "min", 2);
        case Operation::Maximum: return call(node, x ? "MAX" : "max", 2);
        case Operation::Exp: return call(node, x ? "EXP" : "exp", 1);
        case Operation::Log: return call(node, x ? "LN" : "ln", 1);
        case Operation::Pow: return infix(node, " ^ ", Power, Atom, Atom);
        case Operation::Less: return infix(node, " < ", Compare, Sum, Sum);
        case Operation::Select: return choice(node);
        case Operation::Constant:
        case Operation::Input: break;
        }
        throw std::logic_error("a leaf is no operation");
    }
    Written choice(const Node& node)
    {
        const bool x = m_notation.isXmile;
        auto condition = operand(node, 0, Choice);
        auto then = operand(node, 1, Compare);
        auto otherwise = operand(node, 2, x ? Compare : Choice);
        if (x)
            return {"IF (" + condition + ") THEN (" + then + ") ELSE (" + otherwise + ")", Choice};
        return {"if " + condition + " then " + then + " else " + otherwise, Choice};
    }

    const std::unordered_map<const Node*, std::size_t>& m_names;
    const Notation& m_notation;
    std::size_t m_variable;
    std::unordered_map<const Node*, int> m_uses;
    std::unordered_map<const Node*, std::string> m_parts;
    WrittenEquation m_result;
};

} // namespace

EquationBook::EquationBook(Recording recording) : m_recording(std::move(recording))
{
    // a node that is several variables is the state's: the others are the same by another name
    for (const bool states : {true, false})
        for (std::size_t i = 0; i < m_recording.variables.size(); ++i) {
            const bool isState =
                model::variableTable[i].role == model::Role::State || model::variableTable[i].role == model::Role::SeriesAndState;
            if (isState == states && !isLeaf(*m_recording.variables[i]))
                m_names.emplace(m_recording.variables[i].get(), i);
        }
}

WrittenEquation EquationBook::write(std::size_t variable, const Notation& notation) const
{
    const auto& root = m_recording.variables[variable];
    if (const auto name = m_names.find(root.get()); name != m_names.end() && name->second != variable) {
        WrittenEquation same;
        same.expression = notation.variable(model::variableTable[name->second].id);
        same.variables.push_back(name->second);
        return same;
    }
    return Writer(m_names, notation, variable).write(root);
}

std::string EquationBook::writeStart(std::size_t variable, const Notation& notation) const
{
    const auto role = model::variableTable[variable].role;
    if (role != model::Role::State && role != model::Role::SeriesAndState)
        return {};
    // starts are short: what they use twice is written out in its place
    Notation flat = notation;
    flat.part = [](std::string_view, std::size_t n) { return "\x01" + std::to_string(n) + "\x01"; };
    auto written = Writer({}, flat, variable).write(m_recording.start[variable]);
    for (auto part = written.parts.rbegin(); part != written.parts.rend(); ++part)
        for (auto at = written.expression.find(part->name); at != std::string::npos; at = written.expression.find(part->name))
            written.expression.replace(at, part->name.size(), "(" + part->expression + ")");
    return written.expression;
}

Notation plainNotation()
{
    Notation notation;
    notation.input = [](std::string_view name) -> std::string {
        if (name == numbers::timeInput)
            return "time";
        const auto colon = name.find(':');
        const auto prefix = name.substr(0, colon + 1), id = name.substr(colon + 1);
        const std::string word = prefix == InputPrefix::state ? "previous" : std::string(prefix.substr(0, prefix.size() - 1));
        return word + "(" + std::string(id) + ")";
    };
    notation.variable = [](std::string_view id) { return std::string(id); };
    notation.part = [](std::string_view, std::size_t n) {
        std::string name(1, static_cast<char>('a' + n % 26));
        return n < 26 ? name : name + std::to_string(n / 26);
    };
    return notation;
}

} // namespace chokepoint::trace
