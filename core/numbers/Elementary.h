// exp, log and pow from IEEE basic operations alone, one text for a double and for vectors of doubles.
//
// Contract (tested against 50-digit values in tests/core/numbers/ElementaryTest.cpp), u = one unit in the last place:
//   exp(x)     error <= 1 u for -708 <= x <= 709.78; below -708 the result is 0, above 709.78 infinity.
//   log(x)     error <= 1 u for normal positive x; log of zero and of subnormal numbers is -infinity, of negative ones NaN.
//   pow(x, y)  = exp(y log x), x > 0: error <= (1 + 1.5 |y ln x|) u. pow(x, 0) = pow(1, y) = 1 exactly.
// No table, no fused multiply-add, and no branch but the one that leaves out special cases where no lane has one: the same bits on every
// processor and for every lane count.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace chokepoint::numbers::elementary {

/// What the algorithms need of a lane type D: the integer type of the same shape and a cast between the two.
template <class D> struct Lanes;

template <> struct Lanes<double> {
    using Bits = std::uint64_t;
    using Argument = double; ///< how it is handed to a function
    static Bits bits(double x) { return std::bit_cast<Bits>(x); }
    static double number(Bits b) { return std::bit_cast<double>(b); }
    static double fill(double x) { return x; }
    static double pick(bool condition, double a, double b) { return condition ? a : b; }
    static bool areBetween(double x, double low, double high) { return x > low && x < high; } ///< all lanes; false for NaN
};

// 2^52 + 2^51: adding it to |x| < 2^51 leaves round(x) in the low bits.
inline constexpr double roundingShift = 6755399441055744.0;
inline constexpr double ln2High = 0x1.62e42feep-1;          // 32 bits, so k * ln2High is exact for |k| < 2^11
inline constexpr double ln2Low = 0x1.a39ef35793c76p-33;     // ln 2 - ln2High
inline constexpr double log2OfE = 0x1.71547652b82fep+0;

/// e^(r + correction) - 1 for |r| <= ln(2) / 2 and a correction in the last places of r: r + r^2 q(r), where q interpolates
/// (e^r - 1 - r) / r^2 at ten Chebyshev points (error of e^r below 1.3e-17), summed in short chains.
template <class D> inline D expMinusOneNearZero(const D& r, const D& correction)
{
    const auto c = [](double value) { return Lanes<D>::fill(value); };
    const D r2 = r * r;
    const D r4 = r2 * r2;
    const D q01 = c(0x1.0000000000001p-1) + r * c(0x1.5555555555556p-3);
    const D q23 = c(0x1.5555555553d68p-5) + r * c(0x1.11111111109b5p-7);
    const D q45 = c(0x1.6c16c17889ef1p-10) + r * c(0x1.a01a01a7c2efep-13);
    const D q67 = c(0x1.a019b9149a41cp-16) + r * c(0x1.71de0db2f6b19p-19);
    const D q89 = c(0x1.28917c89a43a9p-22) + r * c(0x1.af389ecfc4b9ep-26);
    const D low = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * q89);
    return r + (correction + r2 * low);
}

