// PairedBatch<N>: two batches side by side, so that a processor with long latencies has twice as many independent operations under way.
#pragma once

#include "numbers/Batch.h"

namespace chokepoint::numbers {

template <int N> struct PairedBatch {
    Batch<N> a, b;

    static PairedBatch fill(double x) { return {Batch<N>::fill(x), Batch<N>::fill(x)}; }
    double lane(int k) const { return k < N ? a.lane(k) : b.lane(k - N); }
    void setLane(int k, double x)
    {
        if (k < N)
            a.setLane(k, x);
        else
            b.setLane(k - N, x);
    }

    void read(const double* from)
    {
        a.read(from);
        b.read(from + N);
    }
    template <class Value> void write(Value* to) const
    {
        a.write(to);
        b.write(to + N);
    }

    friend PairedBatch operator+(const PairedBatch& x, const PairedBatch& y) { return {x.a + y.a, x.b + y.b}; }
    friend PairedBatch operator-(const PairedBatch& x, const PairedBatch& y) { return {x.a - y.a, x.b - y.b}; }
    friend PairedBatch operator*(const PairedBatch& x, const PairedBatch& y) { return {x.a * y.a, x.b * y.b}; }
    friend PairedBatch operator/(const PairedBatch& x, const PairedBatch& y) { return {x.a / y.a, x.b / y.b}; }
    friend PairedBatch operator-(const PairedBatch& x) { return {-x.a, -x.b}; }
};

template <int N> struct TwinMask {
    BatchMask<N> a, b;
};
template <int N> TwinMask<N> operator<(const PairedBatch<N>& x, const PairedBatch<N>& y) { return {x.a < y.a, x.b < y.b}; }
template <int N> TwinMask<N> operator>(const PairedBatch<N>& x, const PairedBatch<N>& y) { return {x.a > y.a, x.b > y.b}; }

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

template <int N> struct Lanes<PairedBatch<N>> {
    using One = Lanes<Batch<N>>;
    using Argument = const PairedBatch<N>&; // no register holds two
    static TwinBits<N> bits(const PairedBatch<N>& x) { return {One::bits(x.a), One::bits(x.b)}; }
    static PairedBatch<N> number(TwinBits<N> b) { return {One::number(b.a), One::number(b.b)}; }
    static PairedBatch<N> fill(double x) { return PairedBatch<N>::fill(x); }
    static PairedBatch<N> pick(const TwinMask<N>& m, const PairedBatch<N>& x, const PairedBatch<N>& y)
    {
        return {One::pick(m.a, x.a, y.a), One::pick(m.b, x.b, y.b)};
    }
    static bool areBetween(const PairedBatch<N>& x, double low, double high)
    {
        return One::areBetween(x.a, low, high) && One::areBetween(x.b, low, high);
    }
};

} // namespace elementary

template <int N> struct Arithmetic<PairedBatch<N>> : LaneArithmetic<PairedBatch<N>, TwinMask<N>> {};

} // namespace chokepoint::numbers
