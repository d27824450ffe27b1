// How a number goes from one value to another over some quarters.
#pragma once

namespace chokepoint::policy {

/// The number after `done` of `over` steps, one a quarter, the quarter of the change being the first: old + (target - old) done / over,
/// and the target itself from the last step on. `fromInt` makes a T of a whole number.
template <class T, class FromInt> T ramped(const T& old, const T& target, int done, int over, FromInt fromInt)
{
    return done >= over ? target : T(old + (target - old) * fromInt(done) / fromInt(over));
}

} // namespace chokepoint::policy
