// Dual<N>: a value with N partial derivatives, exact but for rounding; knows how far the nearest kink or jump is.
#pragma once

#include "numbers/Arithmetic.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace chokepoint::numbers {

/// N doubles side by side as vectors of two, which every processor of the baseline computes at once. N is even.
template <int N> struct DualLanes {
    typedef double Pair __attribute__((vector_size(16)));
    typedef std::int64_t Truth __attribute__((vector_size(16)));
    static constexpr int pairs = N / 2;
    Pair pair[pairs];

    double operator[](int k) const { return pair[k / 2][k % 2]; }
    void set(int k, double x) { pair[k / 2][k % 2] = x; }
    void fill(double x)
    {
        for (auto& p : pair)
            p = Pair{x, x};
    }
};

/// What one pass shares: N directions, each a change of one input, and the ties of min, max and comparisons that were met.
/// A tie is a point where a choice flips; along a direction it lies (b - a) / (slope of a - slope of b) ahead.
template <int N> struct DualPass {
    DualLanes<N> closeness;     ///< by direction: a tie nearer than this counts as met, and the side to which the direction goes is taken
    DualLanes<N> ahead, behind; ///< distance to the nearest tie in the direction and against it; infinity when there is none
    DualPass()
    {
        closeness.fill(0);
        ahead.fill(std::numeric_limits<double>::infinity());
        behind.fill(std::numeric_limits<double>::infinity());
    }
    /// True when a choice may go either way at the point itself, so that the slope against the direction is another one.
    bool isTied(int k) const { return ahead[k] <= closeness[k] || behind[k] <= closeness[k]; }
};

/// The partials are slopes along the directions of `pass`; without a pass the value is a constant and has none. A partial that is
/// not finite tells of a jump.
template <int N> struct Dual {
    using Lanes = DualLanes<N>;
    double value = 0;
    DualPass<N>* pass = nullptr;
    Lanes partials;

    Dual() {} // the partials of a constant are never read
    Dual(double x) : value(x) {}
    Dual(double x, DualPass<N>* p) : value(x), pass(p) {}
    Dual(const Dual& other) : value(other.value), pass(other.pass)
    {
        if (pass)
            partials = other.partials;
    }
    Dual& operator=(const Dual& other)
    {
        value = other.value;
        pass = other.pass;
        if (pass)
            partials = other.partials;
        return *this;
    }

    double partial(int k) const { return pass ? partials[k] : 0; }

    /// An input that nothing moves yet; set its partials.
    static Dual input(double x, DualPass<N>* p)
    {
        Dual result(x, p);
        result.partials.fill(0);
        return result;
    }

    /// Another value with the partials of a.
    static Dual moved(double value, const Dual& a)
    {
        Dual result(value, a.pass);
        result.partials = a.partials;
        return result;
    }
    /// f(a): its value and derivative; a is no constant.
    static Dual chain(double value, const Dual& a, double slope)
    {
        Dual result(value, a.pass);
        for (int i = 0; i < Lanes::pairs; ++i)
            result.partials.pair[i] = slope * a.partials.pair[i];
        return result;
    }
    /// f(a, b) of which one at least is no constant.
    static Dual chain(double value, const Dual& a, double slopeA, const Dual& b, double slopeB)
    {
        if (!a.pass)
            return chain(value, b, slopeB);
        if (!b.pass)
            return chain(value, a, slopeA);
        Dual result(value, a.pass);
        for (int i = 0; i < Lanes::pairs; ++i)
            result.partials.pair[i] = slopeA * a.partials.pair[i] + slopeB * b.partials.pair[i];
        return result;
    }

    friend Dual operator+(const Dual& a, const Dual& b)
    {
        const double v = a.value + b.value;
        if (!b.pass)
            return a.pass ? moved(v, a) : Dual(v);
        if (!a.pass)
            return moved(v, b);
        Dual result(v, a.pass);
        for (int i = 0; i < Lanes::pairs; ++i)
            result.partials.pair[i] = a.partials.pair[i] + b.partials.pair[i];
        return result;
    }
    friend Dual operator-(const Dual& a, const Dual& b)
    {
        const double v = a.value - b.value;
        if (!b.pass)
            return a.pass ? moved(v, a) : Dual(v);
        Dual result(v, b.pass);
        for (int i = 0; i < Lanes::pairs; ++i)
            result.partials.pair[i] = a.pass ? a.partials.pair[i] - b.partials.pair[i] : -b.partials.pair[i];
        return result;
    }
    friend Dual operator*(const Dual& a, const Dual& b)
    {
        const double v = a.value * b.value;
        return a.pass || b.pass ? chain(v, a, b.value, b, a.value) : Dual(v);
    }
    friend Dual operator/(const Dual& a, const Dual& b)
    {
        const double v = a.value / b.value;
        if (!a.pass && !b.pass)
            return Dual(v);
        const double inverse = 1 / b.value;
        return chain(v, a, inverse, b, -v * inverse);
    }
    friend Dual operator-(const Dual& a) { return a.pass ? chain(-a.value, a, -1) : Dual(-a.value); }
};

