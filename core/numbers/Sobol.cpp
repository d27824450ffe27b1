// Hides Boost's generator and its tables.
#include "numbers/Sobol.h"

#include <boost/random/sobol.hpp>

namespace chokepoint::numbers {

struct Sobol::Engine {
    boost::random::sobol_engine<std::uint64_t, 64> sequence;
};

Sobol::Sobol(std::size_t dimensions, std::uint64_t first)
    : m_engine(std::make_unique<Engine>(Engine{boost::random::sobol_engine<std::uint64_t, 64>(dimensions)})), m_point(dimensions)
{
    m_engine->sequence.seed(first);
}

Sobol::~Sobol() = default;

const std::vector<std::uint64_t>& Sobol::next()
{
    for (auto& coordinate : m_point)
        coordinate = m_engine->sequence();
    return m_point;
}

} // namespace chokepoint::numbers
