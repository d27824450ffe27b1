// Decimal: fifty digits, for the audit; built from decimal text only, never from a binary fraction.
#pragma once

#include "numbers/Arithmetic.h"

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <string>

namespace chokepoint::numbers {

using Decimal = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>, boost::multiprecision::et_off>;

/// The result of a comparison, kept from converting to bool so that no sector can branch on it.
struct DecimalMask {
    bool truth;
};

template <> struct Arithmetic<Decimal> {
    using Mask = DecimalMask;
    static constexpr bool worksAhead = false;
    static Decimal fromInt(int value) { return Decimal(value); }
    static Decimal dividedBy(const Decimal& x, int whole) { return x / fromInt(whole); }
    using Shared = Decimal;
    static const Decimal& shared(const Decimal& x) { return x; }
    static Decimal fromTime(double time) { return Decimal(time); } ///< middles of quarters are eighths: exact in binary
    static Decimal fromText(std::string_view text) { return Decimal(std::string(text)); }
    static Decimal ln2() { return fromText("0.69314718055994530941723212145817656807550013436025525412068"); }
    static Decimal tiny() { return fromText("1e-9"); }
    static Mask less(const Decimal& a, const Decimal& b) { return {a < b}; }
    static Decimal select(Mask mask, const Decimal& a, const Decimal& b) { return mask.truth ? a : b; }
    static Decimal min(const Decimal& a, const Decimal& b) { return b < a ? b : a; }
    static Decimal max(const Decimal& a, const Decimal& b) { return a < b ? b : a; }
    static Decimal exp(const Decimal& x) { return boost::multiprecision::exp(x); }
    static Decimal log(const Decimal& x) { return boost::multiprecision::log(x); }
    static Decimal pow(const Decimal& x, const Decimal& y) { return exp(y * log(x)); }
};

} // namespace chokepoint::numbers
