// Quantity<T, U>: a number of type T with its unit in the type; a sum of different units does not compile.
#pragma once

#include "numbers/Arithmetic.h"
#include "numbers/Unit.h"

#include <concepts>
#include <utility>

namespace chokepoint::numbers {

/// The only door to a quantity's bare value. Data readers and reporters use it; a sector never does
/// (tests/architecture checks), so a sector can neither write nor smuggle in a decimal literal.
struct Raw;

/// A comparison of two quantities. It converts to nothing: use select, min and max instead of a branch.
template <class T> struct Condition {
    typename Arithmetic<T>::Mask mask;
};

template <class T, Unit U> class Quantity {
public:
    Quantity() = default;

    friend Quantity operator+(const Quantity& a, const Quantity& b) { return Quantity(T(a.m_value + b.m_value)); }
    friend Quantity operator-(const Quantity& a, const Quantity& b) { return Quantity(T(a.m_value - b.m_value)); }
    friend Quantity operator-(const Quantity& a) { return Quantity(T(-a.m_value)); }
    friend Condition<T> operator<(const Quantity& a, const Quantity& b) { return {Arithmetic<T>::less(a.m_value, b.m_value)}; }
    friend Condition<T> operator>(const Quantity& a, const Quantity& b) { return {Arithmetic<T>::less(b.m_value, a.m_value)}; }

private:
    friend struct Raw;
    explicit Quantity(T value) : m_value(std::move(value))
    {
        if constexpr (requires { m_value.carry(U); }) // Symbol keeps the unit
            m_value.carry(U);
    }
    T m_value{};
};

template <class T> using Number = Quantity<T, one>;
template <class T, Unit U> class LogOf;

struct Raw {
    template <class Q, class T> static Q make(T value) { return Q(std::move(value)); }
    template <class T, Unit U> static const T& value(const Quantity<T, U>& q) { return q.m_value; }
    template <class T, Unit U> static T& value(Quantity<T, U>& q) { return q.m_value; }
    template <class T, Unit U> static const T& value(const LogOf<T, U>& x) { return x.m_log; }
    template <class T, Unit U> static T& value(LogOf<T, U>& x) { return x.m_log; }
};

template <class T, Unit A, Unit B> Quantity<T, A * B> operator*(const Quantity<T, A>& a, const Quantity<T, B>& b)
{
    return Raw::make<Quantity<T, A * B>>(T(Raw::value(a) * Raw::value(b)));
}
template <class T, Unit A, Unit B> Quantity<T, A / B> operator/(const Quantity<T, A>& a, const Quantity<T, B>& b)
{
    return Raw::make<Quantity<T, A / B>>(T(Raw::value(a) / Raw::value(b)));
}

/// Whole numbers may be written in equations; anything with a decimal point is a parameter.
template <Unit U, class T, std::same_as<int> I> Quantity<T, U> whole(I value)
{
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::fromInt(value));
}
template <std::same_as<int> I, class T> Number<T> operator+(I a, const Number<T>& b) { return whole<one, T>(a) + b; }
template <std::same_as<int> I, class T> Number<T> operator-(I a, const Number<T>& b) { return whole<one, T>(a) - b; }
template <std::same_as<int> I, class T> Number<T> operator-(const Number<T>& a, I b) { return a - whole<one, T>(b); }
template <std::same_as<int> I, class T, Unit U> Quantity<T, one / U> operator/(I a, const Quantity<T, U>& b)
{
    return whole<one, T>(a) / b;
}
template <std::same_as<int> I, class T, Unit U> Quantity<T, U> operator/(const Quantity<T, U>& a, I b)
{
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::dividedBy(Raw::value(a), b));
}
template <std::same_as<int> I, class T, Unit U> Condition<T> operator<(const Quantity<T, U>& a, I b) { return a < whole<U, T>(b); }
template <std::same_as<int> I, class T, Unit U> Condition<T> operator>(const Quantity<T, U>& a, I b) { return a > whole<U, T>(b); }

template <class T, Unit U> Quantity<T, U> min(const Quantity<T, U>& a, const Quantity<T, U>& b)
{
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::min(Raw::value(a), Raw::value(b)));
}
template <class T, Unit U> Quantity<T, U> max(const Quantity<T, U>& a, const Quantity<T, U>& b)
{
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::max(Raw::value(a), Raw::value(b)));
}
template <std::same_as<int> I, class T> Number<T> min(I a, const Number<T>& b) { return min(whole<one, T>(a), b); }
template <class T, Unit U> Quantity<T, U> select(const Condition<T>& c, const Quantity<T, U>& a, const Quantity<T, U>& b)
{
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::select(c.mask, Raw::value(a), Raw::value(b)));
}

/// The larger of x and zero.
template <class T, Unit U> Quantity<T, U> notNegative(const Quantity<T, U>& x) { return max(whole<U, T>(0), x); }

/// x, or 1e-9 of its own unit where x is smaller: a divisor that is never zero.
template <class T, Unit U> Quantity<T, U> guarded(const Quantity<T, U>& x)
{
    return max(Raw::make<Quantity<T, U>>(Arithmetic<T>::tiny()), x);
}

/// A limit that never binds: a million of the unit.
template <Unit U, class T> Quantity<T, U> unlimited() { return whole<U, T>(1000000); }

/// a / b where b > 0, `otherwise` elsewhere; the division is never by zero, whatever the arithmetic.
template <class T, Unit A, Unit B>
Quantity<T, A / B> ratioOr(const Quantity<T, A>& a, const Quantity<T, B>& b, const Quantity<T, A / B>& otherwise)
{
    const auto positive = b > 0;
    return select(positive, a / select(positive, b, whole<B, T>(1)), otherwise);
}

