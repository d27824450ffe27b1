// The Sobol sequence, with the direction numbers of Boost.Random (Joe and Kuo).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace chokepoint::numbers {

/// Points of 64-bit coordinates; `first` is the index of the point that next() gives first, counted from 0.
class Sobol {
public:
    Sobol(std::size_t dimensions, std::uint64_t first);
    ~Sobol();

    /// The next point; valid until the next call.
    const std::vector<std::uint64_t>& next();

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
    std::vector<std::uint64_t> m_point;
};

} // namespace chokepoint::numbers
