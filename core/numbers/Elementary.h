// exp, log and pow from IEEE basic operations alone, one text for a double and for vectors of doubles.
//
// Contract (tested against 50-digit values in tests/core/numbers/ElementaryTest.cpp), u = one unit in the last place:
//   exp(x)     error <= 1 u for -708 <= x <= 709.78; below -708 the result is 0, above 709.78 infinity.
//   log(x)     error <= 1 u for normal positive x; log of zero and of subnormal numbers is -infinity, of negative ones NaN.
//   pow(x, y)  = exp(y log x), x > 0: error <= (1 + 1.5 |y ln x|) u. pow(x, 0) = pow(1, y) = 1 exactly.
// No table, no branch, no fused multiply-add: the same bits on every processor and for every lane count.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace chokepoint::numbers::elementary {

/// What the algorithms need of a lane type D: the integer type of the same shape and a cast between the two.
template <class D> struct Lanes;

template <> struct Lanes<double> {
    using Bits = std::uint64_t;
    static Bits bits(double x) { return std::bit_cast<Bits>(x); }
    static double number(Bits b) { return std::bit_cast<double>(b); }
    static double fill(double x) { return x; }
    static double pick(bool condition, double a, double b) { return condition ? a : b; }
};

// 2^52 + 2^51: adding it to |x| < 2^51 leaves round(x) in the low bits.
inline constexpr double roundingShift = 6755399441055744.0;
inline constexpr double ln2High = 0x1.62e42feep-1;          // 32 bits, so k * ln2High is exact for |k| < 2^11
inline constexpr double ln2Low = 0x1.a39ef35793c76p-33;     // ln 2 - ln2High
inline constexpr double log2OfE = 0x1.71547652b82fep+0;

/// e^(r + correction) - 1 for |r| <= ln(2) / 2 and a correction in the last places of r, by the Taylor series to r^13
/// (remainder below 4e-18), summed in short chains.
template <class D> inline D expMinusOneNearZero(const D& r, const D& correction)
{
    const auto c = [](double value) { return Lanes<D>::fill(value); };
    const D r2 = r * r;
    const D r4 = r2 * r2;
    const D a = c(1.0 / 2) + r * c(1.0 / 6);
    const D b = c(1.0 / 24) + r * c(1.0 / 120);
    const D d = c(1.0 / 720) + r * c(1.0 / 5040);
    const D e = c(1.0 / 40320) + r * c(1.0 / 362880);
    const D f = c(1.0 / 3628800) + r * c(1.0 / 39916800);
    const D g = c(1.0 / 479001600) + r * c(1.0 / 6227020800.0);
    const D high = (e + r2 * f) + r4 * g;
    const D low = (a + r2 * b) + r4 * (d + r2 * high);
    return r + (correction + r2 * low);
}

template <class D> inline D exp(const D& x)
{
    using L = Lanes<D>;
    const D largest = L::fill(709.782712893384), smallest = L::fill(-708.0);
    // The clamp keeps the exponent arithmetic in range; NaN passes through both comparisons.
    const D clamped = L::pick(x > largest, largest, L::pick(x < smallest, smallest, x));
    const D shift = L::fill(roundingShift);
    const D shifted = clamped * L::fill(log2OfE) + shift;
    const D k = shifted - shift;
    const D high = clamped - k * L::fill(ln2High); // exact
    const D low = k * L::fill(ln2Low);
    const D r = high - low;
    const D mantissa = L::fill(1.0) + expMinusOneNearZero<D>(r, (high - r) - low);
    // 2^(k-1) times twice the mantissa: k may be 1024, one more than an exponent holds.
    const D half = L::number((L::bits(shifted) - L::bits(shift) + 1022u) << 52);
    const D result = (mantissa * L::fill(2.0)) * half;
    return L::pick(x > largest, L::fill(std::numeric_limits<double>::infinity()), L::pick(x < smallest, L::fill(0.0), result));
}

template <class D> inline D log(const D& x)
{
    using L = Lanes<D>;
    const auto c = [](double value) { return L::fill(value); };
    // x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2): the exponent is read after a shift that moves the cut there.
    constexpr std::uint64_t halfRoot = 0x3fe6a09e667f3bcdu, oneBits = 0x3ff0000000000000u;
    const auto moved = L::bits(x) + (oneBits - halfRoot);
    const D k = L::number((moved >> 52) | 0x4330000000000000u) - c(4503599627370496.0 + 1023.0);
    const D f = L::number((moved & 0x000fffffffffffffu) + halfRoot) - c(1.0);
    // log(1 + f) = 2 atanh(s), s = f / (2 + f), |s| < 0.1716; the series in z = s^2 to z^10 leaves less than 1e-18.
    const D s = f / (c(2.0) + f);
    const D z = s * s;
    const D w = z * z;
    const D odd = c(2.0 / 3) + w * (c(2.0 / 7) + w * (c(2.0 / 11) + w * (c(2.0 / 15) + w * c(2.0 / 19))));
    const D even = c(2.0 / 5) + w * (c(2.0 / 9) + w * (c(2.0 / 13) + w * (c(2.0 / 17) + w * c(2.0 / 21))));
    const D series = z * odd + w * even;
    const D halfSquare = c(0.5) * f * f;
    const D near = k * c(ln2High) + (f - (halfSquare - (s * (halfSquare + series) + k * c(ln2Low))));
    const D infinity = c(std::numeric_limits<double>::infinity());
    const D belowNormal = L::pick(x < c(0.0), c(std::numeric_limits<double>::quiet_NaN()), -infinity);
    const D finite = L::pick(x < c(std::numeric_limits<double>::min()), belowNormal, near);
    return L::pick(x < infinity, finite, x); // infinity and NaN are their own logarithm
}

template <class D> inline D pow(const D& x, const D& y) { return exp<D>(y * log<D>(x)); }

} // namespace chokepoint::numbers::elementary