// What is compiled for one set of instructions must not stand in for another where a program holds both: each has names of its own.
#if defined(__AVX512F__)
#define CHOKEPOINT_INSTRUCTIONS avx512
#elif defined(__AVX2__)
#define CHOKEPOINT_INSTRUCTIONS avx2
#else
#define CHOKEPOINT_INSTRUCTIONS usual
#endif
inline namespace CHOKEPOINT_INSTRUCTIONS {

inline constexpr double expSmallest = -708.0, expEnd = 709.7827128933841; // expEnd: the first double whose e^x is not finite

/// e^x for expSmallest <= x < expEnd.
template <class D> [[gnu::always_inline]] inline D expInside(const D& x)
{
    using L = Lanes<D>;
    const D shift = L::fill(roundingShift);
    const D shifted = x * L::fill(log2OfE) + shift; // its low bits hold k, the nearest whole number of powers of two
    const D k = shifted - shift;
    const D high = x - k * L::fill(ln2High); // exact
    const D low = k * L::fill(ln2Low);
    const D r = high - low;
    const D mantissa = L::fill(1.0) + expMinusOneNearZero<D>(r, (high - r) - low);
    return L::number(L::bits(mantissa) + (L::bits(shifted) << 52)); // k is added to the exponent
}

/// The logarithm of normal positive numbers.
template <class D> [[gnu::always_inline]] inline D logInside(const D& x)
{
    using L = Lanes<D>;
    const auto c = [](double value) { return L::fill(value); };
    // x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2): the exponent is read after a shift that moves the cut there.
    constexpr std::uint64_t halfRoot = 0x3fe6a09e667f3bcdu, oneBits = 0x3ff0000000000000u;
    const auto moved = L::bits(x) + (oneBits - halfRoot);
    const D k = L::number((moved >> 52) | 0x4330000000000000u) - c(4503599627370496.0 + 1023.0);
    const D f = L::number((moved & 0x000fffffffffffffu) + halfRoot) - c(1.0);
    // log(1 + f) = 2 atanh(s), s = f / (2 + f), |s| < 0.1716; the polynomial in z = s^2 interpolates 2 (atanh(s) / s - 1) / z at
    // seven Chebyshev points (error below 5e-18 of the logarithm).
    const D s = f / (c(2.0) + f);
    const D z = s * s;
    const D w = z * z;
    const D p12 = c(0x1.5555555555558p-1) + z * c(0x1.99999999952e2p-2);
    const D p34 = c(0x1.2492492df148dp-2) + z * c(0x1.c71c62e5800a1p-3);
    const D p56 = c(0x1.7462b4ab2ef6bp-3) + z * c(0x1.39fe606542ddep-3);
    const D series = z * ((p12 + w * p34) + (w * w) * (p56 + w * c(0x1.2b584aae78a50p-3)));
    const D halfSquare = c(0.5) * f * f;
    return k * c(ln2High) + (f - (halfSquare - (s * (halfSquare + series) + k * c(ln2Low))));
}

template <class D> [[gnu::noinline, gnu::cold]] D expAnywhere(typename Lanes<D>::Argument x)
{
    using L = Lanes<D>;
    const D end = L::fill(expEnd), smallest = L::fill(expSmallest), infinity = L::fill(std::numeric_limits<double>::infinity());
    const D notBelow = L::pick(x > smallest, infinity, x); // infinity above the range, NaN for NaN
    return L::pick(x < end, L::pick(x < smallest, L::fill(0.0), expInside<D>(x)), notBelow);
}

template <class D> [[gnu::noinline, gnu::cold]] D logAnywhere(typename Lanes<D>::Argument x)
{
    using L = Lanes<D>;
    const auto c = [](double value) { return L::fill(value); };
    const D infinity = c(std::numeric_limits<double>::infinity());
    const D belowNormal = L::pick(x < c(0.0), c(std::numeric_limits<double>::quiet_NaN()), -infinity);
    const D finite = L::pick(x < c(std::numeric_limits<double>::min()), belowNormal, logInside<D>(x));
    return L::pick(x < infinity, finite, x); // infinity and NaN are their own logarithm
}

template <class D> [[gnu::always_inline]] inline D expHere(const D& x)
{
    return Lanes<D>::areBetween(x, expSmallest, expEnd) ? expInside<D>(x) : expAnywhere<D>(x);
}
template <class D> [[gnu::always_inline]] inline D logHere(const D& x)
{
    using Limits = std::numeric_limits<double>;
    return Lanes<D>::areBetween(x, Limits::min(), Limits::infinity()) ? logInside<D>(x) : logAnywhere<D>(x);
}

// There is one copy of each for each number type: a quarter of the model calls them eighty times, and copies in every place would not fit
// into the processor's cache of instructions. Arguments come by value, in registers.
template <class D> [[gnu::noinline]] D exp(typename Lanes<D>::Argument x) { return expHere<D>(x); }
template <class D> [[gnu::noinline]] D log(typename Lanes<D>::Argument x) { return logHere<D>(x); }
template <class D> [[gnu::noinline]] D pow(typename Lanes<D>::Argument x, typename Lanes<D>::Argument y)
{
    return expHere<D>(y * logHere<D>(x));
}

inline double exp(double x) { return exp<double>(x); }
inline double log(double x) { return log<double>(x); }
inline double pow(double x, double y) { return pow<double>(x, y); }

} // namespace CHOKEPOINT_INSTRUCTIONS
#undef CHOKEPOINT_INSTRUCTIONS

} // namespace chokepoint::numbers::elementary
