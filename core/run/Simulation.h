// The run of the model over its quarters, for any arithmetic: the inputs it needs and the loop.
#pragma once

#include "api/Quarter.h"
#include "facts/DataBook.h"
#include "model/Step.h"
#include "policy/LeverValues.h"

#include <functional>
#include <vector>

namespace chokepoint::run {

/// Bare parameter values by row of model::parameterTable.
template <class T> using ParameterValues = std::array<T, model::parameterTable.size()>;

/// What is the same for every scenario: the paths and the levers of the record.
template <class T> struct Exogenous {
    std::vector<std::array<T, model::pathTable.size()>> paths; ///< by quarter, at its middle
    model::ShiftedKnots<T> knots; ///< of the paths that are read at a shifted time
    policy::LeverValues<T> recorded;
};

/// Called after each quarter with the variables at its end.
template <class T> using Observer = std::function<void(int quarter, const model::Variables<T>&)>;

/// Central values from the data book.
template <class T> ParameterValues<T> centralParameters(const facts::DataBook& book)
{
    ParameterValues<T> values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = numbers::Arithmetic<T>::fromText(book.catalogue.parameters[book.parameterRows[i]].central);
    return values;
}

/// Knots of the paths that are read at a shifted time.
template <class T> model::ShiftedKnots<T> shiftedKnots(const facts::DataBook& book)
{
    model::ShiftedKnots<T> result;
    for (std::size_t i = 0; i < result.size(); ++i)
    {
        std::vector<std::pair<T, T>> points;
        for (const auto& [year, value] : book.paths[model::indexOf(model::pathTable, model::shiftedPaths[i])].knots)
            points.emplace_back(numbers::Arithmetic<T>::fromText(year), numbers::Arithmetic<T>::fromText(value));
        result[i] = model::knotsThrough<T>(points);
    }
    return result;
}

/// Paths read at the middle of each quarter; logarithmic paths are linear in the logarithm.
template <class T> Exogenous<T> exogenousOf(const facts::DataBook& book, const policy::MeasureSchedule& recorded);

/// Runs all quarters. Instantiated for double and Decimal, each in a file of its own; draws side by side run in a BatchKernel.
template <class T>
void simulate(const ParameterValues<T>& parameters, const Exogenous<T>& exogenous, const policy::LeverValues<T>& levers,
              const Observer<T>& observe);

} // namespace chokepoint::run
