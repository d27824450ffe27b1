// One quarter of the model, recorded as a graph of expressions, and an interpreter that computes what the graph says.
#pragma once

#include "model/Variables.h"
#include "numbers/Symbol.h"
#include "run/Simulation.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chokepoint::trace {

/// How inputs of the graph are named: a prefix and the id. "unset:" marks a variable that is no state; no equation may reach it.
struct InputPrefix {
    static constexpr std::string_view state = "state:", lever = "lever:", recorded = "recorded:", parameter = "parameter:", path = "path:",
                                      unset = "unset:";
};

using NodePointer = std::shared_ptr<const numbers::Node>;

/// The value of every variable at the end of a quarter, by row of model::variableTable, as an expression of the inputs:
/// states at the end of the quarter before, levers, levers of the record, parameters, paths and the time.
struct Recording {
    std::vector<NodePointer> variables;
    std::vector<NodePointer> start; ///< the states at the beginning of 2022Q1, as expressions of the parameters
};

/// Records the step. The knots of the paths that are read at a shifted time become constants of the graph.
Recording recordStep(const facts::DataBook& book);

/// Computes nodes from values of the inputs, in double, each at most once. Only the live side of a choice is computed.
class Interpreter {
public:
    explicit Interpreter(const std::unordered_map<std::string, double>& inputs) : m_inputs(inputs) {}

    /// Throws std::out_of_range when the node needs an input that has no value.
    double value(const NodePointer& node);

private:
    double compute(const numbers::Node& node);
    const std::unordered_map<std::string, double>& m_inputs;
    std::unordered_map<const numbers::Node*, double> m_known;
};

/// Runs the recording over all quarters with the given inputs: the same as run::simulate<double> but for the last digits, for the graph
/// divides and takes powers where a run multiplies by what it worked out ahead.
void interpret(const Recording& recording, const run::ParameterValues<double>& parameters, const run::Exogenous<double>& exogenous,
               const policy::LeverValues<double>& levers,
               const std::function<void(int quarter, const std::vector<double>& variables)>& observe);

} // namespace chokepoint::trace
