// What the sectors see of one quarter.
#pragma once

#include "model/Calendar.h"
#include "model/Levers.h"
#include "model/Parameters.h"
#include "model/Paths.h"
#include "model/Variables.h"

#include <utility>
#include <vector>

namespace chokepoint::model {

/// The knots of one path: (year, value), years rising.
template <class T> using Knots = std::vector<std::pair<T, T>>;

template <class T> struct Step {
    Variables<T>& v;          ///< this quarter's variables; a state holds last quarter's value until a sector sets it
    const Levers<T>& inForce;       ///< levers in force
    const Levers<T>& recorded;       ///< levers of the recorded measures in the same quarter; what they did is in the data already
    const Parameters<T>& p;   ///< parameters
    const Paths<T>& x;        ///< exogenous paths at the middle of the quarter
    const Knots<T>& cxmtProfile; ///< knots of the path cxmt_profile, which is read at a time shifted by a parameter
    Calendar<T> t;
    Quantity<T, year> dt;     ///< a quarter of a year
};

/// The length of a quarter.
template <class T> Quantity<T, year> quarterOfAYear() { return whole<year, T>(1) / 4; }

/// The path through the knots at time t: linear between them, constant outside, without a branch on t.
template <class T, Unit U> Quantity<T, U> pathAt(const Knots<T>& knots, const Quantity<T, year>& t)
{
    using A = Arithmetic<T>;
    const T& time = Raw::value(t);
    T result = knots.back().second;
    for (std::size_t i = knots.size() - 1; i-- > 0;) {
        const auto& [a, from] = knots[i];
        const auto& [b, to] = knots[i + 1];
        result = A::select(A::less(time, b), T(from + (to - from) * (time - a) / (b - a)), result);
    }
    return Raw::make<Quantity<T, U>>(A::select(A::less(time, knots.front().first), knots.front().second, result));
}

} // namespace chokepoint::model
