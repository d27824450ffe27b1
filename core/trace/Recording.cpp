// Records the sectors with Symbol and interprets the result.
#include "trace/Recording.h"

#include "model/World.h"

namespace chokepoint::trace {

using numbers::Arithmetic;
using numbers::Node;
using numbers::Operation;
using numbers::Symbol;

namespace {

bool isState(model::Role role) { return role == model::Role::State || role == model::Role::SeriesAndState; }

/// Names a row of a table as an input with a prefix.
template <class Table> auto named(const Table& table, std::string_view prefix)
{
    return [&table, prefix](std::size_t row, Symbol& value) { value = Symbol::input(std::string(prefix) + std::string(table[row].id)); };
}

std::vector<NodePointer> nodesOf(const model::Variables<Symbol>& variables)
{
    std::vector<NodePointer> nodes;
    variables.forEach([&](std::size_t, const Symbol& value) { nodes.push_back(value.node()); });
    return nodes;
}

} // namespace

Recording recordStep(const facts::DataBook& book)
{
    std::array<Symbol, model::pathTable.size()> x;
    model::Variables<Symbol> v;
    const model::Parameters<Symbol> p(named(model::parameterTable, InputPrefix::parameter));
    const model::Levers<Symbol> inForce(named(model::leverTable, InputPrefix::lever));
    const model::Levers<Symbol> recorded(named(model::leverTable, InputPrefix::recorded));
    for (std::size_t row = 0; row < x.size(); ++row)
        named(model::pathTable, InputPrefix::path)(row, x[row]);
    v.forEach([](std::size_t row, Symbol& value) {
        const auto& variable = model::variableTable[row];
        const auto prefix = isState(variable.role) ? InputPrefix::state : InputPrefix::unset;
        value = Symbol::input(std::string(prefix) + std::string(variable.id));
    });
    const auto knots = run::shiftedKnots<Symbol>(book);

    Recording recording;
    recording.start = nodesOf(model::startOf2022(p));
    auto step = model::stepOf(v, inForce, recorded, p, model::PathValues<Symbol>(x), knots, model::Calendar<Symbol>());
    model::advanceQuarter(step);
    recording.variables = nodesOf(v);
    return recording;
}

double Interpreter::value(const NodePointer& node)
{
    if (const auto known = m_known.find(node.get()); known != m_known.end())
        return known->second;
    const double result = compute(*node);
    m_known.emplace(node.get(), result);
    return result;
}

double Interpreter::compute(const Node& node)
{
    using A = Arithmetic<double>;
    const auto in = [&](std::size_t i) { return value(node.inputs[i]); };
    switch (node.operation) {
    case Operation::Constant: return A::fromText(node.text);
    case Operation::Input: return m_inputs.at(node.text);
    case Operation::Add: return in(0) + in(1);
    case Operation::Subtract: return in(0) - in(1);
    case Operation::Multiply: return in(0) * in(1);
    case Operation::Divide: return in(0) / in(1);
    case Operation::Negate: return -in(0);
    case Operation::Minimum: return A::min(in(0), in(1));
    case Operation::Maximum: return A::max(in(0), in(1));
    case Operation::Exp: return A::exp(in(0));
    case Operation::Log: return A::log(in(0));
    case Operation::Pow: return A::pow(in(0), in(1));
    case Operation::Less: return in(0) < in(1) ? 1 : 0;
    case Operation::Select: return in(0) != 0 ? in(1) : in(2);
    }
    throw std::logic_error("an operation without a meaning");
}

void interpret(const Recording& recording, const run::ParameterValues<double>& parameters, const run::Exogenous<double>& exogenous,
               const policy::LeverValues<double>& levers, const std::function<void(int, const std::vector<double>&)>& observe)
{
    std::unordered_map<std::string, double> inputs;
    const auto put = [&](std::string_view prefix, std::string_view id, double value) {
        inputs[std::string(prefix) + std::string(id)] = value;
    };
    for (std::size_t i = 0; i < parameters.size(); ++i)
        put(InputPrefix::parameter, model::parameterTable[i].id, parameters[i]);
    Interpreter beginning(inputs);
    std::vector<double> variables(recording.start.size());
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (isState(model::variableTable[i].role))
            variables[i] = beginning.value(recording.start[i]);

    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        const auto q = static_cast<std::size_t>(quarter);
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (isState(model::variableTable[i].role))
                put(InputPrefix::state, model::variableTable[i].id, variables[i]);
        for (std::size_t i = 0; i < model::leverTable.size(); ++i) {
            put(InputPrefix::lever, model::leverTable[i].id, levers[q][i]);
            put(InputPrefix::recorded, model::leverTable[i].id, exogenous.recorded[q][i]);
        }
        for (std::size_t i = 0; i < model::pathTable.size(); ++i)
            put(InputPrefix::path, model::pathTable[i].id, exogenous.paths[q][i]);
        inputs[std::string(numbers::timeInput)] = Quarter{quarter}.middle();
        Interpreter interpreter(inputs);
        for (std::size_t i = 0; i < variables.size(); ++i)
            variables[i] = interpreter.value(recording.variables[i]);
        observe(quarter, variables);
    }
}

} // namespace chokepoint::trace
