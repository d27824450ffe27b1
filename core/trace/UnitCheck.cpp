// Derives units through the recorded graph and compares them with what the sectors declare.
#include "trace/UnitCheck.h"

#include "model/Levers.h"
#include "model/Parameters.h"
#include "model/Paths.h"

#include <array>

namespace chokepoint::trace {
namespace {

using numbers::Node;
using numbers::Operation;
using numbers::Unit;

/// Nothing: a bare number inside a function (log(1 + growth)), whose unit only the function as a whole has.
using Known = std::optional<Unit>;

template <class Table> Known unitIn(const Table& table, std::string_view id)
{
    const auto row = model::indexOf(table, id);
    if (row == table.size() || table[row].logarithm) // only the level of a logarithm has a unit
        return std::nullopt;
    return table[row].unit;
}

/// The unit of an input by the tables.
Known unitOfInput(std::string_view name)
{
    if (name == numbers::timeInput)
        return numbers::year;
    const auto after = [&](std::string_view prefix) { return name.substr(prefix.size()); };
    for (const auto prefix : {InputPrefix::state, InputPrefix::unset})
        if (name.starts_with(prefix))
            return unitIn(model::variableTable, after(prefix));
    for (const auto prefix : {InputPrefix::lever, InputPrefix::recorded})
        if (name.starts_with(prefix))
            return unitIn(model::leverTable, after(prefix));
    if (name.starts_with(InputPrefix::parameter))
        return unitIn(model::parameterTable, after(InputPrefix::parameter));
    return unitIn(model::pathTable, after(InputPrefix::path));
}

/// n for a bare constant 10^n, by which a quantity changes its scale.
std::optional<int> powerOfTen(const Node& node)
{
    if (node.operation != Operation::Constant || node.unit || !node.text.starts_with('1'))
        return std::nullopt;
    return node.text.find_first_not_of('0', 1) == std::string::npos ? std::optional(static_cast<int>(node.text.size()) - 1) : std::nullopt;
}

class Checker {
public:
    explicit Checker(UnitReport& report) : m_report(report) {}
    std::string variable;

    /// The unit of a node: as declared where a sector declares one, which must be what the operands give.
    Known unitOf(const NodePointer& node)
    {
        if (const auto known = m_known.find(node.get()); known != m_known.end())
            return known->second;
        const auto given = derive(*node);
        const bool isLeaf = node->operation == Operation::Constant || node->operation == Operation::Input;
        if (node->unit && given && !(isLeaf && node->operation == Operation::Constant)) {
            ++m_report.checked;
            if (*node->unit != *given)
                complain(*node->unit, *given);
        }
        const auto result = node->unit ? node->unit : given;
        m_known.emplace(node.get(), result);
        return result;
    }

    Known derive(const Node& node)
    {
        switch (node.operation) {
        case Operation::Constant: return std::nullopt;
        case Operation::Input: return unitOfInput(node.text);
        case Operation::Negate: return unitOf(node.inputs[0]);
        case Operation::Add:
        case Operation::Subtract:
        case Operation::Minimum:
        case Operation::Maximum: return same(unitOf(node.inputs[0]), unitOf(node.inputs[1]));
        case Operation::Select: unitOf(node.inputs[0]); return same(unitOf(node.inputs[1]), unitOf(node.inputs[2]));
        case Operation::Less: same(unitOf(node.inputs[0]), unitOf(node.inputs[1])); return numbers::one;
        case Operation::Multiply: return product(node, 1);
        case Operation::Divide: return product(node, -1);
        case Operation::Exp:
            if (node.unit && *node.unit != numbers::one) // the level of a logarithm: only the state itself knows its unit
                return unitOf(node.inputs[0]), std::nullopt;
            [[fallthrough]];
        case Operation::Log: return unitOf(node.inputs[0]) == Known(numbers::one) ? Known(numbers::one) : std::nullopt;
        case Operation::Pow:
            return unitOf(node.inputs[0]) == Known(numbers::one) && unitOf(node.inputs[1]) == Known(numbers::one) ? Known(numbers::one)
                                                                                                                  : std::nullopt;
        }
        return std::nullopt;
    }

    void complain(const Unit& declared, const Unit& given)
    {
        m_report.mismatches.push_back(variable + ": " + numbers::describe(declared) + " is declared, the operands give "
                                      + numbers::describe(given));
    }

private:
    Known same(const Known& a, const Known& b)
    {
        if (!a || !b)
            return a ? a : b;
        ++m_report.checked;
        if (*a != *b)
            complain(*a, *b);
        return a;
    }

    Known product(const Node& node, int sign)
    {
        auto a = unitOf(node.inputs[0]);
        const auto b = unitOf(node.inputs[1]);
        if (const auto ten = powerOfTen(*node.inputs[1]); a && ten) { // the value divided by 10^n is told in a unit that is 10^n larger
            a->ten -= sign * *ten;
            return a;
        }
        if (!a || !b)
            return std::nullopt;
        return sign > 0 ? *a * *b : *a / *b;
    }

    UnitReport& m_report;
    std::unordered_map<const Node*, Known> m_known;
};

} // namespace

UnitReport checkUnits(const Recording& recording)
{
    UnitReport report;
    Checker checker(report);
    for (std::size_t i = 0; i < recording.variables.size(); ++i) {
        const auto& declared = model::variableTable[i];
        checker.variable = declared.id;
        const Unit unit = declared.logarithm ? numbers::one : declared.unit;
        const auto given = checker.derive(*recording.variables[i]);
        report.derived += given.has_value();
        if (given && *given != unit)
            checker.complain(unit, *given);
        if (const auto found = checker.unitOf(recording.variables[i]); found && *found != unit)
            checker.complain(unit, *found);
    }
    return report;
}

} // namespace chokepoint::trace
