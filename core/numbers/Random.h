// A stream of well-mixed numbers from a seed (SplitMix64): the same on every machine.
#pragma once

#include <cstdint>

namespace chokepoint::numbers {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t x = m_state += 0x9e3779b97f4a7c15u;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
        return x ^ (x >> 31);
    }

    /// A whole number from 0 to count - 1, 0 < count < 2^31; its unevenness is below count / 2^33.
    std::uint64_t below(std::uint64_t count) { return ((next() >> 31) * count) >> 33; }

    /// In [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    std::uint64_t m_state;
};

} // namespace chokepoint::numbers
