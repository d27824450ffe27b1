// Draws that have an answer: a ratio or a change over zero has none.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace chokepoint::why {

/// The places of the finite values.
inline std::vector<std::size_t> answered(const std::vector<double>& answers)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (std::isfinite(answers[i]))
            places.push_back(i);
    return places;
}

/// What stands at these places.
template <class Value> std::vector<Value> pickedFrom(const std::vector<Value>& all, const std::vector<std::size_t>& places)
{
    std::vector<Value> picked;
    picked.reserve(places.size());
    for (const auto place : places)
        picked.push_back(all[place]);
    return picked;
}

} // namespace chokepoint::why
