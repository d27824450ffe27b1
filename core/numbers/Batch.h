// Batch<N>: N draws side by side; lane k is bit for bit the double run of draw k.
#pragma once

#include "numbers/Arithmetic.h"

#include <array>
#include <cstddef>

namespace chokepoint::numbers {

/// N elements of a type side by side, in the compiler's own vector type.
template <class Element, int N> struct VectorOf {
    typedef Element type __attribute__((vector_size(N * sizeof(Element))));
};

template <int N> struct Batch {
    using Vector = typename VectorOf<double, N>::type;
    using Bits = typename VectorOf<std::uint64_t, N>::type;
    using Truth = typename VectorOf<std::int64_t, N>::type; ///< -1 where true, 0 where false

    Vector lanes{};

    Batch() = default;
    explicit Batch(Vector v) : lanes(v) {}
    static Batch fill(double x) { return Batch(Vector{} + x); }

    double lane(int k) const { return lanes[k]; }
    void setLane(int k, double x) { lanes[k] = x; }

    friend Batch operator+(const Batch& a, const Batch& b) { return Batch(a.lanes + b.lanes); }
    friend Batch operator-(const Batch& a, const Batch& b) { return Batch(a.lanes - b.lanes); }
    friend Batch operator*(const Batch& a, const Batch& b) { return Batch(a.lanes * b.lanes); }
    friend Batch operator/(const Batch& a, const Batch& b) { return Batch(a.lanes / b.lanes); }
    friend Batch operator-(const Batch& a) { return Batch(-a.lanes); }
};

/// The result of a comparison, lane by lane; it converts to nothing, so no branch can hang on it.
template <int N> struct BatchMask {
    typename Batch<N>::Truth truth;
};
template <int N> BatchMask<N> operator<(const Batch<N>& a, const Batch<N>& b) { return {a.lanes < b.lanes}; }
template <int N> BatchMask<N> operator>(const Batch<N>& a, const Batch<N>& b) { return {a.lanes > b.lanes}; }

namespace elementary {

/// The bits of a batch, for the exponent arithmetic of exp and log.
template <int N> struct BatchBits {
    typename Batch<N>::Bits b;
    friend BatchBits operator+(BatchBits x, BatchBits y) { return {x.b + y.b}; }
    friend BatchBits operator-(BatchBits x, BatchBits y) { return {x.b - y.b}; }
    friend BatchBits operator+(BatchBits x, std::uint64_t y) { return {x.b + y}; }
    friend BatchBits operator|(BatchBits x, std::uint64_t y) { return {x.b | y}; }
    friend BatchBits operator&(BatchBits x, std::uint64_t y) { return {x.b & y}; }
    friend BatchBits operator<<(BatchBits x, int n) { return {x.b << n}; }
    friend BatchBits operator>>(BatchBits x, int n) { return {x.b >> n}; }
};

template <int N> struct Lanes<Batch<N>> {
    static BatchBits<N> bits(const Batch<N>& x) { return {(typename Batch<N>::Bits)x.lanes}; }
    static Batch<N> number(BatchBits<N> b) { return Batch<N>((typename Batch<N>::Vector)b.b); }
    static Batch<N> fill(double x) { return Batch<N>::fill(x); }
    static Batch<N> pick(const BatchMask<N>& m, const Batch<N>& a, const Batch<N>& b)
    {
        return Batch<N>(m.truth ? a.lanes : b.lanes);
    }
};

} // namespace elementary

template <int N> struct Arithmetic<Batch<N>> {
    using Mask = BatchMask<N>;
    using L = elementary::Lanes<Batch<N>>;
    static Batch<N> fromInt(int value) { return Batch<N>::fill(value); }
    static Batch<N> fromTime(double time) { return Batch<N>::fill(time); }
    static Batch<N> fromText(std::string_view text) { return Batch<N>::fill(DecimalText::toDouble(text)); }
    static Batch<N> ln2() { return Batch<N>::fill(Arithmetic<double>::ln2()); }
    static Batch<N> tiny() { return Batch<N>::fill(Arithmetic<double>::tiny()); }
    static Mask less(const Batch<N>& a, const Batch<N>& b) { return {a.lanes < b.lanes}; }
    static Batch<N> select(const Mask& m, const Batch<N>& a, const Batch<N>& b) { return L::pick(m, a, b); }
    static Batch<N> min(const Batch<N>& a, const Batch<N>& b) { return select(less(b, a), b, a); }
    static Batch<N> max(const Batch<N>& a, const Batch<N>& b) { return select(less(a, b), b, a); }
    static Batch<N> exp(const Batch<N>& x) { return elementary::exp(x); }
    static Batch<N> log(const Batch<N>& x) { return elementary::log(x); }
    static Batch<N> pow(const Batch<N>& x, const Batch<N>& y) { return elementary::pow(x, y); }
};

} // namespace chokepoint::numbers