/// A comparison: on which side the point lies, and on which side each direction leads.
template <int N> struct DualMask {
    bool truth = false;
    DualPass<N>* pass = nullptr; ///< without it all directions stay on the side of the point
    bool sides[N];
    DualMask(bool t, DualPass<N>* p) : truth(t), pass(p) {}
};

namespace dual {

/// Two slopes that differ by less, in units of the model for a whole step of the input, are the same: what is left of terms that
/// cancel. The model's own guard under divisors is ten times that.
inline constexpr double sameSlope = 1e-10;

/// False when the tie of a and b is, for every direction, further off than one already met. It asks without a division, which is what
/// most ties need, and errs towards true.
template <int N> bool isNearerThanAny(const Dual<N>& a, const Dual<N>& b, double gap, const DualPass<N>& pass)
{
    using L = DualLanes<N>;
    constexpr double rounding = 1 + 1e-12;
    const double size = std::fabs(gap);
    const auto& when = gap >= 0 ? pass.ahead : pass.behind; // for slopes that close the gap; the other for those that widen it
    const auto& against = gap >= 0 ? pass.behind : pass.ahead;
    const typename L::Pair zero{};
    typename L::Truth isFar = zero == zero;
    for (int i = 0; i < L::pairs; ++i) {
        const auto difference = (a.pass ? a.partials.pair[i] : zero) - (b.pass ? b.partials.pair[i] : zero);
        const auto met = difference > zero ? when.pair[i] : against.pair[i];
        const auto nearest = met < pass.closeness.pair[i] ? pass.closeness.pair[i] : met;
        const auto isSame = (difference >= -sameSlope) & (difference <= sameSlope);
        isFar &= isSame | ((difference > zero ? difference : -difference) * nearest * rounding < size); // never of what is not a number
    }
    return (isFar[0] & isFar[1]) == 0;
}

/// Notes for every direction how far a and b are from a tie; calls met(k, slope of a - slope of b) for those that meet one, and for
/// those where the difference is not a number.
template <int N, class Met> void meet(const Dual<N>& a, const Dual<N>& b, Met met)
{
    using L = DualLanes<N>;
    auto& pass = a.pass ? *a.pass : *b.pass;
    const double gap = b.value - a.value;
    if (!isNearerThanAny(a, b, gap, pass))
        return;
    const typename L::Pair zero{}, infinity = zero + std::numeric_limits<double>::infinity();
    typename L::Truth anyClose{}; // or not known: past a jump a slope may not be a number
    for (int i = 0; i < L::pairs; ++i) {
        const auto difference = (a.pass ? a.partials.pair[i] : zero) - (b.pass ? b.partials.pair[i] : zero);
        const auto distance =
            gap / ((difference < -sameSlope) | (difference > sameSlope) ? difference : zero); // not a number or infinite for equal slopes
        const auto forward = distance >= zero ? distance : infinity, backward = distance <= zero ? -distance : infinity;
        pass.ahead.pair[i] = forward < pass.ahead.pair[i] ? forward : pass.ahead.pair[i];
        pass.behind.pair[i] = backward < pass.behind.pair[i] ? backward : pass.behind.pair[i];
        anyClose |= (forward <= pass.closeness.pair[i]) | (backward <= pass.closeness.pair[i]) | (difference != difference);
    }
    if ((anyClose[0] | anyClose[1]) == 0)
        return;
    for (int k = 0; k < N; ++k)
        if (const double difference = a.partial(k) - b.partial(k);
            std::isnan(difference) || (std::fabs(difference) > sameSlope && std::fabs(gap / difference) <= pass.closeness[k]))
            met(k, difference);
}

/// The chosen one of a and b; where a direction leads to the other side at a tie, with the partial of the other.
template <int N> Dual<N> pick(const Dual<N>& a, const Dual<N>& b, bool takesA, bool wantsSmaller)
{
    const auto& chosen = takesA ? a : b;
    if (!a.pass && !b.pass)
        return chosen;
    Dual<N> result(chosen.value, a.pass ? a.pass : b.pass);
    if (chosen.pass)
        result.partials = chosen.partials;
    else
        result.partials.fill(0);
    meet(a, b, [&](int k, double difference) {
        const bool turnsToA = (difference < 0) == wantsSmaller;
        const auto& next = turnsToA ? a : b;
        // a jump that leads over to the other value is a jump of the result
        const bool jumpsOver = std::isinf(difference) && turnsToA != takesA && next.value != chosen.value;
        result.partials.set(k, std::isnan(difference) ? difference
                               : jumpsOver            ? std::copysign(std::numeric_limits<double>::infinity(), next.value - chosen.value)
                                                      : next.partial(k));
    });
    return result;
}

} // namespace dual

