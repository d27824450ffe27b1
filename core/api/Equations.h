// Equations as recorded from the model itself: text, unit, inputs and uses of every variable, and what a causes view needs.
#pragma once

#include "api/Catalogue.h"
#include "api/Projection.h"

#include <optional>
#include <string>
#include <vector>

namespace chokepoint {

class Engine;

/// What an equation reads.
struct EquationInput {
    enum class Kind {
        Variable,      ///< series, hidden state or term of the same quarter
        Previous,      ///< state at the end of the quarter before
        Parameter,
        Lever,         ///< lever in force
        RecordedLever, ///< the same lever under the recorded measures
        Path,
        Time,          ///< the middle of the quarter, in years
    };
    Kind kind = Kind::Variable;
    std::string id; ///< empty for the time
    friend bool operator==(const EquationInput&, const EquationInput&) = default;
};

/// A part of an equation that it uses several times.
struct EquationPart {
    std::string name, expression;
    std::string unit; ///< as describe(); empty where the part is a bare number inside a function
};

/// The equation of one variable. In expressions a variable is written by its id; "previous(ID)" is the state at the end of the quarter
/// before; "parameter(ID)", "lever(ID)", "recorded(ID)" and "path(ID)" are inputs; "time" is the middle of the quarter in years.
struct Equation {
    enum class Role { Series, SeriesAndState, State, Term };
    std::string id, name, description;
    DataUnit unit;
    Role role = Role::Series;
    std::string expression;
    std::vector<EquationPart> parts;   ///< in the order in which they are needed
    std::string start;                 ///< of a state: its value at the beginning of 2022
    std::vector<EquationInput> inputs; ///< each once, in the order of the equation
    std::vector<std::string> usedBy;   ///< ids of variables whose equation reads this one, in this quarter or the next
};

/// One cause of a series, or the series itself, with its course in two runs.
struct Cause {
    EquationInput input;
    std::string name;  ///< in words, never an id
    DataUnit unit;
    SeriesKind kind = SeriesKind::Rate; ///< Stock: its values are of the end of a quarter; hidden states are, terms and inputs are not
    SeriesValues present{}, baseline{}; ///< of a parameter the same value in every quarter
    std::optional<Grade> grade; ///< of a parameter or path
    std::vector<std::string> sources;
};

struct Causes {
    Cause self;
    Equation equation;
    std::vector<Cause> causes; ///< in the order of the equation's inputs, without the time
};

/// Whether the unit of every equation follows from the units of what it reads.
struct UnitCheck {
    std::size_t checked = 0;             ///< operations whose unit was held against those of their operands
    std::size_t variables = 0,
                derived = 0;             ///< all variables, and those whose unit follows from the inputs; the rest are levels of logarithms
    std::vector<std::string> mismatches; ///< one line each; empty when all is well
};

enum class ReferenceFormat { Markdown, Html };

/// The equation of every variable: the series in the order of the catalogue, then hidden states and terms. Some milliseconds.
std::vector<Equation> equationsOf(const Engine& engine);
UnitCheck checkUnits(const Engine& engine);

/// What one variable (series, hidden state or term) hangs on directly, with the course of each cause in two runs.
/// Throws InputError for an unknown id, and as Engine::check does.
Causes causesOf(const Engine& engine, std::string_view variable, const Scenario& scenario, const Scenario& baseline);

/// The technical reference: known weaknesses, equations, parameters, levers, paths and sources.
std::string referenceText(const Engine& engine, ReferenceFormat format);

/// The model as XMILE (OASIS 1.0), with the levers of the scenario and all paths by quarter. A state is a stock that holds the value
/// of the quarter before ("..._previous") and an auxiliary that holds the new one. Throws as Engine::check does.
std::string xmileText(const Engine& engine, const Scenario& scenario);

} // namespace chokepoint