constexpr int powerOfTen(int n) { return n == 0 ? 1 : 10 * powerOfTen(n - 1); }

/// The same quantity on another scale of the same dimension, the only place where a power of ten is applied (exactly).
template <Unit To, class T, Unit U> Quantity<T, To> in(const Quantity<T, U>& q)
{
    static_assert(sameDimension(To, U), "the units differ in more than a power of ten");
    if constexpr (To.ten == U.ten)
        return q;
    else if constexpr (To.ten > U.ten)
        return Raw::make<Quantity<T, To>>(Arithmetic<T>::dividedBy(Raw::value(q), powerOfTen(To.ten - U.ten)));
    else
        return Raw::make<Quantity<T, To>>(T(Raw::value(q) * Arithmetic<T>::fromInt(powerOfTen(U.ten - To.ten))));
}

// ---- functions of pure numbers: what has a unit is first divided by a reference of its own unit

template <class T> Number<T> exp(const Number<T>& x) { return Raw::make<Number<T>>(Arithmetic<T>::exp(Raw::value(x))); }
template <class T> Number<T> log(const Number<T>& x) { return Raw::make<Number<T>>(Arithmetic<T>::log(Raw::value(x))); }
template <class T> Number<T> pow(const Number<T>& x, const Number<T>& y)
{
    return Raw::make<Number<T>>(Arithmetic<T>::pow(Raw::value(x), Raw::value(y)));
}
template <class T> Number<T> square(const Number<T>& x) { return x * x; }

/// ln 2, as exactly as the arithmetic holds it.
template <class T> Number<T> ln2() { return Raw::make<Number<T>>(Arithmetic<T>::ln2()); }

/// Twelve: turns a monthly rate into a yearly one.
template <class T> Quantity<T, month / year> monthsPerYear() { return whole<month / year, T>(12); }

/// log(1 + g) of a yearly growth rate g: the continuous rate that compounds to g in a year.
template <class T> Quantity<T, one / year> yearlyLog(const Quantity<T, one / year>& g)
{
    return Raw::make<Quantity<T, one / year>>(Arithmetic<T>::log(T(Arithmetic<T>::fromInt(1) + Raw::value(g))));
}

/// (1 + g)^years: what one becomes at the yearly growth rate g.
template <class T> Number<T> compound(const Quantity<T, one / year>& g, const Quantity<T, year>& years)
{
    return Raw::make<Number<T>>(Arithmetic<T>::pow(T(Arithmetic<T>::fromInt(1) + Raw::value(g)), Raw::value(years)));
}

/// e^(-rate years): what remains of one that shrinks at a continuous rate.
template <class T> Number<T> remaining(const Quantity<T, one / year>& rate, const Quantity<T, year>& years) { return exp(-rate * years); }

/// a^(1-w) b^w of two quantities of one unit, in that unit.
template <class T, Unit U> Quantity<T, U> weightedGeometricMean(const Quantity<T, U>& a, const Quantity<T, U>& b, const Number<T>& w)
{
    const T& weight = Raw::value(w);
    const T mean = (Arithmetic<T>::fromInt(1) - weight) * Arithmetic<T>::log(Raw::value(a)) + weight * Arithmetic<T>::log(Raw::value(b));
    return Raw::make<Quantity<T, U>>(Arithmetic<T>::exp(mean));
}

// ---- states kept as logarithms

/// The natural logarithm of a quantity; knows the unit whose logarithm it is.
template <class T, Unit U> class LogOf {
public:
    LogOf() = default;
    friend Quantity<T, U> level(const LogOf& x) { return Raw::make<Quantity<T, U>>(Arithmetic<T>::exp(x.m_log)); }
    /// The logarithm of the ratio of the two levels.
    friend Number<T> operator-(const LogOf& a, const LogOf& b) { return Raw::make<Number<T>>(T(a.m_log - b.m_log)); }
    friend LogOf operator+(const LogOf& a, const Number<T>& b) { return LogOf(T(a.m_log + Raw::value(b))); }
    friend LogOf operator-(const LogOf& a, const Number<T>& b) { return LogOf(T(a.m_log - Raw::value(b))); }

private:
    friend struct Raw;
    explicit LogOf(T value) : m_log(std::move(value)) {}
    T m_log{};
};

/// The logarithm of a^(1-w) b^w.
template <class T, Unit U> LogOf<T, U> weightedMean(const LogOf<T, U>& a, const LogOf<T, U>& b, const Number<T>& w)
{
    return a + w * (b - a);
}

template <class T, Unit U> LogOf<T, U> logOf(const Quantity<T, U>& q)
{
    return Raw::make<LogOf<T, U>>(Arithmetic<T>::log(Raw::value(q)));
}

// ---- the two ways in which a state changes

/// stock + dt * net: the new value of a stock whose net flow is `net`.
template <class T, Unit U>
Quantity<T, U> advanced(const Quantity<T, U>& stock, const Quantity<T, U / year>& net, const Quantity<T, year>& dt)
{
    return stock + dt * net;
}
template <class T, Unit U> void advance(Quantity<T, U>& stock, const Quantity<T, U / year>& net, const Quantity<T, year>& dt)
{
    stock = advanced(stock, net, dt);
}
template <class T, Unit U> void advance(LogOf<T, U>& state, const Quantity<T, one / year>& growth, const Quantity<T, year>& dt)
{
    state = state + dt * growth;
}
/// Sets a state that is not integrated: next quarter reads it as last quarter's value.
template <class Q> void remember(Q& state, const Q& value) { state = value; }

} // namespace chokepoint::numbers
