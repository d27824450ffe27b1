// What the model asks of a number type: the four operations and the functions of Arithmetic<T>.
#pragma once

#include "numbers/DecimalText.h"
#include "numbers/Elementary.h"

#include <string_view>

namespace chokepoint::numbers {

/// Specialised for double (here), Batch<N>, Decimal and Symbol, each in the header of that type.
/// `Mask` is the result of a comparison; select(mask, a, b) takes a where it holds, b elsewhere, and both are computed.
template <class T> struct Arithmetic;

template <> struct Arithmetic<double> {
    using Mask = bool;
    /// Reciprocals, logarithms and trends that follow from inputs alone are worked out once a run. Arithmetics that are read or audited
    /// take the equations as they stand.
    static constexpr bool worksAhead = true;
    static double fromInt(int value) { return value; }
    static double dividedBy(double x, int whole) { return x * (1.0 / whole); }
    using Shared = double; ///< what is the same for all draws
    static double shared(double x) { return x; }
    static double fromTime(double time) { return time; }
    /// Reads text that DecimalText has accepted; the nearest double.
    static double fromText(std::string_view text) { return DecimalText::toDouble(text); }
    static double ln2() { return 0x1.62e42fefa39efp-1; }
    static double tiny() { return 1e-9; } ///< the guard under divisors that could be zero
    static Mask less(double a, double b) { return a < b; }
    static double select(Mask mask, double a, double b) { return mask ? a : b; }
    static double min(double a, double b) { return b < a ? b : a; }
    static double max(double a, double b) { return a < b ? b : a; }
    static double exp(double x) { return elementary::exp(x); }
    static double log(double x) { return elementary::log(x); }
    static double pow(double x, double y) { return elementary::pow(x, y); }
};

} // namespace chokepoint::numbers
