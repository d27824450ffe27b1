// Twin<N>: two batches side by side, so that a processor with long latencies has twice as many independent operations under way.
#pragma once

#include "numbers/Batch.h"

namespace chokepoint::numbers {

template <int N> struct Twin {
    Batch<N> a, b;

    static Twin fill(double x) { return {Batch<N>::fill(x), Batch<N>::fill(x)}; }
    double lane(int k) const { return k < N ? a.lane(k) : b.lane(k - N); }
    void setLane(int k, double x)
    {
        if (k < N)
            a.setLane(k, x);
        else
            b.setLane(k - N, x);
    }

    friend Twin operator+(const Twin& x, const Twin& y) { return {x.a + y.a, x.b + y.b}; }
    friend Twin operator-(const Twin& x, const Twin& y) { return {x.a - y.a, x.b - y.b}; }
    friend Twin operator*(const Twin& x, const Twin& y) { return {x.a * y.a, x.b * y.b}; }
    friend Twin operator/(const Twin& x, const Twin& y) { return {x.a / y.a, x.b / y.b}; }
    friend Twin operator-(const Twin& x) { return {-x.a, -x.b}; }
};

template <int N> struct TwinMask {
    BatchMask<N> a, b;
};
template <int N> TwinMask<N> operator<(const Twin<N>& x, const Twin<N>& y) { return {x.a < y.a, x.b < y.b}; }
template <int N> TwinMask<N> operator>(const Twin<N>& x, const Twin<N>& y) { return {x.a > y.a, x.b > y.b}; }

namespace elementary {

template <int N> struct TwinBits {
    BatchBits<N> a, b;
    friend TwinBits operator+(TwinBits x, TwinBits y) { return {x.a + y.a, x.b + y.b}; }
    friend TwinBits operator-(TwinBits x, TwinBits y) { return {x.a - y.a, x.b - y.b}; }
    friend TwinBits operator+(TwinBits x, std::uint64_t y) { return {x.a + y, x.b + y}; }
    friend TwinBits operator|(TwinBits x, std::uint64_t y) { return {x.a | y, x.b | y}; }
    friend TwinBits operator&(TwinBits x, std::uint64_t y) { return {x.a & y, x.b & y}; }
    friend TwinBits operator<<(TwinBits x, int n) { return {x.a << n, x.b << n}; }
    friend TwinBits operator>>(TwinBits x, int n) { return {x.a >> n, x.b >> n}; }
};

template <int N> struct Lanes<Twin<N>> {
    using One = Lanes<Batch<N>>;
    static TwinBits<N> bits(const Twin<N>& x) { return {One::bits(x.a), One::bits(x.b)}; }
    static Twin<N> number(TwinBits<N> b) { return {One::number(b.a), One::number(b.b)}; }
    static Twin<N> fill(double x) { return Twin<N>::fill(x); }
    static Twin<N> pick(const TwinMask<N>& m, const Twin<N>& x, const Twin<N>& y) { return {One::pick(m.a, x.a, y.a), One::pick(m.b, x.b, y.b)}; }
};

} // namespace elementary

template <int N> struct Arithmetic<Twin<N>> : LaneArithmetic<Twin<N>, TwinMask<N>> {};

} // namespace chokepoint::numbers
