// Batch<N>: N draws side by side; lane k is bit for bit the double run of draw k.
#pragma once

#include "numbers/Arithmetic.h"

#include <array>
#include <cstddef>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

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
    static Batch fill(double x) { return Batch(x - Vector{}); } // x - 0 is x, -0 too, so nothing is computed

    double lane(int k) const { return lanes[k]; }
    void setLane(int k, double x) { lanes[k] = x; }
    void read(const double* from) { std::memcpy(&lanes, from, sizeof lanes); }
    void write(double* to) const { std::memcpy(to, &lanes, sizeof lanes); }
    void write(float* to) const
    {
        const auto rounded = __builtin_convertvector(lanes, typename VectorOf<float, N>::type);
        std::memcpy(to, &rounded, sizeof rounded);
    }

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
    using Argument = Batch<N>; // in a register
    static BatchBits<N> bits(const Batch<N>& x) { return {(typename Batch<N>::Bits)x.lanes}; }
    static Batch<N> number(BatchBits<N> b) { return Batch<N>((typename Batch<N>::Vector)b.b); }
    static Batch<N> fill(double x) { return Batch<N>::fill(x); }
    static Batch<N> pick(const BatchMask<N>& m, const Batch<N>& a, const Batch<N>& b)
    {
        return Batch<N>(m.truth ? a.lanes : b.lanes);
    }
    /// Compilers know no "all lanes", hence the processor's own words.
    static bool areBetween(const Batch<N>& x, double low, double high)
    {
        const auto a = fill(low).lanes, b = fill(high).lanes;
#if defined(__AVX512F__)
        if constexpr (N == 8)
            return _mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(x.lanes, a, _CMP_GT_OQ), x.lanes, b, _CMP_LT_OQ) == 0xff;
#endif
#if defined(__AVX__)
        if constexpr (N == 4)
            return _mm256_movemask_pd((__m256d)((x.lanes > a) & (x.lanes < b))) == 0xf;
#endif
#if defined(__SSE2__)
        if constexpr (N == 2)
            return _mm_movemask_pd((__m128d)((x.lanes > a) & (x.lanes < b))) == 0x3;
#endif
        bool all = true;
        for (int k = 0; k < N; ++k)
            all = all && x.lanes[k] > low && x.lanes[k] < high;
        return all;
    }
};

} // namespace elementary

/// The arithmetic of draws side by side, B being a batch or what is made of batches and M what its comparisons give.
template <class B, class M> struct LaneArithmetic {
    using Mask = M;
    static constexpr bool worksAhead = true;
    static B fromInt(int value) { return B::fill(value); }
    static B dividedBy(const B& x, int whole) { return x * B::fill(1.0 / whole); }
    using Shared = double;
    static B shared(double x) { return B::fill(x); }
    static B fromTime(double time) { return B::fill(time); }
    static B fromText(std::string_view text) { return B::fill(DecimalText::toDouble(text)); }
    static B ln2() { return B::fill(Arithmetic<double>::ln2()); }
    static B tiny() { return B::fill(Arithmetic<double>::tiny()); }
    static Mask less(const B& a, const B& b) { return a < b; }
    static B select(const Mask& m, const B& a, const B& b) { return elementary::Lanes<B>::pick(m, a, b); }
    static B min(const B& a, const B& b) { return select(less(b, a), b, a); }
    static B max(const B& a, const B& b) { return select(less(a, b), b, a); }
    static B exp(const B& x) { return elementary::exp<B>(x); }
    static B log(const B& x) { return elementary::log<B>(x); }
    static B pow(const B& x, const B& y) { return elementary::pow<B>(x, y); }
};

template <int N> struct Arithmetic<Batch<N>> : LaneArithmetic<Batch<N>, BatchMask<N>> {};

} // namespace chokepoint::numbers
