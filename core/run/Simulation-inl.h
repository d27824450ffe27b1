// The definitions behind run/Simulation.h; included only by the files that instantiate them.
#pragma once

#include "model/World.h"
#include "run/Simulation.h"

namespace chokepoint::run {

template <class T> T pathValue(const facts::PathText& path, double time)
{
    using A = numbers::Arithmetic<T>;
    const auto& knots = path.knots;
    const auto year = [&](std::size_t i) { return numbers::DecimalText::toDouble(knots[i].first); };
    const auto value = [&](std::size_t i) { return A::fromText(knots[i].second); };
    if (time <= year(0))
        return value(0);
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        if (time > year(i + 1))
            continue;
        const T begin = A::fromText(knots[i].first), end = A::fromText(knots[i + 1].first), t = A::fromTime(time);
        if (!path.isLogarithmic)
            return T(value(i) + (value(i + 1) - value(i)) * (t - begin) / (end - begin));
        const T from = A::log(value(i)), to = A::log(value(i + 1));
        return A::exp(T(from + (to - from) * (t - begin) / (end - begin)));
    }
    return value(knots.size() - 1);
}

template <class T> Exogenous<T> exogenousOf(const facts::DataBook& book, const policy::MeasureSchedule& recorded)
{
    Exogenous<T> result;
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        auto& values = result.paths.emplace_back();
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = pathValue<T>(book.paths[i], Quarter{quarter}.middle());
    }
    result.knots = shiftedKnots<T>(book);
    result.recorded = policy::leversOf<T>(book, recorded);
    return result;
}

template <class T>
void simulate(const ParameterValues<T>& parameters, const Exogenous<T>& exogenous, const policy::LeverValues<T>& levers,
              const Observer<T>& observe)
{
    const model::Parameters<T> p([&](std::size_t row, T& value) { value = parameters[row]; });
    auto v = model::startOf2022(p);
    model::Trends<T> trends(p);
    for (int quarter = 0; quarter < quarterCount; ++quarter) {
        const auto q = static_cast<std::size_t>(quarter);
        const model::Levers<T> inForce([&](std::size_t row, T& value) { value = levers[q][row]; });
        const model::Levers<T> recorded([&](std::size_t row, T& value) { value = exogenous.recorded[q][row]; });
        auto step = model::stepOf(v, inForce, recorded, p, model::PathValues<T>(exogenous.paths[q]), exogenous.knots,
                                  model::Calendar<T>(Quarter{quarter}.middle(), trends));
        model::advanceQuarter(step);
        trends.advance();
        observe(quarter, v);
    }
}

} // namespace chokepoint::run