template <int N> struct Arithmetic<Dual<N>> {
    using D = Dual<N>;
    using Mask = DualMask<N>;
    using Base = Arithmetic<double>;
    static constexpr bool worksAhead = true;
    static D fromInt(int value) { return D(value); }
    static D dividedBy(const D& x, int whole) { return x * D(1.0 / whole); }
    using Shared = double;
    static D shared(double x) { return D(x); }
    static D fromTime(double time) { return D(time); }
    static D fromText(std::string_view text) { return D(Base::fromText(text)); }
    static D ln2() { return D(Base::ln2()); }
    static D tiny() { return D(Base::tiny()); }
    static Mask less(const D& a, const D& b)
    {
        Mask mask(a.value < b.value, a.pass ? a.pass : b.pass);
        if (mask.pass) {
            std::fill_n(mask.sides, N, mask.truth);
            dual::meet(a, b, [&](int k, double difference) { mask.sides[k] = difference < 0; });
        }
        return mask;
    }
    static D select(const Mask& mask, const D& a, const D& b)
    {
        const D& chosen = mask.truth ? a : b;
        const D& other = mask.truth ? b : a;
        if (!mask.pass || std::all_of(mask.sides, mask.sides + N, [&](bool side) { return side == mask.truth; }))
            return chosen;
        // two sides of one value within rounding make a kink, of different values a jump
        const bool isJump = std::fabs(a.value - b.value) > 1e-12 * std::max(std::fabs(a.value), std::fabs(b.value));
        // a step up or down, so that a later min or max knows whether it goes there; a slope that is infinite already says so itself
        const double step = std::copysign(std::numeric_limits<double>::infinity(), other.value - chosen.value);
        D result(chosen.value, mask.pass);
        for (int k = 0; k < N; ++k)
            result.partials.set(k, mask.sides[k] == mask.truth                 ? chosen.partial(k)
                                   : isJump && std::isfinite(other.partial(k)) ? step
                                                                               : other.partial(k));
        return result;
    }
    static D min(const D& a, const D& b) { return dual::pick(a, b, !(b.value < a.value), true); }
    static D max(const D& a, const D& b) { return dual::pick(a, b, !(a.value < b.value), false); }
    static D exp(const D& x)
    {
        const double v = Base::exp(x.value);
        return x.pass ? D::chain(v, x, v) : D(v);
    }
    static D log(const D& x)
    {
        const double v = Base::log(x.value);
        return x.pass ? D::chain(v, x, 1 / x.value) : D(v);
    }
    static D pow(const D& x, const D& y)
    {
        if (!x.pass && !y.pass)
            return D(Base::pow(x.value, y.value));
        const double logarithm = Base::log(x.value);
        const double v = Base::exp(y.value * logarithm); // the same operations as elementary::pow
        return D::chain(v, x, v * y.value / x.value, y, v * logarithm);
    }
};

} // namespace chokepoint::numbers
