// What the sectors see of one quarter.
#pragma once

#include "model/Calendar.h"
#include "model/Levers.h"
#include "model/Given.h"
#include "model/Paths.h"
#include "model/Variables.h"

namespace chokepoint::model {

template <class T> struct Step {
    Variables<T>& v;          ///< this quarter's variables; a state holds last quarter's value until a sector sets it
    const Levers<T>& inForce;       ///< levers in force
    const Levers<T>& recorded;       ///< levers of the recorded measures in the same quarter; what they did is in the data already
    const Parameters<T>& p;   ///< parameters
    Paths<T> x;               ///< exogenous paths with what is uncertain about them
    Calendar<T> t;
    Quantity<T, year> dt;     ///< a quarter of a year
};

/// The length of a quarter.
template <class T> Quantity<T, year> quarterOfAYear() { return whole<year, T>(1) / 4; }

/// The step of the quarter `t`; `values` and `knots` are those of the data book.
template <class T>
Step<T> stepOf(Variables<T>& v, const Levers<T>& inForce, const Levers<T>& recorded, const Parameters<T>& p, const PathValues<T>& values,
               const ShiftedKnots<T>& knots, const Calendar<T>& t)
{
    return {v, inForce, recorded, p, Paths<T>(values, knots, p, t), t, quarterOfAYear<T>()};
}

} // namespace chokepoint::model
