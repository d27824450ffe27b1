// Engine: equations, causes, the technical reference and XMILE, all from the recorded model.
#include "api/Equations.h"
#include "api/InputError.h"
#include "run/Case.h"
#include "scenario/Assumptions.h"
#include "trace/EquationBook.h"
#include "trace/Reference.h"
#include "trace/UnitCheck.h"
#include "trace/Xmile.h"

#include <algorithm>

namespace chokepoint {
namespace {

using Kind = EquationInput::Kind;
using trace::InputPrefix;

EquationInput inputOf(std::string_view name)
{
    if (name == numbers::timeInput)
        return {Kind::Time, {}};
    constexpr std::array<std::pair<std::string_view, Kind>, 5> kinds{{{InputPrefix::state, Kind::Previous},
                                                                      {InputPrefix::lever, Kind::Lever},
                                                                      {InputPrefix::recorded, Kind::RecordedLever},
                                                                      {InputPrefix::parameter, Kind::Parameter},
                                                                      {InputPrefix::path, Kind::Path}}};
    for (const auto& [prefix, kind] : kinds)
        if (name.starts_with(prefix))
            return {kind, std::string(name.substr(prefix.size()))};
    throw std::logic_error("an input of no kind: " + std::string(name));
}

Equation::Role roleOf(model::Role role)
{
    switch (role) {
    case model::Role::Series: return Equation::Role::Series;
    case model::Role::SeriesAndState: return Equation::Role::SeriesAndState;
    case model::Role::State: return Equation::Role::State;
    case model::Role::Term: break;
    }
    return Equation::Role::Term;
}

Equation equationOf(const trace::EquationBook& book, const Catalogue& catalogue, std::size_t row)
{
    const auto notation = trace::plainNotation();
    const auto written = book.write(row, notation);
    Equation e;
    e.id = model::variableTable[row].id;
    e.role = roleOf(model::variableTable[row].role);
    if (row < catalogue.series.size()) {
        e.name = catalogue.series[row].name;
        e.description = catalogue.series[row].description;
        e.unit = catalogue.series[row].unit;
    } else {
        e.name = catalogue.terms[row - catalogue.series.size()].name;
        e.unit = catalogue.terms[row - catalogue.series.size()].unit;
    }
    e.expression = written.expression;
    for (const auto& part : written.parts)
        e.parts.push_back({part.name, part.expression, part.unit ? numbers::describe(*part.unit) : std::string()});
    e.start = book.writeStart(row, notation);
    for (const auto variable : written.variables)
        e.inputs.push_back({Kind::Variable, std::string(model::variableTable[variable].id)});
    for (const auto& input : written.inputs)
        e.inputs.push_back(inputOf(input));
    return e;
}

/// One run with everything that a cause may be.
struct WholeRun {
    std::vector<SeriesValues> variables; ///< by row of model::variableTable
    policy::LeverValues<double> levers;
    run::ParameterValues<double> parameters;
    const run::Exogenous<double>& exogenous;
};

/// What an equation reads, by quarter. The state before the first quarter is told by its value at the end of that quarter.
SeriesValues courseOf(const EquationInput& input, const WholeRun& run)
{
    const auto rowIn = [&](const auto& table) { return model::indexOf(table, input.id); };
    SeriesValues values{};
    for (std::size_t q = 0; q < values.size(); ++q)
        switch (input.kind) {
        case Kind::Variable: values[q] = run.variables[rowIn(model::variableTable)][q]; break;
        case Kind::Previous: values[q] = run.variables[rowIn(model::variableTable)][q == 0 ? 0 : q - 1]; break;
        case Kind::Parameter: values[q] = run.parameters[rowIn(model::parameterTable)]; break;
        case Kind::Lever: values[q] = run.levers[q][rowIn(model::leverTable)]; break;
        case Kind::RecordedLever: values[q] = run.exogenous.recorded[q][rowIn(model::leverTable)]; break;
        case Kind::Path: values[q] = run.exogenous.paths[q][rowIn(model::pathTable)]; break;
        case Kind::Time: break;
        }
    return values;
}

/// A hidden state holds from the end of its quarter on, as a stock does.
SeriesKind kindOf(const Equation& equation, const Catalogue& catalogue)
{
    if (const auto series = catalogue.findSeries(equation.id))
        return catalogue.series[*series].kind;
    return equation.role == Equation::Role::State ? SeriesKind::Stock : SeriesKind::Rate;
}

DataUnit yearsOfTime()
{
    DataUnit years;
    years.id = years.words = "years";
    return years;
}

/// Words, unit and evidence of an input.
Cause described(const EquationInput& input, const Catalogue& catalogue, const std::vector<Equation>& equations)
{
    const auto find = [&](const auto& list) -> const auto&
    {
        return *std::ranges::find(list, input.id, [](const auto& x) { return x.id; });
    };
    switch (input.kind) {
    case Kind::Variable:
    case Kind::Previous: {
        const auto& equation = find(equations);
        return {input, equation.name, equation.unit, kindOf(equation, catalogue), {}, {}, {}, {}};
    }
    case Kind::Parameter: {
        const auto& p = find(catalogue.parameters);
        return {input, p.description, p.unit, SeriesKind::Rate, {}, {}, p.grade, p.sources};
    }
    case Kind::Path: {
        const auto& p = find(catalogue.paths);
        return {input, p.description, p.unit, SeriesKind::Rate, {}, {}, p.grade, p.sources};
    }
    case Kind::Lever:
    case Kind::RecordedLever:
        return {input, find(catalogue.levers).description, find(catalogue.levers).unit, SeriesKind::Rate, {}, {}, {}, {}};
    case Kind::Time: break;
    }
    return {input, "Time", yearsOfTime(), SeriesKind::Rate, {}, {}, {}, {}};
}

} // namespace

std::vector<Equation> equationsOf(const Engine& engine)
{
    const trace::EquationBook book(trace::recordStep(engine.impl().book));
    std::vector<Equation> result;
    for (std::size_t row = 0; row < model::variableTable.size(); ++row)
        result.push_back(equationOf(book, engine.catalogue(), row));
    for (std::size_t row = 0; row < result.size(); ++row)
        for (const auto& input : result[row].inputs)
            if (input.kind == Kind::Variable || input.kind == Kind::Previous) {
                auto& users = result[model::indexOf(model::variableTable, input.id)].usedBy;
                if (std::ranges::find(users, result[row].id) == users.end())
                    users.push_back(result[row].id);
            }
    return result;
}

UnitCheck checkUnits(const Engine& engine)
{
    auto report = trace::checkUnits(trace::recordStep(engine.impl().book));
    return {report.checked, model::variableTable.size(), report.derived, std::move(report.mismatches)};
}

Causes causesOf(const Engine& engine, std::string_view variable, const Scenario& scenario, const Scenario& baseline)
{
    const auto row = model::indexOf(model::variableTable, variable);
    if (row == model::variableTable.size())
        throw InputError(Refusal("unknown_variable", {{"id", variable}}));
    const auto wholeRun = [&](const Scenario& what) {
        auto [parameters, levers] = run::caseOf(engine.impl(), what).input;
        WholeRun whole{std::vector<SeriesValues>(model::variableTable.size()), std::move(levers), parameters, engine.impl().exogenous};
        run::simulate<double>(whole.parameters, engine.impl().exogenous, whole.levers, [&](int quarter, const auto& v) {
            v.forEach([&](std::size_t i, double value) { whole.variables[i][static_cast<std::size_t>(quarter)] = value; });
        });
        return whole;
    };
    const auto all = equationsOf(engine);
    const auto present = wholeRun(scenario), before = wholeRun(baseline);
    const auto causeOf = [&](const EquationInput& input) {
        auto cause = described(input, engine.catalogue(), all);
        cause.present = courseOf(input, present);
        cause.baseline = courseOf(input, before);
        return cause;
    };
    Causes result{causeOf({Kind::Variable, std::string(variable)}), all[row], {}};
    for (const auto& input : result.equation.inputs)
        if (input.kind != Kind::Time)
            result.causes.push_back(causeOf(input));
    return result;
}

std::string referenceText(const Engine& engine, ReferenceFormat format)
{
    return trace::referenceText(engine.catalogue(), equationsOf(engine), format);
}

std::string xmileText(const Engine& engine, const Scenario& scenario)
{
    const auto [parameters, levers] = run::caseOf(engine.impl(), scenario).input;
    return trace::xmileText(trace::EquationBook(trace::recordStep(engine.impl().book)), engine.catalogue(),
                            {parameters, engine.impl().exogenous, levers}, scenario.title);
}

} // namespace chokepoint
