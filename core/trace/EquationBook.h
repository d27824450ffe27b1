// Turns the recorded graph into equations in named terms: text for people, or for other programs.
#pragma once

#include "api/Equations.h"
#include "trace/Recording.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace chokepoint::trace {

/// How expressions are written.
struct Notation {
    std::function<std::string(std::string_view input)> input; ///< an input of the graph, by its name with prefix
    std::function<std::string(std::string_view variable)> variable;
    std::function<std::string(std::string_view variable, std::size_t part)> part; ///< the n-th part of a variable's equation
    bool isXmile = false; ///< IF, MIN, LN and ^ as in XMILE; else words for people
};

/// One variable's equation: the expression and its parts, which may refer to earlier parts.
struct WrittenEquation {
    struct Part {
        std::string name, expression;
        std::optional<numbers::Unit> unit;
    };
    std::string expression;
    std::vector<Part> parts;
    std::vector<std::string> inputs;     ///< names with prefix, in the order in which they are met
    std::vector<std::size_t> variables;  ///< rows of variables of the same quarter, in that order
};

class EquationBook {
public:
    explicit EquationBook(Recording recording);

    const Recording& recording() const { return m_recording; }
    WrittenEquation write(std::size_t variable, const Notation& notation) const;
    /// The first value of a state, or nothing for other variables.
    std::string writeStart(std::size_t variable, const Notation& notation) const;

private:
    Recording m_recording;
    std::unordered_map<const numbers::Node*, std::size_t> m_names; ///< nodes that are the value of a variable
};

/// Ids as they stand in Equation::expression.
Notation plainNotation();

} // namespace chokepoint::trace
